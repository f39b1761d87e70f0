"""English sentences against the figures they cite, and texts without citations against the whole report."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from verify_reports import Fact, build_report, town_report

from summarizer.claims import SentenceClaim
from summarizer.prompting import Sentence
from summarizer.quantities import Inventory, Kind
from summarizer.reading import Span
from summarizer.verify import Reason, Verdict, check_sentence, check_text
from summarizer.verify.languages import by_language


@pytest.fixture
def town() -> Inventory:
    return town_report()


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    cites: tuple[int, ...]
    verdict: Verdict
    reason: Reason
    message: str = ""


_S, _I, _U, _C = Verdict.SUPPORTED, Verdict.IMPRECISE, Verdict.UNSUPPORTED, Verdict.CONTRADICTED

_SENTENCES = [
    Case("digits", "The committee heard 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("words", "Nineteen special work reports were heard.", (1,), _S, Reason.EXACT),
    Case("no number", "The committee heard special work reports.", (1,), _S, Reason.EXACT),
    Case("two figures", "It heard 19 special work reports and made 15 satisfaction assessments.", (1, 2), _S, Reason.EXACT),
    Case("over", "More than 30 visits were paid to families in difficulty.", (3,), _S, Reason.EXACT),
    Case("in excess of", "In excess of thirty visits were paid.", (3,), _S, Reason.EXACT),
    Case("qualifier dropped", "It paid 30 visits to families in difficulty.", (3,), _I, Reason.QUALIFIER_DROPPED),
    Case("qualifier added", "Over 19 special work reports were heard.", (1,), _I, Reason.QUALIFIER_ADDED),
    Case("percent", "The completion rate reached 94.35 percent.", (4,), _S, Reason.EXACT),
    Case("percent lost", "The completion rate reached 94.35.", (4,), _C, Reason.PERCENT_ABSOLUTE),
    Case("percent gained", "19 percent of special work reports were heard.", (1,), _C, Reason.PERCENT_ABSOLUTE),
    Case("points", "Unemployment fell by 0.5 percentage points.", (11,), _S, Reason.EXACT),
    Case("points as percent", "Unemployment fell by 0.5 percent.", (11,), _C, Reason.PERCENT_ABSOLUTE),
    Case("money", "Fiscal revenue reached 3.85 billion yuan.", (10,), _S, Reason.EXACT),
    Case("money in RMB", "Fiscal revenue reached RMB 3.85 billion.", (10,), _S, Reason.EXACT),
    Case("scale", "Fiscal revenue reached 38.5 billion yuan.", (10,), _C, Reason.SCALE),
    Case("rounded", "About 7,400 opinions were collected.", (9,), _I, Reason.ROUNDED),
    Case("converted", "Another 300 hectares were sown with grain.", (7,), _S, Reason.CONVERTED),
    Case("range", "Each deputy attended two to three training sessions.", (8,), _S, Reason.EXACT),
    Case("another value", "The committee heard 17 special work reports.", (1,), _C, Reason.VALUE, "19项"),
    Case("sum", "It dealt with 7,515 opinions and letters in all.", (9, 12), _S, Reason.DERIVED, "7434条 + 81件"),
    Case("wrong sum", "It dealt with 7,151 opinions and letters in all.", (9, 12), _C, Reason.VALUE),
    Case("masked", "It received 312 visitors.", (5,), _C, Reason.MASKED_INVENTED),
    Case("nothing cited", "The committee heard 19 special work reports.", (), _U, Reason.NUMBER_NOT_FOUND, "not cited"),
    Case("nowhere", "It launched 7 satellites.", (), _U, Reason.NUMBER_NOT_FOUND),
    Case("told twice", "It heard 19 special work reports and made 19 satisfaction assessments.", (1, 2), _C, Reason.SWAPPED),
    Case("the year of the report", "In 2022 it heard 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("a year it does not have", "In 1999 it heard 19 special work reports.", (1,), _C, Reason.PERIOD),
    Case("a year since", "Since 2021 it has heard 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("an unknown year since", "Since 2017 it has heard 19 special work reports.", (1,), _U, Reason.NUMBER_NOT_FOUND),
    Case("the session", "At its third session it heard 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("the congress", "The 16th congress heard 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("another session", "At its seventh session it heard 19 special work reports.", (1,), _U, Reason.NUMBER_NOT_FOUND),
    Case("a duration", "For four years it heard 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("another duration", "For six years it heard 19 special work reports.", (1,), _U, Reason.NUMBER_NOT_FOUND),
    Case("an idiom", "One of the most important tasks was to hear 19 special work reports.", (1,), _S, Reason.EXACT),
    Case("a numeral that is not read", "The committee heard 19 special work reports, XIX in all.", (1,), _U, Reason.NOT_A_FIGURE),
    Case("planned", "It plans to deliberate 25 draft laws.", (6,), _S, Reason.EXACT),
    Case("planned as done", "Last year 25 draft laws were deliberated.", (6,), _C, Reason.ASPECT),
    Case("done as planned", "The committee will hear 19 special work reports.", (1,), _C, Reason.ASPECT),
]  # fmt: skip


@pytest.mark.parametrize("case", _SENTENCES, ids=[c.name for c in _SENTENCES])
def test_sentences_and_their_twins(case: Case, town: Inventory) -> None:
    whole = Span(0, len(town.doc.text))
    found = check_sentence(SentenceClaim(Sentence(case.text, case.cites), whole), town)
    assert (found.verdict, found.reason) == (case.verdict, case.reason), found
    assert case.message in found.message
    for number in found.numbers:
        assert case.text[number.start : number.end] == number.text


def test_a_date_must_stand_in_the_stretch_or_be_the_report_s_own(town: Inventory) -> None:
    first = town.outline.children[0].span
    found = check_sentence(SentenceClaim(Sentence("Since 2021 19 reports were heard.", (1,)), first), town)
    assert found.verdict is Verdict.UNSUPPORTED
    assert "outside this part" in found.message


def test_swapped_words_are_caught_where_the_termbase_knows_them() -> None:
    inventory = build_report(
        Fact("召开常委会会议", "12次", value=Decimal(12), unit="次", stop="，"),
        Fact("主任会议", "18次", value=Decimal(18), unit="次"),
    )
    right = "It held 12 Standing Committee meetings and 18 meetings of the Council of Chairpersons."
    wrong = "It held 18 Standing Committee meetings and 12 meetings of the Council of Chairpersons."
    whole = Span(0, len(inventory.doc.text))
    assert (
        check_sentence(SentenceClaim(Sentence(right, (1, 2)), whole), inventory).verdict is Verdict.SUPPORTED
    )
    found = check_sentence(SentenceClaim(Sentence(wrong, (1, 2)), whole), inventory)
    assert (found.verdict, found.reason) == (Verdict.CONTRADICTED, Reason.SWAPPED)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The committee heard 19 special work reports.", [_S]),
        ("The committee heard 19 special work reports and 412 lectures.", [_S, _U]),
        ("1. Overview\n2) Nineteen special work reports were heard.", [None, None, _S]),
        ("# 3 Supervision", [None]),
        ("In 2022, over 30 visits were paid.", [_S, _S]),
        ("In 1999, 30 visits were paid.", [_U, _C]),
        ("It reviewed laws one by one.", [None, None]),
        ("Nothing to count here.", []),
    ],
    ids=["true", "invented", "list numbers", "heading number", "year", "wrong year", "idiom", "no numbers"],
)
def test_texts_without_citations(text: str, verdicts: list[Verdict | None], town: Inventory) -> None:
    assert [n.verdict for n in check_text(text, town)] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("听取专项工作报告19项，开展满意度测评15次。", [_S, _S]),
        ("听取专项工作报告91项，走访困难群众30次。", [_C, _I]),
        ("听取专项工作报告15项。", [_C]),
        ("自2021年以来", [_S]),
    ],
    ids=["true", "wrong value and lost qualifier", "swapped", "year"],
)
def test_chinese_texts(text: str, verdicts: list[Verdict | None], town: Inventory) -> None:
    assert [n.verdict for n in check_text(text, town)] == verdicts


def test_names_with_numbers_must_stand_in_the_source() -> None:
    inventory = build_report(Fact("开通", "12345", "热线", kind=Kind.NAME, value=Decimal(12345)))
    assert [n.verdict for n in check_text("The 12345 hotline opened.", inventory)] == [_S]
    assert [n.verdict for n in check_text("The 12388 hotline opened.", inventory)] == [_U]


def test_english_and_chinese_lines_of_one_text_are_each_read_in_their_language() -> None:
    english, chinese = by_language(
        "It met 8 times (召开会议8次).[^1]\n召开会议8次\n\n[^1]: characters 3–9: “8次”"
    )
    assert english.split("\n")[0].startswith("It met 8 times (")
    assert "召开" not in english
    assert chinese.split("\n")[1] == "召开会议8次"
    assert "[^1]" not in english + chinese
    assert len(english) == len(chinese)

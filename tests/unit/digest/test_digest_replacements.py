"""Rows and sentences asked for anew, in the place of those that failed."""

from dataclasses import replace

from summarizer.chunks import TokenBudget, cut, token_bound
from summarizer.digest import CheckedRow, Replacements, checked
from summarizer.digest.repairs import with_repairs
from summarizer.pipeline import survey
from summarizer.prompting import Draft, Row, Sentence
from summarizer.reading import read

DOC = read(
    """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，办理建议120件。
""".encode(),
    name="r.txt",
)
FOUND = survey(DOC)
(CHUNK,) = cut(FOUND.outline, DOC, budget=TokenBudget(), count=token_bound)
REPORTS, INSPECTIONS, SUGGESTIONS = FOUND.indicators


def rows(*said: tuple[int, str]) -> list[CheckedRow]:
    told = tuple(Row(id, value, None, "exact", FOUND.indicator(id).name_zh, "") for id, value in said)
    return list(checked(Draft(rows=told), CHUNK, FOUND, origin="model").rows)


def test_a_failed_row_is_replaced_and_keeps_what_it_said() -> None:
    (row,) = with_repairs(rows((REPORTS.id, "91")), rows((REPORTS.id, "19")))
    assert row.holds
    assert row.before.startswith("91 项 [")
    assert str(row.claim.value) == "19"


def test_a_row_that_holds_stays_as_it_is() -> None:
    written = rows((REPORTS.id, "19"))
    assert with_repairs(written, rows((REPORTS.id, "19"))) == written


def test_a_repair_that_fails_or_is_about_another_figure_replaces_nothing() -> None:
    written = rows((REPORTS.id, "91"))
    assert with_repairs(written, rows((REPORTS.id, "92"), (SUGGESTIONS.id, "120"))) == written


def test_of_several_repairs_the_first_that_holds_counts() -> None:
    again = rows((REPORTS.id, "92"), (REPORTS.id, "19"), (REPORTS.id, "19"))
    (row,) = with_repairs(rows((REPORTS.id, "91")), again)
    assert replace(row, before="") == again[1]


def anew(*said: tuple[str, tuple[int, ...]]) -> Replacements:
    sentences = tuple(Sentence(text, cites) for text, cites in said)
    return Replacements(checked(Draft(sentences=sentences), CHUNK, FOUND, origin="model").sentences)


WRONG = Sentence("It heard 91 reports and made 3 inspections.", (REPORTS.id, INSPECTIONS.id))


def test_the_sentence_that_tells_most_of_the_same_figures_is_taken_once() -> None:
    found = anew(
        ("It heard 19 special work reports.", (REPORTS.id,)),
        ("It heard 19 special work reports and made 3 inspections.", (REPORTS.id, INSPECTIONS.id)),
    )
    first, second, third = found.take(WRONG), found.take(WRONG), found.take(WRONG)
    assert first is not None and first[0].cites == (REPORTS.id, INSPECTIONS.id)
    assert second is not None and second[0].cites == (REPORTS.id,)
    assert third is None


def test_a_sentence_about_other_figures_or_one_that_fails_is_not_taken() -> None:
    found = anew(
        ("It handled 120 suggestions.", (SUGGESTIONS.id,)),
        ("It heard 92 special work reports.", (REPORTS.id,)),
        ("It met.", ()),
    )
    assert found.take(WRONG) is None

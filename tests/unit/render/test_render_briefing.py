"""The briefing, part by part."""

import re
from typing import Literal

import pytest
from digest_builder import (
    account,
    briefing_md,
    digest,
    indicator,
    linjiang,
    masked,
    report,
    section,
    sentence,
    title_section,
)

from summarizer.digest import Digest, Engine, Flagged, Outcome, Quoted, Related
from summarizer.offline import genre_en
from summarizer.outline import SectionClass
from summarizer.quantities import Aspect
from summarizer.reading import Form, Missing, ReportKind
from summarizer.render import Length, NoteStyle, caveats
from summarizer.verify import Reason, RelationKind, Verdict

MODEL = Engine(name="model", version="0.1.0", model="openai:gpt-x", prompts={}, anchors=None)


def _part(text: str, heading: str, *, level: int = 2) -> str:
    """What stands under a heading, up to the next of its level or above."""
    below = text.split(f"\n{'#' * level} {heading}\n", 1)[1]
    return re.split(rf"\n#{{2,{level}}} ", below, maxsplit=1)[0]


def test_titles_stand_once_with_facts_and_engine() -> None:
    text = briefing_md(linjiang())
    assert text.startswith(
        "# Work Report of the Standing Committee of the Linjiang Municipal People's Congress\n"
    )
    assert text.count("临江市人民代表大会常务委员会工作报告") == 1
    assert "- Place: Linjiang (临江市), prefecture level\n" in text
    assert "- Speaker: Lin Dajiang (林大江)\n- Date: 12 January 2023\n" in text
    assert "no language model was used" in text
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_a_model_is_named() -> None:
    text = briefing_md(digest(engine=MODEL))
    assert "Written by the language model openai:gpt-x" in text
    assert "cost unknown" in _part(text, "Closing account")
    assert "no language model was used" not in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        pytest.param(ReportKind.RESOLUTION, "but a resolution", id="resolution"),
        pytest.param(ReportKind.PRESS, "but a press report", id="press"),
        pytest.param(ReportKind.OTHER, "but a text of another kind", id="other"),
    ],
)
def test_a_text_that_is_no_work_report_says_so_on_top(kind: ReportKind, words: str) -> None:
    lines = briefing_md(digest(meta=report(kind=kind))).splitlines()
    assert words in lines[2]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"missing": [Missing.END]}, "breaks off before the end of the report", id="no end"),
        pytest.param({"missing": [Missing.BEGINNING]}, "begins inside the report", id="no beginning"),
        pytest.param({"several": True}, "holds several reports", id="several"),
    ],
)
def test_what_is_not_one_whole_report_says_so_on_top(change: dict[str, object], words: str) -> None:
    made = digest(meta=report().model_copy(update=change))
    assert words in briefing_md(made).splitlines()[2]
    assert words in caveats(made)[0]
    assert words not in briefing_md(digest())


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if not kind.is_work_report])
def test_every_kind_of_other_text_has_its_word(kind: ReportKind) -> None:
    assert f"no work report but {genre_en(kind)}." in briefing_md(digest(meta=report(kind=kind)))


def test_an_infographic_says_so_on_top() -> None:
    meta = report().model_copy(update={"form": Form.INFOGRAPHIC})
    assert (
        "infographic of the report, not the report itself" in briefing_md(digest(meta=meta)).splitlines()[2]
    )


def test_no_title_at_all_is_no_error() -> None:
    meta = report().model_copy(update={"title_en": "", "title_zh": ""})
    assert briefing_md(digest(meta=meta)).startswith("# Untitled report\n")


def test_glance_shows_figure_qualifier_and_period_with_a_footnote() -> None:
    glance = _part(briefing_md(linjiang()), "At a glance")
    assert "- Special work reports heard: **19** (2022)[^1]\n" in glance
    assert "- Completion rate: **94.35 percent** (2022)[^2]" in glance


def test_glance_never_shows_flagged_or_masked_figures() -> None:
    flagged = indicator(2, value="640", verdict=Verdict.CONTRADICTED, reason=Reason.VALUE)
    assert "## At a glance" not in briefing_md(digest([masked(1), flagged], glance=(1, 2)))


def test_a_planned_figure_says_so() -> None:
    plan = indicator(1, aspect=Aspect.PLANNED, period="2023")
    text = briefing_md(digest([plan], glance=(1,)))
    assert "**19** (plan for 2023)[^1]" in text
    assert "| 19 | 2023 (plan) |" in text


def test_sentences_carry_footnotes_and_equal_citations_share_one() -> None:
    sections = [
        title_section(),
        section(
            sentences=[sentence("Two were heard.", 1, 2), sentence("Two more.", 2), sentence("Again.", 1, 2)]
        ),
    ]
    text = briefing_md(digest([indicator(1), indicator(2)], sections=sections))
    assert "Two were heard.[^1] Two more.[^2] Again.[^1]" in text
    assert (
        "[^1]: Oversight, characters 100–111: “听取专项工作报告19项”; 200–211: “听取专项工作报告19项”\n"
        in text
    )


def test_a_heading_without_english_has_pinyin_and_one_with_english_the_chinese() -> None:
    text = briefing_md(linjiang())
    assert "### Oversight\n\n*监督工作*\n" in text
    assert "### 今后一年的打算\n\n*Jinhou yi nian de dasuan*\n" in text


def test_a_section_without_content_is_printed_only_above_one_with_content() -> None:
    told = section("听取报告", "Reports", level=2, sentences=[sentence("Reports were heard.")])
    empty = section("空", "Nothing", level=1)
    text = briefing_md(
        digest(sections=[title_section(), section(), told, empty, section("无", "None", level=2)])
    )
    assert "### Oversight\n\n*监督工作*\n\n#### Reports\n" in text
    assert "Nothing" not in text and "# None" not in text


def test_the_text_before_the_first_heading_is_the_opening() -> None:
    opening = title_section().model_copy(update={"sentences": [sentence("The year went well.")]})
    assert _part(briefing_md(digest(sections=[opening])), "Opening", level=3) == "\nThe year went well.\n"


def _quoting(role: Literal["plan", "problem", "key"], *, not_shown: int = 0) -> Digest:
    quoted = [Quoted(text=words, start=0, end=4, role=role) for words in ("第一句话", "第二句话", "第三句话")]
    return digest(sections=[title_section(), section(quoted=quoted, not_shown=not_shown)])


@pytest.mark.parametrize(
    ("role", "part"),
    [("key", "Section by section"), ("plan", "Plans"), ("problem", "Problems admitted")],
)
def test_quotes_stand_apart_in_the_part_of_their_role(
    role: Literal["plan", "problem", "key"], part: str
) -> None:
    text = briefing_md(_quoting(role))
    assert "Passages set apart in Chinese are the report's own words, not translated." in text
    assert _part(text, part) == "\n### Oversight\n\n*监督工作*\n\n> 第一句话\n\n*More in the report.*\n"
    assert text.count("第一句话") == 1
    assert "3 passages are quoted in Chinese." in _part(text, "Closing account")


def test_a_full_briefing_quotes_all_that_the_digest_does() -> None:
    whole = _part(briefing_md(_quoting("problem"), length=Length.FULL), "Problems admitted")
    assert "第三句话" in whole and "More in the report" not in whole
    more = briefing_md(_quoting("problem", not_shown=3), length=Length.FULL)
    assert "*More in the report.*" in more
    assert "3 passages are quoted in Chinese; 3 more of their kind are not shown." in more


def test_without_quotes_nothing_is_said_of_them() -> None:
    assert "Passages set apart" not in briefing_md(digest([indicator(1)]))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        pytest.param("truncated", "broke off", id="truncated"),
        pytest.param("refused", "declined to write", id="refused"),
        pytest.param("failed", "gave no usable answer", id="failed"),
        pytest.param("offline", "did not write this section", id="offline"),
    ],
)
def test_what_the_model_could_not_do_is_said_in_its_section(outcome: Outcome, words: str) -> None:
    sections = [title_section(), section(outcome=outcome, note="content <filter>")]
    text = _part(briefing_md(digest(sections=sections, engine=MODEL)), "Oversight", level=3)
    assert words in text and r"(content \<filter\>)" in text and "offline engine" in text


def test_offline_sections_of_an_offline_run_have_no_note() -> None:
    assert "**Note:**" not in briefing_md(linjiang())


def test_tables_go_by_category_with_verdicts_only_where_one_is_not_supported() -> None:
    table = _part(briefing_md(linjiang()), "Indicators")
    assert table.index("### Legislation") < table.index("### Supervision") < table.index("### Motions")
    assert table.count("| Verdict |") == 1
    assert "| Law-enforcement inspections conducted | 2 to 3 | 2022 | 开展执法检查2至3次 |" in table
    assert "| 跟踪督办突出问题 | over 30 件 |" in table
    assert r"| masked in the source | 2022 | 任免国家机关工作人员\*\*\*人次 |" in table
    assert "| Deputies' suggestions | [!VALUE] 640 | 2022 | contradicted | 代表建议460件 |" in table
    assert "| Completion rate† | 94.35 percent | 2022 | repaired |" in table
    assert "† The English name could not be checked" in table


def test_a_flag_gives_claim_verdict_reason_and_source() -> None:
    flags = _part(briefing_md(linjiang()), "Flagged figures")
    assert "- deputies' suggestions: [!VALUE] 640 件\n" in flags
    assert "  - Contradicted: The source says “460件”, not 640.\n" in flags
    assert "  - In the source: “代表建议460件”" in flags
    assert flags.count("[!VALUE]") == 1, "the row is listed once, though it stands in the table too"


def test_every_figure_of_a_flagged_sentence_is_flagged() -> None:
    flag = Flagged(
        section=1,
        text="The committee heard 29 reports and over 30 briefings in 2022.",
        verdict=Verdict.UNSUPPORTED,
        reason=Reason.NUMBER_NOT_FOUND,
        message="",
        source="",
    )
    text = briefing_md(digest(flagged=[flag]))
    mark = "[!NUMBER_NOT_FOUND]"
    assert f"- The committee heard {mark} 29 reports and {mark} over 30 briefings in 2022.\n" in text


def test_a_flagged_row_or_sentence_that_no_list_names_is_flagged_all_the_same() -> None:
    wrong = indicator(1, value="29", verdict=Verdict.CONTRADICTED, reason=Reason.SCALE, message="It is 19.")
    said = sentence("It heard 77 reports.", 1, verdict=Verdict.UNSUPPORTED, reason=Reason.NUMBER_NOT_FOUND)
    text = briefing_md(digest([wrong], sections=[title_section(), section(sentences=[said])]))
    flags = _part(text, "Flagged figures")
    assert "[!SCALE] 29" in flags and "[!NUMBER_NOT_FOUND] 77" in flags
    assert "77" not in text.split("## Flagged figures", maxsplit=1)[0]


def test_nothing_flagged_has_no_section() -> None:
    assert "## Flagged figures" not in briefing_md(digest([indicator(1)]))


def _related(*, holds: bool) -> Related:
    return Related(
        kind=RelationKind.SHARE,
        operands=["i2", "i1"],
        stated="i3",
        formula="434件 ÷ 460件 ≈ 94.35%",
        computed="94.35",
        holds=holds,
    )


def test_figures_that_disagree_stand_in_a_section_with_the_formula_and_the_source_and_are_counted() -> None:
    rate = indicator(3, name_zh="办结率", name_en="completion rate", value="93.45", unit="%", text="93.45%")
    text = briefing_md(digest([indicator(1), indicator(2), rate], relations=[_related(holds=False)]))
    assert _part(text, "Arithmetic of the report").splitlines()[3:] == [
        "- [!ARITHMETIC] Completion rate: “93.45%” in the source, but “434件 ÷ 460件 ≈ 94.35%”.",
        "  - In the source: “办结率93.45%”",
    ]
    assert text.count("94.35") == 1
    assert "1 sum, share or change checked, 0 right." in _part(text, "Closing account")


def test_figures_that_agree_are_counted_only() -> None:
    rows = [indicator(1), indicator(2), indicator(3)]
    text = briefing_md(digest(rows, relations=[_related(holds=True), _related(holds=True)]))
    assert "## Arithmetic" not in text and "94.35" not in text
    assert "2 sums, shares and changes checked, 2 right." in _part(text, "Closing account")


def test_the_closing_account_adds_up() -> None:
    rows = [
        line.split("|")
        for line in _part(briefing_md(linjiang()), "Closing account").splitlines()
        if "|" in line
    ]
    counts = [int(cells[2].strip().strip("*")) for cells in rows[2:]]
    assert sum(counts[:-1]) == counts[-1] == 11


def test_the_closing_account_of_nothing_is_nothing() -> None:
    coverage = account([], dates=0)
    text = briefing_md(digest().model_copy(update={"coverage": coverage}))
    assert "| **Numbers in the report** | **0** |" in text


def test_a_plan_section_is_told_from_its_class_only_by_its_heading() -> None:
    closing = section("", "", cls=SectionClass.CLOSING, sentences=[sentence("It closed.")])
    assert "## Closing\n\nIt closed." in briefing_md(digest(sections=[closing]))


_TOLD = [
    title_section(),
    section(sentences=[sentence("It heard 19 reports and made two inspections.", 2, 1)]),
    section("今后打算", "Work Ahead", cls=SectionClass.PLAN, sentences=[sentence("Three are planned.", 3)]),
    section("不足", "Shortcomings", cls=SectionClass.PROBLEMS, sentences=[sentence("Some were late.")]),
]
_ROWS = [
    indicator(1, value="19"),
    indicator(2, value="2", text="2次", name_zh="执法检查", name_en="inspections", unit="次"),
    indicator(3, value="3", text="3项", aspect=Aspect.PLANNED, section=2),
    masked(4),
]


def _of_length(length: Length) -> str:
    return briefing_md(digest(_ROWS, sections=_TOLD, glance=(1,)), length=length)


def test_the_parts_stand_in_their_order() -> None:
    parts = re.findall(r"^## (.+)$", _of_length(Length.STANDARD), re.M)
    assert parts == [
        *("At a glance", "Section by section", "Indicators", "Plans", "Problems admitted", "Masked figures"),
        "Closing account",
    ]


def test_a_short_briefing_has_plans_and_problems_but_neither_sections_nor_the_table() -> None:
    text = _of_length(Length.SHORT)
    parts = re.findall(r"^## (.+)$", text, re.M)
    assert parts == ["At a glance", "Plans", "Problems admitted", "Masked figures", "Closing account"]
    assert "Three are planned." in text and "It heard" not in text


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("notes", NoteStyle)
def test_no_length_and_no_notes_hide_a_flag(length: Length, notes: NoteStyle) -> None:
    wrong = indicator(1, value="29", verdict=Verdict.CONTRADICTED, reason=Reason.VALUE, message="It is 19.")
    flags = _part(briefing_md(digest([wrong]), length=length, notes=notes), "Flagged figures")
    assert "[!VALUE] 29" in flags and "In the source: “听取专项工作报告19项”" in flags


def test_plans_and_problems_are_told_once() -> None:
    text = _of_length(Length.FULL)
    for said in ("It heard 19", "Three are planned", "Some were late"):
        assert text.count(said) == 1


def test_a_note_has_the_figures_in_the_order_in_which_the_sentence_tells_them() -> None:
    note = _of_length(Length.STANDARD).split("\n[^2]: ", 1)[1].splitlines()[0]
    assert note == "Oversight, characters 100–111: “听取专项工作报告19项”; 200–206: “执法检查2次”"


def test_short_notes_have_the_place_and_no_notes_leave_no_mark() -> None:
    made = digest(_ROWS, sections=_TOLD)
    short = briefing_md(made, notes=NoteStyle.SHORT)
    assert short.endswith(
        "[^1]: Oversight, characters 100–111; 200–206\n[^2]: Work Ahead, characters 300–310\n"
    )
    none = briefing_md(made, notes=NoteStyle.NONE)
    assert "[^" not in none and "| In the source |" not in none


def test_a_bilingual_briefing_has_the_clause_beside_each_figure() -> None:
    made = digest(_ROWS, sections=_TOLD, glance=(1,))
    text = briefing_md(made, notes=NoteStyle.NONE, bilingual=True)
    assert "two inspections (听取专项工作报告19项；执法检查2次)." in text
    assert "**19** (2022) (听取专项工作报告19项)\n" in text


def test_a_clause_that_is_part_of_another_is_not_said_twice() -> None:
    rows = [indicator(1, quote="报告19项"), indicator(2, text="3次", quote="报告19项，检查3次")]
    told = [title_section(), section(sentences=[sentence("Nineteen and three.", 1, 2)])]
    assert "Nineteen and three (报告19项，检查3次)." in briefing_md(
        digest(rows, sections=told), bilingual=True
    )


def test_a_bilingual_briefing_has_the_clause_in_its_table() -> None:
    made = digest(_ROWS, sections=_TOLD, glance=(1,))
    text = briefing_md(made, notes=NoteStyle.NONE, bilingual=True)
    assert "| In the source |" in text


def test_masked_figures_are_listed_with_the_words_of_the_source() -> None:
    masked_part = _part(_of_length(Length.SHORT), "Masked figures")
    assert r"  - In the source: “任免国家机关工作人员\*\*\*人次”" in masked_part

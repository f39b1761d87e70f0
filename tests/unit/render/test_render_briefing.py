"""The briefing, part by part."""

import pytest
from digest_builder import (
    account,
    digest,
    indicator,
    linjiang,
    masked,
    report,
    section,
    sentence,
    title_section,
)

from summarizer.digest import Engine, Flagged, Outcome, Quoted, Related
from summarizer.outline import SectionClass
from summarizer.quantities import Aspect
from summarizer.reading import Form, ReportKind
from summarizer.render import briefing
from summarizer.verify import Reason, RelationKind, Verdict

MODEL = Engine(name="model", version="0.1.0", model="openai:gpt-x", prompts={}, anchors=None)


def _part(text: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_titles_stand_once_with_facts_and_engine() -> None:
    text = briefing(linjiang())
    assert text.startswith(
        "# Work Report of the Standing Committee of the Linjiang Municipal People's Congress\n"
    )
    assert text.count("临江市人民代表大会常务委员会工作报告") == 1
    assert "- Place: Linjiang (临江市), prefecture level\n" in text
    assert "- Speaker: Lin Dajiang (林大江)\n- Date: 12 January 2023\n" in text
    assert "no language model was used" in text
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_a_model_is_named() -> None:
    text = briefing(digest(engine=MODEL))
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
    lines = briefing(digest(meta=report(kind=kind))).splitlines()
    assert words in lines[2]


def test_an_infographic_says_so_on_top() -> None:
    meta = report().model_copy(update={"form": Form.INFOGRAPHIC})
    assert "infographic of the report, not the report itself" in briefing(digest(meta=meta)).splitlines()[2]


def test_no_title_at_all_is_no_error() -> None:
    meta = report().model_copy(update={"title_en": "", "title_zh": ""})
    assert briefing(digest(meta=meta)).startswith("# Untitled report\n")


def test_glance_shows_figure_qualifier_and_period_with_a_footnote() -> None:
    glance = _part(briefing(linjiang()), "At a glance")
    assert "- Special work reports heard: **19** (2022)[^1]\n" in glance
    assert "- Completion rate: **94.35 percent** (2022)[^2]" in glance


def test_glance_never_shows_flagged_or_masked_figures() -> None:
    flagged = indicator(2, value="640", verdict=Verdict.CONTRADICTED, reason=Reason.VALUE)
    assert "## At a glance" not in briefing(digest([masked(1), flagged], glance=(1, 2)))


def test_a_planned_figure_says_so() -> None:
    plan = indicator(1, aspect=Aspect.PLANNED, period="2023")
    text = briefing(digest([plan], glance=(1,)))
    assert "**19** (plan for 2023)[^1]" in text
    assert "| 19 | 2023 (plan) |" in text


def test_sentences_carry_footnotes_and_equal_citations_share_one() -> None:
    sections = [
        title_section(),
        section(
            sentences=[sentence("Two were heard.", 1, 2), sentence("Two more.", 2), sentence("Again.", 1, 2)]
        ),
    ]
    text = briefing(digest([indicator(1), indicator(2)], sections=sections))
    assert "Two were heard.[^1] Two more.[^2] Again.[^1]" in text
    assert (
        "[^1]: Oversight, characters 100–111: “听取专项工作报告19项”; 200–211: “听取专项工作报告19项”\n"
        in text
    )


def test_a_heading_without_english_has_pinyin_and_one_with_english_the_chinese() -> None:
    text = briefing(linjiang())
    assert "## Oversight\n\n*监督工作*\n" in text
    assert "## 今后一年的打算\n\n*Jinhou yi nian de dasuan*\n" in text


def test_a_section_without_content_is_printed_only_above_one_with_content() -> None:
    told = section("听取报告", "Reports", level=2, sentences=[sentence("Reports were heard.")])
    empty = section("空", "Nothing", level=1)
    text = briefing(
        digest(sections=[title_section(), section(), told, empty, section("无", "None", level=2)])
    )
    assert "## Oversight\n\n*监督工作*\n\n### Reports\n" in text
    assert "Nothing" not in text and "## None" not in text


def test_the_text_before_the_first_heading_is_the_opening() -> None:
    opening = title_section().model_copy(update={"sentences": [sentence("The year went well.")]})
    assert _part(briefing(digest(sections=[opening])), "Opening") == "\nThe year went well.\n"


def test_quotes_stand_apart_under_an_english_lead() -> None:
    quoted = [Quoted(text=words, start=0, end=4, role="problem") for words in ("第一句话", "第二句话")]
    text = briefing(digest(sections=[title_section(), section(quoted=quoted, not_shown=3)]))
    assert (
        "Problems admitted, in the report's words (not translated):\n\n> 第一句话\n>\n> 第二句话\n\n*More"
        in text
    )
    assert "2 passages are quoted in Chinese; 3 more of their kind are not shown." in _part(
        text, "Closing account"
    )


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
    text = _part(briefing(digest(sections=sections, engine=MODEL)), "Oversight")
    assert words in text and r"(content \<filter\>)" in text and "offline engine" in text


def test_offline_sections_of_an_offline_run_have_no_note() -> None:
    assert "**Note:**" not in briefing(linjiang())


def test_tables_go_by_category_with_verdicts_only_where_one_is_not_supported() -> None:
    table = _part(briefing(linjiang()), "Indicators")
    assert table.index("### Legislation") < table.index("### Supervision") < table.index("### Motions")
    assert table.count("| Verdict |") == 1
    assert "| Law-enforcement inspections conducted | 2 to 3 | 2022 | 开展执法检查2至3次 |" in table
    assert "| 跟踪督办突出问题 | over 30 件 |" in table
    assert r"| masked in the source | 2022 | 任免国家机关工作人员\*\*\*人次 |" in table
    assert "| Deputies' suggestions | [!VALUE] 640 | 2022 | contradicted | 代表建议460件 |" in table
    assert "| Completion rate† | 94.35 percent | 2022 | repaired |" in table
    assert "† The English name could not be checked" in table


def test_a_flag_gives_claim_verdict_reason_and_source() -> None:
    flags = _part(briefing(linjiang()), "Flagged figures")
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
    text = briefing(digest(flagged=[flag]))
    mark = "[!NUMBER_NOT_FOUND]"
    assert f"- The committee heard {mark} 29 reports and {mark} over 30 briefings in 2022.\n" in text


def test_a_flagged_row_or_sentence_that_no_list_names_is_flagged_all_the_same() -> None:
    wrong = indicator(1, value="29", verdict=Verdict.CONTRADICTED, reason=Reason.SCALE, message="It is 19.")
    said = sentence("It heard 77 reports.", 1, verdict=Verdict.UNSUPPORTED, reason=Reason.NUMBER_NOT_FOUND)
    text = briefing(digest([wrong], sections=[title_section(), section(sentences=[said])]))
    flags = _part(text, "Flagged figures")
    assert "[!SCALE] 29" in flags and "[!NUMBER_NOT_FOUND] 77" in flags
    assert "77" not in text.split("## Flagged figures", maxsplit=1)[0]


def test_nothing_flagged_has_no_section() -> None:
    assert "## Flagged figures" not in briefing(digest([indicator(1)]))


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
    text = briefing(digest([indicator(1), indicator(2), rate], relations=[_related(holds=False)]))
    assert _part(text, "Arithmetic of the report").splitlines()[3:] == [
        "- [!ARITHMETIC] Completion rate: “93.45%” in the source, but “434件 ÷ 460件 ≈ 94.35%”.",
        "  - In the source: “办结率93.45%”",
    ]
    assert text.count("94.35") == 1
    assert "1 sum, share or change checked, 0 right." in _part(text, "Closing account")


def test_figures_that_agree_are_counted_only() -> None:
    rows = [indicator(1), indicator(2), indicator(3)]
    text = briefing(digest(rows, relations=[_related(holds=True), _related(holds=True)]))
    assert "## Arithmetic" not in text and "94.35" not in text
    assert "2 sums, shares and changes checked, 2 right." in _part(text, "Closing account")


def test_the_closing_account_adds_up() -> None:
    rows = [
        line.split("|") for line in _part(briefing(linjiang()), "Closing account").splitlines() if "|" in line
    ]
    counts = [int(cells[2].strip().strip("*")) for cells in rows[2:]]
    assert sum(counts[:-1]) == counts[-1] == 11


def test_the_closing_account_of_nothing_is_nothing() -> None:
    coverage = account([], dates=0)
    text = briefing(digest().model_copy(update={"coverage": coverage}))
    assert "| **Numbers in the report** | **0** |" in text


def test_a_plan_section_is_told_from_its_class_only_by_its_heading() -> None:
    closing = section("", "", cls=SectionClass.CLOSING, sentences=[sentence("It closed.")])
    assert "## Closing\n\nIt closed." in briefing(digest(sections=[closing]))

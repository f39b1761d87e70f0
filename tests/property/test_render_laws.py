"""Laws of what is printed: no number without a supported verdict, no foreign text that is more than text."""

import re

from digest_builder import briefing_md, digest, indicator, section, sentence, title_section
from foreign_texts import TEXTS
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.compare import comparison
from summarizer.digest import Digest, DigestIndicator, Quoted, Related
from summarizer.outline import SectionClass
from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.render import digest_from_json, digest_json, markdown, side_by_side
from summarizer.render.escape import inline, one_line, window
from summarizer.verify import Reason, RelationKind, Verdict

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WRONG = [verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED]
KEYS = ["", "special_reports_heard", "standing_committee_meetings", "regulations_enacted"]


@st.composite
def indicators(draw: st.DrawFn, number: int) -> DigestIndicator:
    """A row whose value is one of a kind, so that it is found wherever it is printed."""
    good = draw(st.booleans())
    value = str(7001 + 2 * number) if good else str(8002 + 2 * number)
    return indicator(
        number,
        name_en=draw(st.sampled_from(["", "reports heard"])),
        value=draw(st.sampled_from([value, value, value, None])),
        unit=draw(st.sampled_from(["", "项", "人次", "元", "%", "户"])),
        qualifier=draw(st.sampled_from([Qualifier.EXACT, Qualifier.OVER, Qualifier.ABOUT, Qualifier.MASKED])),
        text="若干项",
        category=draw(st.sampled_from(Category)),
        key=draw(st.sampled_from(KEYS)),
        aspect=draw(st.sampled_from(Aspect)),
        period=draw(st.sampled_from(["", "2022", "2018-2022"])),
        verdict=Verdict.SUPPORTED if good else draw(st.sampled_from(WRONG)),
        reason=Reason.EXACT if good else Reason.VALUE,
        name_checked=draw(st.booleans()),
    )


@st.composite
def digests(draw: st.DrawFn) -> Digest:
    count = draw(st.integers(0, 6))
    rows = [draw(indicators(number)) for number in range(1, count + 1)]
    told = []
    for number in draw(st.lists(st.integers(1, 6), max_size=4)):
        good = draw(st.booleans())
        told.append(
            sentence(
                f"It heard {9001 if good else 9002} reports.",
                *(n for n in (number,) if n <= count),
                verdict=Verdict.SUPPORTED if good else draw(st.sampled_from(WRONG)),
                reason=Reason.EXACT if good else Reason.VALUE,
            )
        )
    glance = draw(st.lists(st.integers(1, count), unique=True)) if count else []
    related = [
        Related(
            kind=draw(st.sampled_from(RelationKind)),
            operands=[f"i{n}" for n in range(1, 3)],
            stated=f"i{draw(st.integers(1, 6))}",
            formula="若干项 + 若干项 = 6006项",
            computed="6006",
            holds=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    sections = [title_section(), section(sentences=told)]
    return digest(rows, sections=sections, glance=glance, relations=related)


def _wrong_numbers(text: str) -> list[str]:
    """The unsupported values (even, from 8002 or 9002) in a text that do not stand behind a flag."""
    unflagged = re.sub(r"\[!VALUE\] (?:over |about )?[\d,]+", "", text)
    return [
        n
        for n in re.findall(r"\d,?\d{3}", unflagged)
        if n.replace(",", "") in {*map(str, range(8002, 8020)), "9002"}
    ]


@given(digests())
def test_no_number_without_a_supported_verdict_is_printed_unflagged(made: Digest) -> None:
    assert _wrong_numbers(briefing_md(made)) == []


@given(digests())
def test_prose_and_glance_hold_no_flagged_figure_at_all(made: Digest) -> None:
    above = briefing_md(made).split("## Indicators")[0].split("## Flagged figures")[0]
    assert "[!" not in above and _wrong_numbers(above) == []


@given(digests())
def test_what_the_figures_of_the_report_come_to_stands_only_as_evidence_of_a_disagreement(
    made: Digest,
) -> None:
    text = briefing_md(made)
    above, _, rest = text.partition("## Arithmetic of the report")
    disagree = [r for r in made.relations if not r.holds and r.stated in {row.id for row in made.indicators}]
    assert "6006" not in above and "6006" not in rest.partition("## Closing account")[2]
    assert rest.count("6006") == rest.count("[!ARITHMETIC]") == len(disagree)


@given(st.lists(digests(), max_size=3))
def test_a_comparison_prints_flagged_figures_only_flagged(made: list[Digest]) -> None:
    result = comparison(made)
    assert _wrong_numbers(markdown(side_by_side(result))) == []
    cells = {cell.cite: cell for row in result.rows for cell in row.cells}
    for said in result.summary:
        assert said.cites and all(
            cells[cite].verdict is Verdict.SUPPORTED for cite in said.cites if "because" not in said.text
        )


@given(st.lists(digests(), max_size=3))
def test_a_comparison_loses_no_figure_with_a_key(made: list[Digest]) -> None:
    result = comparison(made)
    counted = sum(1 + cell.others for row in result.rows for cell in row.cells)
    assert counted + result.counts.without_key == sum(len(d.indicators) for d in made)


@given(digests())
def test_json_gives_the_digest_back(made: Digest) -> None:
    assert digest_from_json(digest_json(made)) == made


@given(TEXTS)
def test_a_hostile_text_stays_inside_its_cell(text: str) -> None:
    row = indicator(1, name_zh="监督", name_en="", text="3项", quote=f"{text}3项{text}")
    plain = indicator(1, name_zh="监督", name_en="", text="3项", quote="3项")
    hostile, tame = (briefing_md(digest([r])).splitlines() for r in (row, plain))
    assert len(hostile) == len(tame)
    cells = next(line for line in hostile if line.startswith("| 监督 |"))
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", cells)) == 5
    assert _specials(cells) == []


def _specials(markdown: str) -> list[str]:
    """Characters that could begin markup and are not escaped."""
    bare = re.sub(r"\\.", "", markdown)
    return list(re.findall(r"[\[\]<>`*#&~$]", bare))


@given(TEXTS)
def test_escaped_text_shows_what_it_was_on_one_line(text: str) -> None:
    shown = inline(text)
    assert len(shown.splitlines()) <= 1
    assert re.sub(r"\\(.)", r"\1", shown) == one_line(text)
    assert _specials(shown) == []
    assert not re.match(r"[-+=]|\d+[.)](?:\s|$)", shown)
    assert not re.search(r"(?i)https?://|www\.", shown)


@given(TEXTS.filter(one_line))
def test_a_markdown_reader_sees_nothing_but_the_text(text: str) -> None:
    shown = inline(text)
    for source, depth in ((shown, 1), (f"- {shown}", 3), (f"# {shown}", 1), (f"| {shown} |\n| --- |\n", 3)):
        blocks = _READER.parse(source)
        (content,) = [token for token in blocks if token.type == "inline"]
        assert len(blocks) == 2 * depth + 1 + (2 if source.startswith("|") else 0)
        assert {child.type for child in content.children or []} <= {"text", "text_special"}
        assert "".join(child.content for child in content.children or []) == one_line(text)


@given(TEXTS, st.integers(-5, 50), st.integers(-5, 50), st.integers(5, 60))
def test_a_window_is_never_wider_than_asked_for(quote: str, start: int, end: int, width: int) -> None:
    low, high = sorted((start, end))
    assert len(window(quote, low, high, width=width)) <= width + 2


@given(TEXTS, TEXTS, TEXTS)
def test_foreign_text_anywhere_makes_no_line_of_its_own(title: str, quote: str, note: str) -> None:
    quoted = [Quoted(text=f"一{quote}", start=0, end=2, role="plan")]
    whole = section(f"题{title}", "", title_pinyin=note, cls=SectionClass.PLAN, note=note, quoted=quoted)
    made = digest(
        sections=[title_section(), whole, section(sentences=[sentence(f"It {quote}")])], source=f"f{title}"
    )
    for line in briefing_md(made).splitlines():
        assert not line.startswith(("[^1]:", "<", "```", "    "))
        assert "](" not in re.sub(r"\\.", "", line)

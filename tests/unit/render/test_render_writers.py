"""One page in every format of text: what each block becomes, and that nothing foreign becomes more than text."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from digest_builder import linjiang
from markdown_it import MarkdownIt
from word_dump import lines as word_lines

from summarizer.formats import PageFormat, written
from summarizer.render import briefing
from summarizer.render.page import (
    Bullets,
    Chinese,
    Facts,
    Flag,
    Heading,
    Item,
    Note,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Run,
    Style,
    Table,
    line,
)

HOSTILE = "<script>alert(1)</script> & [x](y) | \"q\" 'a' *b* `c`\n# d\u202e"

PAGE = Page(
    title="A page",
    blocks=(
        Heading(1, line("A page")),
        Notice("Beware.", line("It is a test.")),
        Facts((("Place", line("Linjiang (", Chinese("临江市"), ")")),)),
        Paragraph(line("Who wrote it."), aside=True),
        Heading(2, line("First"), (Chinese("第一"),)),
        Paragraph(line("Eight were held.", NoteMark(1), " Nine were not.", NoteMark(2), " Eight again.", NoteMark(1))),
        Quotation(("第一句话。", "第二句话。")),
        Bullets((Item(line(Flag("VALUE"), "29 reports"), (line("It is 19."),)), Item(line("More")))),
        Heading(2, line("Second")),
        Bullets((Item(line("One")), Item(line("Two"))), ordered=True),
        Table(
            head=(line("Indicator"), line("Figure"), line("Period")),
            rows=(
                (line("Meetings"), (Run("8", Style.STRONG),), line("2023")),
                (line("Visits"), line(Flag("SCALE"), "12"), ()),
            ),
            right=frozenset({1}),
        ),
    ),
    notes=(Note(1, line("First, characters 1–2: “", Chinese("八次"), "”")), Note(2, line("First"))),
)  # fmt: skip


def test_markdown() -> None:
    assert written(PAGE, PageFormat.MARKDOWN).splitlines() == [
        "# A page",
        "",
        "> **Beware.** It is a test.",
        "",
        "- Place: Linjiang (临江市)",
        "",
        "*Who wrote it.*",
        "",
        "## First",
        "",
        "*第一*",
        "",
        "Eight were held.[^1] Nine were not.[^2] Eight again.[^1]",
        "",
        "> 第一句话。",
        ">",
        "> 第二句话。",
        "",
        "- [!VALUE] 29 reports",
        "  - It is 19.",
        "- More",
        "",
        "## Second",
        "",
        "1. One",
        "2. Two",
        "",
        "| Indicator | Figure | Period |",
        "| --- | ---: | --- |",
        "| Meetings | **8** | 2023 |",
        "| Visits | [!SCALE] 12 |  |",
        "",
        "[^1]: First, characters 1–2: “八次”",
        "[^2]: First",
    ]


def test_plain_text() -> None:
    assert written(PAGE, PageFormat.TEXT).splitlines() == [
        "A page",
        "======",
        "",
        "! Beware. It is a test.",
        "",
        "Place: Linjiang (临江市)",
        "",
        "Who wrote it.",
        "",
        "FIRST",
        "第一",
        "-----",
        "",
        "Eight were held.[1] Nine were not.[2] Eight again.[1]",
        "",
        "    第一句话。",
        "    第二句话。",
        "",
        "- [!VALUE] 29 reports",
        "    It is 19.",
        "- More",
        "",
        "SECOND",
        "------",
        "",
        "1. One",
        "2. Two",
        "",
        "- Meetings: 8 (Period: 2023)",
        "- Visits: [!SCALE] 12",
        "",
        "Notes",
        "[1] First, characters 1–2: “八次”",
        "[2] First",
    ]


class _Tags(HTMLParser):
    """Every element with its attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def test_html_is_well_formed_and_every_reference_leads_somewhere() -> None:
    found = _Tags(written(PAGE, PageFormat.HTML))
    assert found.open == []
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = [attrs["href"] or "" for tag, attrs in found.tags if tag == "a"]
    assert links and {link.removeprefix("#") for link in links} <= set(ids)
    assert links.count("#n1") == 2 and links.count("#r1") == 1
    assert ("html", {"lang": "en"}) in found.tags
    assert ("span", {"lang": "zh"}) in found.tags and ("blockquote", {"lang": "zh"}) in found.tags
    assert [tag for tag, attrs in found.tags if attrs.get("class") == "flag"] == ["strong", "strong"]
    assert "[!VALUE] 29 reports" in found.text


def test_html_has_a_policy_that_allows_its_own_style_sheet_and_nothing_else() -> None:
    text = written(PAGE, PageFormat.HTML)
    css = text.split("<style>", 1)[1].split("</style>", 1)[0]
    hashed = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    (policy,) = [
        a["content"] for t, a in _Tags(text).tags if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    used = {attribute for _, attrs in _Tags(text).tags for attribute in attrs}
    assert not {name for name in used if name == "style" or name.startswith("on")}
    assert "url(" not in css and "@import" not in css


HOSTILE_PAGE = Page(
    title=HOSTILE,
    blocks=(
        Heading(1, line(HOSTILE), (Chinese(HOSTILE),)),
        Notice(HOSTILE, line(HOSTILE)),
        Facts(((HOSTILE, line(HOSTILE)),)),
        Paragraph(line(HOSTILE, Run(HOSTILE, Style.CODE), Run(HOSTILE, Style.STRONG))),
        Heading(2, line(HOSTILE)),
        Quotation((HOSTILE,)),
        Bullets((Item(line(HOSTILE), (line(HOSTILE),)),)),
        Heading(2, line(HOSTILE)),
        Table(head=(line(HOSTILE), line(HOSTILE)), rows=((line(HOSTILE), (Chinese(HOSTILE),)),)),
    ),
    notes=(Note(1, line(HOSTILE)),),
)


def _seen(page: Page, form: PageFormat) -> str:
    """What a reader of the format sees."""
    made = written(page, form)
    if isinstance(made, bytes):
        return "\n".join(word_lines(made))
    return _Tags(made).text if form is PageFormat.HTML else made


@pytest.mark.parametrize("form", PageFormat)
def test_unseen_characters_are_left_out(form: PageFormat) -> None:
    assert "\u202e" not in _seen(HOSTILE_PAGE, form)


def test_foreign_text_makes_no_element() -> None:
    found = _Tags(written(HOSTILE_PAGE, PageFormat.HTML))
    assert found.open == [] and "script" not in {tag for tag, _ in found.tags}
    assert found.text.count("<script>alert(1)</script>") == 22
    reader = MarkdownIt("commonmark").enable(["table"])
    tokens = reader.parse(written(HOSTILE_PAGE, PageFormat.MARKDOWN))
    inner = [child.type for token in tokens for child in token.children or []]
    assert not {"html_inline", "link_open", "html_block"} & {*inner, *(token.type for token in tokens)}
    assert [token.type for token in tokens].count("heading_open") == 4 - 1
    assert all("\n" not in text for text in re.split(r"\n\n|\n", written(HOSTILE_PAGE, PageFormat.TEXT)))


@pytest.mark.parametrize("form", PageFormat)
def test_a_briefing_in_every_format_has_flags_and_account(form: PageFormat) -> None:
    shown = _seen(briefing(linjiang()), form)
    assert "[!VALUE] 640" in shown
    assert "closing account" in shown.lower()


def test_in_plain_text_every_column_of_a_table_across_reports_is_named_and_what_is_missing_left_out() -> None:
    head = (line("Indicator"), line("A · Linjiang"), line("B · Haibei"))
    rows = (
        (line("Meetings"), line("8 (2023)"), line("7 (2023)")),
        (line("Visits"), line("–"), line(Flag("SCALE"), "12")),
        (line("Letters"), line("–"), line("–")),
    )
    text = written(Page("P", (Table(head, rows, across=True),)), PageFormat.TEXT)
    assert text == (
        "- Meetings: A · Linjiang: 8 (2023); B · Haibei: 7 (2023)\n- Visits: B · Haibei: [!SCALE] 12\n- Letters: –\n"
    )

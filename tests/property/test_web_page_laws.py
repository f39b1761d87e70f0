"""Laws of web pages: however a page wraps its words, it is the text that they make."""

from html import escape
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.quantities import Kind, mentions
from summarizer.reading import Limits, extract, read
from summarizer.reading.html import extract_html

SENTENCES = st.sampled_from(
    [
        "全年听取和审议专项工作报告19项，开展执法检查5次。",
        "办理代表建议1,146件，满意率达到98.6%。",
        "接待群众30余次、***人次，A<B&C。",
        "全县生产总值262.6亿元，同比增长5.3％。",
        "一、2023年的主要工作",
        "（二）修订《青河县饮用水条例》等七部法规。",
    ]
)
INLINE = st.sampled_from(
    ["span", "b", "font color=red", "a name=x", "o:p", "em class=nav", "u style='color:red'", "i lang=EN-US"]
)
BLOCK = st.sampled_from(
    ["p", "div", "section", "blockquote", "li", "h3", "td", "center", "p style='text-indent:2em'"]
)
UNSEEN = st.sampled_from(
    [
        "<!-- 7项 -->",
        "<script>x='<p>7项'</script>",
        "<style>7</style>",
        '<i style="display:none">7项</i>',
        "<input value=7>",
    ]
)


@st.composite
def _marked(draw: st.DrawFn, words: str) -> str:
    """The words with marks around stretches of them, and things unseen between, wherever that may be."""
    edges = sorted(draw(st.lists(st.integers(0, len(words)), max_size=4)))
    parts = [words[one:other] for one, other in pairwise([0, *edges, len(words)])]
    made: list[str] = []
    for part in parts:
        mark = draw(st.none() | INLINE)
        inner = escape(part, quote=False)
        made.append(f"<{mark}>{inner}</{mark.split()[0]}>" if mark else inner)
        made.append(draw(st.just("") | UNSEEN))
    return "".join(made)


@st.composite
def _pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A page, and the lines that it shows."""
    shown = draw(st.lists(SENTENCES, min_size=1, max_size=6))
    made: list[str] = []
    for line in shown:
        block = draw(BLOCK)
        piece = f"<{block}>{draw(_marked(line))}</{block.split()[0]}>"
        for _ in range(draw(st.integers(0, 3))):
            around = draw(st.sampled_from(["div", "article", "table><tr><td", "ul><li", "span"]))
            piece = f"<{around}>{piece}" + "".join(f"</{tag}>" for tag in reversed(around.split("><")))
        made.append(piece + draw(st.sampled_from(["", "\n", "\n    ", "<br>", "<p>&nbsp;</p>"])))
    return "<!doctype html><body>" + "".join(made), shown


@given(made=_pages())
def test_a_page_is_the_lines_that_it_shows(made: tuple[str, list[str]]) -> None:
    markup, shown = made
    assert extract(markup.encode("utf-8"), name="page", limits=Limits()).text == "\n".join(shown)


@examples(30)
@given(made=_pages())
def test_figures_of_a_page_are_those_of_its_text(made: tuple[str, list[str]]) -> None:
    markup, shown = made
    page = read(markup.encode("utf-8"), name="page")
    plain = read("\n".join(shown).encode("utf-8"), name="text")
    assert mentions(page) == mentions(plain)
    assert all(
        figure.span.of(page.text).startswith(figure.number.of(page.text)[:1])
        for figure in mentions(page)
        if figure.kind is Kind.INDICATOR
    )


@given(markup=st.text(alphabet="<>/!-=\"'&;#x 5项一pdivtabler\n\xa0", max_size=300))
def test_regions_of_any_markup_are_apart_in_order_and_inside_the_text(markup: str) -> None:
    found = extract_html(f"<p>一、监督{markup}".encode(), name="page", limits=Limits())
    assert all(one.span.end <= other.span.start for one, other in pairwise(found.regions))
    assert all(region.span.end <= len(found.text) for region in found.regions)
    assert found.text == found.text.strip("\n")

"""Laws of regions: what portals, papers and document sites put around a report is found, and the report comes out as it went in."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import portal_noise as noise
import pytest
from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.reading import Region, body_of
from summarizer.reading.regions import regions_of

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_NAMES = ("yanxi_government_2021", "yunqiao_congress_2022", "yunqiao_congress_2023")
_WORD = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")
_NUMERAL = re.compile(r"\d+")
_BETWEEN_COPIES = (
    "",
    "发布日期:2023-01-12\n来源:青河发布\n【字体：大 中 小】\n",
    "上一篇：没有了\n阅读全文\n",
)


@cache
def _report(name: str) -> str:
    """The text of an example without what is not report in it."""
    text = (_EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    return body_of(text, regions_of(text)).text


def _parts(report: str) -> tuple[str, str, str, str]:
    """The head, and the rest in three: up to the second paragraph, up to one behind the middle, the last ones."""
    lines = report.split("\n")
    salutation = next(at for at, line in enumerate(lines) if line.startswith("各位代表"))
    middle = next(at for at in range(len(lines) // 2, len(lines)) if len(lines[at - 1]) > 60)
    cuts = [0, salutation, salutation + 2, middle, len(lines)]
    head, opening, first, last = ("\n".join(lines[one:other]) for one, other in pairwise(cuts))
    return head, opening, first, last


def _words(text: str) -> str:
    return "".join(_WORD.findall(text))


def _left(text: str, regions: tuple[Region, ...]) -> str:
    left = text
    for region in reversed(regions):
        left = left[: region.span.start] + left[region.span.end :]
    return left


def _cases(blocks: dict[str, tuple[str, ...]]) -> list[object]:
    return [
        pytest.param(block, kind, id=f"{kind} {number}")
        for kind, of_kind in blocks.items()
        for number, block in enumerate(of_kind)
    ]


def _assert_found(before: str, block: str, after: str, report: str, kinds: set[str]) -> None:
    """The regions of `before block after` lie in the block, are of these kinds, and leave the report."""
    text = before + block + after
    regions = regions_of(text)
    assert all(len(before) <= r.span.start and r.span.end <= len(before + block) for r in regions)
    assert {region.kind.value for region in regions} <= kinds
    assert body_of(text, regions).text == report


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(("block", "kind"), _cases(noise.ABOVE))
def test_noise_above_the_title(name: str, block: str, kind: str) -> None:
    _assert_found("", block, "\n" + _report(name), _report(name), {kind})


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(("block", "kind"), _cases(noise.UNDER_THE_TITLE))
def test_noise_under_the_title(name: str, block: str, kind: str) -> None:
    head, *rest = _parts(_report(name))
    # A line may hold both who published the text and the switch of its letters.
    kinds = {"byline", "navigation"} if "字体" in block else {kind}
    _assert_found(head + "\n", block, "\n" + "\n".join(rest), _report(name), kinds)


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(("block", "kind"), _cases(noise.BETWEEN))
def test_noise_between_paragraphs(name: str, block: str, kind: str) -> None:
    *before, last = _parts(_report(name))
    _assert_found("\n".join(before) + "\n", block, "\n" + last, _report(name), {kind})


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(("block", "kind"), _cases(noise.BELOW))
def test_noise_below_the_report(name: str, block: str, kind: str) -> None:
    _assert_found(_report(name) + "\n", block, "", _report(name), {kind, "footer", "navigation"})


@pytest.mark.parametrize("footer", ["", "\n责任编辑：某某\n分享到：\nQQ空间\n版权所有：青河市人民政府"])
@pytest.mark.parametrize("block", noise.GLOSSARIES)
def test_notes_on_terms_in_any_form(block: str, footer: str) -> None:
    for name in _NAMES:
        kinds = {"glossary", "footer", "byline"} if footer else {"glossary"}
        _assert_found(_report(name) + "\n", block + footer, "", _report(name), kinds)
        text = f"{_report(name)}\n{block}{footer}"
        found = next(region for region in regions_of(text) if region.kind.value == "glossary")
        assert found.span.of(text) == block


def _any_of(blocks: dict[str, tuple[str, ...]]) -> st.SearchStrategy[list[str]]:
    return st.lists(
        st.sampled_from([block for of_kind in blocks.values() for block in of_kind]), max_size=3, unique=True
    )


@examples(150)
@given(
    name=st.sampled_from(_NAMES),
    above=_any_of(noise.ABOVE),
    under=_any_of(noise.UNDER_THE_TITLE),
    between=st.tuples(_any_of(noise.BETWEEN), _any_of(noise.BETWEEN)),
    notes=st.sampled_from(["", *noise.GLOSSARIES]),
    below=_any_of(noise.BELOW),
    gap=st.sampled_from(["\n", "\r\n", "\n\n", "\n \u3000\n"]),
)
def test_a_page_full_of_noise_gives_the_report_and_nothing_else(
    name: str,
    above: list[str],
    under: list[str],
    between: tuple[list[str], list[str]],
    notes: str,
    below: list[str],
    gap: str,
) -> None:
    report = _report(name)
    head, opening, first, last = _parts(report)
    pieces = [*above, head, *under, opening, *between[0], first, *between[1], last, notes, *below]
    page = gap.join(piece for piece in pieces if piece)
    assert body_of(page, regions_of(page)).text == report


def _narrow(report: str) -> str:
    return "\n".join(
        line[at : at + 34] for line in report.split("\n") for at in range(0, max(1, len(line)), 34)
    )


def _half_width(report: str) -> str:
    return report.translate(str.maketrans("，；：（）！", ",;:()!"))


def _other_figures(report: str) -> str:
    """Every fifth figure is one more."""
    counter = iter(range(1_000_000))
    return _NUMERAL.sub(lambda found: str(int(found[0]) + (next(counter) % 5 == 4)), report)


def _with_pages(report: str) -> str:
    lines = report.split("\n")
    return "\n".join(
        f"{line}\n第 {at} 页 共 9 页\n【会员专享最新资料/每天更新】!" if at % 5 == 4 else line
        for at, line in enumerate(lines)
    )


def _without_a_paragraph(report: str) -> str:
    lines = report.split("\n")
    long = [at for at, line in enumerate(lines) if len(line) > 100]
    return "\n".join(line for at, line in enumerate(lines) if at != long[len(long) // 2])


_ALTERED = [str, _narrow, _half_width, _other_figures, _with_pages, _without_a_paragraph]


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("between", _BETWEEN_COPIES)
@pytest.mark.parametrize("altered", _ALTERED)
def test_a_second_copy_is_left_out_whatever_is_other_in_it(name: str, between: str, altered: object) -> None:
    assert callable(altered)
    report = _report(name)
    text = f"{report}\n{between}{altered(report)}"
    assert body_of(text, regions_of(text)).text == report


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("times", [2, 3, 6])
def test_of_several_copies_one_is_left(name: str, times: int) -> None:
    text = ("\n" + _BETWEEN_COPIES[1]).join([_report(name)] * times)
    assert body_of(text, regions_of(text)).text == _report(name)


@given(name=st.sampled_from(_NAMES), share=st.integers(25, 95), between=st.sampled_from(_BETWEEN_COPIES))
@examples(60)
def test_a_copy_that_breaks_off_gives_way_to_the_whole_one(name: str, share: int, between: str) -> None:
    report = _report(name)
    part = report[: len(report) * share // 100]
    for text in (f"{part}\n{between}{report}", f"{report}\n{between}{part}"):
        left = _words(_left(text, regions_of(text)))
        sentences = [_words(sentence) for sentence in re.split("[。！？；\n]", report)]
        assert all(sentence in left for sentence in sentences)
        # Nothing is said twice but the paragraph in which the copy broke off.
        assert len(left) <= len(_words(report)) + 300


@pytest.mark.parametrize("name", _NAMES)
def test_paragraphs_said_again_inside_a_report_are_no_copy(name: str) -> None:
    lines = _report(name).split("\n")
    again = [line for line in lines if len(line) > 60][1:3]
    place = len(lines) * 3 // 4
    text = "\n".join([*lines[:place], *again, *lines[place:]])
    assert regions_of(text) == ()

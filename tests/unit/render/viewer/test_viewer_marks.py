"""How stretches that overlap become elements."""

import pytest
from viewer_page import page_of

from summarizer.render.viewer.marks import Evidence, Stretch, marked


def stretch(start: int, end: int, id: str, *, quiet: bool = False) -> Stretch:
    return Stretch(start, end, "a", {"class": id}, first={"id": id}, quiet=quiet)


def test_a_text_without_stretches_is_escaped_text() -> None:
    assert marked("a<b>&\"'", [], []) == "a&lt;b&gt;&amp;&#34;&#39;"
    assert marked("", [], []) == ""


def test_the_longer_of_two_is_the_outer_one() -> None:
    html = marked("abcdef", [stretch(2, 3, "in"), stretch(1, 5, "out")], [])
    assert html == 'a<a class="out" id="out">b<a class="in" id="in">c</a>de</a>f'


def test_where_two_cross_the_shorter_is_cut_and_keeps_its_id_once() -> None:
    html = marked("abcdefgh", [stretch(0, 5, "long"), stretch(3, 7, "short")], [])
    assert html == (
        '<a class="long" id="long">abc<a class="short" id="short">de</a></a><a class="short">fg</a>h'
    )


def test_evidence_crosses_numbers_and_other_evidence() -> None:
    html = marked("abcdef", [stretch(2, 4, "n")], [Evidence(0, 3, "i1"), Evidence(1, 6, "i2")])
    assert html == (
        '<span data-of="i1">a</span><span data-of="i1 i2">b</span>'
        '<a class="n" id="n"><span data-of="i1 i2">c</span><span data-of="i2">d</span></a>'
        '<span data-of="i2">ef</span>'
    )


def test_evidence_of_one_twice_is_named_once() -> None:
    assert marked("ab", [], [Evidence(0, 2, "i1"), Evidence(0, 2, "i1")]) == '<span data-of="i1">ab</span>'


def test_no_evidence_is_shown_inside_what_is_not_the_report() -> None:
    html = marked("abcdef", [stretch(2, 4, "page", quiet=True)], [Evidence(0, 6, "i1")])
    assert html == (
        '<span data-of="i1">ab</span><a class="page" id="page">cd</a><span data-of="i1">ef</span>'
    )


@pytest.mark.parametrize("place", [(-1, 2), (4, 9), (3, 3), (5, 2)])
def test_what_does_not_lie_in_the_text_is_left_out(place: tuple[int, int]) -> None:
    start, end = place
    assert marked("abcdef", [stretch(start, end, "x")], [Evidence(start, end, "i1")]) == "abcdef"


def test_places_are_code_points() -> None:
    html = marked("𠮷𠮷19项", [stretch(2, 5, "n")], [])
    assert page_of(html).by_id("n").text == "19项"


def test_characters_that_could_mislead_are_shown_as_unreadable() -> None:
    assert marked("a\x00b\u202e91\u2066\ud800", [], []) == "a\ufffdb\ufffd91\ufffd\ufffd"
    assert marked("a\tb\r\nc\u3000", [], []) == "a\tb\r\nc\u3000"


def test_attributes_are_escaped() -> None:
    html = marked("x", [Stretch(0, 1, "a", {"title": '"><script>'})], [])
    assert html == '<a title="&#34;&gt;&lt;script&gt;">x</a>'

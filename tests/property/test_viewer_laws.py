"""Laws of the evidence viewer: no stretch gets lost however stretches overlap, and foreign text is never more than text."""

import json
import re
from typing import Any

from foreign_texts import TEXTS
from guarantee import DOC, INVENTORY, SOURCE, hostile_digests, true_digest
from hypothesis import assume, given
from hypothesis import strategies as st
from law_examples import examples
from viewer_page import Element, page_of

from summarizer.digest import Digest
from summarizer.reading import Document, Source
from summarizer.render import digest_from_json, digest_json, evidence_viewer
from summarizer.render.viewer.marks import Evidence, Stretch, marked

_TEXT = "一二𠮷四五六七八九十<&>末"
_PLACES = st.tuples(st.integers(-2, 16), st.integers(-2, 16))


def _characters(page: Element) -> list[tuple[str, set[str], set[str]]]:
    """Every character with the classes of the elements around it and what it bears out."""
    found: list[tuple[str, set[str], set[str]]] = []

    def walk(element: Element, classes: set[str], keys: set[str]) -> None:
        for child in element.children:
            if isinstance(child, str):
                found.extend((char, classes, keys) for char in child)
            else:
                walk(child, classes | child.classes, keys | set(child.attributes.get("data-of", "").split()))

    walk(page, set(), set())
    return found


@given(stretches=st.lists(_PLACES, max_size=6), evidence=st.lists(_PLACES, max_size=6))
def test_every_character_has_exactly_its_stretches_and_evidence(
    stretches: list[tuple[int, int]], evidence: list[tuple[int, int]]
) -> None:
    html = marked(
        _TEXT,
        [Stretch(start, end, "a", {"class": f"s{n}"}, {"id": f"s{n}"}) for n, (start, end) in enumerate(stretches)],
        [Evidence(start, end, f"e{n}") for n, (start, end) in enumerate(evidence)],
    )  # fmt: skip
    page = page_of(html)

    def holding(places: list[tuple[int, int]], name: str, at: int) -> set[str]:
        return {
            f"{name}{n}"
            for n, (start, end) in enumerate(places)
            if 0 <= start <= at < end <= len(_TEXT)
        }  # fmt: skip

    assert _characters(page) == [
        (char, holding(stretches, "s", at), holding(evidence, "e", at)) for at, char in enumerate(_TEXT)
    ]
    ids = [one.attributes["id"] for one in page.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))


def _only_our_elements(html: str) -> None:
    """Asserts that the page is made of the template's elements alone: nothing that loads, runs or styles by itself."""
    page = page_of(html)
    assert {one.tag for one in page.walk()} <= _TAGS
    for one in page.walk():
        assert not [name for name in one.attributes if name.startswith("on") or name in {"style", "src"}]
        assert one.attributes.get("href", "#").startswith("#")
    ids = [one.attributes["id"] for one in page.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))


_TAGS = {one.tag for one in page_of(evidence_viewer(true_digest(), INVENTORY)).walk()} | {
    "details", "summary", "ol", "ul", "abbr", "blockquote", "small", "b", "strong", "q", "h3",
}  # fmt: skip


@examples(60)
@given(saved=hostile_digests())
def test_a_hostile_digest_breaks_no_page_and_leaves_the_report_as_it_is(saved: Digest | None) -> None:
    if saved is None:
        return
    html = evidence_viewer(saved, INVENTORY)
    _only_our_elements(html)
    assert page_of(html).by_id("text").text == SOURCE


_OFFSETS = st.integers(-5, 2 * len(SOURCE)) | st.sampled_from([0, 10**9])


@examples(60)
@given(data=st.data())
def test_places_that_do_not_fit_the_report_break_no_page(data: st.DataObject) -> None:
    whole: dict[str, Any] = json.loads(digest_json(true_digest()))
    row = data.draw(st.sampled_from(whole["indicators"]))
    start = data.draw(st.integers(0, 10**6))
    end = start + data.draw(st.integers(1, 40))
    assume((start, end) != (row["start"], row["end"]))
    row |= {"start": start, "end": end}
    row |= {"quote_start": data.draw(_OFFSETS), "quote_end": data.draw(_OFFSETS)}
    row["evidence"] = data.draw(st.lists(st.tuples(_OFFSETS, _OFFSETS), max_size=3))
    for section in whole["sections"]:
        section |= {"start": data.draw(_OFFSETS), "end": data.draw(_OFFSETS)}
        for quote in section["quoted"]:
            quote |= {"start": data.draw(_OFFSETS), "end": data.draw(_OFFSETS)}
    html = evidence_viewer(digest_from_json(json.dumps(whole)), INVENTORY)
    _only_our_elements(html)
    page = page_of(html)
    assert page.by_id("text").text == SOURCE
    assert "[!NUMBER_NOT_FOUND] " in page.by_id(row["id"]).text


@examples(60)
@given(
    said=TEXTS.filter(lambda said: not re.search("[\ud800-\udfff]", said))
)  # no JSON can hold half a character
def test_foreign_text_anywhere_is_nothing_but_text(said: str) -> None:
    whole: dict[str, Any] = json.loads(digest_json(true_digest()))
    for row in whole["indicators"]:
        row |= {"name_en": said, "message": said, "verdict": "contradicted", "reason": "VALUE", "quote": said}
        row |= {"repair": said, "before": said, "period": said, "key": said, "unit": said, "name_zh": said}
    whole["indicators"][0]["id"] = said or "-"
    whole["glance"] = []
    for section in whole["sections"]:
        section |= {"title_en": said, "title_zh": said, "note": said, "outcome": "refused", "sentences": []}
        section["quoted"] = [{"text": said, "start": 0, "end": 9, "role": "key"}]
    whole["report"] |= {"title_en": said, "body": said, "speaker": said}
    whole["source"] |= {"name": said, "sha256": said}
    whole["engine"] |= {"name": "model", "model": said}
    _only_our_elements(evidence_viewer(digest_from_json(json.dumps(whole)), INVENTORY))


@examples(60)
@given(said=TEXTS)
def test_a_report_is_nothing_but_text(said: str) -> None:
    doc = Document(f"{SOURCE}{said}报告", Source("r.txt", "", "text/plain", "utf-8"))
    html = evidence_viewer(true_digest(), doc)
    _only_our_elements(html)
    shown = page_of(html).by_id("text").text
    assert len(shown) == len(doc.text)
    assert all(a in {b, "\ufffd"} for a, b in zip(shown, doc.text, strict=True))


def test_the_page_is_the_same_every_time() -> None:
    assert evidence_viewer(true_digest(), DOC) == evidence_viewer(true_digest(), INVENTORY)

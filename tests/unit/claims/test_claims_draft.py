import json
from typing import Any

import pytest
from wire.requests import request

from summarizer.claims import Malformed, draft_of
from summarizer.prompting import Draft, Row

ROW: dict[str, Any] = {
    "cite": "e1",
    "value": "12",
    "qualifier": "exact",
    "name_zh": "召开常委会会议",
    "name_en": "Standing Committee meetings held",
}


def draft(*rows: dict[str, Any], sentences: list[Any] | None = None) -> Draft:
    """The draft of a reply with these rows, each a change to a good one. The markers e1, e2, e3 are indicators 11, 12, 13."""
    content = json.dumps({"rows": [{**ROW, **row} for row in rows], "sentences": sentences or []})
    read = draft_of(content, request())
    assert isinstance(read, Draft)
    return read


def row(**change: Any) -> Row:
    (only,) = draft(change).rows
    return only


@pytest.mark.parametrize(
    "cite", ["e1", "[e1]", "1", "［e1］", "【e1】", "（e1）", "e１", "E1", " e1 ", "[e1", 1], ids=str
)
def test_a_marker_is_read_however_it_is_written(cite: str | int) -> None:
    read = draft({"cite": cite})
    assert read.rows[0].cite == 11
    assert (read.cited, read.invalid_cites) == (1, 0)


@pytest.mark.parametrize(
    "cite", ["e9", "0", "99999999", "e", "x1", "e1 e2", "e1-e3", "the first", "-"], ids=str
)
def test_a_marker_that_is_not_in_the_chunk_is_counted_and_never_guessed(cite: str) -> None:
    read = draft({"cite": cite})
    assert read.rows[0].cite is None
    assert read.cited == 0
    assert read.invalid_cites == (0 if cite == "-" else 1)


def test_a_row_may_quote_instead_of_citing() -> None:
    read = draft({"cite": "会议12次[e1]"})
    assert (read.rows[0].cite, read.rows[0].quote) == (None, "会议12次")
    assert (read.cited, read.invalid_cites, read.quoted) == (0, 0, 1)


def test_a_sentence_may_quote_instead_of_citing() -> None:
    read = draft(sentences=[{"text": "It met 12 times.", "cites": ["会议12次", "e2"]}])
    assert (read.sentences[0].cites, read.sentences[0].quotes) == ((12,), ("会议12次",))


@pytest.mark.parametrize("cite", [None, "", "null", "none"], ids=str)
def test_a_row_that_cites_nothing_cites_nothing_wrongly(cite: str | None) -> None:
    read = draft({"cite": cite})
    assert (read.rows[0].cite, read.cited, read.invalid_cites) == (None, 0, 0)


@pytest.mark.parametrize(
    ("value", "ends"),
    [("2-3", ("2", "3")), ("2～3", ("2", "3")), ("1,000 to 2,000", ("1,000", "2,000")), ("-3", ("-3", None))],
)
def test_a_range_has_two_ends(value: str, ends: tuple[str, str | None]) -> None:
    only = row(value=value)
    assert (only.value, only.value_max) == ends


def test_a_name_in_chinese_is_no_english_name() -> None:
    assert row(name_en="会议 meetings").name_en == ""


def test_sentences_in_chinese_are_not_the_english_asked_for() -> None:
    read = draft(
        sentences=[{"text": "全年召开会议12次。", "cites": ["e1"]}, {"text": "It met.", "cites": []}]
    )
    assert ([s.text for s in read.sentences], read.malformed) == (["It met."], 1)


@pytest.mark.parametrize("field", ["name_zh", "name_en"])
def test_a_marker_echoed_in_a_row_is_removed_and_cited(field: str) -> None:
    read = draft({"cite": None, field: "meetings[e1]"})
    assert getattr(read.rows[0], field) == "meetings"
    assert read.rows[0].cite == 11


def test_an_echo_does_not_overrule_the_cite_field() -> None:
    read = draft({"cite": "e1", "name_en": "meetings [e2]"})
    assert (read.rows[0].cite, read.rows[0].name_en) == (11, "meetings")


def test_echoes_of_several_markers_are_no_citation_of_one() -> None:
    assert row(cite=None, name_en="meetings [e1][e2]").cite is None


@pytest.mark.parametrize(
    ("text", "cites", "rest", "ids", "invalid"),
    [
        pytest.param("It met 12 times.", ["e1"], "It met 12 times.", (11,), 0, id="as-agreed"),
        pytest.param("It met 12 times [e1].", [], "It met 12 times.", (11,), 0, id="echo"),
        pytest.param(
            "It met 12 times[e1], 30[e2].", ["e1"], "It met 12 times, 30.", (11, 12), 0, id="echo-and-field"
        ),
        pytest.param("Both [e1, e2] hold.", [], "Both hold.", (11, 12), 0, id="list-in-brackets"),
        pytest.param("Both（e1、e2）hold.", [], "Bothhold.", (11, 12), 0, id="wide-brackets"),
        pytest.param("It met 12 times [e9].", ["e8"], "It met 12 times.", (), 2, id="invalid"),
        pytest.param("Item (7) of [2] lists.", [], "Item (7) of [2] lists.", (), 0, id="bare-numbers-stay"),
        pytest.param("It met\n12  times.", ["e1", "[e1]"], "It met 12 times.", (11,), 0, id="white-space"),
        pytest.param("Red \x1b[31mtext\u202e.", [], "Red [31mtext.", (), 0, id="control-characters"),
    ],
)
def test_sentences(text: str, cites: list[str], rest: str, ids: tuple[int, ...], invalid: int) -> None:
    read = draft(sentences=[{"text": text, "cites": cites}])
    (sentence,) = read.sentences
    assert (sentence.text, sentence.cites, read.invalid_cites) == (rest, ids, invalid)


def test_fields_beyond_the_agreed_ones_are_ignored_and_numbers_are_taken_as_text() -> None:
    read = row(value=12, comment="sure")
    assert read.value == "12"


def test_what_has_not_the_agreed_shape_is_left_out_and_counted() -> None:
    read = draft(
        {}, {"value": ["12"]}, {"name_zh": []}, sentences=[["It met."], {"text": ""}, {"text": "Yes."}]
    )
    assert (len(read.rows), len(read.sentences), read.malformed) == (1, 1, 4)


@pytest.mark.parametrize(
    "wrap",
    [
        "{}",
        "\ufeff{}",
        "```json\n{}\n```",
        "```\n{}\n```",
        "Here it is:\n```json\n{}\n```\nAnything else?",
        "Here it is: {} Done.",
        "<think>\nThe first { is hard.\n</think>\n\n{}",
        "\n<think></think>```json\n{}\n```",
    ],
)
def test_an_object_is_found_in_what_stands_around_it(wrap: str) -> None:
    content = wrap[::-1].replace("}{", json.dumps({"rows": [ROW], "sentences": []})[::-1], 1)[::-1]
    read = draft_of(content, request())
    assert isinstance(read, Draft)
    assert len(read.rows) == 1


@pytest.mark.parametrize(
    "content",
    [
        "",
        "The committee met 12 times.",
        "12",
        "[]",
        '{"rows": [',
        '{"rows": []}',
        '{"rows": {}, "sentences": []}',
        '{"digest": {"rows": [], "sentences": []}}',
        "<think>and on and on",
        "<html><body>Sign in</body></html>",
        "[" * 100_000,
        '{"rows": ' + "9" * 10_000 + ', "sentences": []}',
        '{"rows": NaN, "sentences": []}',
    ],
    ids=lambda content: content[:24] or "empty",
)
def test_anything_else_is_malformed_and_raises_nothing(content: str) -> None:
    read = draft_of(content, request())
    assert isinstance(read, Malformed)
    assert read.why


def test_lone_surrogates_do_not_get_through() -> None:
    content = '{"rows": [], "sentences": [{"text": "A \\ud800 b.", "cites": []}]}'
    read = draft_of(content, request())
    assert isinstance(read, Draft)
    "".join(sentence.text for sentence in read.sentences).encode("utf-8")


@pytest.mark.parametrize(
    ("given", "cites"),
    [("e1, e2", (11, 12)), (1, (11,)), (None, ())],
    ids=str,
)
def test_citations_need_not_be_a_list(given: object, cites: tuple[int, ...]) -> None:
    read = draft(sentences=[{"text": "They met.", "cites": given}])
    assert read.sentences[0].cites == cites


def test_a_sentence_may_be_its_bare_text() -> None:
    read = draft(sentences=["They met 12 times (e1)."])
    assert (read.sentences[0].text, read.sentences[0].cites) == ("They met 12 times.", (11,))


def test_a_row_without_names_keeps_its_figure() -> None:
    read = row(name_zh=None, name_en=None, qualifier=None)
    assert (read.cite, read.value, read.name_zh, read.name_en, read.qualifier) == (11, "12", "", "", "")


def test_what_is_too_long_for_a_name_or_sentence_is_left_out_and_counted() -> None:
    read = draft(
        {"name_en": "x" * 5_000},
        {"value": "1" * 5_000},
        {},
        sentences=[{"text": "a word " * 5_000, "cites": []}],
    )
    assert (len(read.rows), len(read.sentences), read.malformed) == (1, 0, 3)


def test_a_row_that_says_nothing_at_all_is_left_out() -> None:
    read = draft(dict.fromkeys(ROW))
    assert (read.rows, read.malformed) == ((), 1)


def test_a_sentence_said_again_and_again_is_one() -> None:
    assert len(draft(sentences=[{"text": "They met.", "cites": ["e1"]}] * 1_000).sentences) == 1


def test_a_reply_that_goes_on_and_on_is_read_as_far_as_one_may_go() -> None:
    """Each sentence is checked and, where it is wrong, asked about again: their number is not the endpoint's to choose."""
    most = 60 + 3 * len(request().markers)
    told = draft(*[ROW] * 5_000, sentences=[{"text": f"Case {n}.", "cites": []} for n in range(5_000)])
    assert (len(told.rows), len(told.sentences)) == (most, most)
    assert told.sentences[-1].text == f"Case {most - 1}."
    assert told.malformed == 2 * (5_000 - most)
    cites = [*[f"e{n}" for n in range(100, 9_000)], "e1"]
    (said,) = draft(sentences=[{"text": "It met.", "cites": cites}]).sentences
    assert said.cites == ()
    assert draft(sentences=[{"text": "It met.", "cites": cites}]).invalid_cites == 8_901
    assert draft(sentences=[{"text": "It met.", "cites": ["召开会议" * 200]}]).sentences[0].quotes == ()

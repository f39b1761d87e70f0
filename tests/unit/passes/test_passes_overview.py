"""The overview: written from what is checked, checked again, and left out where the source does not bear it out."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.chunks import TokenBudget
from summarizer.digest import Digest
from summarizer.model import Complete, Failed, Reply, Truncated, Usage
from summarizer.passes import Called, ModelWriter, Spent
from summarizer.passes.overview import overview
from summarizer.pipeline import digest_report, survey
from summarizer.prompting import Request
from summarizer.reading import read

DOC = read(
    """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次。
二、做好代表工作
共收到代表建议120件，完成投资1.2亿元。
""".encode(),
    name="r.txt",
)
FOUND = survey(DOC)
DIGEST = digest_report(DOC)
GOOD = {"text": "It heard 19 special work reports.", "cites": ["e1"]}


def made(reply: Reply, *, digest: Digest = DIGEST, **changes: Any) -> tuple[Digest, list[Request], Spent]:
    asked: list[Request] = []

    def ask_all(requests: Sequence[Request]) -> list[Reply]:
        asked.extend(requests)
        return [reply for _ in requests]

    spent = Spent()
    writer = ModelWriter(model="m", ask_all=ask_all, **changes)
    return overview(digest, FOUND, writer, spent, called=Called("overview", "overview.md")), asked, spent


def said(*sentences: dict[str, Any]) -> Complete:
    return Complete(json.dumps({"rows": [], "sentences": list(sentences)}), Usage(requests=1))


def test_the_model_is_shown_checked_english_with_a_marker_behind_each_figure_and_no_chinese_text() -> None:
    _, (request,), spent = made(said(GOOD))
    text = request.messages[1].content.split("<report>")[1]
    assert "19(e1)" in text
    assert "Three(e2)" in text
    assert "听取审议" not in text
    assert len(request.markers) == len({*request.markers.values()})
    assert spent.requests == {"overview.md": 1}


def test_a_supported_sentence_stands_and_cites_the_report_s_figure() -> None:
    digest, (request,), _ = made(said(GOOD))
    (sentence,) = digest.overview
    assert (sentence.text, sentence.cites) == (GOOD["text"], [f"i{request.markers[1]}"])
    assert (sentence.origin, sentence.verdict.value) == ("model", "supported")
    assert digest.engine.passes[-1].model_dump() == {
        "name": "overview",
        "requests": 1,
        "asked": 1,
        "settled": 1,
        "note": "",
    }


@pytest.mark.parametrize(
    "text",
    ["It heard 91 special work reports.", "It heard 19 special work reports, twice the number of 2021."],
)
def test_an_unsupported_sentence_is_flagged_and_left_out(text: str) -> None:
    digest, _, _ = made(said(GOOD, {"text": text, "cites": ["e1"]}))
    assert [sentence.text for sentence in digest.overview] == [GOOD["text"]]
    assert [flag.text for flag in digest.flagged] == [text, *(flag.text for flag in DIGEST.flagged)]
    assert digest.flagged[0].source == "听取审议专项工作报告19项"
    assert (digest.engine.passes[-1].asked, digest.engine.passes[-1].settled) == (2, 1)


def test_what_a_section_was_flagged_for_is_not_flagged_again() -> None:
    wrong = {"text": "It heard 91 special work reports.", "cites": ["e1"]}
    once, _, _ = made(said(wrong))
    twice, _, _ = made(said(wrong), digest=once)
    assert len(twice.flagged) == len(once.flagged)


@pytest.mark.parametrize(
    ("reply", "note"),
    [
        (Failed("the connection was cut", Usage()), "the connection was cut"),
        (Truncated("{", Usage()), "the reply ran into its length limit"),
        (Complete("prose", Usage()), "the reply is no JSON object"),
    ],
)
def test_a_reply_that_is_none_leaves_no_summary_and_says_why(reply: Reply, note: str) -> None:
    digest, _, _ = made(reply)
    assert digest.overview == []
    assert digest.engine.passes[-1].note == note
    assert digest.flagged == DIGEST.flagged


def test_without_a_checked_sentence_nothing_is_asked() -> None:
    bare = DIGEST.model_copy(
        update={"sections": [s.model_copy(update={"sentences": []}) for s in DIGEST.sections]}
    )
    digest, asked, _ = made(said(GOOD), digest=bare)
    assert (asked, digest.overview, digest.engine.passes[-1].requests) == ([], [], 0)


def test_no_more_is_shown_of_each_section_than_one_request_holds() -> None:
    def shown(budget: TokenBudget) -> list[str]:
        _, (request,), _ = made(said(GOOD), budget=budget)
        text = request.messages[1].content.split("<report>")[1]
        return [line for line in text.splitlines() if "(e" in line]

    assert len(shown(TokenBudget(text=1))) < len(shown(TokenBudget(text=4_000)))

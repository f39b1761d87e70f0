"""The summary of a comparison by a model: only what the cells it cites bear out stays."""

import json
from collections.abc import Sequence

import pytest
from digest_builder import digest, indicator, report

from summarizer.compare import Comparison, comparison
from summarizer.digest import Digest, DigestIndicator
from summarizer.model import Complete, Failed, Reply, Usage
from summarizer.passes import ModelWriter, Spent, compared_in_words
from summarizer.prompting import Request
from summarizer.schedule import COMPARISON

REPORTS_HEARD, MEETINGS = "special_reports_heard", "standing_committee_meetings"


def _row(number: int, value: str, key: str) -> DigestIndicator:
    return indicator(number, value=value, key=key, unit="项", text=f"{value}项")


def _place(name: str, *rows: DigestIndicator) -> Digest:
    return digest(rows, meta=report(place=name), source=f"{name.lower()}.txt")


def _two() -> Comparison:
    return comparison(
        [
            _place("Linjiang", _row(1, "19", REPORTS_HEARD), _row(2, "8", MEETINGS)),
            _place("Haibei", _row(1, "6", REPORTS_HEARD), _row(2, "7", MEETINGS)),
        ]
    )


def _asked(reply: Reply) -> tuple[Comparison, Request]:
    seen: list[Request] = []

    def ask(requests: Sequence[Request]) -> list[Reply]:
        seen.extend(requests)
        return [reply]

    compared = compared_in_words(_two(), ModelWriter(model="m", ask_all=ask), Spent(), prompt=COMPARISON.file)
    return compared, seen[0]


def _said(*sentences: tuple[str, Sequence[str]]) -> Comparison:
    told = [{"text": text, "cites": list(cites)} for text, cites in sentences]
    compared, _ = _asked(Complete(json.dumps({"rows": [], "sentences": told}), Usage()))
    return compared


TRUE = (
    ("Linjiang heard 19 special work reports, Haibei 6.", ["e3", "e4"]),
    ("Haibei met 7 times in 2022, almost as often as Linjiang with 8.", ["e2", "e1"]),
)


def test_the_request_has_each_figure_behind_its_report() -> None:
    _, request = _asked(Failed("down", Usage()))
    user = request.messages[1].content
    assert "Linjiang 19 (2022)(e3); Haibei 6 (2022)(e4)" in user
    assert dict(request.markers) == {1: 1, 2: 2, 3: 3, 4: 4}


def test_sentences_that_hold_take_the_place_of_the_rules_own() -> None:
    found = _said(*TRUE)
    assert [(s.text, s.cites) for s in found.summary] == [
        (TRUE[0][0], ["A:i1", "B:i1"]),
        (TRUE[1][0], ["B:i2", "A:i2"]),
    ]
    assert found.note == ""


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        pytest.param("Linjiang heard 6 special work reports, Haibei 19.", ["e3", "e4"], id="exchanged"),
        pytest.param("Linjiang heard 91 special work reports.", ["e3"], id="another value"),
        pytest.param("Linjiang heard 19 special work reports.", [], id="not cited"),
        pytest.param("Linjiang heard three times as many reports.", ["e3", "e4"], id="a multiple"),
        pytest.param("Linjiang heard 19 special work reports in 2021.", ["e3"], id="another year"),
        pytest.param("Linjiang heard over 19 special work reports.", ["e3"], id="a qualifier added"),
        pytest.param("Linjiang heard ⑲ special work reports.", ["e3"], id="an odd digit"),
    ],
)
def test_a_sentence_that_does_not_hold_is_left_out(text: str, cites: Sequence[str]) -> None:
    found = _said(*TRUE, (text, cites))
    assert text not in [s.text for s in found.summary]
    assert len(found.summary) == 2
    assert "left out" in found.note


@pytest.mark.parametrize(
    "reply",
    [
        Failed("down", Usage()),
        Complete("no JSON", Usage()),
        Complete('{"rows": [], "sentences": []}', Usage()),
    ],
    ids=["failed", "malformed", "empty"],
)
def test_without_a_usable_reply_the_summary_by_rule_stands_and_says_so(reply: Reply) -> None:
    found, _ = _asked(reply)
    assert "The model did not write this summary: " in found.note
    assert found.model_copy(update={"note": _two().note}) == _two()


def test_of_a_trend_a_change_that_the_model_computed_is_left_out_and_what_moved_stays() -> None:
    years = [
        digest(
            [_row(1, value, REPORTS_HEARD).model_copy(update={"period": year})],
            meta=report(year=year),
            source=year,
        )
        for year, value in (("2022", "19"), ("2023", "21"))
    ]
    told = [
        {"text": "Linjiang 2022 heard 19 special work reports, Linjiang 2023 heard 21.", "cites": ["e1", "e2"]},
        {"text": "Linjiang 2023 heard more special work reports, 21, than Linjiang 2022 with 19.", "cites": ["e2", "e1"]},
        {"text": "Linjiang 2023 heard 2 special work reports more, 21.", "cites": ["e2"]},
    ]  # fmt: skip
    reply = Complete(json.dumps({"rows": [], "sentences": told}), Usage())
    found = compared_in_words(
        comparison(years), ModelWriter(model="m", ask_all=lambda _: [reply]), Spent(), prompt=COMPARISON.file
    )
    assert [s.text for s in found.summary] == [told[0]["text"], told[1]["text"]]
    assert {s.topic for s in found.summary} == {"model"} and "left out" in found.note
    assert found.rows[0].changes, "what the program computed stays in the table"

"""Whatever a model says and whatever a saved digest holds: no unsupported number outside flags, evidence and the account."""

import json
from typing import Any

import pytest
from derivations import without_formula, wrong_formulas
from disguises import DISGUISES, WRONG
from guarantee import (
    RENDERERS,
    REPLIES,
    SOURCE,
    TRUE,
    digest_of,
    hostile_digests,
    leaks,
    told_in_digest_json,
    true_digest,
    unsupported,
)
from hypothesis import given
from law_examples import examples

from summarizer.digest import Digest, self_checked
from summarizer.render import digest_json, saved_digest

_BOUNDED = examples(40)


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("number", WRONG)
def test_the_oracle_sees_through_every_disguise(disguise: str, number: int) -> None:
    assert unsupported(f"It heard {DISGUISES[disguise](number)} reports.")


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("| derived: 19 − 3 = 17 | change |", id="another difference"),
        pytest.param("| derived: 21 − 3 = 18 | change |", id="a figure of no report"),
        pytest.param("| derived: 120 ÷ 19 = about 6.4 | a year |", id="another quotient"),
        pytest.param("| derived: 30 ÷ 5 = about 6.2 | a year |", id="rounded wrongly"),
        pytest.param("| derived: (114 − 95) ÷ 95 = 19 percent | change |", id="another percentage"),
        pytest.param('"formula": "19 − 3 = 15"', id="in JSON"),
        pytest.param("<td>derived: 19 − 3 = 15</td>", id="in HTML"),
        pytest.param(
            "| up 16 (500 percent), derived |\n| derived: 19 − 3 = 16 |", id="a cell without its formula"
        ),
        pytest.param(
            "| 30 (2023; per year: 7, derived) |\n| derived: 30 ÷ 5 = 6 |", id="a cell beside its formula"
        ),
    ],
)
def test_the_oracle_works_out_what_is_derived(printed: str) -> None:
    assert [*wrong_formulas(printed, true=TRUE), *without_formula(printed)]


@pytest.mark.parametrize(
    "printed",
    [
        "| up 16 (about 533.3 percent), derived |\n| derived: 19 − 3 = 16; (19 − 3) ÷ 3 = about 533.3 percent | change |",
        "| 30 (2023; per year: over 6, derived) |\n| derived: over 30 ÷ 5 = over 6 | a year |",
        "| derived: 3 − 19 = −16; (3 − 19) ÷ 19 = about −84.2 percent | change |",
        "| derived: 95 − 94.35 = about 0.7 percentage points | change |",
        "- Suggestions: derived: 120 ÷ 766 people × 10,000 = about 1,566.6 (What: by head)",
    ],
)
def test_the_oracle_passes_what_is_derived_rightly(printed: str) -> None:
    assert [*wrong_formulas(printed, true=TRUE), *without_formula(printed)] == []


def test_the_oracle_passes_the_source_and_what_is_made_of_it() -> None:
    assert unsupported(SOURCE) == []
    assert (
        unsupported("Over 30 opinions, nineteen reports, 120 million yuan, 94.35 percent on 12 January 2024")
        == []
    )
    assert _leaking(true_digest()) == {}


def _leaking(digest: Digest) -> dict[str, list[str]]:
    """What each way of printing a digest leaks, of those that leak."""
    return {name: found for name in RENDERERS if (found := leaks(name, digest))}


@pytest.mark.slow
@_BOUNDED
@given(reply=REPLIES)
def test_no_reply_of_a_model_brings_an_unsupported_number_into_print(reply: dict[str, Any]) -> None:
    assert _leaking(digest_of(reply)) == {}


@_BOUNDED
@given(reply=REPLIES)
def test_no_reply_of_a_model_brings_an_unsupported_number_into_a_digest(reply: dict[str, Any]) -> None:
    assert unsupported(told_in_digest_json(digest_json(digest_of(reply)))) == []


@pytest.mark.slow
@examples(150)
@given(saved=hostile_digests())
def test_no_changed_field_of_a_saved_digest_brings_one_into_print(saved: Digest | None) -> None:
    assert saved is None or _leaking(saved) == {}


@_BOUNDED
@given(reply=REPLIES)
def test_a_digest_fresh_from_its_report_fits_its_own_evidence(reply: dict[str, Any]) -> None:
    made = digest_of(reply)
    checked = self_checked(made)
    assert [s.sentences for s in checked.sections] == [s.sentences for s in made.sections]
    assert [row.verdict for row in checked.indicators] == [row.verdict for row in made.indicators]
    assert self_checked(checked) == checked


@pytest.mark.parametrize("disguise", DISGUISES)
def test_each_disguise_is_kept_out_of_every_place(disguise: str) -> None:
    whole = json.loads(digest_json(true_digest()))
    said = f"visits {DISGUISES[disguise](57)}"
    first, second, *_ = whole["indicators"]
    first |= {"name_en": said}
    second |= {"name_en": "", "name_zh": said, "key": said, "period": said}
    for section in whole["sections"]:
        section |= {"title_en": said, "title_pinyin": said, "note": said}
        section["sentences"] = [sentence | {"text": said} for sentence in section["sentences"]]
        section["quoted"] = [quote | {"text": said} for quote in section["quoted"]]
    whole["sections"][-1] |= {"title_en": "", "title_zh": said}
    whole["report"] |= dict.fromkeys(
        (
            "title_en",
            "title_zh",
            "body",
            "place",
            "session",
            "session_zh",
            "speaker",
            "period",
            "year",
            "date",
        ),
        said,
    )
    saved = saved_digest(json.dumps(whole))
    assert _leaking(saved) == {}


def test_a_true_digest_is_left_as_it_is() -> None:
    assert self_checked(true_digest()) == true_digest()
    assert any(section.sentences for section in true_digest().sections)

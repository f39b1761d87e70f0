"""Whatever a model says and whatever a saved digest holds: no unsupported number outside flags, evidence and the account."""

import json
from typing import Any

import pytest
from guarantee import (
    DISGUISES,
    RENDERERS,
    REPLIES,
    SOURCE,
    WRONG,
    digest_of,
    hostile_digests,
    leaks,
    told_in_digest_json,
    true_digest,
    unsupported,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.digest import Digest, self_checked
from summarizer.render import digest_json, saved_digest

_BOUNDED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("number", WRONG)
def test_the_oracle_sees_through_every_disguise(disguise: str, number: int) -> None:
    assert unsupported(f"It heard {DISGUISES[disguise](number)} reports.")


def test_the_oracle_passes_the_source_and_what_is_made_of_it() -> None:
    assert unsupported(SOURCE) == []
    assert (
        unsupported("Over 30 opinions, nineteen reports, 120 million yuan, 94.35 percent on 12 January 2024")
        == []
    )
    for name in RENDERERS:
        assert leaks(name, true_digest()) == []


@pytest.mark.parametrize("name", RENDERERS)
@_BOUNDED
@given(reply=REPLIES)
def test_no_reply_of_a_model_brings_an_unsupported_number_into_print(
    name: str, reply: dict[str, Any]
) -> None:
    assert leaks(name, digest_of(reply)) == []


@_BOUNDED
@given(reply=REPLIES)
def test_no_reply_of_a_model_brings_an_unsupported_number_into_a_digest(reply: dict[str, Any]) -> None:
    assert unsupported(told_in_digest_json(digest_json(digest_of(reply)))) == []


@pytest.mark.parametrize("name", RENDERERS)
@settings(_BOUNDED, max_examples=150)
@given(saved=hostile_digests())
def test_no_changed_field_of_a_saved_digest_brings_one_into_print(name: str, saved: Digest | None) -> None:
    assert saved is None or leaks(name, saved) == []


@_BOUNDED
@given(reply=REPLIES)
def test_a_digest_fresh_from_its_report_fits_its_own_evidence(reply: dict[str, Any]) -> None:
    made = digest_of(reply)
    checked = self_checked(made)
    assert [s.sentences for s in checked.sections] == [s.sentences for s in made.sections]
    assert [row.verdict for row in checked.indicators] == [row.verdict for row in made.indicators]
    assert self_checked(checked) == checked


@pytest.mark.parametrize("disguise", DISGUISES)
@given(
    place=st.sampled_from(
        ["name_en", "name_zh", "title_en", "title_zh", "text", "session", "speaker", "place", "quoted"]
    )
)
def test_each_disguise_in_each_place_is_kept_out(disguise: str, place: str) -> None:
    whole = json.loads(digest_json(true_digest()))
    said = f"visits {DISGUISES[disguise](57)}"
    told = next(s for s in whole["sections"] if s["sentences"] and s["title_zh"])
    quoted = next(s for s in whole["sections"] if s["quoted"])
    match place:
        case "name_en" | "name_zh":
            whole["indicators"][0] |= {"name_en": "", place: said}
        case "title_en" | "title_zh":
            told |= {"title_en": "", place: said}
        case "text":
            told["sentences"][0]["text"] = said
        case "quoted":
            quoted["quoted"][0]["text"] = said
        case _:
            whole["report"][place] = said
    saved = saved_digest(json.dumps(whole))
    for name in RENDERERS:
        assert leaks(name, saved) == []


def test_a_true_digest_is_left_as_it_is() -> None:
    assert self_checked(true_digest()) == true_digest()
    assert any(section.sentences for section in true_digest().sections)

"""Whatever a model says and whatever a saved digest holds: no unsupported number outside flags, evidence and the account."""

import json
from typing import Any

import pytest
from disguises import DISGUISES, WRONG
from guarantee import (
    RENDERERS,
    REPLIES,
    SOURCE,
    digest_of,
    hostile_digests,
    leaks,
    told_in_digest_json,
    true_digest,
    unsupported,
)
from hypothesis import HealthCheck, given, settings

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
    assert {name: found for name in RENDERERS if (found := leaks(name, saved))} == {}


def test_a_true_digest_is_left_as_it_is() -> None:
    assert self_checked(true_digest()) == true_digest()
    assert any(section.sentences for section in true_digest().sections)

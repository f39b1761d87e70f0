"""`check` of a saved digest ends in verdicts or one sentence, whatever field of it was changed to whatever."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from digest_builder import briefing_md
from guarantee import DOC, SOURCE

from summarizer.cli.checking import check_digest
from summarizer.config import load
from summarizer.errors import InputError
from summarizer.pipeline import digest_report
from summarizer.render import digest_json, saved_digest

DIGEST = json.loads(digest_json(digest_report(DOC)))
Place = tuple[str | int, ...]


def _leaves(part: Any, path: Place = ()) -> Iterator[Place]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(part, list) and part:
        # The first and the last of a list stand for those between.
        for at in sorted({0, len(part) - 1}):
            yield from _leaves(part[at], (*path, at))
    else:
        yield path


def _changed(place: Place, value: object) -> str:
    digest = copy.deepcopy(DIGEST)
    part = digest
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    return json.dumps(digest, ensure_ascii=False)


@pytest.mark.slow
@pytest.mark.parametrize("value", ["57", "", "三十 of 1**9", 57, None, [], "masked", "unsupported"], ids=repr)
def test_a_digest_with_any_field_changed_is_judged(value: object, tmp_path: Path) -> None:
    source = tmp_path / "r.txt"
    source.write_text(SOURCE, encoding="utf-8")
    settings = load()
    judged = 0
    for place in _leaves(DIGEST):
        text = _changed(place, value)
        try:
            assert check_digest(text.encode(), "d.json", source=str(source), settings=settings).findings
            assert briefing_md(saved_digest(text))
            judged += 1
        except InputError:
            continue
    assert judged

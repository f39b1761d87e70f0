"""Saved digests whose fields somebody has changed."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from disguises import DISGUISED, WRONG
from hypothesis import strategies as st

from guarantee.source import true_digest
from summarizer.digest import Digest
from summarizer.errors import InputError
from summarizer.render import digest_json, saved_digest


def _leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(part, list):
        for at, value in enumerate(part):
            yield from _leaves(value, (*path, at))
    else:
        yield path


@cache
def _true_json() -> tuple[dict[str, Any], tuple[tuple[Any, ...], ...]]:
    whole = json.loads(digest_json(true_digest()))
    return whole, tuple(_leaves(whole))


def _changed(old: Any, number: int, disguise: str, how: str) -> Any:
    """A field's value with a number that SOURCE does not have: in place of it, before or behind it, or for its own number."""
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return number
    if old is None:
        return str(number)
    match how:
        case "instead":
            return disguise
        case "bare":
            return str(number)
        case "figure":
            return re.sub(r"\d+(?:\.\d+)?", disguise, old, count=1)
        case "before":
            return f"{disguise} {old}"
        case _:
            return f"{old} {disguise}"


@st.composite
def hostile_digests(draw: st.DrawFn) -> Digest | None:
    """A saved digest of SOURCE with up to three fields changed, each to a number of its own; None where it is refused as damaged.

    Fields that agree on a wrong number are a forgery, which only the report finds.
    """
    whole, leaves = _true_json()
    hostile = copy.deepcopy(whole)
    for number in draw(st.lists(st.sampled_from(WRONG), min_size=1, max_size=3, unique=True)):
        *path, last = draw(st.sampled_from(leaves))
        part: Any = hostile
        for step in path:
            part = part[step]
        disguise = draw(DISGUISED)(number)
        how = draw(st.sampled_from(["instead", "bare", "figure", "before", "behind"]))
        part[last] = _changed(part[last], number, disguise, how)
    try:
        return saved_digest(json.dumps(hostile))
    except InputError:
        return None

"""What may stand in each setting."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

from summarizer.schedule import LATER

__all__ = ["KINDS", "PASSES", "CacheUse", "ColorWhen", "EngineName", "FailOn", "names_in", "size"]

EngineName = Literal["offline", "model"]
FailOn = Literal["never", "imprecise", "ambiguous", "unsupported", "contradicted"]
ColorWhen = Literal["auto", "always", "never"]
CacheUse = Literal["on", "off"]

PASSES = tuple(later.name for later in LATER)

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_MOST_SIZE = 10**15  # more than any file or memory has; no read can be asked for more than 2^63
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def size(text: str) -> int:
    """Bytes of `20MB`, `1.5 GB`, `500k` or `4096`; a thousand bytes to the kilobyte. Raises ValueError for anything else."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a size: {text!r}")
    return int(Decimal(match[1]) * _SCALES[match[2].lower()])


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may stand in a setting. `read` turns text into it; in a TOML file only a `textual` one is written as text."""

    wants: str
    read: Callable[[str], object]
    fits: Callable[[Any], bool]
    textual: bool = True


def _choice(alias: Any) -> _Kind:
    names = get_args(alias)
    return _Kind(f"one of {', '.join(names)}", str, lambda value: value in names)


def _count(least: int) -> _Kind:
    return _Kind(
        f"a whole number of {least} or more", int, lambda value: type(value) is int and value >= least, False
    )


def _number(what: str, fits: Callable[[float], bool]) -> _Kind:
    return _Kind(what, float, lambda value: type(value) in {int, float} and fits(value), False)


def names_in(text: str) -> set[str]:
    return set(text.replace(" ", "").split(","))


def _are_passes(value: object) -> bool:
    return isinstance(value, str) and (value == "none" or names_in(value) <= set(PASSES))


_TEXT = _Kind("text", str, lambda value: isinstance(value, str))
KINDS: dict[str, _Kind] = {
    "engine": _choice(EngineName),
    "model": _TEXT,
    "base_url": _TEXT,
    "timeout": _number("a number of seconds above 0", lambda value: 0 < value < float("inf")),
    "retries": _count(0),
    "concurrency": _count(1),
    "temperature": _number("a number from 0 to 2", lambda value: 0 <= value <= 2),
    "budget": _count(1),
    "reply_tokens": _count(1),
    "prompts": _TEXT,
    "passes": _Kind(
        f"none, or some of {', '.join(PASSES)} with commas between", str, lambda value: _are_passes(value)
    ),
    "rpm": _count(1),
    "tpm": _count(1),
    "max_requests": _count(1),
    "max_cost": _number("a number of US dollars above 0", lambda value: 0 < value < float("inf")),
    "cache": _choice(CacheUse),
    "cache_dir": _TEXT,
    "cache_size": _Kind(
        "a size such as 500MB", size, lambda value: type(value) is int and 0 < value <= _MOST_SIZE
    ),
    "max_input": _Kind(
        "a size such as 20MB", size, lambda value: type(value) is int and 0 < value <= _MOST_SIZE
    ),
    "fail_on": _choice(FailOn),
    "color": _choice(ColorWhen),
}

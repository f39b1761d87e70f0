"""Public recognisers of numbers, asked for the same things as ours. Installed by `pip install -e ".[bench]"`.

recognizers-text (Microsoft, MIT) finds numbers, shares, money and measures by one model each; all four together answer what one
pass of `mentions_zh` does, but for measure words, masks and qualifiers. cn2an (MIT) reads numerals only.
"""

import warnings
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

Reader = Callable[[str], list[dict[str, object]]]


def _module(name: str) -> object | None:
    """The module; None where it is not installed."""
    warnings.simplefilter("ignore")
    try:
        return import_module(name)
    except ImportError:
        return None


def _figure(found: object, kind: str) -> dict[str, object]:
    resolution: Mapping[str, str] = getattr(found, "resolution", None) or {}
    value = str(resolution.get("value") or "")
    share = value.endswith("%")
    start: int = getattr(found, "start", 0)
    end: int = getattr(found, "end", 0)
    return {
        "start": start,
        "end": end + 1,
        "value": value.removesuffix("%") or None,
        "unit": "%" if share else resolution.get("unit", ""),
        "kind": kind,
    }


def _widest_first(figures: list[dict[str, object]]) -> list[dict[str, object]]:
    """Of figures that overlap the longest: the same place is found by several models."""
    taken: list[tuple[int, int]] = []
    kept = []
    for figure in sorted(figures, key=lambda f: int(str(f["start"])) - int(str(f["end"]))):
        start, end = int(str(figure["start"])), int(str(figure["end"]))
        if all(end <= a or start >= b for a, b in taken):
            taken.append((start, end))
            kept.append(figure)
    return kept


def recognizers_text(culture: str) -> Reader | None:
    """Numbers, shares, money and measures as recognizers-text reads them; `culture` is `zh-cn` or `en-us`."""
    numbers = _module("recognizers_number")
    units = _module("recognizers_number_with_unit")
    if numbers is None or units is None:
        return None
    models = [
        (getattr(numbers, "recognize_number"), "cardinal"),  # noqa: B009 - the package has no types
        (getattr(numbers, "recognize_percentage"), "percent"),  # noqa: B009
        (getattr(units, "recognize_currency"), "currency"),  # noqa: B009
        (getattr(units, "recognize_dimension"), "quantity"),  # noqa: B009
    ]

    def read(text: str) -> list[dict[str, object]]:
        return _widest_first([_figure(hit, kind) for model, kind in models for hit in model(text, culture)])

    return read


def numbers_only(text: str) -> Callable[[], object] | None:
    """A call of the one model of recognizers-text that reads bare numbers."""
    module = _module("recognizers_number")
    return None if module is None else partial(getattr(module, "recognize_number"), text, "zh-cn")  # noqa: B009


def numerals_only(text: str) -> Callable[[], object] | None:
    """A call of cn2an that turns the numerals of a text into digits."""
    module = _module("cn2an")
    return None if module is None else partial(getattr(module, "transform"), text, "cn2an")  # noqa: B009

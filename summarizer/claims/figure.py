"""The figure of a claim as somebody writes it → its value in base units, its unit and its qualifier."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.lexicon import units, units_named
from summarizer.quantities import Kind, Mention, Number, Qualifier, mentions_en, mentions_zh

__all__ = ["WrittenFigure", "read_unit", "written_figure"]

_ZH_SCALE = re.compile(r"[十百千万亿]+")
_EN_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion)s?\b[\s-]*(?:of\s+)?", re.IGNORECASE)
_NOUN = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+){0,2}|(?:(?![十百千万亿半分点])[\u4e00-\u9fff]){1,6}")
_LONGEST = 60
_FIGURES = frozenset({Kind.INDICATOR, Kind.DURATION})


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure read from text: `scale` is the part of `value` that words such as 亿 or million make."""

    value: Number
    value_max: Number | None
    unit: str | None
    qualifier: Qualifier
    scale: int = 1


@lru_cache(maxsize=4096)
def read_unit(text: str) -> tuple[int, str]:
    """A unit without the scale in it, and what that multiplies by: 亿吨 is 吨 a hundred million times.

    An English name of a measure comes back as the report's; any other as it is.
    """
    text = text.strip()
    if not text or text in units():
        return 1, text
    if scale := _ZH_SCALE.match(text):
        ends = [end for end in range(1, scale.end() + 1) if text[end:] in units()] or [scale.end()]
        return _worth(mentions_zh(f"1{text[: ends[0]]}")), text[ends[0] :]
    if scale := re.match(rf"(?:{_EN_SCALE.pattern})+", text, re.IGNORECASE):
        rest = read_unit(text[scale.end() :])
        return _worth(mentions_en(f"1 {scale[0].replace(' of ', ' ')}")) * rest[0], rest[1]
    if named := units_named(text):
        # Which measure word a noun stands for is to be seen beside the figure: schools may be 校, 所 and 个.
        return 1, named[0].zh if len(named) == 1 and named[0].measures else text
    read = mentions_en(f"1 {text}")
    whole = len(read) == 1 and read[0].unit and (read[0].span.end == len(text) + 2 or read[0].unit == "time")
    return (1, read[0].unit) if whole else (1, text)


def _worth(read: list[Mention]) -> int:
    value = read[0].value if len(read) == 1 else None
    return int(value) if value else 1


@lru_cache(maxsize=1024)
def written_figure(text: str) -> WrittenFigure | None:
    """The one figure that a text states, with nothing else in it: 30余, 60万人以上, 4.4%, over 600,000, 168 million tonnes."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for read in (mentions_zh(text), mentions_en(text)):
        if len(read) != 1:
            continue
        (mention,) = read
        behind = text[mention.span.end :].strip()
        if mention.kind not in _FIGURES or mention.value is None or text[: mention.span.start].strip():
            continue
        if behind and not _NOUN.fullmatch(behind):
            continue
        if mention.unit not in {"", "time"}:
            behind = ""  # six households, of which the unit was read; 30余名代表
        scale, unit = read_unit(behind) if behind else (1, mention.unit)
        if not behind:
            unit = read_unit(unit)[1]
        figure = WrittenFigure(mention.value, mention.value_max, unit or None, mention.qualifier)
        return _scaled(figure, scale) if scale != 1 else replace(figure, scale=_scale_in(mention.text))
    return None


def _scale_in(text: str) -> int:
    """What the scale behind the digits of a figure is worth, 1 where there is none."""
    if zh := re.search(r"(?<=\d)\s*([十百千万亿]+)", text):
        return _worth(mentions_zh(f"1{zh[1]}"))
    if en := re.search(rf"(?<=\d)[\s-]+({_EN_SCALE.pattern})", text, re.IGNORECASE):
        return _worth(mentions_en(f"1 {en[1]}"))
    return 1


def _scaled(figure: WrittenFigure, scale: int) -> WrittenFigure:
    top = None if figure.value_max is None else figure.value_max * scale
    return replace(figure, value=figure.value * scale, value_max=top, scale=scale)

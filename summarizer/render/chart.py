"""A chart as inline SVG: bars, their labels and figures, with a title and a description for those who do not see them."""

import unicodedata

from markupsafe import Markup

from summarizer.render.escape import flat
from summarizer.render.page import Bar, Chart, Flag, plain

__all__ = ["bars_svg"]

_WIDTH = 720
_LINE, _BAR = 28, 16
_HEAD = 30
_LABEL = 190  # room for labels; longer ones are cut
_FIGURE = 210  # room behind the longest bar
_GAP = 10
_NARROW, _WIDE = 7.2, 13.0  # of a letter and of a Chinese character at 13 units
_SIZE = 13


def bars_svg(chart: Chart, *, name: str) -> Markup:
    """The chart as one SVG element of horizontal bars, escaped; `name` tells its ids apart from those of other charts of a page.

    A bar without a share has no length: its figure says why, such as masked or not reported. A flagged figure stands behind its
    flag. No style and no font of its own: text is in the font of the page, colours may be set by the classes `bar` and `none`.
    """
    longest = _WIDTH - _LABEL - _GAP - _FIGURE
    height = _HEAD + _LINE * len(chart.bars)
    said = "; ".join(f"{flat(bar.label)}: {flat(plain(bar.figure))}" for bar in chart.bars)
    bars = Markup("\n").join(_bar(bar, number, longest) for number, bar in enumerate(chart.bars))
    return Markup(
        '<svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}t {name}d" '
        'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-size="{size}" fill="currentColor">\n'
        '<title id="{name}t">{title}</title>\n<desc id="{name}d">{said}</desc>\n'
        '<text x="0" y="16" font-weight="600">{title}</text>\n{bars}\n</svg>'
    ).format(
        name=name, width=_WIDTH, height=height, size=_SIZE, title=flat(chart.title), said=said, bars=bars
    )


def _bar(bar: Bar, number: int, longest: int) -> Markup:
    top = _HEAD + _LINE * number
    baseline = top + _BAR - 3
    start = _LABEL + _GAP
    length = round(longest * min(max(bar.share, 0.0), 1.0), 1) if bar.share is not None else 0.0
    if bar.share is None:
        drawn = Markup(
            '<line class="none" x1="{0}" x2="{0}" y1="{1}" y2="{2}" stroke="currentColor" stroke-dasharray="3 3"/>'
        ).format(start, top, top + _BAR)
    else:
        drawn = Markup('<rect class="bar" x="{}" y="{}" width="{}" height="{}" fill="#0b5a6f"/>').format(
            start, top, max(length, 1.0), _BAR
        )
    flagged = any(isinstance(part, Flag) for part in bar.figure)
    return Markup('<text x="{}" y="{}" text-anchor="end">{}</text>{}<text x="{}" y="{}"{}>{}</text>').format(
        _LABEL,
        baseline,
        _cut(flat(bar.label), _LABEL),
        drawn,
        start + length + _GAP / 2,
        baseline,
        Markup(' class="flag"') if flagged else (Markup(' font-style="italic"') if bar.share is None else ""),
        _cut(flat(plain(bar.figure)), _WIDTH - start - length - _GAP),
    )


def _width(char: str) -> float:
    return _WIDE if unicodedata.east_asian_width(char) in {"W", "F"} else _NARROW


def _cut(text: str, room: float) -> str:
    """The text as far as it fits, with … where it does not."""
    if sum(map(_width, text)) <= room:
        return text
    used, kept = _WIDE, ""
    for char in text:
        used += _width(char)
        if used > room:
            break
        kept += char
    return f"{kept.rstrip()}…"

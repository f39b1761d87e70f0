"""Text recognised on the picture of a page → rows."""

import re

from summarizer.reading.pdf.rows import Row

__all__ = ["recognised_rows"]

_LINE = 10.0  # points
_HEIGHT = 100_000.0

# A dash and the numeral 一 are one stroke: a dash where no numeral can stand.
_DASHES = (
    (re.compile(r"^[一\-—－]{1,2}\s*(\d{1,4})\s*[一\-—－]{1,2}$"), r"— \1 —"),
    (re.compile(r"^\s*(?:一\s?[-—－一]|[-—－]\s?一)(?=\s*(?:[\d(（]|[\u3400-\u9fff]{2}))"), "——"),
    (re.compile(r"(?<=\d)\s?一\s?(?=\d)"), "—"),
)


def recognised_rows(text: str) -> list[Row]:
    """The lines of recognised text from top to bottom. Their order is known, not their place: half of them hang from the top of a
    page, half stand on its bottom.

    A stroke between two years, around the number of a page and twice at the head of a line is read as the dash that it is, not as 一.
    """
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    rows: list[Row] = []
    for index, line in enumerate(lines):
        for pattern, dash in _DASHES:
            line = pattern.sub(dash, line)
        top = _HEIGHT - _LINE * index if index * 2 < len(lines) else _LINE * (len(lines) - index)
        rows.append(Row((line,), ((),), 0.0, float(len(line)), top - _LINE, top, _LINE))
    return rows

"""Pages that are pictures: whether one is, and the picture to be read."""

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["filling", "picture_of"]

_COVERED = 0.5  # share of a page
_DRAWN = 60  # paths; a page without text that has more shows its letters as drawings
_OBJECTS = 3000  # looked at on one page
_DEEP = 3  # pictures may lie in forms in forms
_PIXELS = 12_000_000  # A4 at 300 dots an inch has 8.7 million
_LONGEST = 12_000  # pixels of an edge


def filling(page: "PdfPage") -> tuple[bool, bool]:
    """Whether pictures fill most of the page, and whether there is so much drawing on it that it may be letters."""
    from pypdfium2 import PdfiumError, raw

    left, bottom, right, top = page.get_bbox()
    area = max((right - left) * (top - bottom), 1.0)
    covered, paths = 0.0, 0
    for index, item in enumerate(page.get_objects(max_depth=_DEEP)):
        if index >= _OBJECTS:
            break
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE:
            try:
                item_left, item_bottom, item_right, item_top = item.get_bounds()
            except PdfiumError:
                continue
            width = min(item_right, right) - max(item_left, left)
            height = min(item_top, top) - max(item_bottom, bottom)
            # A scan may be cut into strips.
            covered += max(width, 0.0) * max(height, 0.0)
    return covered >= _COVERED * area, paths >= _DRAWN


def picture_of(page: "PdfPage", *, dpi: int) -> bytes:
    """The page as a grey PNG of `dpi` dots an inch, fewer where it would have more than 12 million or be longer than 12,000.

    Raises PdfiumError where it cannot be drawn.
    """
    from io import BytesIO

    width, height = (max(side, 1.0) for side in page.get_size())
    scale = min(dpi / 72, math.sqrt(_PIXELS / (width * height)), _LONGEST / max(width, height))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        stream = BytesIO()
        bitmap.to_pil().save(stream, "PNG")
        return stream.getvalue()
    finally:
        bitmap.close()

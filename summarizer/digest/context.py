"""The numbers of a report that are no figures, as far as a digest carries them."""

import re

from summarizer.quantities import Inventory, Kind

__all__ = ["context"]

# PM2.5, 5G, G60: they count nothing, and no mention is made of them.
_MIXED = re.compile(r"(?<![A-Za-z0-9.])(?=[A-Za-z.]*\d)(?=[\d.]*[A-Za-z])[A-Za-z0-9.]*[A-Za-z0-9]")


def context(inventory: Inventory) -> list[str]:
    """Every year, day, ordinal, duration, name and list number in the source's characters, each once.

    With them stand words with digits in them, the stretches in which the report says what it is, and the years and session that were concluded from it.
    """
    doc = inventory.doc
    meta = doc.meta
    said = [span.of(doc.text) for span in meta.evidence.values()]
    ranks = ["" if n is None else str(n) for n in (meta.congress, meta.session)]
    known = [
        meta.year,
        meta.period,
        meta.date,
        *ranks,
        *(indicator.period for indicator in inventory.indicators),
    ]
    counted = {Kind.INDICATOR, Kind.FURNITURE}
    numbers = [m.text for m in inventory.mentions if m.kind not in counted]
    words = _MIXED.findall(doc.body.text)
    return list(
        dict.fromkeys(
            text for text in ("".join(t.split()) for t in (*known, *said, *numbers, *words)) if text
        )
    )

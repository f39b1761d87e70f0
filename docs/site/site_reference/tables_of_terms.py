"""The tables of the lexicon that decide what is comparable and what a unit is called."""

from itertools import groupby

from site_reference.markdown import code, table, text
from summarizer.lexicon.taxonomy import taxonomy
from summarizer.lexicon.units import Unit, UnitClass, units

__all__ = ["indicators", "measure_words"]


def indicators() -> str:
    """One table for each category, in the order of the file."""
    parts = []
    by_category = sorted(taxonomy(), key=lambda taxon: _CATEGORIES.index(taxon.category))
    for category, taxa in groupby(by_category, key=lambda taxon: taxon.category):
        rows = [
            (code(taxon.key), text(taxon.en), ", ".join(sorted(taxon.unit_classes)), taxon.aspect)
            for taxon in taxa
        ]
        title = category.replace("_", " ").capitalize()
        parts.append(f"## {title}\n\n{table(('Key', 'Indicator', 'Counted in', 'Aspect'), rows)}")
    return "\n".join(parts)


_CATEGORIES = list(dict.fromkeys(taxon.category for taxon in taxonomy()))


def measure_words() -> str:
    """One table for each class; other spellings stand beside the one that output uses."""
    by_spelling: dict[str, list[Unit]] = {}
    for unit in units().values():
        by_spelling.setdefault(unit.canonical, []).append(unit)
    kept = sorted(
        (units()[spelling] for spelling in by_spelling), key=lambda unit: list(UnitClass).index(unit.cls)
    )
    parts = []
    for cls, members in groupby(kept, key=lambda unit: unit.cls):
        rows = [
            (
                unit.zh,
                text(unit.en),
                " ".join(other.zh for other in by_spelling[unit.zh] if other.zh != unit.zh),
                f"{unit.factor} {unit.base}" if unit.factor is not None else "",
            )
            for unit in members
        ]
        parts.append(f"## {cls.capitalize()}\n\n{table(('Unit', 'English', 'Also written', 'Is'), rows)}")
    return "\n".join(parts)

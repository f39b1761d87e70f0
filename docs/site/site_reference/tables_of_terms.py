"""The tables of the lexicon that decide what is comparable and what a unit is called."""

from collections.abc import Iterable

from site_reference.markdown import code, table, text
from summarizer.lexicon.taxonomy import Taxon, taxonomy
from summarizer.lexicon.units import Unit, UnitClass, units
from summarizer.render.tables import CATEGORIES

__all__ = ["indicators", "measure_words"]


def indicators() -> str:
    """One table for each category, in the order and by the titles of briefings."""
    by_category = {
        title: [taxon for taxon in taxonomy() if taxon.category == category]
        for category, title in CATEGORIES.items()
    }
    return "\n".join(f"## {title}\n\n{_taxa(taxa)}" for title, taxa in by_category.items() if taxa)


def _taxa(taxa: Iterable[Taxon]) -> str:
    rows = [
        (code(taxon.key), text(taxon.en), ", ".join(sorted(taxon.unit_classes)), taxon.aspect)
        for taxon in taxa
    ]
    return table(("Key", "Indicator", "Counted in", "Aspect"), rows)


def measure_words() -> str:
    """One table for each class; other spellings stand beside the one that output uses."""
    spellings: dict[str, list[str]] = {}
    for unit in units().values():
        spellings.setdefault(unit.canonical, []).append(unit.zh)
    by_class = {cls: [units()[zh] for zh in spellings if units()[zh].cls is cls] for cls in UnitClass}
    return "\n".join(
        f"## {cls.capitalize()}\n\n{_units(members, spellings)}"
        for cls, members in by_class.items()
        if members
    )


def _units(members: Iterable[Unit], spellings: dict[str, list[str]]) -> str:
    rows = [
        (
            unit.zh,
            text(unit.en),
            " ".join(other for other in spellings[unit.zh] if other != unit.zh),
            f"{unit.factor} {unit.base}" if unit.factor is not None else "",
        )
        for unit in members
    ]
    return table(("Unit", "English", "Also written", "Is"), rows)

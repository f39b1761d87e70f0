"""Which figure a quote from the report means."""

from summarizer.quantities import Indicator, Inventory
from summarizer.reading import Span
from summarizer.verify.grounds import grounds_of

__all__ = ["indicator_quoted"]


def indicator_quoted(quote: str, inventory: Inventory, within: Span) -> Indicator | None:
    """The one figure that the words hold wherever they stand in the stretch; None where they stand nowhere, or hold several."""
    places = [p for p in grounds_of(inventory).passages.locate(quote) if within.start <= p.start < within.end]
    held = {i.id: i for place in places for i in inventory.indicators_in(place) if i.span.end <= place.end}
    return next(iter(held.values())) if len(held) == 1 else None

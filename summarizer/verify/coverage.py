"""The closing account: every number of a report, and what became of it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from summarizer.quantities import Inventory, Kind
from summarizer.reading import Span

__all__ = ["Account", "account"]


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a report's numbers.

    `numbers` is the sum of `by_kind`; what stands outside the report (page furniture, second copies) is `outside`. Of the
    indicators every one is reported, masked, unreadable or not reported; of the reported every one is supported, repaired or
    flagged.
    """

    numbers: int
    by_kind: dict[str, int]
    outside: int
    indicators: int
    reported: int
    supported: int
    repaired: int
    flagged: int
    masked: int
    unreadable: int
    not_reported: tuple[Span, ...]


def account(
    inventory: Inventory,
    reported_ids: Collection[int],
    *,
    repaired: Collection[int] = (),
    flagged: Collection[int] = (),
) -> Account:
    """The account of a report of which the indicators `reported_ids` are told; `repaired` and `flagged` are among them.

    One that is both repaired and flagged counts as flagged. A masked or unreadable figure counts as such, told or not.
    Raises KeyError for an id that the inventory does not have.
    """
    told = {inventory.indicator(id).span for id in reported_ids}
    mended = {inventory.indicator(id).span for id in repaired} & told
    doubted = {inventory.indicator(id).span for id in flagged} & told
    inside = [m for m in inventory.mentions if m.kind is not Kind.FURNITURE]
    figures = [m for m in inside if m.kind is Kind.INDICATOR]
    masked = [m for m in figures if m.masked]
    unreadable = [m for m in figures if not m.masked and m.value is None]
    readable = [m.span for m in figures if not m.masked and m.value is not None]
    reported = [span for span in readable if span in told]
    bad = [span for span in reported if span in doubted]
    good = [span for span in reported if span in mended and span not in doubted]
    return Account(
        numbers=len(inside),
        by_kind=dict(sorted(Counter(m.kind.value for m in inside).items())),
        outside=len(inventory.mentions) - len(inside),
        indicators=len(figures),
        reported=len(reported),
        supported=len(reported) - len(bad) - len(good),
        repaired=len(good),
        flagged=len(bad),
        masked=len(masked),
        unreadable=len(unreadable),
        not_reported=tuple(span for span in readable if span not in told),
    )

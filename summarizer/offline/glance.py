"""The few figures that stand for a whole report."""

from collections import Counter
from collections.abc import Collection, Sequence

from summarizer.offline.bareness import is_bare
from summarizer.outline import Section
from summarizer.quantities import Aspect, Indicator

__all__ = ["FEWEST", "MOST", "glance"]

FEWEST, MOST = 6, 10
_MOST_OF_CATEGORY = 2


def _top_section(indicator: Indicator, outline: Section) -> int:
    """Where the first-level section that holds the figure starts."""
    path = outline.path_to(indicator.span.start)
    return path[min(2, len(path) - 1)].span.start


def glance(
    indicators: Sequence[Indicator],
    outline: Section,
    *,
    named: Collection[int],
    flagged: Collection[int] = (),
    headlines: Sequence[str] = (),
) -> tuple[int, ...]:
    """Ids of six to ten figures; fewer only where the report has no more that qualify.

    First what was done of `headlines`, the keys that readers look for first, in that order; then others in the order of the text: at
    most two of a category and one of a taxonomy key, those with a key first, done before planned, and each section gives one before
    any gives a second. `named` are the figures that have English, `flagged` those that did not pass: only named ones are taken, never
    a flagged, masked or unreadable one, nor one whose name does not say what it is of. The limit of two a category yields only where
    fewer than six would be left.
    """
    fit = [
        i
        for i in indicators
        if i.id in named and i.id not in flagged and i.mention.value is not None and not is_bare(i.name_zh)
    ]
    first = _headlines(fit, headlines)
    chosen = list(first)
    # Keyed figures pick first; others, and a third of one category, only to make up the least number.
    for keyed, most, of_category in (
        (True, MOST, _MOST_OF_CATEGORY),
        (False, FEWEST, _MOST_OF_CATEGORY),
        (True, FEWEST, MOST),
        (False, FEWEST, MOST),
    ):
        pool = [i for i in fit if bool(i.key) is keyed and i not in chosen]
        pool.sort(key=lambda i: (i.aspect is Aspect.PLANNED, i.id))
        while len(chosen) < most:
            taken = _next(pool, chosen, outline, of_category)
            if taken is None:
                break
            chosen.append(taken)
            pool.remove(taken)
    return (*(i.id for i in first), *sorted(i.id for i in chosen[len(first) :]))


def _headlines(fit: Sequence[Indicator], keys: Sequence[str]) -> list[Indicator]:
    """For each key the first figure of something done, as far as there are any."""
    done = {i.key: i for i in reversed(fit) if i.aspect is Aspect.REPORTED}
    return [done[key] for key in keys if key in done][:MOST]


def _next(
    pool: Sequence[Indicator], chosen: Sequence[Indicator], outline: Section, most: int
) -> Indicator | None:
    """Of the sections told least so far, the first figure in the pool whose key is new and whose category has fewer than `most`."""
    of_category = Counter(i.category for i in chosen)
    of_section = Counter(_top_section(i, outline) for i in chosen)
    keys = {i.key for i in chosen if i.key}
    allowed = [i for i in pool if of_category[i.category] < most and i.key not in keys]
    return min(
        allowed,
        key=lambda i: (i.aspect is Aspect.PLANNED, of_section[_top_section(i, outline)]),
        default=None,
    )

"""From one year's report to the next: how each figure of a trend moved, as the report states it and as the program computes it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from summarizer.compare.align import figure_of
from summarizer.compare.choice import usable
from summarizer.compare.counting import counted_in, is_rate
from summarizer.compare.derived import difference, percent_change
from summarizer.compare.model import Cell, Change, ComparedReport, ComparisonRow
from summarizer.compare.order import above, equal, value_of
from summarizer.digest import Digest, DigestIndicator
from summarizer.lexicon import key_for
from summarizer.quantities import Qualifier, number_of

__all__ = ["with_changes"]

_FALL = re.compile(r"下降|减少|回落|降低|压减|减产")
_MOVED = re.compile(
    r"(?:(?:比|较)(?:上|去)(?:一)?年(?:度)?(?:同期)?|同比|环比)?(?:分别)?"
    r"(?:(?:有所)?(?:增长|增加|上升|提高|提升|增幅|增速)|下降|减少|回落|降低|压减|减产)(?:了)?$"
)
_BASE_YEAR = re.compile(r"[比较](\d{4})年")
_LONGER = re.compile(r"年均|累计|[比较].{0,4}(?:[一二三四五六七八九十]年前|期初|上届)")
_SHORTEST = 3  # characters of a name that is found in another by its end


def _is_change_from(indicator: DigestIndicator, year: str) -> bool:
    """Whether a change can be one from `year`, as far as its words say: 比2020年增长40% is none from 2022."""
    told = indicator.quote[: max(indicator.start - indicator.quote_start, 0)]
    return not _LONGER.search(told) and all(base == year for base in _BASE_YEAR.findall(told))


def _fits(indicator: DigestIndicator, earlier: Cell, later: Cell, row: ComparisonRow) -> bool:
    """Whether a change stated can be that between two cells: points beside rates only, an amount that they come to, one direction."""
    if indicator.unit == "个百分点" and not is_rate(row.unit):
        return False
    falling = _FALL.search(indicator.name_zh) is not None
    if (above(later, earlier) and falling) or (above(earlier, later) and not falling):
        return False
    number = number_of(indicator.value)
    exact = {earlier.qualifier, later.qualifier, indicator.qualifier} == {Qualifier.EXACT}
    if is_rate(indicator.unit) or number is None or not exact:
        return True
    return abs(value_of(later) - value_of(earlier)) == number


def _states_change_of(indicator: DigestIndicator, cell: DigestIndicator, row: ComparisonRow) -> bool:
    """Whether a figure is the change that its report states of a cell's: 办结率较上年提高4%, gdp_growth beside gdp."""
    same_kind = counted_in(indicator.unit, row.key) == counted_in(row.unit, row.key)
    if not usable(indicator) or indicator.id == cell.id or not (is_rate(indicator.unit) or same_kind):
        return False
    if indicator.aspect is not row.aspect or indicator.period != cell.period:
        return False
    if indicator.key:
        return indicator.key == f"{row.key}_growth"
    moved = _MOVED.search(indicator.name_zh)
    if moved is None:
        return False
    base = indicator.name_zh[: moved.start()]
    if not base:
        return False
    if base == cell.name_zh:
        return True
    # 审查规范性文件64件，比上年增长23.1%: its quote goes back to the figure it is the change of.
    before = indicator.quote_start <= cell.start < indicator.start
    named = len(base) >= _SHORTEST and cell.name_zh.endswith(base)
    return before and (named or key_for(base, row.unit, aspect=row.aspect.value) == row.key)


def _change(earlier: Cell, later: Cell, row: ComparisonRow, digest: Digest) -> Change:
    by_id = {indicator.id: indicator for indicator in digest.indicators}
    own = by_id[later.indicator_id]
    stating = (i for i in digest.indicators if _states_change_of(i, own, row))
    said = next(
        (i for i in stating if _is_change_from(i, earlier.period[-4:]) and _fits(i, earlier, later, row)),
        None,
    )
    direction: Literal["up", "down", "same", "unclear"] = "unclear"
    if above(later, earlier):
        direction = "up"
    elif above(earlier, later):
        direction = "down"
    elif equal(earlier, later):
        direction = "same"
    return Change(
        earlier=earlier.report,
        later=later.report,
        direction=direction,
        stated=figure_of(later.report, said, row.name_en) if said is not None else None,
        falling=said is not None and _FALL.search(said.name_zh) is not None,
        derived=[*difference(earlier, later), *percent_change(earlier, later)],
    )


def with_changes(
    rows: Sequence[ComparisonRow], ordered: Sequence[ComparedReport], digests: Mapping[str, Digest]
) -> list[ComparisonRow]:
    """The rows of a trend with the change from each report to the next that has a figure to compare.

    `ordered` are the reports by year. The change that the later report states itself stands beside the computed one.
    """
    order = {report.id: at for at, report in enumerate(ordered)}
    changed = []
    for row in rows:
        cells = sorted(row.compared, key=lambda cell: order[cell.report])
        changes = [_change(a, b, row, digests[b.report]) for a, b in pairwise(cells)]
        changed.append(row.model_copy(update={"changes": changes}))
    return changed

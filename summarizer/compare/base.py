"""From which year a change is told."""

import re

from summarizer.digest import Digest, DigestIndicator

__all__ = ["comparable_changes", "is_change_from"]

_YEAR = re.compile(r"[比较](\d{4})年")
_LONGER = re.compile(r"年均|累计|[比较].{0,4}(?:[一二三四五六七八九十]年前|期初|上届)")


def is_change_from(indicator: DigestIndicator, year: str) -> bool:
    """Whether a change can be one from `year`, as far as its words say: 比2020年增长40% is none from 2022."""
    told = indicator.quote[: max(indicator.start - indicator.quote_start, 0)]
    return not _LONGER.search(told) and all(base == year for base in _YEAR.findall(told))


def comparable_changes(digest: Digest) -> Digest:
    """The digest without the keys of yearly changes on figures that tell a change from another year than the one before."""
    return digest.model_copy(
        update={
            "indicators": [
                row.model_copy(update={"key": ""}) if _is_from_elsewhere(row) else row
                for row in digest.indicators
            ]
        }
    )


def _is_from_elsewhere(row: DigestIndicator) -> bool:
    year = row.period[-4:]
    named = _YEAR.findall(row.quote[: max(row.start - row.quote_start, 0)])
    return (
        row.key.endswith("_growth") and year.isdecimal() and any(int(base) != int(year) - 1 for base in named)
    )

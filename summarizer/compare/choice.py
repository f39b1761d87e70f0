"""Which of several figures that a report has for one row is its headline one."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from summarizer.compare.counting import years_of
from summarizer.digest import Digest, DigestIndicator
from summarizer.verify import RelationKind, Verdict

__all__ = ["common_length", "headline_first", "usable"]

_AND = re.compile(r"[、和及与]")
_PART_OF_YEAR = re.compile(r"[上下]半年|[一二三四]季度|\d月份?|今冬明春")


def usable(indicator: DigestIndicator) -> bool:
    """Whether the figure holds and has a value."""
    return indicator.verdict is Verdict.SUPPORTED and indicator.value is not None


def common_length(found: Collection[Sequence[DigestIndicator]]) -> int | None:
    """The length of period that most of the reports have a usable figure for; of several the shortest."""
    counted = Counter(
        length
        for candidates in found
        for length in {years_of(i.period) for i in candidates if usable(i)}
        if length is not None
    )
    return min(counted, key=lambda length: (-counted[length], length)) if counted else None


def _parts(digest: Digest) -> dict[str, set[str]]:
    """The figures that the report's own arithmetic makes part of another, with that other."""
    wholes: dict[str, set[str]] = {}
    for relation in digest.relations:
        if relation.kind is RelationKind.SUM:
            pairs = [(part, relation.stated) for part in relation.operands]
        elif relation.kind is RelationKind.SHARE and len(relation.operands) == 2:
            pairs = [(relation.operands[0], relation.operands[1])]
        else:
            pairs = []
        for part, whole in pairs:
            wholes.setdefault(part, set()).add(whole)
    return wholes


def _narrower(name: str, than: str) -> bool:
    """Whether a name is the other one with words put inside, which make it tell of a part: 实施省级重点项目 of 实施重点项目.

    Words put before it may as well be a verb that makes it tell of the whole: 建成高标准农田. A second thing beside the first makes
    it tell of more: 省、市重点项目.
    """
    rest = iter(name)
    within = len(name) > len(than) > 0 and name[0] == than[0] and all(char in rest for char in than)
    return within and len(_AND.findall(name)) == len(_AND.findall(than))


def headline_first(
    candidates: Sequence[DigestIndicator], digest: Digest, *, length: int | None
) -> list[DigestIndicator]:
    """The figures of one report for one row, the one that stands for the row first.

    A figure that holds goes before one that does not, the common length of period before others, the report's own period before
    others, the whole period before a part of it, a whole before its parts, and then what the report tells first.
    """
    wholes, ids = _parts(digest), {i.id for i in candidates}
    own = {digest.report.period, digest.report.year}

    def order(candidate: DigestIndicator) -> tuple[bool, ...]:
        narrower = any(
            _narrower(candidate.name_zh, other.name_zh) for other in candidates if other.period == candidate.period
        )  # fmt: skip
        return (
            not usable(candidate),
            years_of(candidate.period) != length,
            candidate.period not in own,
            bool(_PART_OF_YEAR.search(candidate.quote)),
            bool(wholes.get(candidate.id, set()) & ids),
            narrower,
        )

    return sorted(candidates, key=order)

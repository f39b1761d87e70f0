"""Which nouns have a size of their own, and which only a number."""

import re
from collections.abc import Sequence

from summarizer.offline.nouns import Noun, agrees_with_unit, listed

__all__ = ["LINK", "MONEY", "QUANTITIES", "RATES", "are_counted", "has_size", "is_plural", "number_of"]

# Words of nouns that can reach, stand at, grow or fall.
QUANTITIES = frozenset(
    "revenue income expenditure spending gdp gnp value output sales investment budget fund funds loans deposits exports imports cost costs"
    " price prices wage wages profit profits tax taxes balance turnover assets debt debts standard total area length mileage yield"
    " production capacity volume generation consumption floor throughput traffic rate rates share ratio proportion percentage coverage"
    " degree index indexes concentration emissions intensity population economy economies number subsidies subsidy expenses savings"
    " financing transactions trade reserves quota scale utilization employment unemployment inflation deficit gap"
    " standards amount amounts proportions shares values ratios asset bond bonds payment payments taxes losses concentrations quotas".split()
)
MONEY = frozenset(("元", "美元"))
RATES = frozenset("rate rates share ratio proportion percentage coverage degree utilization index".split())
# Amounts of nothing in particular: what they are of was left out.
_VAGUE = frozenset(
    ("rate of increase", "growth rate", "total investment", "investment amount", "total amount", "total output", "output value", "value added")
)  # fmt: skip
LINK = re.compile(r" (?:of|to|for|in|on|with|at|by|from|among|through) ")


_MEASURED_BY = re.compile(r" (?:per|above|below|under|worth) ")
# A refund store is no refund: the last words say what it is.
_LAST = 2


def _head_words(noun: Noun) -> list[str]:
    head = re.split(LINK, noun.one, maxsplit=1)[0]
    return re.split(_MEASURED_BY, head, maxsplit=1)[0].lower().replace("-", " ").split()[-_LAST:]


def has_size(noun: Noun) -> bool:
    """Whether the noun names an amount, a rate or a total, by one of the words of its head."""
    words = _head_words(noun)
    if noun.one in _VAGUE and not noun.tail:
        return False
    return any(word in QUANTITIES for word in words) and (
        len(words) > 1 or bool(noun.tail) or " " in noun.one or noun.one.isupper()
    )


def are_counted(nouns: Sequence[Noun]) -> bool:
    """Whether these are things without a size, of which there can only be more or fewer: stores, documents."""
    return all(
        n.many and (n.many != n.one or agrees_with_unit(n, "人")) and not QUANTITIES & set(_head_words(n))
        for n in nouns
    )


def number_of(nouns: Sequence[Noun]) -> str:
    """`the number of stores`."""
    return f"the number of {listed([n.plural() for n in nouns])}"


def is_plural(subject: str) -> bool:
    """Whether a subject takes a plural verb: `retail sales`, `imports and exports`, not `the value of imports`."""
    head = re.split(LINK, subject.partition(" as a share of ")[0], maxsplit=1)[0]
    return " and " in head or (head.endswith("s") and not head.endswith(("ss", "gross")))

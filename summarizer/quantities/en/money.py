"""Currencies in English prose: their signs and codes before a number, their names after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.quantities.en.tokens import HYPHENS, Token, glued, word_at

__all__ = ["Money", "money_after", "money_before"]

# By the canonical name; a currency that Chinese reports do not write goes by its own words.
_CURRENCIES = {
    "元": "yuan, chinese yuan, yuan rmb, yuan renminbi, rmb, renminbi, cny, rmb yuan, ¥, ￥, rmb ¥, cn ¥",
    "美元": "us dollar, us dollars, u . s . dollars, u . s . dollar, dollar, dollars, usd, $, us $, u . s . $, u . s $",
    "港元": "hong kong dollar, hong kong dollars, hk dollars, hkd, hk $",
    "欧元": "euro, euros, eur, €, €ur, € ur",
    "日元": "yen, japanese yen, jpy",
    "英镑": "pounds sterling, pound sterling, gbp, £, british pounds",
    "分": "fen",
    "角": "jiao",
    "cent": "cent, cents",
    "ruble": "ruble, rubles, rouble, roubles",
}
_OTHER_MONEY = (
    "pence, penny, pesetas, turkish lira, bitcoins, dimes, aud $, aud, cad $, cad, c $, nzd $, nzd, mex $"
)
_MONEY = {tuple(p.split()): zh for zh, phrases in _CURRENCIES.items() for p in phrases.split(", ")} | {
    tuple(p.split()): p.replace(" ", "") for p in _OTHER_MONEY.split(", ")
}
_SIGNS = frozenset("$€£¥￥")
_BEFORE = {
    phrase
    for phrase in _MONEY
    if phrase[-1] in _SIGNS | {"yuan", "renminbi"}
    or (len(phrase[-1]) == 3 and phrase[-1] not in {"yen", "fen"})
}
_LONGEST = max(map(len, _MONEY))


@dataclass(frozen=True, slots=True)
class Money:
    """A currency beside a number: its name in our spelling, its tokens `[first, after)`."""

    name: str
    first: int
    after: int


def money_before(stream: Sequence[Token], at: int) -> Money | None:
    """The currency sign or code that ends just before token `at`: `RMB`, `US$`, `¥`; a hyphen may stand between."""
    if word_at(stream, at - 1) in HYPHENS and glued(stream, at) and glued(stream, at - 1):
        at -= 1
    for length in range(min(_LONGEST, at), 0, -1):
        words = tuple(word_at(stream, i) for i in range(at - length, at))
        if words in _BEFORE:
            return Money(_MONEY[words], at - length, at)
    return None


def money_after(stream: Sequence[Token], at: int) -> Money | None:
    """The currency whose words begin at token `at`; not the sign before another number (`-$5`)."""
    for length in range(_LONGEST, 0, -1):
        name = _MONEY.get(tuple(word_at(stream, at + i) for i in range(length)))
        if name is None:
            continue
        after = at + length
        before_number = word_at(stream, after - 1) in _SIGNS and word_at(stream, after)[:1].isdecimal()
        return None if before_number and glued(stream, after) else Money(name, at, after)
    return None

"""How headings are numbered: the styles, and reading one off the start of a paragraph."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from summarizer.lexicon.numerals import numeral_value

__all__ = ["Mark", "Style", "mark_of", "unnumbered"]


class Style(Enum):
    """How a heading opens. `rank` orders the styles that have no depth of their own but stand under the one before."""

    TITLE = auto()
    PERIOD = auto()  # unnumbered, names a span of the report: 2023年工作回顾
    PLAIN = auto()  # unnumbered, a line of its own
    ANNEX = auto()  # the title of what is appended, under 附件
    PART = auto()  # 第一部分
    HAN = auto()  # 一、
    HAN_BRACKETS = auto()  # （一）
    DIGIT = auto()  # 1.
    DIGIT_BRACKETS = auto()  # （1）, 1), ①
    ORDINAL = auto()  # 第一，
    COUNTED = auto()  # 一是, 一要
    BULLET = auto()  # ●, ——
    LEAD = auto()  # the first sentence of a paragraph

    @property
    def is_run_in(self) -> bool:
        """Whether headings of this style stand one level under whatever they follow, at any depth."""
        return self in _RUN_IN

    @property
    def rank(self) -> int:
        """Outermost first, among the run-in styles."""
        return _RUN_IN.index(self)


_RUN_IN = (Style.ORDINAL, Style.COUNTED, Style.BULLET, Style.LEAD)

_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"

_HAN = r"[一二三四五六七八九十]{1,3}"
_MARKS = (
    (Style.PART, re.compile(rf"第({_HAN}|\d{{1,2}})(?:部分|章|篇)[\s：:、]*")),
    # 一、二、三产业 is a list of names, no heading.
    (Style.HAN, re.compile(rf"({_HAN})\s?[、．.](?![一二三四五六七八九十]{{1,3}}[、产次])\s*")),
    (Style.HAN_BRACKETS, re.compile(rf"[（(]\s?({_HAN})\s?[）)]、?\s*")),
    (Style.DIGIT, re.compile(r"([0-9０-９]{1,2})\s?[.．、](?![0-9０-９])\s*")),
    (
        Style.DIGIT_BRACKETS,
        re.compile(r"[（(]\s?([0-9０-９]{1,2})\s?[）)]\s*|([0-9]{1,2})[）)]\s*|([①-⑩])\s*"),
    ),
    (Style.ORDINAL, re.compile(rf"第({_HAN})[，、：,]\s*|(首先|其次|再次|最后)[，,]\s*")),
    (Style.COUNTED, re.compile(rf"({_HAN})[是要][，,]?\s*")),
    (Style.BULLET, re.compile(r"(?:[●■◆▲★•○□➢◇▪]|[—―]{1,4}|－－|--)\s*")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The enumerator or bullet that opens a paragraph: its style, its number (0 for a bullet) and its length."""

    style: Style
    number: int
    length: int


def mark_of(text: str) -> Mark | None:
    """The mark at the very start of `text`, None where it opens with words."""
    for style, pattern in _MARKS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            return Mark(style, _value(next((g for g in found.groups() if g), "")), found.end())
    return None


def unnumbered(title: str) -> str:
    """The heading without the enumerator or bullet it opens with."""
    mark = mark_of(title)
    return title[mark.length :] if mark else title


def _value(numeral: str) -> int:
    """The number of an enumerator, 0 where it has none or none that can be read."""
    if numeral in _WORDS:
        return _WORDS[numeral]
    if numeral and numeral in _CIRCLED:
        return _CIRCLED.index(numeral) + 1
    value = numeral_value(numeral) if numeral else None
    return int(value) if value is not None else 0

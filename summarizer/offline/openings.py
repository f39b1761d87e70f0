"""How a sentence begins: with a capital, and never with digits."""

import re

from summarizer.lexicon import units
from summarizer.offline.numbers import is_measure
from summarizer.quantities import Mention

__all__ = ["opened"]

_A_TOTAL = "A total of "
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TWO_DIGITS = re.compile(r"[1-9]\d(?= )")


def _in_words(number: int) -> str:
    """Ten to ninety-nine in words."""
    if number < 20:
        return _TEENS[number - 10]
    tens, ones = divmod(number, 10)
    words = ("", "-one", "-two", "-three", "-four", "-five", "-six", "-seven", "-eight", "-nine")
    return _TENS[tens] + words[ones]


def _counts(mention: Mention) -> bool:
    """Whether it counts things one by one, which is what may be said in words."""
    return mention.value_max is None and not is_measure(mention.unit, units())


def opened(text: str, first: Mention, before: str) -> str:
    """The sentence with a large first letter; `first` is the figure told first, `before` the sentence before this one.

    One that would begin with digits begins `A total of 27`, or, so that no two sentences running do, `Twenty-seven`; where that is no
    count below a hundred they do.
    """
    digits = _TWO_DIGITS.match(text)
    if digits and before.startswith(_A_TOTAL) and _counts(first) and str(first.value) == digits.group():
        text = _in_words(int(digits.group())) + text[digits.end() :]
    if text[0].isdigit():
        return _A_TOTAL + text
    return text[0].upper() + text[1:]

"""The numbers that stand in a digest's own evidence: its context, and the quotes of its figures."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction

from summarizer.lexicon import Term, terms
from summarizer.lexicon.numerals import CN_NUMERAL, numeral_value
from summarizer.quantities import Kind, Mention, mentions_en, mentions_zh
from summarizer.quantities.en.words import MONTHS
from summarizer.verify import NAME_NOUNS, unread

__all__ = ["OwnEvidence"]

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_HAN = re.compile(rf"[{CN_NUMERAL}]+")
_ONE = re.compile(rf"[{CN_NUMERAL}](?P<rest>[^{CN_NUMERAL}]+)")
_IDEOGRAPH = re.compile(r"[\u3007\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]+")
_LONGEST = 40


class OwnEvidence:
    """What the context and the quotes of a digest bear out; `words` are all of them."""

    def __init__(self, context: Sequence[str], quotes: Sequence[str]) -> None:
        self._context = _numbers_of(context)
        self._known = self._context | _numbers_of(quotes)
        self.words = " ".join([*context, *quotes])

    def has(self, mention: Mention) -> bool:
        """Whether a number that a sentence tells without citing it stands in the context; a day, an ordinal or a name, anywhere."""
        match mention.kind:
            case Kind.INDICATOR:
                return mention.unit in NAME_NOUNS and _values(mention) <= self._context
            case Kind.IDIOM:
                return _DIGITS.search(mention.text) is None
            case _:
                return _values(mention) <= self._known

    def has_chinese(self, text: str) -> bool:
        """Whether every number in a text of the report's own stands in the digest's evidence."""
        if text in self.words:
            return True
        shown = unicodedata.normalize("NFKC", text)
        digits = {Fraction(d.replace(",", "")) for d in _DIGITS.findall(shown) if len(d) < _LONGEST}
        read = mentions_zh(text)
        if not all(self._stands(m.text) for m in read if m.value is None):
            return False
        numerals = {v for m in read for v in _values(m)}
        latin = _IDEOGRAPH.sub(" ", text)
        words = {v for m in mentions_en(latin) if m.kind is not Kind.IDIOM for v in _values(m)}
        # The number of a list item is read above.
        return digits | numerals | words <= self._known and not unread(f"- {latin}", self.words)

    def _stands(self, name: str) -> bool:
        """Whether a name with a number in it stands in the evidence: 二十大 as a whole, 二产 also in 一、二、三产."""
        if name in self.words:
            return True
        one = _ONE.fullmatch(name)
        return one is not None and one["rest"] in self.words and _numbers_of([name]) <= self._known

    def has_english(self, text: str, chinese: Sequence[str]) -> bool:
        """Whether every number in an English text stands in the Chinese it is for, or in the standard English of its words."""
        if unread(text, self.words):
            return False
        said = {v for m in mentions_en(text) if m.kind is not Kind.IDIOM for v in _values(m)}
        if said <= self._context:
            return True
        return said <= self._context | (_numbers_of(chinese) & self._known) | _of_terms(chinese)


def _values(mention: Mention) -> set[Fraction]:
    """The numbers that a mention states, with those of its digits and of the months it names."""
    found = {Fraction(value) for value in (mention.value, mention.value_max) if value is not None}
    digits = {Fraction(d.replace(",", "")) for d in _DIGITS.findall(mention.text) if len(d) < _LONGEST}
    months = {Fraction(MONTHS[w]) for w in map(str.lower, _WORD.findall(mention.text)) if w in MONTHS}
    return found | months | (digits if mention.kind is not Kind.INDICATOR else set())


def _numbers_of(texts: Iterable[str]) -> set[Fraction]:
    """Every number in Chinese texts: in digits, and in numerals, as a whole and each by itself."""
    found: set[Fraction] = set()
    for text in texts:
        shown = unicodedata.normalize("NFKC", text)
        digits = [d.replace(",", "") for d in _DIGITS.findall(shown) if len(d) < _LONGEST]
        runs = [part for run in _HAN.findall(text) for part in (run, *run)]
        found |= {Fraction(d) for d in digits} | {
            Fraction(value) for run in runs if (value := numeral_value(run)) is not None
        }
        found |= {value for mention in mentions_zh(text) for value in _values(mention)}
    return found


def _of_terms(texts: Sequence[str]) -> set[Fraction]:
    """The numbers in the termbase's English of what stands in Chinese texts."""
    found = [term for text in texts for term in terms().segment(text) if isinstance(term, Term)]
    return {value for term in found for mention in mentions_en(term.en) for value in _values(mention)}

"""English names that no word of the source bears out."""

from summarizer.quantities import Indicator
from summarizer.verify.english_fit import EnglishFit, Licence, Surroundings, content_words

__all__ = ["is_foreign", "shares_a_word"]


def is_foreign(name_en: str, indicator: Indicator, english: EnglishFit) -> bool:
    """Whether an English name is of something else: bridges built for 听取专项工作报告.

    No word of it stands for anything in the figure's sentence, one of them is known to mean another thing, and the tables have English
    for what is counted, so that a right name would have had a word of it.
    """
    words = content_words(name_en)
    if not words or english.told(words, indicator):
        return False
    found = {english.licence(word, frozenset({word}), indicator) for word in words}
    return Licence.NOWHERE in found and max(found) <= Licence.UNKNOWN


def shares_a_word(name_en: str, indicator: Indicator, quote: str) -> bool:
    """Whether any word of an English name is one that the tables have for the figure or for its quote."""
    alone = EnglishFit([(indicator, Surroundings(quote, quote))])
    return alone.fit(content_words(name_en), indicator) > 0

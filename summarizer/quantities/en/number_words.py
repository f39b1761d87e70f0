"""The English number words: their values, by how they are used in a numeral."""

import unicodedata
from fractions import Fraction

__all__ = [
    "DENOMINATORS",
    "DENOMINATORS_PLURAL",
    "MULTIPLES",
    "ORDINALS",
    "ORDINAL_SCALES",
    "ORDINAL_TENS",
    "SCALES",
    "SCALE_SUFFIXES",
    "SMALL",
    "TENS",
    "VAGUE",
    "VAGUE_SCALES",
    "VULGAR",
    "words",
]


def words(text: str) -> tuple[str, ...]:
    """The words of a list written as one string."""
    return tuple(text.split())


SMALL = {
    word: value
    for value, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {"nought": 0, "naught": 0}
TENS = {
    word: 10 * n
    for n, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}
SCALE_SUFFIXES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
ORDINALS = {
    word: n
    for n, word in enumerate(
        words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
}
ORDINAL_TENS = {word[:-1] + "ieth": value for word, value in TENS.items()}
ORDINAL_SCALES = {"hundredth": 100} | {word + "th": value for word, value in SCALES.items()}
DENOMINATORS = (
    {"half": 2, "quarter": 4}
    | {word: n for word, n in ORDINALS.items() if n > 2}
    | ORDINAL_TENS
    | ORDINAL_SCALES
)
DENOMINATORS_PLURAL = {("halves" if word == "half" else word + "s"): n for word, n in DENOMINATORS.items()}
_FOLDS = {word + "fold": n for word, n in (SMALL | TENS | {"hundred": 100}).items() if n > 1}
MULTIPLES = {
    "twice": 2,
    "thrice": 3,
    "doubled": 2,
    "doubling": 2,
    "tripled": 3,
    "trebled": 3,
    "tripling": 3,
    "quadrupled": 4,
} | _FOLDS

# The lower bound, as 数十, 数百 and 数千 have it; `several hundred` is `hundreds`.
VAGUE = {"dozens": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
VAGUE_SCALES = frozenset({"hundreds", "thousands", "millions", "billions"})
VULGAR = {
    sign: Fraction(unicodedata.normalize("NFKC", sign).replace("⁄", "/")) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}

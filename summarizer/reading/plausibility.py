"""Whether a trial decoding gave Chinese: GB18030, Big5 and UTF-16 decode nearly any bytes to something."""

from functools import cache
from itertools import islice

from summarizer.lexicon.traditional import simplified
from summarizer.reading.document import LOST

__all__ = ["is_frequent", "reads_as_chinese", "strangeness", "unfamiliar"]

_SAMPLE = 20_000  # characters beyond ASCII that are looked at
_COUNTABLE = 40  # Han; in a shorter text the most frequent ones need not occur
_FEW = 6  # characters; where one is lost of so few, they might be anything
_MANY = 150  # Han; here their share is near what it is in the language

# The characters that official Chinese cannot do without; 3,755 are common, these alone are a tenth of any report.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动同工也能"
)
_CONTROLS = "\t\n\r\x0b\x0c\x1a"
_MARKS = frozenset("“”‘’—…·×℃‰№★☆ⅠⅡⅢ\u00a0\u200b\ufeff") | {LOST}


@cache
def unfamiliar(char: str) -> int:
    """How far a character is from the common ones of Chinese texts: 0 common or a mark, 1 of GB/T 2312, 3 any other, 9 no character.

    Common are the 3,755 of GB/T 2312 level 1 (rows 16 to 55), traditional forms among them.
    """
    if (
        char < "\x80"
        or char in _MARKS
        or "\u2460" <= char <= "\u25ff"
        or "\u3000" <= char <= "\u3017"
        or "\uff01" <= char <= "\uffe5"
    ):
        return 0
    if "\x80" <= char <= "\x9f" or "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000":
        return 9
    if not "\u4e00" <= char <= "\u9fff":
        return 3
    try:
        row = simplified(char).encode("gb2312")[0] - 0xA0
    except UnicodeEncodeError:
        return 3
    return 0 if 16 <= row <= 55 else 1


def is_frequent(char: str) -> bool:
    """Whether every few lines of a report have the character: ASCII, punctuation, the most frequent Han."""
    return simplified(char) in _FREQUENT or (unfamiliar(char) == 0 and not "\u4e00" <= char <= "\u9fff")


def reads_as_chinese(text: str) -> bool:
    """Whether a trial decoding gave Chinese.

    At least three in four of the characters beyond ASCII are common Han or Chinese punctuation, and there is next to no place with private, unassigned,
    lost or control characters, and in texts long enough to count, the most frequent characters of the language are frequent.
    """
    wide = _beyond_ascii(text)
    controls = sum(1 for char in text[:_SAMPLE] if char < " " and char not in _CONTROLS)
    if not wide or controls > 1 + len(text) // 1000:
        return False
    lost = [at for at, char in enumerate(wide) if char == LOST or unfamiliar(char) == 9]
    holes = sum(1 for at, before in zip(lost, [-2, *lost], strict=False) if at > before + 1)
    han = [char for char in wide if "\u3400" <= char <= "\u9fff" and unfamiliar(char) == 0]
    familiar = sum(1 for char in wide if char != LOST and unfamiliar(char) == 0)
    if not han or holes > len(wide) // 50 + (len(wide) > _FEW):
        return False
    if familiar * 4 < (len(wide) - len(lost)) * 3:
        return False
    frequent = sum(1 for char in simplified("".join(han)) if char in _FREQUENT)
    return len(han) < _COUNTABLE or frequent * (20 if len(han) >= _MANY else 40) > len(han)


def strangeness(text: str) -> float:
    """How strange the characters beyond ASCII are on average: 0 where all are common, lost ones counted in full."""
    wide = _beyond_ascii(text)
    return sum(9 if char == LOST else unfamiliar(char) for char in wide) / max(1, len(wide))


def _beyond_ascii(text: str) -> list[str]:
    return list(islice((char for char in text if char >= "\x80"), _SAMPLE))

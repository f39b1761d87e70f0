"""Which line breaks fall inside a sentence: hard wraps of a copied or page-broken text, told from ends of paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Wrapping", "is_marker", "is_wrap", "wrapping_of"]

_COMPLETE = "。！？；：!?;:…"
_CLOSING = "”’」』）)》】〕]"
_OPENING = "（(“‘「『《〈【〔"
_ONWARD = "，,、—～~·+"  # no paragraph ends in one of these
_CONTINUING = "，,。、；;！!？?）)》”’」』】〕%％‰：:·"  # no paragraph begins with one of these

_MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、）)](?!\d)|第[一二三四五六七八九十]{1,3}(?:[，,、：:章节]|部分)"
    r"|[①-⑳●■◆★◇○▲►▪•◎☆]|[—－-]{2,3}|各位(?:代表|委员)|【\d|附[件：:]"
)
_RUN_IN = re.compile(r"[一二三四五六七八九十]{1,2}(?:是|要)")
_FRAME = re.compile(
    r"(?:(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来|来)?|\d{1,2}月(?:\d{1,2}日|份)?|(?:过去|刚刚过去|回顾过去|今后|未来)的?(?:一年|五年|\d年)?|[一两三四五六七八九十]+年来|今年|去年|明年"
    r"|一年来|各位代表|同时|此外|另外|目前|现在|其中|为此|因此|总之|但是|会上|截至.{1,10})[，,]"
)
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("【", "】"), ("‘", "’"))
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_FOREIGN_WORDS = 3
_HEADS = frozenset("附件 前言 结语 附录 引言 序言 目录 摘要 附表 后记 结束语".split())
_BOUND_UNITS = "年月日%％‰万亿余"
# What a page may part from its figure: units and measure words.
_MEASURES = (
    _BOUND_UNITS
    + "多个项件次人名家户亩公平立吨斤元美部条篇位场批期座处所套台辆种类起宗份册间栋棵株头只岁天倍成点"
)
_YEAR_LEFT = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}$")
_DIGITS_LEFT = re.compile(r"[0-9０-９]{1,20}$")
_DIGITS_RIGHT = re.compile(r"[0-9０-９]{1,20}")

_LONG = 45  # characters; no heading is longer
_LONG_WITH_COMMA = 30
_LONG_WITH_COMMAS = 20
_LONG_NUMBERED = 44
_HANGING = 15  # characters fewer where the next line stands without the indent that paragraphs have
_TOLERANCE = (
    3.0  # Han widths by which a full line may fall short: punctuation is not put at the head of a line
)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text sets its lines: `width` of a full line in Han characters (0: lines are as long as they like), and whether
    paragraphs begin with an indent."""

    width: float = 0.0
    indents: bool = False


def wrapping_of(pieces: Sequence[tuple[str, bool]]) -> Wrapping:
    """The style of a text, from its lines and whether each is indented."""
    long = [indented for line, indented in pieces if len(line) >= 20]
    indents = len(long) >= 4 and sum(long) * 2 >= len(long) and not all(long)
    indents = indents or (len(long) >= 2 and all(long))
    widths = sorted(_width(line) for line, _ in pieces)
    if len(widths) < 8:
        return Wrapping(0.0, indents)
    widest = widths[-1 - len(widths) // 50]
    full = sum(1 for width in widths if widest - _TOLERANCE <= width <= widest + 1)
    beyond = sum(1 for width in widths if width > widest + 1)
    set_to_width = 12 <= widest <= 80 and full * 2 >= len(widths) and beyond * 50 <= len(widths)
    return Wrapping(widest if set_to_width else 0.0, indents)


def is_wrap(
    so_far: str,
    line: str,
    *,
    last_line: str,
    opened_indented: bool,
    indented: bool,
    parted: bool,
    paged: bool,
    style: Wrapping,
) -> bool:
    """Whether the break between a paragraph `so_far` and the next `line` is a hard wrap, to be dropped.

    The paragraph must have stopped inside a sentence and look like one: something in it is still open, it says what only
    prose says, or it is longer than a heading. A line that begins like a heading, a list item or a salutation stands for
    itself. `opened_indented` tells that the paragraph began with an indent, where paragraphs do: a line without one goes on with it. `parted` (an empty line between, with no region in it) and `indented` ask for stronger signs; `paged` (page furniture
    between) makes a figure at the break one that the page broke.
    """
    if _is_foreign(so_far[-400:]) is not _is_foreign(line):
        return False
    last, first = so_far[-1], line[0]
    if first in _CONTINUING and not is_marker(line):
        return True
    marked = is_marker(line)
    if paged and last.isdecimal() and not marked and (first.isdecimal() or first in _MEASURES):
        return True
    if (
        last.isdecimal()
        and first.isdecimal()
        and (_is_split_number(so_far, line) or _is_prose(so_far) > marked)
    ):
        return True
    if last in _OPENING or (last.isdecimal() and _goes_with(so_far, first)):
        return True
    if marked:
        return False
    if _is_open(so_far):
        return True
    if _is_complete(so_far):
        return _fills_on(last_line, line, style) and not indented and not parted
    if last in _ONWARD and not _is_dash_line(so_far):
        return True
    if indented and style.indents:
        return False
    if last == "的" and not so_far.endswith("目的"):
        return True
    if _has_sentence(so_far) or _FRAME.match(so_far):
        return True
    if parted:
        return False
    if _is_fragment(so_far, line) or (len(last_line) <= 3 and len(so_far) > len(last_line)):
        return True
    hanging = style.indents and opened_indented and not indented
    return _is_longer_than_heading(so_far, last_line, style, hanging=hanging)


def _fills_on(last_line: str, line: str, style: Wrapping) -> bool:
    """In a text set to a width: a full line, and a next one that is full too or ends a paragraph, unlike a heading."""
    if not style.width or not _is_full(last_line, style) or _RUN_IN.match(line):
        return False
    return _is_full(line, style) or _is_complete(line)


def is_marker(line: str) -> bool:
    """Whether a line begins like a heading, an item of a list or a salutation."""
    return _MARKER.match(line) is not None


def _is_foreign(text: str) -> bool:
    """A line of a language in Latin letters, as a translation between the lines has them: no Chinese, some words."""
    return _HAN.search(text) is None and len(_LATIN_WORD.findall(text)) >= _FOREIGN_WORDS


def _is_complete(so_far: str) -> bool:
    core = so_far.rstrip(_CLOSING)
    return bool(core) and core[-1] in _COMPLETE


def _is_open(so_far: str) -> bool:
    """A quotation mark or bracket of the last sentence is not closed yet."""
    tail = so_far[-200:]
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in _PAIRS)


def _has_sentence(so_far: str) -> bool:
    """A sentence has ended before, and another has begun: headings do not do that."""
    return any(mark in so_far for mark in "。！？；!?;")


def _is_prose(so_far: str) -> bool:
    return bool(_HAN.search(so_far)) and (
        len(so_far) >= 20 or _has_sentence(so_far) or any(mark in so_far for mark in "，,、")
    )


def _is_dash_line(so_far: str) -> bool:
    return so_far.endswith(("——", "--"))


def _is_split_number(so_far: str, line: str) -> bool:
    """Digits on both sides that only together are a year: 20|23年."""
    left, right = _DIGITS_LEFT.search(so_far), _DIGITS_RIGHT.match(line)
    if left is None or right is None or line[right.end() : right.end() + 1] != "年":
        return False
    number = left.group() + right.group()
    return len(number) == 4 and number.startswith(("19", "20", "１９", "２０"))


def _goes_with(so_far: str, first: str) -> bool:
    """A figure and the scale or unit that cannot stand without one: 2023|年, 增长5|%, 7|万."""
    return first in _BOUND_UNITS and (
        _HAN.search(so_far) is not None or _YEAR_LEFT.search(so_far) is not None
    )


def _is_longer_than_heading(so_far: str, last_line: str, style: Wrapping, *, hanging: bool) -> bool:
    if style.width and _is_full(last_line, style) and len(so_far) >= 15:
        return True
    clauses = so_far.count("，") + so_far.count(",")
    if is_marker(so_far) or _RUN_IN.match(so_far):
        return clauses > 0 and len(so_far) >= _LONG_NUMBERED
    longest = (_LONG, _LONG_WITH_COMMA, _LONG_WITH_COMMAS)[min(clauses, 2)]
    return len(so_far) >= longest - (_HANGING if hanging else 0)


def _is_fragment(so_far: str, line: str) -> bool:
    """A linked word that a web page put on a line of its own, after a clause: 切实加强民主|法制|建设."""
    return (
        1 <= len(line) <= 3
        and line not in _HEADS
        and ("，" in so_far or "," in so_far)
        and _HAN.fullmatch(line[0]) is not None
    )


def _is_full(line: str, style: Wrapping) -> bool:
    return _width(line) >= style.width - _TOLERANCE


def _width(line: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in line)

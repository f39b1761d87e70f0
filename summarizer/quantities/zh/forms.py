"""Figures in forms of their own: shares (百分之五), fractions (三分之二, 1/16), halves, multiples (翻一番) and masks (***人次)."""

import re
from decimal import Decimal
from fractions import Fraction

from summarizer.lexicon.numerals import CN_SCALES, exact_product, numeral_value
from summarizer.lexicon.units import UnitClass
from summarizer.quantities.mention import Qualifier
from summarizer.quantities.zh.amount import DIGITS, HAN_NUMERAL, Amount, amount_at
from summarizer.quantities.zh.candidate import BLANKS, MASKS, Candidate, is_measured
from summarizer.quantities.zh.measure import unit_at

__all__ = ["doubled", "fraction", "half", "masked", "share", "stroke"]

_SP = f"[{BLANKS}]?"
_NUMBER_AHEAD = rf"(?=[{DIGITS}]|{HAN_NUMERAL})"
_M = re.escape(MASKS)
# Masks may stand beside the point, apart from each other, or for the last digits only: **.*亿元, * * *人次, 1**件.
_MASK = re.compile(
    rf"[{_M}](?:[ \u00a0][{_M}]){{2,9}}+(?![{_M}])|[{_M}]++(?:[.．][{_M}]++)?|[{DIGITS}]{{1,4}}+[{_M}]{{1,4}}+(?![{DIGITS}])"
)
_LONGEST_MASK = 12
_INDENT = 12
_BULLET_LEAD = re.compile(rf"(?:\n|\A)[{BLANKS}]*+\Z")
_MASK_TAIL = re.compile(rf"{_SP}[多余几]?{_SP}([{CN_SCALES}]{{0,2}})")
# The whole is a round number of scales, so the share is told in percent: 百分之五, 千分之三, 百万分之二.
_SHARE = re.compile(rf"([百千万亿]{{1,4}}+)分之?{_SP}(?:(负)|(好?几|数)(?=[十百]))?{_NUMBER_AHEAD}")
_PARTS = re.compile(rf"{_SP}分{_SP}之{_SP}{_NUMBER_AHEAD}")
_AND = re.compile(rf"{_SP}又{_SP}{_NUMBER_AHEAD}")
_STROKE = re.compile(rf"([{DIGITS}]{{1,3}}+)[/／]([{DIGITS}]{{1,3}}+)(?![{DIGITS}/／.．万])")
_TIMES = re.compile(r"([一二两三四1-4])番")
_DOUBLING = re.compile(r"翻了?(近|将近|约|超|超过)?\Z")
_DOUBLED_MORE = re.compile(r"还?多(?![一-鿿])|有余")
_NEARLY = {"近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "约": Qualifier.ABOUT}
_HALF = re.compile(r"一半|半数")
_OVER_HALF = re.compile(r"(?<=[比率额值量数例]过)半(?![一-鿿]|\d)|(?<=[比率额值量数例]过)半(?=以上|的)")


def masked(text: str, at: int) -> Candidate | None:
    """***人次, **余万元: a run of masks before a unit; one alone at the start of a line is a bullet (■家风建设)."""
    mask = _MASK.match(text, at)
    if mask is None or mask.end() - at > _LONGEST_MASK:
        return None
    tail = _MASK_TAIL.match(text, mask.end())
    scaled = tail is not None and tail[1] != ""
    if mask.end() == at + 1 and not scaled and _BULLET_LEAD.search(text, max(0, at - _INDENT), at):
        return None
    found = unit_at(text, tail.end() if tail else mask.end()) or unit_at(text, mask.end())
    if found is None:
        return None
    candidate = Candidate(at, at, at, mask.end(), None, qualifier=Qualifier.MASKED, in_digits=True)
    candidate.measure(*found)
    return candidate


def share(text: str, at: int) -> Candidate | None:
    """百分之十三点四, 百分之二三十 and 千分之三, in percent."""
    hit = _SHARE.match(text, at)
    amount = amount_at(text, hit.end()) if hit else None
    whole = numeral_value(hit[1]) if hit else None
    if hit is None or amount is None or whole is None:
        return None
    per_cent = Decimal(100).scaleb(-whole.adjusted())
    value, value_max = exact_product(amount.value, per_cent), exact_product(amount.value_max, per_cent)
    if hit[2] and value is not None:
        value, value_max = (-value, None) if value_max is None else (-value_max, -value)
    inexact = Qualifier.ABOUT if hit[3] else amount.left_open
    return Candidate(
        at,
        amount.close,
        at,
        amount.end,
        value,
        value_max,
        unit="%",
        cls=UnitClass.PERCENT,
        qualifier=inexact or Qualifier.EXACT,
        in_digits=amount.in_digits,
        hedged=inexact is not None,
        scaled=True,
    )


def _parts(text: str, bottom: Amount) -> tuple[Fraction | None, Fraction | None, int] | None:
    """The values and the end of the fraction whose lower number is `bottom`: the second only of a range (十分之三四).

    None, None where it cannot be read.
    """
    hit = _PARTS.match(text, bottom.end)
    top = amount_at(text, hit.end()) if hit else None
    if top is None:
        return None
    if top.value is None or not bottom.value:
        return None, None, top.end
    below = Fraction(bottom.value)
    most = None if top.value_max is None else Fraction(top.value_max) / below
    return Fraction(top.value) / below, most, top.end


def fraction(text: str, amount: Amount) -> Candidate | None:
    """三分之二, and 三又四分之一; of something measured with its unit (四分之一公升)."""
    parts = _parts(text, amount)
    base = Fraction(0)
    if parts is None and (hit := _AND.match(text, amount.end)):
        lower = amount_at(text, hit.end())
        parts = _parts(text, lower) if lower else None
        if parts is None and (proper := stroke(text, hit.end())) and isinstance(proper.value, Fraction):
            parts = proper.value, None, proper.end
        base = Fraction(amount.value) if amount.value is not None else base
    if parts is None:
        return None
    value, value_max, end = parts
    found = Candidate(
        amount.start,
        end,
        amount.start,
        end,
        None if value is None else base + value,
        None if value_max is None else base + value_max,
        whole=True,
        in_digits=amount.in_digits,
    )
    unit = unit_at(text, end)
    if unit and is_measured(unit[0]):
        found.measure(*unit)
    return found


def stroke(text: str, at: int) -> Candidate | None:
    """1/16: a proper fraction written with a stroke."""
    hit = _STROKE.match(text, at)
    if hit is None or text[at - 1 : at] in ("/", "／", "."):
        return None
    top, bottom = numeral_value(hit[1]), numeral_value(hit[2])
    if not top or not bottom or top >= bottom:
        return None
    return Candidate(
        at, hit.end(), at, hit.end(), Fraction(top) / Fraction(bottom), whole=True, in_digits=True
    )


def doubled(text: str, at: int) -> Candidate | None:
    """翻一番, 翻了近两番, 翻两番多: twice, nearly four times, more than four times."""
    hit = _TIMES.match(text, at)
    lead = _DOUBLING.search(text, max(0, at - 4), at) if hit else None
    times = numeral_value(hit[1]) if hit else None
    if hit is None or lead is None or times is None:
        return None
    start, end = lead.start(), hit.end()
    found = Candidate(start, end, start, end, Decimal(2) ** int(times), unit="番", cls=UnitClass.RATIO)
    if text.startswith("半", end):
        # 翻了一番半: writers mean 2.5, 3 or 2.83 by it.
        found.end = found.number_end = end + 1
        found.value = None
    elif more := _DOUBLED_MORE.match(text, end):
        found.end, found.qualifier = more.end(), Qualifier.OVER
    elif lead[1]:
        found.qualifier = _NEARLY.get(lead[1], Qualifier.OVER)
    return found


def half(text: str, at: int, floor: int) -> Candidate | None:
    """一半, 半数, 半斤; 过半数 and 占比过半 are over a half."""
    hit = _HALF.match(text, at)
    over = _OVER_HALF.match(text, at) if hit is None else None
    if hit is None and over is None:
        unit = unit_at(text, at + 1) if text[at] == "半" else None
        if unit is None or not is_measured(unit[0]):
            return None
        amount = Candidate(at, at + 1, at, at + 1, Decimal("0.5"))
        amount.measure(*unit)
        return amount
    end = hit.end() if hit else at + 1
    found = Candidate(at, end, at, end, Fraction(1, 2), whole=True)
    if at > floor and text[at - 1] == "过" and (over or text[at - 2 : at - 1] not in ("超", "通", "经")):
        found.start, found.qualifier = at - 1, Qualifier.OVER
    return found

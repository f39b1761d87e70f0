"""How the personalities read a prompt: enough of a reader for plain reports, and independent of the product's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from wire.answers import Seen

__all__ = ["Asked", "Figure", "Right", "Wrong", "asked", "figures_in", "numbers_in", "said"]

Right = Mapping[str, tuple[str | None, str | None, str]]
"""Right answers `(value, value_max, qualifier)` by the text from the last mark of punctuation to the end of the figure."""

Task = Literal["sections", "repair", "gleaning", "overview"]
Form = Literal["inline", "list", "quote"]


@dataclass(frozen=True)
class Figure:
    """A figure as the personalities read it. `cite` is its marker, or the words of the source where there are none."""

    cite: str
    value: str | None
    value_max: str | None
    qualifier: str
    unit: str
    name_zh: str
    clause: str
    scale: int = 1
    line: int = 0


@dataclass(frozen=True)
class Wrong:
    """One line of what a repair is about: a row's or a sentence's citations, and what was said."""

    is_sentence: bool
    cites: tuple[str, ...]
    said: str


@dataclass(frozen=True)
class Asked:
    """What one request wants. `lines` are the checked English lines of an overview, `wrong` what a repair is about."""

    task: Task
    form: Form
    text: str
    terms: Mapping[str, str]
    figures: tuple[Figure, ...]
    wrong: tuple[Wrong, ...]
    lines: tuple[str, ...]


_REPORT = re.compile(r"<report>\n(.*)\n</report>", re.DOTALL)
_FIGURES = re.compile(r"</report>\n+Figures:\n(.*)\Z", re.DOTALL)
_TERM = re.compile(r"^- ([^ =]+) = (.+)$", re.MULTILINE)
_MARKER = re.compile(r"\(([a-z]+\d+)\)")
_LINE = re.compile(r"^([a-z]+\d+) \| (.*?) \| (.*)$", re.MULTILINE | re.DOTALL)
_WRONG = re.compile(r"^- (Row|Sentence) citing ([a-z0-9, ]+): (.*)$", re.MULTILINE)
_STOPS = "，。；：、！？\n"
_DIGITS = "〇一二三四五六七八九"
_SCALES = {"千": 1_000, "百": 100, "十": 10, "万": 10_000, "亿": 100_000_000}
_BEFORE = {
    "不少于": "at_least", "不低于": "at_least", "不超过": "at_most", "不到": "under", "不足": "under", "超过": "over",
    "突破": "over", "超": "over", "近": "nearly", "约": "about",
}  # fmt: skip
_AFTER = {"以上": "over", "余": "over", "多": "over", "左右": "about", "以内": "under"}
_ENGLISH = {
    "over": "over ", "about": "about ", "nearly": "nearly ", "under": "under ", "at_least": "at least ",
    "at_most": "at most ",
}  # fmt: skip
_NUMERAL = r"(?:[\d０-９]+(?:[,，][\d０-９]{3})*(?:[.．][\d０-９]+)?|[〇零一二两三四五六七八九十百千]+)"
_NUMBER = re.compile(
    rf"(?P<before>{'|'.join(_BEFORE)})?(?:为|了)?"
    rf"(?:(?P<bottom>[一二三四五六七八九十百]+)分之(?P<top>{_NUMERAL})"
    rf"|(?P<half>过?半数)|(?P<low>{_NUMERAL})(?:\s*[～~—至-]\s*(?P<high>{_NUMERAL}))?"
    r"(?P<early>余|多|几)?(?P<scale>万亿|百亿|千亿|百万|千万|万|亿)?(?P<late>余|多)?(?P<tenths>成)?)"
    r"(?P<unit>个百分点|[%％]|\s*[^\d０-９，。；：、！？∶\[*＊]{0,8}?)?(?P<end>以上|左右|以内)?$"
)
_MASK = re.compile(r"[*＊※×■□]+[^\d，。；、(]{0,6}$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_VERB = re.compile(
    r"(?:分别)?(?:稳定在|保持在|控制在|累计完成|达到|提高到|增加到|增至|达|为|是|由|到|和|以及|的)+$|^(?:和|以及)"
)
_OTHER = re.compile(rf"[\d０-９.,]+(?:{'|'.join(_AFTER)}|[万亿])*(?:个百分点|[%％]|元|[^\d和])?")
_SPACE = re.compile(r"\s+|第 ?\d+ ?页 ?共 ?\d+ ?页")


def asked(seen: Seen, *, right: Right | None = None) -> Asked:
    """What the request asks for, read from its messages alone."""
    found = _REPORT.search(seen.user)
    assert found, "the request holds no fenced report"
    text = found[1]
    task = _task(seen.system)
    listed = _FIGURES.search(seen.user)
    lines = text if task in {"repair", "gleaning"} and _LINE.match(text) else listed[1] if listed else ""
    if lines:
        form: Form = "list"
    elif "shortest stretch of the source, word for word and in Chinese" in seen.system:
        form = "quote"
    else:
        form = "inline"
    read = {"list": lambda: _listed(lines), "quote": lambda: _quoted(text), "inline": lambda: _inline(text)}
    wrong = tuple(
        Wrong(kind == "Sentence", tuple(cites.split(", ")), said)
        for kind, cites, said in _WRONG.findall(seen.user[found.end() :])
    )
    return Asked(
        task=task,
        form=form,
        text=text,
        terms=dict(_TERM.findall(seen.user[: found.start()])),
        figures=()
        if task == "overview"
        else tuple(_named(_figure(*one, right=right or {}) for one in read[form]())),
        wrong=wrong,
        lines=tuple(line for line in text.splitlines() if line and not line.startswith("## ")),
    )


def figures_in(seen: Seen, *, right: Right | None = None) -> list[Figure]:
    """The figures of a request, in order."""
    return list(asked(seen, right=right).figures)


def said(figure: Figure) -> str:
    """The figure in English, in digits."""
    unit = {"%": "%", "个百分点": " percentage points", "元": " yuan"}.get(figure.unit, "")
    if figure.value is None or "/" in figure.value:
        return f"{_ENGLISH.get(figure.qualifier, '')}{figure.value}{unit}"
    text = f"{Decimal(figure.value):,f}"
    if figure.value_max:
        text += f" to {Decimal(figure.value_max):,f}"
    return f"{_ENGLISH.get(figure.qualifier, '')}{text}{unit}"


def numbers_in(text: str) -> set[Decimal]:
    """Every value that the digits and numerals of a source may stand for, with and without the scale behind them."""
    bare = _SPACE.sub("", text)
    found: set[Decimal] = set()
    for number in re.finditer(rf"({_NUMERAL})(?:余|多|几)?((?:百|千|万|亿)*)(成)?", bare):
        for scale in {"", number[2]}:
            with_scale = _value(number[1], scale)
            found |= {Decimal(with_scale), Decimal(with_scale) * (10 if number[3] else 1)}
    return found


def _task(system: str) -> Task:
    if "executive summary" in system:
        return "overview"
    if "still missing" in system:
        return "gleaning"
    return "repair" if "found some of it wrong" in system else "sections"


_Read = tuple[str, str, str, int]
"""What cites a figure, its clause up to it and behind it, and the line that it stands in."""


def _inline(text: str) -> Iterator[_Read]:
    """Each marker with the text of its figure's clause up to it, and behind it."""
    done = 0
    for marker in _MARKER.finditer(text):
        yield (
            marker[1],
            _clause(text[done : marker.start()]),
            _behind(text[marker.end() :]),
            text.count("\n", 0, marker.start()),
        )
        done = marker.end()


def _listed(lines: str) -> Iterator[_Read]:
    """Each name of the list with its clause up to the figure, and behind it."""
    for name, figure, clause in re.findall(
        r"^([a-z]+\d+) \| ((?:(?! \| ).|\n)*?) \| (.*)$", lines, re.MULTILINE
    ):
        figure = _SPACE.sub("", figure)
        before, _, behind = _SPACE.sub("", clause).partition(figure)
        yield name, _clause(re.split(r"\d", before)[-1]) + figure, _behind(behind), 0


def _quoted(text: str) -> Iterator[_Read]:
    """The words that hold each figure of a text without marks: a clause, or its part from the figure before."""
    for clause in re.split(rf"(?<=[{_STOPS}])", text):
        starts = [
            m
            for m in re.finditer(rf"[*＊]+|{_NUMERAL}", clause)
            if (m[0][0] in "*＊" or m[0][0].isdigit()) and not re.match(r"[年月日]|号", clause[m.end() :])
        ]
        for index, number in enumerate(starts):
            start = starts[index - 1].end() if index else 0
            end = starts[index + 1].start() if index + 1 < len(starts) else len(clause)
            quote = clause[start:end].strip(_STOPS + " ")
            if quote:
                yield (
                    quote,
                    clause[start : min(end, number.end() + 6)].strip(_STOPS + " "),
                    _behind(clause[number.end() + 1 : end]),
                    0,
                )


def _behind(after: str) -> str:
    """What a figure counts, where that stands behind it."""
    return re.split(rf"[{_STOPS}\d(]", after[:40], maxsplit=1)[0].strip()


_CHANGED = re.compile(r"扩大|提高|提升|增加|增长|减少|下降|降低")


def _named(read: Iterable[Figure]) -> Iterator[Figure]:
    """The figures by the names a careful reader gives them.

    One without a name of its own has that of the one before it (分别为96.5%、93.8%; 由14.2扩大到18.5平方公里); of two that one head
    names together each has its own part (城乡居民收入分别达到).
    """
    before = None
    for figure in read:
        bare = len(_HAN.findall(_CHANGED.sub("", figure.name_zh))) < 2
        if before and bare and figure.line == before.line:
            figure = replace(figure, name_zh=before.name_zh)
            if "城乡" in before.clause:
                figure = replace(figure, name_zh=before.name_zh.replace("城镇", "农村", 1))
        elif "分别" in figure.name_zh:
            figure = replace(figure, name_zh=figure.name_zh.replace("城乡", "城镇", 1).replace("分别", "", 1))
        before = figure
        yield figure


def _clause(before: str) -> str:
    return _SPACE.sub("", re.split(rf"[{_STOPS}]", before)[-1])


def _figure(cite: str, clause: str, behind: str, line: int, *, right: Right) -> Figure:
    if clause in right:
        value, value_max, qualifier = right[clause]
        return Figure(cite, value, value_max, qualifier, "", clause, clause, line=line)
    if mask := _MASK.search(clause):
        return Figure(cite, None, None, "masked", "", clause[: mask.start()] or mask[0], clause)
    number = _number(clause)
    if number is None:
        return Figure(cite, None, None, "exact", "", clause, clause, line=line)
    unit = (number["unit"] or "").strip()
    marks = [_BEFORE.get(number["before"] or ""), _AFTER.get(number["early"] or number["late"] or "")]
    marks += [_AFTER.get(number["end"] or "")]
    scale = number["scale"] or ""
    factor = 10 if number["tenths"] else 1
    low, high = _ends(number, scale, factor)
    marks += ["over" if (number["half"] or "").startswith("过") else None]
    qualifier = "range" if high else next((mark for mark in marks if mark), "exact")
    per_cent = factor == 10 or unit.startswith(("%", "％")) or number["bottom"] == "百"
    # Of a clause with several figures the head names them all, unless words stand between them.
    *_, name = pieces = [_VERB.sub("", piece) for piece in _OTHER.split(clause[: number.start()])]
    if len(_HAN.findall(name)) < 2:
        name = next((piece for piece in pieces if len(_HAN.findall(piece)) > 1), "")
    if len(_HAN.findall(name)) < 4 and behind:
        name += behind
    unit = "%" if per_cent else "元" if unit.startswith("元") else unit
    return Figure(cite, low, high, qualifier, unit, name or unit, clause + behind, _factor(scale), line)


def _ends(number: re.Match[str], scale: str, factor: int) -> tuple[str, str | None]:
    """The value of a number, and the upper end of a range."""
    if number["half"]:
        return "1/2", None
    if number["bottom"]:
        below, above = _value(number["bottom"], ""), _value(number["top"], "")
        return (above, None) if below == "100" else (str(Fraction(int(above), int(below))), None)
    low = _plain(Decimal(_value(number["low"], scale)) * factor)
    return low, _plain(Decimal(_value(number["high"], scale)) * factor) if number["high"] else None


def _number(clause: str) -> re.Match[str] | None:
    """The last number of a clause that only a unit follows: in digits before in characters."""
    found = [m for start in range(len(clause)) if (m := _NUMBER.match(clause, start))]
    digits = [m for m in found if any(char.isdigit() and not char.isalpha() for char in m[0])]
    if digits:
        return digits[0]
    # A numeral inside a unit (个百分点) is none: the one with the shortest unit after a sensible word counts.
    inside = [m for m in found if m["unit"] == "个百分点"] or found
    if not inside:
        return None
    last = max(m.start("low") if m["low"] else m.start() for m in inside)
    at_last = [m for m in inside if (m.start("low") if m["low"] else m.start()) <= last]
    return _widest(at_last)


def _widest(found: list[re.Match[str]]) -> re.Match[str]:
    """Of matches that end alike the one whose number comes last, with the qualifier and the whole numeral before it."""
    ends = max(m.end("low") if m["low"] else m.end("top") if m["bottom"] else m.end("half") for m in found)
    same = [
        m
        for m in found
        if (m.end("low") if m["low"] else m.end("top") if m["bottom"] else m.end("half")) == ends
    ]
    return same[0]


def _factor(scale: str) -> int:
    factor = 1
    for char in scale:
        factor *= _SCALES[char]
    return factor


def _value(digits: str, scale: str) -> str:
    plain = digits.translate({ord("０") + digit: str(digit) for digit in range(10)}).replace("．", ".")
    plain = plain.replace(",", "").replace("，", "")
    return _plain((Decimal(plain) if plain[0].isdecimal() else Decimal(_chinese(plain))) * _factor(scale))


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _chinese(numeral: str) -> int:
    """The value of a Chinese numeral below 10,000, or of one written digit by digit."""
    plain = numeral.replace("零", "〇").replace("两", "二")
    if not set(plain) & set(_SCALES):
        return int("".join(str(_DIGITS.index(char)) for char in plain))
    total, digit = 0, 0
    for char in plain:
        if char in _SCALES:
            total += (digit or 1) * _SCALES[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit

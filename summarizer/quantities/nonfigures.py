"""Numbers that count nothing: dates, durations, ordinals, enumerators, names and idioms.

A form is a pattern that begins with the number, tried where a number begins; what stands before it (第, a bracket, the start of
a line) decides which forms are tried. Of several the first that fits wins: words of the lexicon, slogans in quotation marks,
forms in the order below, titles. No pattern can backtrack beyond a few characters.
"""

import re
from collections.abc import Iterable
from functools import cache

from summarizer.lexicon import numbered_names
from summarizer.lexicon.numerals import CN_NUMERAL, numeral_value
from summarizer.quantities.amount import DIGITS
from summarizer.quantities.candidate import BLANKS, MASKS
from summarizer.quantities.measure import currency_before
from summarizer.quantities.mention import Kind, Mention, Qualifier
from summarizer.quantities.stretches import Stretches, addresses, quotations, titles
from summarizer.reading import Span

__all__ = ["NonFigures"]

_D = DIGITS
_N = CN_NUMERAL
_SP = f"[{BLANKS}]?"
_RUN = rf"(?:[{_D}]++|[{_N}]++)"
_YEAR = rf"(?:(?:1[89]|20|１[８９]|２０)[{_D}]{{2}}|[一二][九〇零八][{_N}]{{2}})"
_TO = rf"{_SP}(?:[-－–—~～]{{1,2}}|至|到){_SP}"
_MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])"
_DAY = rf"(?:3[01]|[12][{_D}]|0?[1-9]|３[０１]|[１２][０-９]|０?[１-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_ALONE = rf"(?<![{_D}])"
_APART = rf"(?<![{_D}{_N}])"
_CONGRESS = r"十[一二三四五六七八九]|二十[一二三四五六七八九]?"


class _Form:
    """In `pattern` group 1 is the number and group 2 the end of a range; `unit` is the unit that a hit carries."""

    __slots__ = ("groups", "kind", "pattern", "unit")

    def __init__(self, kind: Kind, pattern: str, unit: str = "") -> None:
        self.kind, self.pattern, self.unit = kind, pattern, unit
        self.groups = re.compile(pattern).groups


class _Forms:
    """Forms tried at one place, as one pattern: the first that fits."""

    def __init__(self, forms: Iterable[_Form]) -> None:
        self._forms: dict[int, _Form] = {}
        parts = []
        group = 1
        for form in forms:
            self._forms[group] = form
            parts.append(f"({form.pattern})")
            group += 1 + form.groups
        self._pattern = re.compile("|".join(parts))

    def at(self, text: str, at: int, start: int) -> Mention | None:
        """The form that fits at `at` as a mention that begins at `start`."""
        hit = self._pattern.match(text, at)
        if hit is None:
            return None
        group = hit.lastindex or 1
        form = self._forms[group]
        value = numeral_value(hit[group + 1])
        value_max = numeral_value(hit[group + 2]) if form.groups > 1 else None
        if value is None or value_max is None or value >= value_max:
            value_max = None
        return Mention(
            Span(start, hit.end()),
            Span(*hit.span(group + 1)),
            text[start : hit.end()],
            form.kind,
            value,
            value_max,
            form.unit,
            Qualifier.EXACT if value_max is None else Qualifier.RANGE,
        )


# Behind 第 (or 前, of quarters).
_RANKED = _Forms(
    (
        _Form(Kind.DATE, r"([一二三四1-4])季度"),
        _Form(
            Kind.ORDINAL,
            rf"({_RUN}|[{re.escape(MASKS)}]{{1,3}}){_SP}(?:届|次|个五年|批|期|位|名|条|章|号|部分|方面|阶段|方阵|轮|季度|产业|类|代|版|页|款|项|者|人|个|时间)?",
        ),
    )
)
_FIRST_OF = _Forms(
    (
        _Form(Kind.DATE, r"([一二三四1-4])季度"),
        _Form(Kind.ORDINAL, rf"({_RUN}){_SP}(?:[名位强]|(?=[的甲、，。；,;]|\Z))"),
    )
)
# Behind an opening bracket.
_BRACKETED = _Forms(
    (
        _Form(Kind.NAME, rf"({_YEAR}){_SP}[〕\]］)）]{_SP}[{_D}]{{1,5}}{_SP}号"),
        _Form(
            Kind.ENUMERATOR, rf"(?<=[（({BLANKS}])([{_N}]{{1,3}}|[{_D}]{{1,2}}){_SP}[)）](?!{_SP}[级层第])"
        ),
        _Form(Kind.ENUMERATOR, r"(?<=[【\[])([0-9]{1,3})[】\]]"),
    )
)
# At the start of a line, and behind the end of a sentence or a clause.
_LISTED = _Forms(
    (
        _Form(Kind.ENUMERATOR, rf"([{_N}]{{1,3}}+)、"),
        _Form(Kind.ENUMERATOR, rf"([{_D}]{{1,2}}+)(?:[.．、](?!(?!{_YEAR}{_SP}年)[{_D}])|[)）])"),
        _Form(Kind.ENUMERATOR, rf"([{_N}]{{1,2}}+)(?:是|要)(?![否不])"),
    )
)
_STOPPED = _Forms(
    (
        _Form(Kind.ENUMERATOR, rf"([{_D}]{{1,2}}+)[.．、](?![{_D}])"),
        _Form(Kind.ENUMERATOR, rf"([{_N}]{{1,2}}+)(?:是|要)(?![否不])"),
    )
)
_CLAUSED = _Forms((_Form(Kind.ENUMERATOR, rf"([{_N}]{{1,2}}+)(?:是|要)(?![否不])"),))

_TIMES = (
    _Form(Kind.DATE, rf"{_ALONE}({_YEAR})[.．/／](?:1[0-2]|0?[1-9])(?=[\s，。、；）)\-—–~～至到]|\Z)"),
    _Form(Kind.DATE, rf"{_ALONE}({_YEAR})[-－./／](?:{_MONTH})[-－./／](?:{_DAY})(?![{_D}])"),
    _Form(Kind.DATE, rf"({_YEAR}){_SP}年?(?:{_TO}|[/／])({_YEAR}){_SP}(?:年度?|学年)", "年"),
    _Form(Kind.DATE, rf"{_ALONE}({_YEAR}){_TO}({_YEAR})(?![{_D}.．%％万亿余多]|{_SP}[年个项件人元])"),
    _Form(
        Kind.DATE,
        rf"({_YEAR}){_SP}年{_SP}[/／]?{_SP}{_MONTH}{_SP}月(?:份|底|初)?(?:{_SP}[/／]?{_SP}{_DAY}{_SP}[日号])?(?:{_TO}(?:{_MONTH}{_SP}月)?{_DAY}{_SP}[日号])?",
        "年",
    ),
    _Form(Kind.DATE, rf"{_ALONE}({_YEAR}){_SP}年度", "年度"),
    _Form(Kind.DATE, rf"{_APART}({_YEAR}){_SP}年(?![来以]|多|间|以)", "年"),
    _Form(Kind.DATE, rf"{_APART}({_YEAR}){_SP}年(?=[来以])", "年"),
    _Form(Kind.DATE, rf"{_ALONE}({_YEAR})(?=、{_YEAR})"),
    _Form(Kind.DATE, rf"(?<=、)({_YEAR})(?=[两三四五]年)"),
    _Form(Kind.DATE, rf"{_ALONE}({_MONTH}){_TO}({_MONTH}){_SP}月份?", "月"),
    _Form(Kind.DATE, rf"(?<![{_D}{_N}个])({_MONTH}){_SP}月{_SP}{_DAY}{_SP}[日号]", "月"),
    _Form(
        Kind.DATE,
        rf"(?<![{_D}{_N}个])({_MONTH}){_SP}月(?:份|底|初|末|上旬|中旬|下旬)?(?![{_D}]|子|饼)",
        "月",
    ),
    _Form(Kind.DATE, rf"{_APART}([{_D}]{{2}}|[{_N}]{{1,3}}+){_SP}(?:年代|世纪)"),
    _Form(Kind.DATE, rf"([一二三四1-4]){_TO}([一二三四1-4])季度"),
    _Form(Kind.DATE, r"([一二三四1-4])季度"),
    _Form(Kind.DATE, r"(?<=[上下])(半)年(?![以来间])", "年"),
    _Form(
        Kind.DATE,
        rf"(?<=[午晚晨早夜间日])([{_D}]{{1,2}}+|[{_N}]{{1,3}}+)[点时](?:[{_D}]{{1,2}}分|整|半|许)?(?![{_D}{_N}])",
    ),
    _Form(Kind.DATE, rf"(?<![{_D}.．])([0-2]?[{_D}]):[0-5][{_D}](?::[0-5][{_D}])?(?![{_D}])"),
)
_DURATIONS = (
    _Form(
        Kind.DURATION,
        rf"(?<![{_D}{_N}.．第])({_RUN}|半){_SP}[多余几]?{_SP}个?半?{_SP}(?:周年|年度|年期|年|个月|月|周(?!岁)|星期|季度|小时|分钟|秒钟|昼夜)(?:多|来|间|以来|以上|左右|内|以内)?",
        "年",
    ),
    _Form(Kind.DURATION, rf"(?<![{_D}{_N}.．第])({_RUN}){_SP}[多余]?{_SP}(?:日|天)(?:内|以内|左右)", "天"),
)
# Numbers in digits.
_IN_DIGITS = _Forms(
    (
        # Telephone numbers.
        _Form(Kind.NAME, rf"{_ALONE}(0[{_D}]{{2,3}})[-－][{_D}]{{7,8}}(?![{_D}])"),
        _Form(
            Kind.NAME,
            rf"{_ALONE}([48]00[-－][{_D}]{{3}}[-－][{_D}]{{4}}|1[3-9][{_D}]{{9}})(?![{_D}.．]|{_SP}[一-鿿])",
        ),
        *_TIMES,
        _Form(Kind.ORDINAL, rf"(?<![{_D}.])([{_D}]++){_SP}届"),
        *_DURATIONS,
        # Versions, festivals and incidents by their date, hours of service.
        _Form(Kind.NAME, r"([1-9]\.0)(?=版|升级)"),
        _Form(Kind.NAME, r"(?<=[一-鿿“])([1-9]\.0)(?=[、，。；”）])"),
        _Form(Kind.NAME, rf"([{_D}]{{1,2}}+)[·・•‧][{_D}]{{1,2}}+(?![{_D}])"),
        _Form(Kind.NAME, rf"([{_D}]++)(?=[×✕][{_D}])"),
        _Form(Kind.NAME, rf"([{_D}]++)(?:{_SP}[+＋]{_SP}(?:[{_D}]++|[NnXx]))+"),
        _Form(
            Kind.NAME,
            rf"([{_D}]++)(?=[A-Za-z]++(?![²³/])(?:[级网基智+＋]|[一-鿿]))(?!(?:km|m|kg|cm|mm|GW|MW|kW|KW|kV|L|g|t|h)(?![A-Za-z]))",
        ),
        _Form(
            Kind.NAME,
            rf"(?<![{_D}.．])([{_D}]{{3,11}}+)(?=[“”\"]?(?:[一-鿿]{{0,6}})?(?:热线|平台投诉|特服))",
        ),
        _Form(
            Kind.NAME,
            rf"([{_D}]++){_SP}(?=强企|强县|强市|强榜|强[、，。（(]|路公交|路车|号楼|号线|号机|号文|号令|号院|号地|国道|省道)",
        ),
        _Form(Kind.NAME, rf"(?<=[国省县SGsg]道)([{_D}]{{3}})(?![{_D}])"),
    )
)
# Numbers in Chinese numerals.
_IN_NUMERALS = _Forms(
    (
        *_TIMES,
        _Form(Kind.ORDINAL, rf"([{_N}]++){_SP}届(?:{_SP}[{_N}历]++{_SP}(?:次|中(?!全会)))?"),
        _Form(Kind.ORDINAL, r"([一二三四五六七八九])中(?:、|全会)"),
        _Form(Kind.ORDINAL, rf"(?:(?<![一-鿿])|(?<=[党共的]))({_CONGRESS})大(?=[^气量力家小型批专学数]|\Z)"),
        _Form(Kind.ORDINAL, rf"(?<=[大会协委])([{_N}]++)次(?=会议|全体会议)"),
        _Form(Kind.ORDINAL, rf"([{_N}]++)次(?=全会)"),
        _Form(Kind.ORDINAL, rf"(?<=届)([{_N}]++)次(?=[会人全党])"),
        *_DURATIONS,
        # The phase of a project: 电厂二期, 园区一期; but not 培训班三期.
        _Form(Kind.NAME, rf"(?<![班训座动举办])([{_N}])(?=期(?![间望货限末]))"),
    )
)

_LINE_START = frozenset("\n\r")
_SENTENCE_ENDS = frozenset("。；;!！?？:：")
_CLAUSE_ENDS = frozenset("，,\u3000 ")
_OPENING = frozenset("〔[［(（【")
_SPACE = frozenset(BLANKS)
_DIGIT = frozenset("0123456789０１２３４５６７８９")
_CIRCLED = frozenset(map(chr, range(ord("①"), ord("⑳") + 1)))
_NOT_RANKED = tuple("目此以提日之当空年午史先从")
_FURTHEST = 40

_IN_QUOTES = re.compile(
    rf"([{_D}]++)(?:[.．][{_D}]++)?(?:[ +＋·・]{{1,3}}(?:[{_D}]++|[NnXx]))*|([{_N}]++)[个大条项]?"
)
_IN_TITLES = re.compile(rf"[{_D}]++|[{_N}]{{2,}}+|[二三四五六七八九](?=[个大])")
_LETTERED = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]{1,8}[-－]?\Z")
_LETTERED_NUMBER = re.compile(rf"[{_D}]++(?:[.．][{_D}]++)?+(?!{_SP}(?:[%％‰]|[万亿千百]|元|个百分|倍))")
_SHARE_AHEAD = re.compile(rf"[{_N}]|分?之[{_N}{_D}]")
_PARTS_AHEAD = re.compile(rf"分?之[{_N}{_D}]")


@cache
def _known() -> dict[str, tuple[tuple[int, str, Kind], ...]]:
    """Words of the lexicon by their first numeral and the character behind it: how far the numeral is in, word, kind."""
    found: dict[str, list[tuple[int, str, Kind]]] = {}
    for row in sorted(numbered_names(), key=lambda row: -len(row.zh)):
        at = next(i for i, char in enumerate(row.zh) if char in _N or char == "半")
        found.setdefault(row.zh[at : at + 2], []).append((at, row.zh, Kind(row.kind)))
    return {key: tuple(group) for key, group in found.items()}


def _led(text: str, at: int, floor: int) -> int:
    """The place before `at`, one blank skipped; -1 where something else reaches that far."""
    before = at - 1
    if before >= floor and text[before] in _SPACE:
        before -= 1
    return before if before >= floor else -1


def _named(text: str, kind: Kind, start: int, end: int, number: Span | None = None) -> Mention:
    span = Span(start, end)
    number = number or span
    return Mention(span, number, text[start:end], kind, numeral_value(number.of(text)))


class NonFigures:
    """The numbers of one text that count nothing, asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotations = Stretches(quotations(text))
        self._titles = Stretches(titles(text))
        self._addresses = Stretches(addresses(text))

    def at(self, at: int, floor: int) -> Mention | None:
        """What the number at `at` is, if it is no figure; nothing before `floor` belongs to it."""
        text = self._text
        first = text[at]
        in_digits = first in _DIGIT
        if in_digits:
            address = self._addresses.holding(at)
            if address is not None:
                return _named(text, Kind.NAME, max(address[0], floor), address[1])
        elif first in MASKS:
            return self._ranked(at, floor)
        elif first in _CIRCLED:
            return _named(text, Kind.ENUMERATOR, at, at + 1)
        elif known := self._known(at, floor):
            ranked = self._ranked(at, floor) if known.text[0] == "第" else None
            return ranked if ranked and ranked.span.end > known.span.end else known
        quotation = self._quotations.holding(at)
        if quotation is not None and (hit := _IN_QUOTES.match(text, at, quotation[1])):
            group = hit.lastindex or 1
            return _named(text, Kind.NAME, at, hit.end(), Span(*hit.span(group)))
        return self._by_form(at, floor, in_digits=in_digits) or self._in_title(at)

    def _known(self, at: int, floor: int) -> Mention | None:
        """The word of the lexicon whose first numeral stands at `at`, where no numeral goes on before or behind it."""
        text, known = self._text, _known()
        for key in (text[at : at + 2], text[at]):
            for offset, word, kind in known.get(key, ()):
                start = at - offset
                if (
                    start >= floor
                    and text.startswith(word, start)
                    and (offset or text[start - 1 : start] != "第")
                ):
                    end = start + len(word)
                    goes_on = _SHARE_AHEAD if word[-1] in _N else _PARTS_AHEAD
                    if not goes_on.match(text, end) and (start == 0 or text[start - 1] != "分"):
                        return _named(text, kind, start, end)
        return None

    def _ranked(self, at: int, floor: int) -> Mention | None:
        before = _led(self._text, at, floor)
        return _RANKED.at(self._text, at, before) if before >= 0 and self._text[before] == "第" else None

    def _by_form(self, at: int, floor: int, *, in_digits: bool) -> Mention | None:
        text = self._text
        before = _led(text, at, floor)
        lead = text[before] if before >= 0 else "\n" if at == 0 else ""
        found = None
        if lead == "第":
            return _RANKED.at(text, at, before)
        if lead == "前" and text[before - 1 : before] not in _NOT_RANKED:
            found = _FIRST_OF.at(text, at, before)
        elif lead in _OPENING:
            found = _BRACKETED.at(text, at, before)
        elif lead in _LINE_START or self._opens_line(at):
            found = _LISTED.at(text, at, at)
        elif lead in _SENTENCE_ENDS:
            found = _STOPPED.at(text, at, at)
        elif lead in _CLAUSE_ENDS:
            found = _CLAUSED.at(text, at, at)
        if found is not None:
            return found
        if not in_digits:
            return _IN_NUMERALS.at(text, at, at)
        return _IN_DIGITS.at(text, at, at) or self._lettered(at, floor)

    def _opens_line(self, at: int) -> bool:
        """Whether only blanks stand before `at` on its line."""
        text = self._text
        before = at - 1
        furthest = max(-1, at - _FURTHEST)
        while before > furthest and text[before] in _SPACE:
            before -= 1
        return before == -1 or (before >= 0 and text[before] in _LINE_START)

    def _lettered(self, at: int, floor: int) -> Mention | None:
        """A number written on to letters: PM2.5, G60; but not a sum or a share behind an abbreviation (GDP2万亿元)."""
        text = self._text
        letters = _LETTERED.search(text, max(floor, at - 9), at)
        number = _LETTERED_NUMBER.match(text, at) if letters else None
        if letters is None or number is None or currency_before(text, at, floor):
            return None
        return _named(text, Kind.NAME, letters.start(), number.end(), Span(*number.span()))

    def _in_title(self, at: int) -> Mention | None:
        """Numbers in the titles of laws and documents are parts of names, unless they are dates."""
        title = self._titles.holding(at)
        hit = _IN_TITLES.match(self._text, at, title[1]) if title else None
        return None if hit is None else _named(self._text, Kind.NAME, at, hit.end())

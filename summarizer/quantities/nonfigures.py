"""Numbers that count nothing: dates, durations, ordinals, enumerators, names and idioms.

Each is a pattern with the kind it means; the earlier of two that overlap wins. What they take is no figure any more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.lexicon import numbered_names
from summarizer.lexicon.numerals import CN_NUMERAL, numeral_value
from summarizer.quantities.mention import Kind, Mention, Qualifier
from summarizer.reading import Span

__all__ = ["nonfigures"]

_D = "0-9０-９"
_SP = "[ \\t\\u00a0\\u3000]?"
_N = rf"(?:[{_D}]+|[{CN_NUMERAL}]+)"
_YEAR = rf"(?:(?:1[89]|20|１[８９]|２０)[{_D}]{{2}}|[一二][九〇零八][{CN_NUMERAL}]{{2}})"
_TO = rf"{_SP}(?:[-－–—~～]{{1,2}}|至|到){_SP}"
_MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])"
_DAY = rf"(?:3[01]|[12][{_D}]|0?[1-9]|３[０１]|[１２][０-９]|０?[１-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"


@dataclass(frozen=True, slots=True)
class _Form:
    kind: Kind
    pattern: re.Pattern[str]
    unit: str = ""


def _form(kind: Kind, pattern: str, unit: str = "", flags: int = 0) -> _Form:
    return _Form(kind, re.compile(pattern, flags), unit)


# In a pattern, group `n` is the first number, `m` the end of a range; `unit` is the unit a hit carries.
_FORMS = (
    # Codes and addresses.
    _form(
        Kind.NAME,
        rf"(?:https?://|www\.)[!-~]+|[\w.]+@[\w.]+|(?<![{_D}])(?P<n>0[{_D}]{{2,3}})[-－][{_D}]{{7,8}}(?![{_D}])",
    ),
    _form(Kind.NAME, rf"[〔\[［(（]{_SP}(?P<n>{_YEAR}){_SP}[〕\]］)）]{_SP}[{_D}]{{1,5}}{_SP}号"),
    # Dates.
    _form(Kind.DATE, rf"(?<![{_D}])(?P<n>{_YEAR})[-－./／](?:{_MONTH})[-－./／](?:{_DAY})(?![{_D}])"),
    _form(
        Kind.DATE,
        rf"(?P<n>{_YEAR}){_SP}年?{_TO}(?P<m>{_YEAR}){_SP}(?:年度?|学年)",
        "年",
    ),
    _form(
        Kind.DATE,
        rf"(?<![{_D}])(?P<n>{_YEAR}){_TO}(?P<m>{_YEAR})(?![{_D}.．%％万亿余多]|{_SP}[年个项件人元])",
    ),
    _form(
        Kind.DATE,
        rf"(?P<n>{_YEAR}){_SP}年{_SP}[/／]?{_SP}{_MONTH}{_SP}月(?:份|底|初)?(?:{_SP}[/／]?{_SP}{_DAY}{_SP}[日号])?(?:{_TO}(?:{_MONTH}{_SP}月)?{_DAY}{_SP}[日号])?",
        "年",
    ),
    _form(Kind.DATE, rf"(?<![{_D}])(?P<n>{_YEAR}){_SP}年度", "年度"),
    _form(Kind.DATE, rf"(?<![{_D}{CN_NUMERAL}])(?P<n>{_YEAR}){_SP}年(?![来以]|多|间|以)", "年"),
    _form(Kind.DATE, rf"(?<![{_D}{CN_NUMERAL}])(?P<n>{_YEAR}){_SP}年(?=[来以])", "年"),
    _form(Kind.DATE, rf"(?<![{_D}])(?P<n>{_YEAR})(?=、{_YEAR})"),
    _form(Kind.DATE, rf"(?<=、)(?P<n>{_YEAR})(?=[两三四五]年)"),
    _form(Kind.DATE, rf"(?<![{_D}])(?P<n>{_MONTH}){_TO}(?P<m>{_MONTH}){_SP}月份?", "月"),
    _form(Kind.DATE, rf"(?<![{_D}{CN_NUMERAL}个])(?P<n>{_MONTH}){_SP}月{_SP}{_DAY}{_SP}[日号]", "月"),
    _form(
        Kind.DATE,
        rf"(?<![{_D}{CN_NUMERAL}个])(?P<n>{_MONTH}){_SP}月(?:份|底|初|末|上旬|中旬|下旬)?(?![{_D}]|子|饼)",
        "月",
    ),
    _form(Kind.DATE, rf"(?P<n>[{_D}]{{2}}|[{CN_NUMERAL}]{{1,2}}){_SP}(?:年代|世纪)"),
    _form(Kind.DATE, r"[第前]?(?P<n>[一二三四1-4])季度"),
    _form(Kind.DATE, rf"(?<![{_D}.．])(?P<n>[0-2]?[{_D}]):[0-5][{_D}](?::[0-5][{_D}])?(?![{_D}])"),
    # Sessions, congresses, plans, plenums.
    _form(
        Kind.ORDINAL,
        rf"第{_SP}(?P<n>{_N}|[*＊※×]{{1,3}}){_SP}(?:届|次|个五年|批|期|期|位|名|条|章|号|部分|方面|阶段|方阵|轮|季度|产业|类|代|版|页|款|项|者|人|个|时间)?",
    ),
    _form(Kind.ORDINAL, rf"(?P<n>[{CN_NUMERAL}]+){_SP}届(?:{_SP}[{CN_NUMERAL}历]+{_SP}(?:次|中))?"),
    _form(Kind.ORDINAL, rf"(?<![{_D}.])(?P<n>[{_D}]+){_SP}届"),
    _form(Kind.ORDINAL, r"(?P<n>[一二三四五六七八九])中(?:、|全会)"),
    _form(
        Kind.ORDINAL,
        r"(?<![一-鿿])(?:党的)?(?P<n>十[一二三四五六七八九]|二十[一二三四五六七八九]?)大(?=[^气量力家小型批专学数])",
    ),
    _form(
        Kind.ORDINAL,
        r"(?<=[党共的])(?P<n>十[一二三四五六七八九]|二十[一二三四五六七八九]?)大(?=[^气量力家小型批专学数]|$)",
    ),
    _form(Kind.ORDINAL, rf"(?<=[大会协委])(?P<n>[{CN_NUMERAL}]+)次(?=会议|全体会议)"),
    _form(Kind.ORDINAL, rf"(?P<n>[{CN_NUMERAL}]+)次(?=全会)"),
    _form(Kind.ORDINAL, rf"(?<=届)(?P<n>[{CN_NUMERAL}]+)次(?=[会人全党])"),
    # Enumerators: at the start of a line or item.
    _form(Kind.ENUMERATOR, rf"^[ \t\u3000\u00a0]*(?P<n>[{CN_NUMERAL}]{{1,3}})、", flags=re.M),
    _form(
        Kind.ENUMERATOR, rf"[（(]{_SP}(?P<n>[{CN_NUMERAL}]{{1,3}}|[{_D}]{{1,2}}){_SP}[)）](?!{_SP}[级层第])"
    ),
    _form(
        Kind.ENUMERATOR, rf"^[ \t\u3000\u00a0]*(?P<n>[{_D}]{{1,2}})(?:[.．、](?![{_D}])|[)）])", flags=re.M
    ),
    _form(Kind.ENUMERATOR, rf"(?<=[。；;!！?？:：])[ \u3000]*(?P<n>[{_D}]{{1,2}})[.．、](?![{_D}])"),
    _form(
        Kind.ENUMERATOR,
        rf"(?:(?<=[。；;，,:：！!\n　 ])|^)(?P<n>[{CN_NUMERAL}]{{1,2}})(?:是|要)(?![否不])",
        flags=re.M,
    ),
    _form(Kind.ENUMERATOR, r"[①-⑳]|[【\[](?P<n>[0-9]{1,3})[】\]]"),
    # Durations.
    _form(
        Kind.DURATION,
        rf"(?<![{_D}{CN_NUMERAL}.．第])(?P<n>{_N}|半){_SP}[多余几]?{_SP}个?(?:半)?{_SP}(?:周年|年度|年期|年|个月|月|周(?!岁)|星期|季度|小时|分钟|秒钟|昼夜)(?:多|来|间|以来|以上|左右|内|以内)?",
        "年",
    ),
    _form(
        Kind.DURATION,
        rf"(?<![{_D}{CN_NUMERAL}.．第])(?P<n>[{_D}]+|[{CN_NUMERAL}]+){_SP}[多余]?{_SP}(?:日|天)(?:内|以内|左右)",
        "天",
    ),
    # Names written with digits.
    _form(Kind.NAME, r"(?<=[一-鿿“])(?P<n>[1-9]\.0)(?=版?[、，。；”）])"),
    _form(Kind.NAME, rf"(?P<n>[{_D}]+)(?:{_SP}[+＋]{_SP}(?:[{_D}]+|[NnXx]))+"),
    _form(Kind.NAME, rf"(?:[A-Za-z]|PM|ＰＭ)[-－]?(?P<n>[{_D}]+(?:[.．][{_D}]+)?)(?![{_D}]*[%％])"),
    _form(
        Kind.NAME,
        rf"(?<![{_D}.．,，])(?P<n>[{_D}]+)(?=[A-Za-z]+(?![A-Za-z²³/])(?:[级网基智+＋]|[一-鿿]))(?!(?:km|m|kg|cm|mm|GW|MW|kW|KW|kV|L|g|t|h)(?![A-Za-z]))",
    ),
    _form(
        Kind.NAME, rf"(?<![{_D}.．])(?P<n>[{_D}]{{3,11}})(?=[“”\"]?(?:[一-鿿]{{0,6}})?(?:热线|平台投诉|特服))"
    ),
    _form(
        Kind.NAME,
        rf"(?P<n>[{_D}]+){_SP}(?=强企|强县|强市|强榜|强[、，。（(]|路公交|路车|号楼|号线|号机|号文|号令|号院|号地|国道|省道)",
    ),
    _form(Kind.NAME, rf"(?<=[国省县SGsg]道)[A-Z]?(?P<n>[{_D}]{{3}})(?![{_D}])"),
    # The phase of a project: 电厂二期, 园区一期; but not 培训班三期.
    _form(Kind.NAME, rf"(?<![班训座动举办])(?P<n>[{CN_NUMERAL}])(?=期(?![间望货限末]))"),
)

_QUOTED = re.compile(r"[“\"「『][^“”\"」』，。；\n]{1,14}[”\"」』]")
_IN_QUOTES = re.compile(
    rf"[{_D}]+(?:[.．][{_D}]+)?(?:[ +＋]{{1,3}}(?:[{_D}]+|[NnXx]))*|[{CN_NUMERAL}](?:[{CN_NUMERAL}])*(?:[个大条项])?"
)
_TITLE = re.compile(r"《[^《》\n]{2,80}》")
_PERCENT = re.compile(rf"[{_D}.]+{_SP}(?:[%％‰]|[万亿])")


def _mention(
    text: str, kind: Kind, start: int, end: int, number: tuple[int, int], unit: str, top: str | None
) -> Mention:
    value = numeral_value(text[number[0] : number[1]])
    value_max: Decimal | None = numeral_value(top) if top else None
    return Mention(
        span=Span(start, end),
        number=Span(*number),
        text=text[start:end],
        kind=kind,
        value=value,
        value_max=value_max,
        unit=unit,
        qualifier=Qualifier.EXACT if value_max is None else Qualifier.RANGE,
    )


def _by_form(text: str) -> Iterator[Mention]:
    for form in _FORMS:
        grouped = "n" in form.pattern.groupindex
        ranged = "m" in form.pattern.groupindex
        for hit in form.pattern.finditer(text):
            number = hit.span("n") if grouped and hit.group("n") else hit.span()
            top = hit.group("m") if ranged else None
            start = hit.start() + len(hit.group()) - len(hit.group().lstrip(" \t\u3000\u00a0\n"))
            yield _mention(text, form.kind, start, hit.end(), number, form.unit, top)


def _in_quotes(text: str) -> Iterator[Mention]:
    """Numbers of short quoted phrases are parts of slogans and names: “两个确立”, “1 10 100”工程, “千百十”."""
    for quote in _QUOTED.finditer(text):
        if _PERCENT.search(quote.group()):
            continue
        for hit in _IN_QUOTES.finditer(text, quote.start() + 1, quote.end() - 1):
            number = re.match(rf"[{_D}]+|[{CN_NUMERAL}]+", hit.group())
            end = hit.start() + (number.end() if number else 1)
            yield _mention(text, Kind.NAME, hit.start(), hit.end(), (hit.start(), end), "", None)


def _in_titles(text: str) -> Iterator[Mention]:
    """Numbers in the titles of laws and documents are parts of names, unless they are dates."""
    for title in _TITLE.finditer(text):
        for hit in re.finditer(rf"[{_D}]+|[{CN_NUMERAL}]{{2,}}|[二三四五六七八九](?=[个大])", title.group()):
            start, end = title.start() + hit.start(), title.start() + hit.end()
            yield _mention(text, Kind.NAME, start, end, (start, end), "", None)


@cache
def _known() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Names and idioms of the lexicon that hold a numeral, longest first."""
    rows = sorted(numbered_names(), key=lambda row: -len(row.zh))
    kinds = (Kind.NAME, Kind.IDIOM)
    return tuple((kind, re.compile(_alone([r.zh for r in rows if r.kind == kind.value]))) for kind in kinds)


def _alone(words: list[str]) -> str:
    """The words where no numeral goes on before or behind them: 之一 but not in 二十分之一, 万分 but not in 万分之五."""
    return rf"(?<![{CN_NUMERAL}{_D}分])(?:{'|'.join(map(re.escape, words))})(?![{CN_NUMERAL}]|分?之[{CN_NUMERAL}{_D}])"


def _by_lexicon(text: str) -> Iterator[Mention]:
    for kind, pattern in _known():
        for hit in pattern.finditer(text):
            yield _mention(text, kind, hit.start(), hit.end(), hit.span(), "", None)


def nonfigures(text: str) -> list[Mention]:
    """Every number of `text` that is no figure, in order, none overlapping."""
    taken = bytearray(len(text))
    found: list[Mention] = []
    for source in (_by_lexicon, _in_quotes, _by_form, _in_titles):
        for mention in source(text):
            start, end = mention.span.start, mention.span.end
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(mention)
    return sorted(found, key=lambda m: m.span)

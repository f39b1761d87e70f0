"""English ordinals + report → where the report has them: the same rank of the same kind of thing, never a heading's number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.quantities import Kind, Mention
from summarizer.quantities.en.words import lemma
from summarizer.reading import Document, Span
from summarizer.verify.english_fit import content_words, english_of

__all__ = ["Ordinals"]

_ZH = "〇一二三四五六七八九十"
_NUMERAL = "0-9０-９〇零一二三四五六七八九十百千"
_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|[.;:()]")
_SPAN_OF = re.compile(r"^\W*(?:of|to|at) the (?P<n>\d+|[a-z]+)", re.IGNORECASE)
_LOOK = 60  # characters of English beside an ordinal that say what it ranks
_WORDS = 7
_AFTER, _BEFORE = 24, 12  # characters of Chinese beside one

# What an ordinal ranks, by the English nouns behind it, and how the source writes the number there. `{n}` is the number.
_CLASSES: dict[str, tuple[frozenset[str], str]] = {
    "plan": (
        frozenset({"five-year", "five"}),
        r"第{n}个五年|{zh}五(?![{num}年])",
    ),
    "session": (
        frozenset({"session", "plenum", "plenary", "meeting", "conference"}),
        r"第{n}次(?!党代|代表大会)|{n}次(?=会议|全会|全体)|{zh}次(?=、)|第?{n}届(?=[^，。；]{{0,12}}(?:会议|论坛|峰会|大会))|"
        r"第?{n}中(?=[、，]|全会|[{num}]中)",
    ),
    "congress": (
        frozenset({"congress", "committee", "council", "term"}),
        r"第?{n}届|{zh}大(?=[和、，。”以精报召]|$)|第?{n}次(?=[^，。；]{{0,8}}代表大会|党代会)",
    ),
    "event": (
        frozenset(
            "expo exposition fair festival games game forum summit exhibition olympics olympiad championship tournament edition "
            "contest competition convention".split()
        ),
        r"第?{n}届(?![^，。；]{{0,4}}(?:人民代表|人大|常委|党代|全会|历次|[{num}][中次]))|第{n}次",
    ),
    "years": (
        frozenset({"year", "consecutive", "straight", "successive"}),
        r"连续?{n}(?:个|年|次|季)|{n}连|第{n}(?:个)?年",
    ),
    "instance": (frozenset({"instance"}), r"{n}审"),
    "batch": (
        frozenset({"batch", "group", "round", "phase", "stage", "lot", "cohort"}),
        r"第{n}[批轮期次阶]|{n}[期轮批](?!{num})",
    ),
    "generation": (frozenset({"generation"}), r"第?{n}代|{n}[Gg]"),
    "industry": (frozenset({"industry"}), r"第{n}产业|[{n}]产(?!业链)"),
    "anniversary": (frozenset({"anniversary"}), r"{n}周年"),
    "century": (frozenset({"century"}), r"{n}世纪"),
}
_RANK = r"第{n}(?![{num}届次批轮期代审条章款项号]|个五年|季度|产业)"
_FIRST = r"|首位|榜首|之首|居首"
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|place[sd]?|placing|came|coming|comes|stood|stands?|standing|positioned|finish(?:ed|ing)?|(?:rose|up|moved?|moving|climb(?:ed|ing)?|"
    r"fell|down|from|to)(?: \w+)? (?:from|to)|from \w+(?: place)? to|remain(?:ed|s|ing)?|top)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_RANK_NOUNS = frozenset({"place", "position", "spot", "rank"})
_SUPERLATIVE = re.compile(r"[a-z]{2,}est$|^(?:most|best)$")
_WHERE = re.compile(
    r"\b(?:in|across|of|among) (?:the )?(?:[\w'’]+ ){0,2}?(?:world|country|nation|province|city|region)\b|\b(?:nationwide|nationally|globally|"
    r"worldwide|internationally|provincewide|citywide)\b",
    re.IGNORECASE,
)
# Among whom somebody ranks, in both languages.
_SCOPES = (
    (re.compile(r"\b(?:world\w*|global\w*|international\w*)\b", re.I), re.compile("世界|全球|国际")),
    (re.compile(r"\b(?:country\w*|nation\w*|china\w*)\b", re.I), re.compile("全国|国内|我国|中国")),
    (re.compile(r"\b(?:province|provincial|provincewide)\b", re.I), re.compile("全省|省内|我省|全区")),
    (re.compile(r"\b(?:city|citywide|municipal)\b", re.I), re.compile("全市|市内|我市")),
)
_FIVE_YEARS = re.compile(
    r"五年(?:规划|计划)|[一二三四五六七八九十]五[”’」]?(?:规划|计划|时期|期间|[以]来|末)"
)
_FROM, _TO = (
    re.compile(r"\bfrom(?: the)?\s*$", re.I),
    re.compile(r"\bfrom\b[^.;,]{1,24}\bto(?: the)?\s*$", re.I),
)
_ONWARD = re.compile(r"\W*(?:place )?to\b", re.I)
_LEAVES = re.compile("(?:从|由)[^，。；升降为至到]{0,16}$")
_REGION = re.compile("地区|中部|西部|东部|周边|沿海|流域")


@dataclass(frozen=True, slots=True)
class _Ranked:
    """What an English ordinal ranks: a class of things, the words that name the thing, and the words that say among whom."""

    kind: str
    words: frozenset[str]
    said: str
    parent: int | None


class Ordinals:
    """Where a report has an ordinal that ranks the same kind of thing."""

    def __init__(self, doc: Document, mentions: Sequence[Mention]) -> None:
        self._doc = doc
        self._headings = {m.span.start for m in mentions if m.kind in {Kind.ENUMERATOR, Kind.FURNITURE}}
        self._kept: dict[tuple[str, int], list[Span]] = {}

    def places(self, text: str, mention: Mention, within: Span | None) -> list[Span] | None:
        """Where it stands; None where nothing ranks such a thing so; [] where only what is known of the report says it.

        None too where all that has its number is called by other words, and another number of the kind by the words told.
        """
        if mention.value is None:
            return None
        value = int(mention.value)
        ranked = _ranked(text, mention)
        found = [s for s in self._of(ranked.kind, value) if _is_in(s, within)]
        if ranked.kind == "rank":
            before = text[max(0, mention.number.start - _LOOK) : mention.number.start]
            found = [s for s in found if self._is_among(ranked.said, s) and self._is_on_way(before, s)]
        elif ranked.kind == "session" and ranked.parent is not None:
            found = [s for s in found if self._is_child(s, ranked.parent)]
        if not found:
            return [] if self._is_known(ranked, value) else None
        return found if self._is_named(ranked, found) else None

    def plans(self, within: Span | None) -> list[Span]:
        """Where any five-year plan is named."""
        hits = (Span(*hit.span()) for hit in _FIVE_YEARS.finditer(self._doc.text))
        return [span for span in hits if _is_in(span, within)]

    def ranks(self, text: str, mention: Mention) -> str:
        """What kind of thing it ranks, `any` where its words do not say."""
        return _ranked(text, mention).kind

    def _of(self, kind: str, value: int) -> list[Span]:
        key = kind, value
        if key not in self._kept:
            self._kept[key] = [
                Span(*hit.span())
                for hit in _pattern(kind, value).finditer(self._doc.text)
                if hit.start() not in self._headings
            ]
        return self._kept[key]

    def _is_named(self, ranked: _Ranked, found: Sequence[Span]) -> bool:
        """Whether the words told are around one of the places, or around no other number of the kind."""
        if ranked.kind not in {"event", "session", "congress"} or not ranked.words:
            return True
        if any(self._words(span) & ranked.words for span in found):
            return True
        others = (Span(*hit.span()) for hit in _any_of(ranked.kind).finditer(self._doc.text))
        return not any(self._words(span) & ranked.words for span in others)

    def _words(self, span: Span) -> frozenset[str]:
        behind = re.split("[，。；、“”（）\n]", self._doc.text[span.end : span.end + _AFTER])[0]
        return english_of(behind)

    def _is_among(self, said: str, span: Span) -> bool:
        """Whether the source ranks among those whom the English names, as far as either says."""
        around = self._doc.text[max(0, span.start - _BEFORE) : span.end + 2]
        around = re.split("[。；\n]", around[: span.start - max(0, span.start - _BEFORE)])[-1]
        told = [zh for en, zh in _SCOPES if en.search(said)]
        if not told:
            return True
        if any(zh.search(around) for zh in told):
            return True
        return not (_REGION.search(around) or any(zh.search(around) for _, zh in _SCOPES))

    def _is_on_way(self, before: str, span: Span) -> bool:
        """Whether a place that is told as left or reached is left or reached there: from fourth to third."""
        leaves = _LEAVES.search(self._doc.text[max(0, span.start - _AFTER) : span.start]) is not None
        if _FROM.search(before):
            return leaves
        return not (leaves and _TO.search(before))

    def _is_child(self, span: Span, parent: int) -> bool:
        """Whether a session is of the congress told, where the source says of which it is."""
        before = self._doc.text[max(0, span.start - _AFTER) : span.start]
        congress = list(_any_of("congress").finditer(re.split("[，。；\n]", before)[-1]))
        return not congress or _pattern("congress", parent).fullmatch(congress[-1].group()) is not None

    def _is_known(self, ranked: _Ranked, value: int) -> bool:
        meta = self._doc.meta
        if ranked.kind == "session":
            return value == meta.session and ranked.parent in {None, meta.congress}
        return ranked.kind == "congress" and value == meta.congress


def _ranked(text: str, mention: Mention) -> _Ranked:
    before = text[max(0, mention.number.start - _LOOK) : mention.number.start]
    before = re.split(r"[.;:,\n](?:\s|$)", before)[-1]
    after = re.split(r"[.;,\n](?:\s|$)", text[mention.number.end : mention.number.end + _LOOK])[0]
    words: list[str] = []
    for word in _WORD.findall(after.lower()):
        if not word[0].isalpha() or len(words) >= _WORDS:
            break
        words.append(word)
    if re.match(r"\W*five\b", after, re.IGNORECASE) or "five-year" in after.lower()[:12]:
        return _Ranked("plan", frozenset(), "", None)
    own = _own_phrase(words)
    said = f"{before[-_LOOK:]} {after}"
    if _is_rank(before, words, after):
        return _Ranked("rank", frozenset(), after if _WHERE.search(after) else said, None)
    for noun in reversed(own):
        for kind, (nouns, _) in _CLASSES.items():
            if lemma(noun) in nouns:
                return _Ranked(kind, content_words(" ".join(own)) - content_words(noun), said, _parent(after))
    return _Ranked("any", frozenset(), said, None)


def _own_phrase(words: Sequence[str]) -> list[str]:
    """The words up to the first that begins another phrase: `session` of `session of the congress`."""
    own: list[str] = []
    for word in words:
        if word in {
            "of",
            "in",
            "on",
            "at",
            "to",
            "for",
            "by",
            "was",
            "were",
            "is",
            "and",
            "with",
            "from",
            "held",
            "that",
            "which",
        }:
            break
        own.append(word)
    return own


def _is_rank(before: str, words: Sequence[str], after: str) -> bool:
    head = words[0] if words else ""
    if (_FROM.search(before) and _ONWARD.match(after)) or (_TO.search(before) and not _own_class(words)):
        return True
    if head in _RANK_NOUNS or _SUPERLATIVE.search(head):
        return True
    behind = re.match(r"\W*(?:place |position )?", after)
    rest = after[behind.end() :] if behind else after
    leads = _WHERE.match(rest) is not None
    return leads or (_RANK_BEFORE.search(before) is not None and not _own_class(words))


def _own_class(words: Sequence[str]) -> bool:
    return any(lemma(word) in nouns for word in _own_phrase(words) for nouns, _ in _CLASSES.values())


def _parent(after: str) -> int | None:
    """The congress that a session is said to be of."""
    hit = re.search(r"\bof the (?P<n>\d+)(?:st|nd|rd|th)\b", after)
    return int(hit["n"]) if hit else None


@lru_cache(maxsize=1024)
def _pattern(kind: str, value: int) -> re.Pattern[str]:
    zh = _in_chinese(value)
    number = f"(?:{'|'.join(sorted({zh, str(value), str(value).translate(_DIGITS)}))})"
    return re.compile(_written(kind, number, zh, first=value == 1))


@lru_cache(maxsize=16)
def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile(_written(kind, f"[{_NUMERAL}]+", f"[{_ZH}]+", first=False))


def _written(kind: str, number: str, zh: str, *, first: bool) -> str:
    if kind == "rank":
        form = _RANK + (_FIRST if first else "")
    elif kind == "any":
        form = r"第{n}(?![{num}])|(?<!第){n}(?:届|次|批|轮|期|代|审|环|等|级|线|号|位|名|中)" + (
            r"|首|最早" if first else ""
        )
    else:
        form = _CLASSES[kind][1] + (
            "|首届|首次" if first and kind in {"event", "session", "congress"} else ""
        )
        form += "|首批|首[期轮]" if first and kind == "batch" else ""
    return rf"(?<![{_NUMERAL}])(?:{form.format(n=number, zh=zh, num=_NUMERAL)})"


def _in_chinese(value: int) -> str:
    """A number below a hundred in Chinese numerals, a larger one in digits."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_ZH[tens]}十"
    return head + (_ZH[ones] if ones else "")


def _is_in(span: Span, within: Span | None) -> bool:
    return within is None or within.start <= span.start < within.end

"""Which place a report is about, from its own lines; other places in the text (a tail of links, an example) do not count."""

import re
from collections import Counter

from summarizer.lexicon.places import known_places, level_of, short_names
from summarizer.reading.document import Level
from summarizer.reading.page import Page, Said, Stretch

__all__ = ["NATION", "level", "level_of_body", "place"]

NATION = "全国"

_LEVEL_WORD = "(?:特别行政区|自治[区州县旗]|[省市盟区县旗镇乡州]|地区|街道|苏木)"
_COURT = r"(?:第[一二三四五六])?(?:高级|中级)?(?:人民)?法院|人民检察院|检察院"
_ORGAN = (
    rf"(?:人民代表大会|人大(?:常委会|常务委员会|主席团)?|人民政府|政府|{_COURT}"
    r"|国民经济和社会发展|(?:本级|[省市县区州]级)?(?:财政)?(?:总)?预算|(?:第[一二三四五六七八九十]{1,3}届))"
)
_YEAR = r"(?:(?:19|20)\d{2}年度?)?"
_NAME = r"(?P<place>[^\d\s，,。：:—|｜/／()（）<>《》“”\"]{1,18}?"
_PREFIX = (
    r"(?:[【(（〔][^】)）〕]{1,12}[】)）〕]|原?标题[:：]|关于|[—―━－-]{1,3}|政协|数说|图说|图解|一图读懂|一图速览|速览|带你读懂|读懂|解读|聚焦"
    r"|(?:[^|｜]{1,12}[|｜])|(?:(?:19|20)\d{2}年?(?:全国)?两会))"
)
_TITLE = re.compile(rf"{_PREFIX}{{0,3}}{_YEAR}{_NAME}{_LEVEL_WORD}){_YEAR}{_ORGAN}")
_IN_TITLE = re.compile(rf"(?:读懂|解读|图解|关于|看){_YEAR}{_NAME}{_LEVEL_WORD}){_YEAR}{_ORGAN}")
_OWN_TITLE = re.compile(rf"{_PREFIX}{{0,3}}{_YEAR}{_NAME}{_LEVEL_WORD})")
_ON_BEHALF = re.compile(rf"(?:我(?:谨)?代表|(?<!接)受)(?:政协)?{_NAME}{_LEVEL_WORD}){_ORGAN}(?:的?委托|向)?")
# Inside a sentence 于, 向 and 对 are prepositions, except in a name that would be left with one character: 于都县, 向阳区.
_SESSION_OF = re.compile(
    rf"(?:^|[，,。、\s])(?:在|出席|参加|列席|召开|举行|(?<=[，,。、\s])[于向对](?!.{_LEVEL_WORD}))?{_NAME}{_LEVEL_WORD})第?[一二三四五六七八九十]{{1,3}}届(?:人民代表大会|人大)"
)
_OF_SPEAKER = re.compile(rf"{_NAME}{_LEVEL_WORD})(?:{_ORGAN}|(?=(?:代理?|副)?[省市县区州旗盟镇乡]长|主席))")
_OF_MAYOR = re.compile(
    r"(?P<place>[^\d\s，。：—]{2,12}[省市县区州旗盟镇乡])(?:代理?|副|常务副)?(?P<office>[省市县区州旗盟镇乡])长"
)
_ENDS_OF_PLACES = "省市盟区县旗镇乡州"
_HIDDEN = re.compile(r"[某*＊※×■□○XxＸ]")
_SELF = re.compile(
    r"全([省市县区州])(?!域)|(?<![一-鿿])([省市县区州])委|([省市县区州])(?:第?[一二三四五六七八九十]{1,3})届人大"
)
# What a clause would hold that is taken for a name: 值此大会…市, 县委书记…. Prepositions are no such sign: 于都, 向阳, 对山 are names.
_NO_PLACE = re.compile(
    r"^在|我们|全体|[上本历]届|值此|出席|参加|列席|前来|大会|会议|常委|听取|审议|书记|主任|报告|讲话|各[省市县区]|一届|两会|[在作][省市县区州旗盟镇乡]$"
)
_ONLY_LEVELS = re.compile(rf"(?:{_LEVEL_WORD}|一级|本级|各|全|我|本|该|新|老)+")
# 镇人民政府 of a report that hides or does not say its name; a 市 or 区 may be of any level.
_LEVEL_OF_BODY = re.compile(
    r"(?:我代表|受|^|[某*＊※×■□XxＸ，,。在])"
    r"(?P<level>省|自治区|自治州|州|自治县|县|旗|镇|乡镇|乡|苏木)(?:第[一二三四五六七八九十百\d]{1,4}届\s?)?(?:人民政府|政府|人民代表大会|人大)"
)
_LEVELS = {
    "省": Level.PROVINCE, "自治区": Level.PROVINCE, "州": Level.PREFECTURE, "自治州": Level.PREFECTURE, "县": Level.COUNTY,
    "自治县": Level.COUNTY, "旗": Level.COUNTY, "镇": Level.TOWNSHIP, "乡": Level.TOWNSHIP, "乡镇": Level.TOWNSHIP, "苏木": Level.TOWNSHIP,
}  # fmt: skip
_COUNTED_TEXT = 200_000
_TOLD = 5  # paragraphs of a news item among which the session is named


def place(page: Page, *, title: Said | None, occasion: Said | None, speaker: Said | None) -> Said | None:
    """The fullest name that the title, the occasion, the speaker's office and the opening agree on.

    Where none of them names a place (a newspaper's guide), the congress that the first paragraphs name, else the one known place
    that the text keeps naming. None for a text whose place is masked (某市, **市) or unsaid.
    """
    own = [
        said
        for said in (occasion if _is_name(occasion) else None, *_named(page, title, speaker))
        if said is not None
    ]
    if own:
        best = own[0]
        for said in own[1:]:
            if said.value.endswith(best.value) and len(said.value) > len(best.value):
                best = said
        return best
    return None if _is_masked(page, title) else _of_session(page) or _often_named(page)


def _named(page: Page, title: Said | None, speaker: Said | None) -> list[Said]:
    found: list[Said | None] = []
    if title is not None:
        found.append(_match(page, _TITLE, title) or _match(page, _IN_TITLE, title, anywhere=True))
    if speaker is not None:
        found.append(_match(page, _OF_SPEAKER, speaker) or _match(page, _OF_MAYOR, speaker))
    for line in page.paragraphs[: page.head + 3]:
        match = _ON_BEHALF.search(line.text[:160])
        if match:
            found.append(Stretch(line.text, (line,)).said(match, "place"))
    named = [said for said in found if said is not None and _is_name(said)]
    if not named and title is not None:
        own = _match(page, _OWN_TITLE, title)
        named = [own] if own is not None and own.value in known_places() else []
    return named


def _match(page: Page, pattern: re.Pattern[str], said: Said, *, anywhere: bool = False) -> Said | None:
    match = pattern.search(said.value) if anywhere else pattern.match(said.value)
    if match is None:
        return None
    start, end = said.start + match.start("place"), said.start + match.end("place")
    # A title of two lines has lost its line break; where that shifts the place, the whole title is the evidence.
    exact = page.shown(start, end) == match["place"]
    return Said(match["place"], start, end) if exact else Said(match["place"], said.start, said.end)


def _is_name(said: Said | None) -> bool:
    """More than the word of a level (市, 自治区), not masked (某市), and no clause."""
    if said is None or _HIDDEN.search(said.value):
        return False
    if _is_known(said.value):
        return True
    if _NO_PLACE.search(said.value) or _ONLY_LEVELS.fullmatch(said.value):
        return False
    return len(said.value) >= 2 and re.search(rf"[\u3400-\u9fff]{_LEVEL_WORD}$", said.value) is not None


def _is_known(name: str) -> bool:
    """A name of the table, alone or behind names of places above it: 河南省焦作市."""
    known = known_places()
    return any(
        name[at:] in known and (at == 0 or name[at - 1] in _ENDS_OF_PLACES) for at in range(len(name) - 1)
    )


def _is_masked(page: Page, title: Said | None) -> bool:
    top = "".join(line.text for line in page.paragraphs[: page.head + 2])
    return (
        bool(_HIDDEN.search(title.value if title else ""))
        or re.search(r"[*＊×■□XＸ]{1,4}[省市县区州镇乡]|某某?[省市县区州镇乡]", top) is not None
    )


def _of_session(page: Page) -> Said | None:
    """The congress whose session a news item or resolution tells of."""
    for line in page.paragraphs[: page.head + _TOLD]:
        for match in _SESSION_OF.finditer(line.text[:200]):
            said = Stretch(line.text, (line,)).said(match, "place")
            if _is_name(said):
                return said
    return None


def _often_named(page: Page) -> Said | None:
    """The known place of the text's own level that it names at least twice and twice as often as any other."""
    text = page.plain[:_COUNTED_TEXT]
    levels = Counter(word for match in _SELF.findall(text) for word in match if word)
    if not levels:
        return None
    word, times = levels.most_common(1)[0]
    if times * 3 < levels.total() * 2:
        return None
    stems = {zh[: -len(word)]: zh for zh in known_places() if zh.endswith(word) and len(zh) > 2}
    # 全州 and 新市 say something else than 全州县 and 新市区.
    stems = {stem: zh for stem, zh in stems.items() if _ONLY_LEVELS.fullmatch(stem) is None}
    stems |= {short: zh for short, zh in short_names().items() if zh.endswith(word) and zh.endswith("自治州")}
    named = Counter({zh: text.count(stem) for stem, zh in stems.items() if stem in text})
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    zh = ranked[0][0]
    stem = next(stem for stem, full in stems.items() if full == zh and stem in text)
    start = text.index(stem)
    return Said(zh, start, start + len(stem))


def level(place_zh: str) -> Level:
    """The administrative level of a place by its name."""
    return Level.NATIONAL if place_zh == NATION else Level(level_of(place_zh)) if place_zh else Level.UNKNOWN


def level_of_body(page: Page) -> tuple[Level, Said | None]:
    """The level of a body whose place the report hides or does not say: 我代表镇人民政府."""
    for line in page.paragraphs[: page.head + 3]:
        match = _LEVEL_OF_BODY.search(line.text[:160])
        if match:
            return _LEVELS[match["level"]], Stretch(line.text, (line,)).said(match, "level")
    return Level.UNKNOWN, None

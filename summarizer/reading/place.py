"""Which place a report is about, from its own lines; other places in the text (a tail of links, an example) do not count."""

import re
from collections import Counter

from summarizer.lexicon.places import known_places, level_of
from summarizer.reading.document import Level
from summarizer.reading.page import Page, Said

__all__ = ["NATION", "level", "place"]

NATION = "全国"

_LEVEL_WORD = "(?:特别行政区|自治[区州县旗]|[省市盟区县旗镇乡州]|地区|街道)"
_ORGAN = (
    r"(?:人民代表大会|人大(?:常委会|常务委员会)?|人民政府|政府|(?:高级|中级)?人民法院|(?:高级|中级)?法院|人民检察院|检察院"
    r"|国民经济和社会发展)"
)
_YEAR = r"(?:(?:19|20)\d{2}年度?)?"
_TITLE = re.compile(
    rf"(?:【[^】]{{1,12}}】|关于|—{{1,3}})?{_YEAR}(?P<place>[^\d\s，。：—]{{1,18}}?{_LEVEL_WORD}){_YEAR}{_ORGAN}"
)
_ON_BEHALF = re.compile(
    rf"(?:我(?:谨)?代表|(?<!接)受)(?P<place>[\u3400-\u9fff]{{1,18}}?{_LEVEL_WORD}){_ORGAN}(?:的?委托|向)?"
)
_OF_SPEAKER = re.compile(
    rf"(?P<place>[^\d\s，。：—]{{1,18}}?{_LEVEL_WORD})(?:{_ORGAN}|(?=(?:代理?|副)?[省市县区州旗盟镇乡]长|主席))"
)
_OF_MAYOR = re.compile(
    r"(?P<place>[^\d\s，。：—]{2,12}[省市县区州旗盟镇乡])(?:代理?|副|常务副)?(?P<office>[省市县区州旗盟镇乡])长"
)
_HIDDEN = re.compile(r"[某*＊※×■□XＸ]")
_SELF = re.compile(
    r"全([省市县区州])(?!域)|(?<![一-鿿])([省市县区州])委|([省市县区州])(?:第?[一二三四五六七八九十]{1,3})届人大"
)
_COUNTED_TEXT = 200_000


def place(page: Page, *, title: Said | None, occasion: Said | None, speaker: Said | None) -> Said | None:
    """The fullest name that the title, the occasion, the speaker's office and the opening agree on.

    Where none of them names a place (a newspaper's guide), the one known place that the text keeps naming. None for a text
    whose place is masked (某市, **市) or unsaid.
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
    return None if _is_masked(page, title) else _often_named(page)


def _named(page: Page, title: Said | None, speaker: Said | None) -> list[Said]:
    found: list[Said | None] = []
    if title is not None:
        found.append(_match(page, _TITLE, title))
    if speaker is not None:
        found.append(_match(page, _OF_SPEAKER, speaker) or _match(page, _OF_MAYOR, speaker))
    for line in page.paragraphs[: page.head + 3]:
        match = _ON_BEHALF.search(line.text[:120])
        if match:
            found.append(
                Said(match["place"], match.start("place") + line.start, match.end("place") + line.start)
            )
    return [said for said in found if said is not None and _is_name(said)]


def _match(page: Page, pattern: re.Pattern[str], said: Said) -> Said | None:
    match = pattern.match(said.value)
    if match is None:
        return None
    start, end = said.start + match.start("place"), said.start + match.end("place")
    # A title of two lines has lost its line break; where that shifts the place, the whole title is the evidence.
    exact = page.body.text[start:end] == match["place"]
    return Said(match["place"], start, end) if exact else Said(match["place"], said.start, said.end)


def _is_name(said: Said | None) -> bool:
    """More than the word of a level (市), and not masked (某市)."""
    if said is None or _HIDDEN.search(said.value) or said.value.startswith(("全", "我", "本")):
        return False
    return len(said.value) >= 2 and re.search(rf"{_LEVEL_WORD}$", said.value) is not None


def _is_masked(page: Page, title: Said | None) -> bool:
    top = "".join(line.text for line in page.paragraphs[: page.head + 2])
    return (
        bool(_HIDDEN.search(title.value if title else ""))
        or re.search(r"[*＊×■□]{1,4}[省市县区州]|某某?[省市县区州]", top) is not None
    )


def _often_named(page: Page) -> Said | None:
    """The known place of the text's own level that it names at least twice and twice as often as any other."""
    text = page.body.text[:_COUNTED_TEXT]
    levels = Counter(word for match in _SELF.findall(text) for word in match if word)
    if not levels:
        return None
    word, times = levels.most_common(1)[0]
    if times * 3 < levels.total() * 2:
        return None
    stems = {zh[: -len(word)]: zh for zh in known_places() if zh.endswith(word) and len(zh) > 2}
    named = Counter({zh: text.count(stem) for stem, zh in stems.items() if stem in text})
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    zh = ranked[0][0]
    start = text.index(zh[: -len(word)])
    return Said(zh, start, start + len(zh) - len(word))


def level(place_zh: str) -> Level:
    """The administrative level of a place by its name."""
    return Level.NATIONAL if place_zh == NATION else Level(level_of(place_zh)) if place_zh else Level.UNKNOWN

"""Notes on terms: their title, and the forms of an entry."""

import re

from summarizer.reading.lines import Line

__all__ = [
    "is_annex_mark",
    "is_bare_term",
    "is_explanation",
    "is_glossary_entry",
    "is_glossary_title",
    "is_titled_entry",
]

_ANNEX = r"附(?:件|录|注)?(?:[一二三四五六七八九十\d]{1,2})?"
_SUBJECT = (
    r"(?:名词|词语|词汇|术语|用语|短语|词条|概念|内容|缩略语|缩略词|专有名词|专业名词|专业术语|新词|数据)"
)
_WHAT = r"(?:解释|注释|注解|说明|释义|解读|诠释|简释)"
_TITLE = re.compile(
    rf"(?:{_ANNEX}[：:、.]?)?(?:[《“]?.{{0,24}}报告[》”]?)?(?:中)?(?:的)?(?:有关|部分|相关|若干|主要|一些)?"
    rf"(?:(?:{_SUBJECT}[、和及与]?){{1,3}}(?:的)?(?:名词)?{_WHAT}(?:[、和及与]{_WHAT})?|注释|注解|名词|注)"
    r"(?:[（(][^（()）]{0,30}[）)])?[：:]?"
)
_NUMBER = (
    r"(?:\d{1,3}[.．、）)](?!\d)|[【\[〔（(](?:注)?\d{1,3}[】\]〕）)]|[①-⑳㉑-㉟]|\*{1,3}|注\d{0,3}[：:]?"
    r"|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)"
)
_ENTRY = re.compile(rf"{_NUMBER}[：:]?.{{1,60}}?(?:[：:]|(?:是)?指|——|即)")
_UNNUMBERED = re.compile(r"[“《]?[^。，；：]{2,40}[”》]?(?:[：:](?!.{0,3}$)|(?:是)?指|——)")
_BARE_TERM = re.compile(rf"{_NUMBER}[^。；：]{{2,40}}")
_EXPLANATION = re.compile(r"(?:是?指|即|为|主要(?:是指|包括)|包括|简称|全称|系指|意为)")
_TITLED_ENTRY = re.compile(r"(?:附)?注(?:释)?[：:](?=\d{1,3}[.．、]|[①【\[（(]\d?)")


def is_glossary_title(line: Line) -> bool:
    """The title above notes on terms (名词解释)."""
    return len(line.text) <= 60 and _TITLE.fullmatch(line.bare) is not None


def is_glossary_entry(line: Line, *, numbered: bool = True) -> bool:
    """A note that explains a term: number, term, colon or 指; `numbered` False asks for no number."""
    bare = line.bare[:140]
    return _ENTRY.match(bare) is not None or (not numbered and _UNNUMBERED.match(bare) is not None)


def is_titled_entry(line: Line) -> bool:
    """The first note behind its title in one line (注：1.双岗制：…)."""
    bare = line.bare[:140]
    title = _TITLED_ENTRY.match(bare)
    return title is not None and _ENTRY.match(bare, title.end()) is not None


def is_bare_term(line: Line) -> bool:
    """A numbered term whose explanation stands in the line below it."""
    return len(line.text) <= 50 and _BARE_TERM.fullmatch(line.bare) is not None


def is_explanation(line: Line) -> bool:
    """A line that begins as the explanation of a term does."""
    return _EXPLANATION.match(line.bare[:12]) is not None


def is_annex_mark(line: Line) -> bool:
    """The word annex, with or without a number, alone on its line."""
    return re.fullmatch(rf"{_ANNEX}[：:]?", line.bare) is not None

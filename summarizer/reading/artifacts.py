"""Residue of editors, converters and web pages: inside lines, and lines of its own."""

import re
from collections.abc import Iterator

from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import ESCAPED_BREAK

__all__ = ["inline_artifacts", "is_artifact_line", "is_file_name"]

_UNSEEN_LIMIT = 4000
# What opens a stretch that a browser, or whoever renders the Markdown, does not show.
_UNSEEN = re.compile(
    r"<!--"
    r"|<(?P<tag>div|span|p|font|section|details|ul|ol|li|table|tr|td|a|b|i|u)\b"
    r"(?=[^<>]{0,300}?(?:\shidden(?![\w-])|display\s*:\s*none(?![\w-])|visibility\s*:\s*hidden(?![\w-])))[^<>]{0,900}>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"<U\+[0-9A-Fa-f]{4,6}>(?:[ \t\u3000\xa0]*<U\+[0-9A-Fa-f]{4,6}>)*"  # names of characters a converter could not write
    r"|(?:&(?:nbsp|ensp|emsp|#160);)+"
    r"|\?{2,}"  # characters that an encoding lost
    r"|\ufffd+"
    r"|[\x00-\x08\x0e-\x1f\x7f]+"  # control characters, which no line of text needs
    r"|</?(?:div|span|font|strong|img|td|tr|tbody|table|a|b|u|o:p)(?:[ /][^<>\n]{0,300})?>"
    rf"|{ESCAPED_BREAK.pattern}",
    re.IGNORECASE,
)

_LINE = re.compile(
    r"(?:正文复制|复制(?:正文|全文|本文)|一键复制|点击复制|语音播报|朗读|播放|暂停)"
    r"|[(（]?\s*(?:Mac|Windows)?\s*用户?使用\s*(?:Command|Ctrl)\s*\+\s*[A-Z]\s*(?:保存|复制|收藏|打印)\s*[)）]?"
    r"|[(（]?\s*(?:Mac|Windows)用户使用[A-Za-z+ ]{3,20}(?:保存|复制|收藏|打印)\s*[)）]?"
    r"|[\w.-]{1,60}\.(?:jpe?g|png|gif|bmp|webp)"
    r"|\[?(?:图片|image|编辑|編輯)\]?"
    r"|(?:\$\(|var [_$a-zA-Z]|function ?\(|document\.|window\.|@import ).{0,400}[;{})]"
    r"|[.#][\w-]{1,40} ?\{[^{}]{0,300}\}",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"[^。，；]{1,60}\.(?:docx?|pdf|pptx?|xlsx?|wps|txt|html?)", re.IGNORECASE)


def inline_artifacts(text: str) -> list[Region]:
    """Residue wherever it stands: comments, hidden elements, escapes, lost characters (`??`), names of characters (`<U+00A0>`)."""
    unseen = list(_unseen(text))
    found = unseen.copy()
    upcoming = 0
    for match in _INLINE.finditer(text):
        while upcoming < len(unseen) and unseen[upcoming].end <= match.start():
            upcoming += 1
        span = Span(match.start(), match.end())
        if upcoming == len(unseen) or not unseen[upcoming].overlaps(span):
            found.append(span)
    return [Region(span, RegionKind.ARTIFACT) for span in sorted(found)]


def is_artifact_line(line: str) -> bool:
    """Whether a whole line is residue: the name of a picture, a save-as hint, the caption of a copy button."""
    return _LINE.fullmatch(line) is not None


def is_file_name(line: str) -> bool:
    """Whether a whole line is the name of a document's file, as it stands above the text of a document site."""
    return _FILE_NAME.fullmatch(line) is not None


def _unseen(text: str) -> Iterator[Span]:
    """`<!-- … -->` and elements that hide themselves; one that is never closed, or only far away, is just its opening mark."""
    at = 0
    while (opening := _UNSEEN.search(text, at)) is not None:
        start, at = opening.span()
        limit = min(len(text), start + _UNSEEN_LIMIT)
        if tag := opening["tag"]:
            closing = re.compile(rf"</{tag}\s{{0,9}}>", re.IGNORECASE).search(text, at, limit)
            at = closing.end() if closing else at
        else:
            following = text.find("<!--", at, limit)
            close = text.find("-->", start, following if following >= 0 else limit)
            at = close + 3 if close >= 0 else at
        yield Span(start, at)

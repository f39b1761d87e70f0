"""Residue of editors, converters and web pages: inside lines, and lines of its own."""

import re

from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.lines import ESCAPED_BREAK
from summarizer.reading.unseen import unseen

__all__ = ["inline_artifacts", "is_artifact_line", "is_file_name"]

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
    hidden = list(unseen(text))
    found = hidden.copy()
    upcoming = 0
    for match in _INLINE.finditer(text):
        while upcoming < len(hidden) and hidden[upcoming].end <= match.start():
            upcoming += 1
        span = Span(match.start(), match.end())
        if upcoming == len(hidden) or not hidden[upcoming].overlaps(span):
            found.append(span)
    return [Region(span, RegionKind.ARTIFACT) for span in sorted(found)]


def is_artifact_line(line: str) -> bool:
    """Whether a whole line is residue: the name of a picture, a save-as hint, the caption of a copy button."""
    return _LINE.fullmatch(line) is not None


def is_file_name(line: str) -> bool:
    """Whether a whole line is the name of a document's file, as it stands above the text of a document site."""
    return _FILE_NAME.fullmatch(line) is not None

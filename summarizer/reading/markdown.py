"""Markdown → the text as it stands, its marks as regions, so that the report reads as its author sees it rendered."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from summarizer.lexicon import units
from summarizer.reading import furniture
from summarizer.reading.document import Region, RegionKind, Span
from summarizer.reading.encoding import decode
from summarizer.reading.extracted import Extracted
from summarizer.reading.formats import MediaType
from summarizer.reading.limits import Limits
from summarizer.reading.lines import Line

__all__ = ["extract_markdown"]

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# Possessive throughout: no line of blanks, bars or dashes is tried twice.
_FRONT_MATTER = re.compile(
    r"---[ \t]*+\r?\n(?:(?>(?:[\w.-]{1,40}[ \t]*+:|[ \t]++|-[ \t]|#)[^\r\n]*+\r?\n|\r?\n)){1,100}+(?:---|\.\.\.)[ \t]*+(?=\r?\n|\Z)"
)
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]+|(?=[\u3400-\u9fff（“《【\d])|$)")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_RULE = re.compile(r"[ \t]*+(?:(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|={3,}+[ \t]*+)$")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})[ \t]*([\w+-]{0,20})[^`]*$")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*+\S++(?:[ \t]++[\"'(].{0,200})?[ \t]*+$")
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\]\s]{1,40}\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")

# What stands inside a line, in this order: an escape shields what follows it, code shields all in it.
_INLINE = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))."
    r"|(?P<code>`+)"
    r"|(?P<image>!\[[^\[\]\n]{0,500}\](?:\([^()\s]{0,2000}+(?:\([^()\s]{0,500}\))?[^()\n]{0,300}\)|\[[^\[\]\n]{0,200}\]))"
    r"|(?P<link>(?<!!)\[(?P<words>[^\[\]\n]{1,500})\](?P<target>\([^()\s]{0,2000}+(?:\([^()\s]{0,500}\))?[^()\n]{0,300}\)))"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|(?P<stars>\*+)|(?P<bars>_+)|(?P<waves>~~)"
)
_ADDRESS = re.compile(
    r"\(\s*(?:<[^<>]*>|(?:[a-z][a-z+.-]{1,12}:|[#./?]|www\.)\S*|\S*[./#]\S*|)\s*(?:[\"'].*)?\)", re.IGNORECASE
)
_MOST_QUOTES = 20
# What stands behind a mask: units, and the kinds of places and offices whose names are hidden.
_COUNTED = re.compile(
    rf"[余多]?(?:{'|'.join(map(re.escape, sorted(units(), key=len, reverse=True)))}|[省市县区州旗乡镇村院局委办届同])"
)


def extract_markdown(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """The decoded file, with every mark of Markdown in it a region of kind artifact.

    Raises Undecodable as `decode` does, NoReportText for a text over `limits`.
    """
    text, encoding = decode(data, name=name)
    limits.check_chars(len(text), name=name)
    return Extracted(text, MediaType.MARKDOWN, encoding, tuple(marks_of(text)))


def marks_of(text: str) -> list[Region]:
    """The marks of Markdown in `text`, in order: marks of headings, quotations, bullets, emphasis, code, links and tables, rules,
    fences, pictures, front matter, notes and escapes.

    Emphasis is taken as authors of Chinese mean it, also beside punctuation where CommonMark sees none. Runs of four and more
    stars, and pairs that both stand before a unit or a kind of place (`**市**区`), are masks and stay.
    """
    front = _FRONT_MATTER.match(text)
    found = [front.span()] if front else []
    page = _lines(text, front.end() if front else 0)
    fence = ""
    table = False
    for index, (start, end) in enumerate(page):
        opened = _FENCE.match(text, start, end)
        if opened and (not fence or opened[1].startswith(fence)):
            literal = opened[2].lower() not in {"markdown", "md"}
            fence, table = ("" if fence else opened[1]), False
            found.append((start, end))
        elif fence and literal:
            continue
        else:
            following = page[index + 1] if index + 1 < len(page) else (end, end)
            table = _is_row(text, start, end) and (table or _is_table_rule(text, *following))
            found += _line_marks(text, start, end, table=table)
    return [Region(Span(*mark), RegionKind.ARTIFACT) for mark in _apart(found)]


_Mark = tuple[int, int]


def _lines(text: str, position: int) -> list[_Mark]:
    """Where each line that is not empty begins and ends, its break left out."""
    found: list[_Mark] = []
    for line in _LINES.finditer(text, position):
        end = line.start() + len(line.group().rstrip("\r\n"))
        if end > line.start():
            found.append((line.start(), end))
    return found


def _apart(found: list[_Mark]) -> Iterator[_Mark]:
    """In order, none overlapping, none empty."""
    last = 0
    for start, end in sorted(found):
        if end > max(start, last):
            yield max(start, last), end
            last = end


def _is_row(text: str, start: int, end: int) -> bool:
    return text.find("|", start, end) >= 0


def _is_table_rule(text: str, start: int, end: int) -> bool:
    return _is_row(text, start, end) and _TABLE_RULE.fullmatch(text, start, end) is not None


def _line_marks(text: str, start: int, end: int, *, table: bool) -> Iterator[_Mark]:
    """The marks of one line."""
    at = start
    for _ in range(_MOST_QUOTES):
        quote = _QUOTE.match(text, at, end)
        if quote is None:
            break
        at = quote.end()
    if _RULE.match(text, at, end) or _DEFINITION.match(text, at, end) or _is_table_rule(text, start, end):
        yield start, end
        return
    stop = end
    heading = _HEADING.match(text, at, end)
    if heading:
        at = heading.end()
        stop = at + len(_unhashed(text[at:end]))
    elif not furniture.is_page_number(Line(at, end, text[at:end].strip())):
        item = _BULLET.match(text, at, end) or _NOTE.match(text, at, end)
        at = item.end() if item else at
    yield start, at
    yield stop, end
    if stop > at and text[stop - 1] == "\\":
        stop -= 1
        yield stop, stop + 1
    yield from _inline_marks(text, at, stop)
    if table:
        yield from _pipes(text, at, stop)


def _unhashed(words: str) -> str:
    """A heading without the marks that may close it, which a blank parts from its words."""
    bare = words.rstrip()
    open_end = bare.rstrip("#")
    return open_end.rstrip() if open_end != open_end.rstrip() or not open_end else bare


def _pipes(text: str, start: int, stop: int) -> Iterator[_Mark]:
    """The bars between cells; one between two characters parts them and stays."""
    row = text[start:stop]
    first, last = start + len(row) - len(row.lstrip()), start + len(row.rstrip()) - 1
    for bar in re.finditer(r"\|", row):
        place = start + bar.start()
        beside = text[place - 1 : place] + text[place + 1 : place + 2]
        if "\\" not in beside[:1] and (place in {first, last} or any(char.isspace() for char in beside)):
            yield place, place + 1


def _inline_marks(text: str, start: int, stop: int) -> Iterator[_Mark]:
    """The marks inside a line: escapes, code, pictures, links, marks of notes, emphasis."""
    code: dict[int, list[int]] = {}
    for run in re.finditer("`+", text[start:stop]):
        code.setdefault(len(run.group()), []).append(start + run.start())
    opened: dict[str, _Mark] = {}
    at = start
    while (mark := _INLINE.search(text, at, stop)) is not None:
        at = mark.end()
        match mark.lastgroup:
            case "code":
                runs = code.get(len(mark.group()), [])
                following = bisect_left(runs, at)
                if following < len(runs):
                    at = runs[following] + len(mark.group())
                    yield mark.span()
                    yield runs[following], at
            case "escape":
                yield mark.start(), mark.start() + 1
            case "image" | "note":
                yield mark.span()
            case "link":
                yield from _link_marks(text, mark)
            case _:
                yield from _emphasis(text, mark, opened, start, stop)


def _link_marks(text: str, link: re.Match[str]) -> Iterator[_Mark]:
    """The brackets of a link and its target, and the marks in its words; none where no address follows the brackets."""
    if _ADDRESS.fullmatch(link["target"]):
        yield link.start(), link.start() + 1
        yield link.end("words"), link.end()
        yield from _inline_marks(text, *link.span("words"))


def _emphasis(
    text: str, run: re.Match[str], opened: dict[str, _Mark], start: int, stop: int
) -> Iterator[_Mark]:
    """Both marks of a pair that `run` closes; else `run` is kept in `opened`, by its characters, as one that may open a pair."""
    mark = run.group()
    before = text[run.start() - 1] if run.start() > start else " "
    after = text[run.end()] if run.end() < stop else " "
    if mark == "****" and "**" in opened and not _COUNTED.match(text, run.end()):
        # One pair ends where the next begins, as converters write it.
        yield opened["**"]
        yield run.span()
        opened["**"] = (run.end() - 2, run.end())
        return
    if len(mark) > 3:
        return
    inside = mark[0] == "_" and before.isalnum() and after.isalnum()
    if mark in opened and not before.isspace() and not inside:
        pair = opened.pop(mark)
        if not (_COUNTED.match(text, pair[1]) and _COUNTED.match(text, run.end())):
            yield pair
            yield run.span()
    elif not after.isspace() and not inside:
        opened[mark] = run.span()

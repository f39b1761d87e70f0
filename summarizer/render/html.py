"""A page as one self-contained HTML file."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from markupsafe import Markup, escape

from summarizer.render.chart import bars_svg
from summarizer.render.escape import flat
from summarizer.render.page import (
    Block,
    Bullets,
    Chart,
    Chinese,
    Facts,
    Flag,
    Heading,
    Inline,
    Item,
    Note,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Run,
    Style,
    Table,
    plain,
)
from summarizer.render.policy import policy
from summarizer.render.template import asset

__all__ = ["html", "line_html"]

_DEEPEST = 6
# Headings that the contents list: parts, not their parts.
_LISTED = 2
_ELEMENTS = {Style.STRONG: "strong", Style.EMPHASIS: "em", Style.CODE: "code"}
_SHELL = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<main>
{head}
{contents}
{body}
{notes}
</main>
</body>
</html>
"""
)


def html(page: Page) -> str:
    """The page as HTML that loads nothing and runs nothing: its policy allows its own style sheet and no more."""
    css = asset("render", "page.css")
    first = next(
        (n for n, b in enumerate(page.blocks) if isinstance(b, Heading) and b.level > 1), len(page.blocks)
    )
    writer = _Writer()
    # A plain string: one that claims to be markup would escape what is put beside it.
    return str(
        _SHELL.format(
            policy=policy(css),
            title=flat(page.title),
            css=Markup(css),
            head=_lines(map(writer.block, range(first), page.blocks[:first])),
            contents=_contents(page),
            body=_lines(map(writer.block, range(first, len(page.blocks)), page.blocks[first:])),
            notes=writer.notes(page.notes),
        )
    )


def line_html(parts: Sequence[Inline]) -> Markup:
    """A line by itself as HTML."""
    return _Writer()._line(parts)


def _lines(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(parts)


def _contents(page: Page) -> Markup:
    listed = [
        Markup('<li><a href="#h{}">{}</a></li>').format(number, flat(plain(block.text)))
        for number, block in enumerate(page.blocks)
        if isinstance(block, Heading) and block.level == _LISTED
    ]
    if len(listed) < 2:
        return Markup("")
    return Markup('<nav aria-label="Contents"><ul>{}</ul></nav>').format(Markup("").join(listed))


class _Writer:
    """Writes blocks; remembers which notes have been marked, for the first mark is the one a note leads back to."""

    def __init__(self) -> None:
        self._marked: set[int] = set()

    def block(self, number: int, block: Block) -> Markup:
        match block:
            case Heading(level, text, under):
                below = Markup('<span class="under">{}</span>').format(self._line(under)) if under else ""
                return Markup('<h{0} id="h{1}">{2}{3}</h{0}>').format(
                    min(level, _DEEPEST), number, self._line(text), below
                )
            case Paragraph(text, aside):
                return Markup("<p{}>{}</p>").format(
                    Markup(' class="aside"') if aside else "", self._line(text)
                )
            case Notice(lead, text):
                return Markup('<p class="notice" role="note"><strong>{}</strong> {}</p>').format(
                    flat(lead), self._line(text)
                )
            case Bullets(items, ordered):
                listed = Markup("\n").join(self._item(item) for item in items)
                return Markup("<{0}>\n{1}\n</{0}>").format("ol" if ordered else "ul", listed)
            case Facts(pairs):
                rows = (
                    Markup("<dt>{}</dt><dd>{}</dd>").format(flat(name), self._line(value))
                    for name, value in pairs
                )
                return Markup("<dl>\n{}\n</dl>").format(Markup("\n").join(rows))
            case Quotation(lines):
                quoted = Markup("").join(Markup("<p>{}</p>").format(flat(text)) for text in lines)
                return Markup('<blockquote lang="zh">{}</blockquote>').format(quoted)
            case Table():
                return self._table(block)
            case Chart():
                return Markup("<figure>{}</figure>").format(bars_svg(block, name=f"c{number}"))
            case _:
                assert_never(block)

    def notes(self, notes: Sequence[Note]) -> Markup:
        """The notes at the end, each leading back to where it is marked first."""
        if not notes:
            return Markup("")
        listed = Markup("\n").join(
            Markup('<li id="n{0}">{1} <a href="#r{0}" aria-label="Back to the text">↩</a></li>').format(
                note.number, self._line(note.text)
            )
            for note in notes
        )
        return Markup(
            '<section class="notes" aria-label="Notes">\n<h2>Notes</h2>\n<ol>\n{}\n</ol>\n</section>'
        ).format(listed)

    def _item(self, item: Item) -> Markup:
        under = Markup("").join(Markup("<li>{}</li>").format(self._line(text)) for text in item.under)
        below = Markup("<ul>{}</ul>").format(under) if under else ""
        return Markup("<li>{}{}</li>").format(self._line(item.text), below)

    def _table(self, table: Table) -> Markup:
        head = Markup("").join(
            Markup('<th scope="col"{}>{}</th>').format(_side(table, n), self._line(cell))
            for n, cell in enumerate(table.head)
        )
        rows = Markup("\n").join(
            Markup("<tr>{}</tr>").format(
                Markup("").join(
                    Markup("<td{}>{}</td>").format(_side(table, n), self._line(cell))
                    for n, cell in enumerate(row)
                )
            )
            for row in table.rows
        )
        return Markup(
            '<div class="table" role="group" tabindex="0"><table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table></div>'
        ).format(head, rows)

    def _line(self, parts: Sequence[Inline]) -> Markup:
        return Markup("").join(map(self._inline, parts))

    def _inline(self, part: Inline) -> Markup:
        match part:
            case Run(text, style):
                if style is Style.PLAIN:
                    return escape(flat(text))
                return Markup("<{0}>{1}</{0}>").format(_ELEMENTS[style], flat(text))
            case Chinese(text):
                return Markup('<span lang="zh">{}</span>').format(flat(text))
            case Flag():
                return Markup('<strong class="flag">{}</strong>').format(part.text)
            case NoteMark(number):
                anchor = Markup("") if number in self._marked else Markup(' id="r{}"').format(number)
                self._marked.add(number)
                return Markup('<sup><a href="#n{0}"{1} aria-label="Note {0}">{0}</a></sup>').format(
                    number, anchor
                )
            case _:
                assert_never(part)


def _side(table: Table, column: int) -> Markup:
    return Markup(' class="right"') if column in table.right else Markup("")

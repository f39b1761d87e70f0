"""Every way of printing digests, and what it leaks. A new renderer joins by one line in `RENDERERS`."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any

from derivations import DERIVED, without_formula, wrong_formulas
from digest_builder import briefing_md
from told_in_sheets import derived_in_workbook, is_workbook, told_in_csv, told_in_workbook
from viewer_page import told_in_viewer
from word_dump import lines as word_lines

from guarantee.oracle import unsupported
from guarantee.source import EARLIER_SOURCE, EARLIER_TRUE, INVENTORY, SOURCE, TERM_SOURCE, TERM_TRUE, TRUE
from guarantee.told import (
    told_in_bilingual,
    told_in_comparison_json,
    told_in_comparison_workbook,
    told_in_html,
    told_in_markdown,
    told_in_text,
    told_in_word,
)
from summarizer.compare import Comparison, comparison
from summarizer.digest import Digest
from summarizer.formats import PageFormat, written
from summarizer.pipeline import digest_report
from summarizer.reading import read
from summarizer.render import (
    Length,
    briefing,
    comparison_json,
    comparison_sheets,
    csv_text,
    digest_sheets,
    evidence_viewer,
    indicator_sheet,
    side_by_side,
    workbook,
)


@cache
def _digest_of_text(text: str) -> Digest:
    return digest_report(read(text.encode(), name="e.txt"))


@dataclass(frozen=True)
class Renderer:
    """A way of printing digests, and what of its output must hold no unsupported number; `true` are those of its sources."""

    render: Callable[[Digest], Any]
    told: Callable[[Any], str]
    true: Collection[Decimal] = TRUE
    source: str = SOURCE


def _page_of(form: PageFormat) -> Callable[[Comparison], str | bytes]:
    return lambda made: written(side_by_side(made), form)


_TOLD_IN: dict[PageFormat, Callable[[Any], str]] = {
    PageFormat.MARKDOWN: told_in_markdown,
    PageFormat.HTML: told_in_html,
    PageFormat.TEXT: told_in_text,
    PageFormat.WORD: told_in_word,
}
"""What of a page in a format must hold no unsupported number; a new format needs its line here."""

_FORMATS: tuple[tuple[Callable[[Comparison], Any], Callable[[Any], str]], ...] = (
    *((_page_of(form), _TOLD_IN[form]) for form in PageFormat),
    (comparison_json, told_in_comparison_json),
    (lambda made: workbook(comparison_sheets(made), title="t"), told_in_comparison_workbook),
)


def _briefing_in(form: PageFormat, digest: Digest) -> str | bytes:
    return written(briefing(digest), form)


def _compared(*texts: str, true: Collection[Decimal] = TRUE) -> Renderer:
    """Prints a comparison of a digest with those of the texts, in every format one after the other."""

    def render(digest: Digest) -> list[Any]:
        made = comparison([digest, *map(_digest_of_text, texts)])
        return [write(made) for write, _ in _FORMATS]

    def told(printed: list[Any]) -> str:
        return "\n".join(tell(text) for text, (_, tell) in zip(printed, _FORMATS, strict=True))

    return Renderer(render, told, true, "".join([SOURCE, *texts]))


RENDERERS: dict[str, Renderer] = {
    **{
        f"{length} briefing": Renderer(partial(briefing_md, length=length), told_in_markdown)
        for length in Length
    },
    "bilingual briefing": Renderer(partial(briefing_md, bilingual=True), told_in_bilingual),
    **{
        f"briefing in {form.name.lower()}": Renderer(partial(_briefing_in, form), told)
        for form, told in _TOLD_IN.items()
        if form is not PageFormat.MARKDOWN
    },
    "comparison alone": _compared(),
    "comparison": _compared(SOURCE),
    "comparison over years": _compared(EARLIER_SOURCE, true=EARLIER_TRUE),
    "comparison with five years": _compared(TERM_SOURCE, true=TERM_TRUE),
    "csv": Renderer(lambda d: csv_text(indicator_sheet(d)), told_in_csv),
    "workbook": Renderer(lambda d: workbook(digest_sheets(d), title="t"), told_in_workbook),
    "viewer": Renderer(lambda d: evidence_viewer(d, INVENTORY), told_in_viewer),
}  # fmt: skip


def leaks(name: str, digest: Digest) -> list[str]:
    """The unsupported numbers that a renderer prints of a digest outside flags, evidence notes and the closing account."""
    renderer = RENDERERS[name]
    printed = renderer.render(digest)
    told = DERIVED.sub("", renderer.told(printed))
    whole = "\n".join(map(_whole, printed if isinstance(printed, list) else [printed]))
    return [
        *unsupported(told, true=renderer.true, source=renderer.source),
        *wrong_formulas(whole, true=renderer.true),
        *without_formula(whole),
    ]


def _whole(printed: str | bytes) -> str:
    """All that was printed, as text; of a workbook what it derives."""
    if isinstance(printed, str):
        return printed
    return derived_in_workbook(printed) if is_workbook(printed) else "\n".join(word_lines(printed))

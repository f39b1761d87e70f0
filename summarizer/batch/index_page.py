"""The index of a run as web pages: what became of every input, with links to what was made of it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final
from urllib.parse import quote

from summarizer.batch.account import reason_of
from summarizer.batch.layout import ACCOUNT, DIGESTS, INDEX, RUN, TABLE_CSV, TABLE_PARQUET
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import Input, State, Tally
from summarizer.batch.store import Store
from summarizer.render.template import filled

__all__ = ["ROWS_ON_A_PAGE", "index_pages"]

ROWS_ON_A_PAGE: Final = 2_000
_STATES: Final = {
    State.DONE: "done",
    State.PARTIAL: "partial",
    State.FAILED: "failed",
    State.DUPLICATE: "duplicate",
    State.WAITING: "waiting",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the table; what is from outside is text here, and escaped by the template. `links` are name and address,
    `other` the address of the line of the input that it repeats or resembles."""

    id: str
    title: str
    title_is_chinese: bool
    title_zh: str
    path: str
    place: str
    year: str
    state: str
    reason: str
    caveats: Sequence[str]
    figures: int | None
    flagged: int | None
    links: Sequence[tuple[str, str]]
    similar_to: str
    similarity: int
    other: str


def index_pages(store: Store, recipe: Recipe) -> Iterator[tuple[str, str]]:
    """`(file name, page)`, at most ROWS_ON_A_PAGE inputs on each, in their order; the same for the same state of the run."""
    tally = store.tally()
    pages = max(-(-tally.total // ROWS_ON_A_PAGE), 1)
    inputs = store.inputs()
    starts = store.every(ROWS_ON_A_PAGE)

    def address(id: str, *, on: int) -> str:
        number = store.number_of(id)
        if number is None:
            return ""
        page = bisect_right(starts, number)
        return f"{_name(page) if page != on else ''}#{quote(id)}"

    for number in range(1, pages + 1):
        here = partial(address, on=number)
        rows = [_row(found, here) for found in islice(inputs, ROWS_ON_A_PAGE)]
        yield _name(number), _page(rows, tally, recipe, number=number, pages=pages)


def _page(rows: Sequence[_Row], tally: Tally, recipe: Recipe, *, number: int, pages: int) -> str:
    return filled(
        "batch",
        "index",
        rows=rows,
        counts=_counts(tally),
        total=tally.total,
        engine=f"the model {recipe.model}" if recipe.engine == "model" else "the offline engine",
        version=recipe.version,
        number=number,
        pages=[(n, _name(n)) for n in range(1, pages + 1)],
        files=[TABLE_CSV, TABLE_PARQUET, ACCOUNT, RUN],
    )


def _counts(tally: Tally) -> Mapping[str, int]:
    return {name: count for state, name in _STATES.items() if (count := getattr(tally, state.value))}


def _row(found: Input, address: Callable[[str], str]) -> _Row:
    facts = found.facts
    other = found.same_as or found.similar_to
    made = found.state in {State.DONE, State.PARTIAL}
    files = sorted(found.files, key=lambda path: (path.startswith(f"{DIGESTS}/"), path)) if made else []
    return _Row(
        id=found.id,
        title=facts.title_en or facts.title_zh or found.name,
        title_is_chinese=not facts.title_en and bool(facts.title_zh),
        title_zh=facts.title_zh if facts.title_en else "",
        path=found.shown,
        place=facts.place,
        year=facts.period or facts.year,
        state=_STATES[found.outcome],
        reason=reason_of(found),
        caveats=facts.caveats,
        figures=facts.figures if made else None,
        flagged=facts.flagged if made else None,
        links=[(_called(path), quote(path)) for path in files],
        similar_to=found.similar_to,
        similarity=round(100 * found.similarity),
        other=address(other) if other else "",
    )


def _called(path: str) -> str:
    kind = path.rpartition(".")[2]
    return "digest" if path.startswith(f"{DIGESTS}/") else f"briefing ({kind})"


def _name(number: int) -> str:
    return INDEX if number == 1 else INDEX.replace(".", f"-{number}.")

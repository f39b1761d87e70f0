"""What a report costs in tokens and requests, beside the limits: counted with o200k, no model is asked.

    python bench/tokens.py [--reports DIR]

Two scripted models answer in this process: an honest one, and a careless one whose errors call for repair and gleaning. Ends with 1
where a limit is passed. The limits on requests are for a report of up to 10,000 tokens, and grow with longer ones.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from wire.answers import Personality
from wire.personalities import Careless, honest
from wire.runs import ends_of, local

from summarizer.chunks import TokenBudget, tokens
from summarizer.errors import InputError
from summarizer.lexicon import pinyin
from summarizer.offline import row_of
from summarizer.pipeline import digest_report, section_requests, survey
from summarizer.prompting import Prompts, Request, anchored
from summarizer.quantities import Indicator, Inventory
from summarizer.reading import Document, read

_ROOT = Path(__file__).parents[1]
_SMALL = 10_000  # tokens of a report; up to it three section requests do
FIXED, TERMS, MARKER, ROW, SAVED = 1_500, 400, 3.0, 45.0, 0.30
SECTIONS, SECOND_LOOKS, OVERVIEWS = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Line:
    """One figure beside its limit; `most` where it may not be above it, else not below."""

    what: str
    figure: float
    limit: float
    most: bool = True

    @property
    def holds(self) -> bool:
        return self.figure <= self.limit if self.most else self.figure >= self.limit

    def __str__(self) -> str:
        figure = f"{self.figure:,.0f}" if self.figure == int(self.figure) else f"{self.figure:,.2f}"
        return f"  {self.what:<52}{figure:>10}   {'at most' if self.most else 'at least'} {self.limit:,g}{'' if self.holds else '   PASSED'}"


def _requests(doc: Document, model: Personality) -> tuple[list[Request], str]:
    """All that is asked about a report, and how the errors of a careless model ended."""
    seen: list[Request] = []
    writer = local(model, seen=seen)
    digest = digest_report(doc, writer=writer)
    if not isinstance(model, Careless):
        return seen, ""
    ends = Counter(ends_of(model.errors, digest, doc, writer).values())
    return seen, ", ".join(f"{count} {end}" for end, count in ends.most_common())


def _slot(request: Request, start: str, end: str) -> str:
    """What stands in a request between two lines of its template."""
    return request.messages[-1].content.partition(start)[2].partition(end)[0]


def _fixed(request: Request) -> int:
    """Tokens of what every section request repeats: the instructions, the words around the slots, the schema."""
    bare = Prompts().read(request.prompt).messages(dict.fromkeys(_SLOTS, ""))[1].content
    return tokens(request.messages[0].content) + tokens(bare) + tokens(json.dumps(request.schema))


_SLOTS = ("letter", "body", "period", "titles", "terms", "chunk", "figures")


def _compact(row: dict[str, object]) -> int:
    return tokens(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + ",")


def _row(indicator: Indicator, number: int) -> dict[str, object]:
    """The row of a model that is right, its English name as long as a good one is."""
    row = row_of(indicator)
    value = f"{row.value}-{row.value_max}" if row.value_max else row.value
    return {
        "cite": f"e{number}",
        "value": value,
        "qualifier": row.qualifier,
        "name_zh": row.name_zh,
        "name_en": row.name_en or pinyin(row.name_zh),
    }


def _full(indicator: Indicator, number: int, inventory: Inventory) -> dict[str, object]:
    """The same row as it would be if the model had to state all that the recogniser knows, with the shortest quote."""
    row = row_of(indicator)
    return _row(indicator, number) | {
        "value": row.value,
        "value_max": row.value_max,
        "unit": indicator.mention.unit,
        "aspect": indicator.aspect.value,
        "period": indicator.period,
        "key": indicator.key,
        "quote": inventory.doc.body.shown(indicator.quote),
    }


def _lines(doc: Document) -> Iterator[Line]:
    found = survey(doc)
    planned = section_requests(doc, local(honest()))
    yield Line("fixed part of a section request", max(_fixed(request) for _, request in planned), FIXED)
    terms = [_slot(request, "Terms to use:\n", "\n\n<report>") for _, request in planned]
    yield Line("terms of a section request, the most", max(map(tokens, terms)), TERMS)
    marked = [anchored(chunk.span, found) for chunk, _ in planned]
    extra = sum(tokens(one.text) - tokens(one.plain) for one in marked)
    markers = sum(len(one.markers) for one in marked)
    if markers:
        yield Line("tokens a marker", extra / markers, MARKER)
    sent = sum(len("".join(one.plain.split())) for one in marked)
    yield Line("times each character of the report is sent", sent / len("".join(doc.body.text.split())), 1)

    share = max(ceil(tokens(doc.body.text) / _SMALL), 1)
    asked, _ = _requests(doc, honest())
    per_prompt = Counter(request.prompt for request in asked)
    yield Line("section requests", per_prompt["section_digest.md"], SECTIONS * share)
    yield Line("overview requests", per_prompt["overview.md"], OVERVIEWS)
    again, ends = _requests(doc, Careless(every=3))
    repeated = Counter(request.prompt for request in again)
    looks = repeated["repair.md"] + repeated["gleaning.md"]
    yield Line("repair and gleaning requests of a careless model", looks, SECOND_LOOKS * share)
    clauses = sum(
        tokens(request.messages[-1].content)
        for request in again
        if request.prompt in {"repair.md", "gleaning.md"}
    )
    whole = sum(
        tokens(request.messages[-1].content) for request in again if request.prompt == "section_digest.md"
    )
    print(
        f"  its repair and gleaning send {clauses:,} tokens, its sections {whole:,}; its errors: {ends or 'none'}"
    )


def _row_tokens(found: Inventory) -> tuple[int, int, int]:
    """How many rows a right answer about a report has, their tokens, and those of full rows."""
    figures = list(enumerate(found.indicators, start=1))
    compact = sum(_compact(_row(i, n)) for n, i in figures)
    return len(figures), compact, sum(_compact(_full(i, n, found)) for n, i in figures)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tokens and requests of reports, beside their limits.")
    parser.add_argument(
        "--reports", type=Path, default=_ROOT / "examples", help="a folder of reports (*.txt)"
    )
    paths = sorted(parser.parse_args(arguments).reports.glob("*.txt"))
    print(f"text of a section request: at most {TokenBudget().text:,} tokens; counted with o200k")
    passed = rows = compact = full = 0
    for path in paths:
        try:
            doc = read(path.read_bytes(), name=path.name)
        except InputError as error:
            print(f"{path.name}: {error}")
            continue
        print(f"{path.name}: {tokens(doc.body.text):,} tokens, {len(survey(doc).indicators)} figures")
        for line in _lines(doc):
            print(line)
            passed += not line.holds
        counts = _row_tokens(survey(doc))
        rows, compact, full = rows + counts[0], compact + counts[1], full + counts[2]
        print(
            f"  tokens a row: {counts[1] / max(counts[0], 1):.1f}; as a full row {counts[2] / max(counts[0], 1):.1f}"
        )
    if rows:
        print(f"all reports: {rows} rows")
        for line in (
            Line("tokens a row", compact / rows, ROW),
            Line("saved against full rows with the shortest quotes", 1 - compact / full, SAVED, most=False),
        ):
            print(line)
            passed += not line.holds
    print(f"{passed} limits passed" if passed else "every limit is kept" if paths else "no reports")
    return 1 if passed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())

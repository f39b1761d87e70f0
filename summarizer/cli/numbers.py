"""`summarizer numbers`: every number of a text and what it counts."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.signatures import grouped_options
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from summarizer.cli.rows import Row
    from summarizer.config import Settings
    from summarizer.quantities import Mention

__all__ = ["EXAMPLES", "numbers"]

EXAMPLES = (
    "summarizer numbers examples/yunqiao_congress_2023.txt",
    "summarizer numbers examples/yanxi_government_2021.txt --json",
)

_HEADERS = ("place", "number", "kind", "value", "period", "counts")


@grouped_options
def numbers(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="Text to read; - for standard input.")
    ] = None,
    cases: Annotated[
        str | None,
        typer.Option(
            "--cases",
            metavar="FILE",
            help="JSON Lines {id, lang, text} to read instead, each by itself; needs --json.",
        ),
    ] = None,
    lang: Annotated[Literal["zh", "en"], typer.Option("--lang", help="Language of the text.")] = "zh",
    json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
    *,
    listing: options.ListingOptions,
) -> None:
    """List the numbers in a text.

    Each has its place, value in base units, unit and qualifier; a figure also has what it counts, its aspect and its period.
    """
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.progress import progress
    from summarizer.cli.rows import json_lines_of

    if (file is None) == (cases is None):
        raise UsageError("name one file, or one with --cases", where="numbers")
    settings = listing.settings()
    check_target(listing.output, file, cases, force=listing.force)
    if cases is not None and not json:
        raise UsageError("cases are answered in JSON only", where="numbers", hint="add --json")
    with progress(quiet=listing.quiet):
        rows = _answers(cases, settings) if cases is not None else _rows(file or "", lang, settings)
    publish(json_lines_of(rows) if json else _table(rows, settings), listing.output, force=listing.force)


def _rows(path: str, lang: Literal["zh", "en"], settings: "Settings") -> "list[Row]":
    from summarizer.cli.inputs import open_document
    from summarizer.cli.rows import mention_row, numbers_rows

    doc = open_document(path, settings, require_chinese=False)
    if lang == "en":
        return [mention_row(mention) for mention in _mentions(doc.text, lang)]
    from summarizer.pipeline import survey

    return list(numbers_rows(survey(doc)))


def _answers(path: str, settings: "Settings") -> "list[Row]":
    from summarizer.cli.inputs import json_lines
    from summarizer.cli.rows import case_row

    answers = []
    for where, case in json_lines(path, settings):
        text, lang = case.get("text"), case.get("lang", "zh")
        if not isinstance(text, str) or lang not in ("zh", "en"):
            raise InputError("is not a case {id, lang, text} with lang zh or en", where=where)
        id = case.get("id")
        if not isinstance(id, str | int | None):
            raise InputError("the id is neither text nor a whole number", where=where)
        answers.append({"id": id, "mentions": [case_row(m) for m in _mentions(text, lang)]})
    return answers


def _mentions(text: str, lang: Literal["zh", "en"]) -> "list[Mention]":
    from summarizer.quantities import mentions_en, mentions_zh

    return mentions_en(text) if lang == "en" else mentions_zh(text)


def _value(row: "Row") -> str:
    """`over 30 次`, `2 to 3 项`, `masked 人次`: what is not exact says so."""
    value = row["value"] or ("" if row["qualifier"] == "masked" else "-")
    ends = f"{value} to {row['value_max']}" if row["value_max"] else value
    said = "" if row["qualifier"] in {"exact", "range"} else row["qualifier"]
    return " ".join(filter(None, (said, ends, row["unit"])))


def _table(rows: "list[Row]", settings: "Settings") -> str:
    from summarizer.cli.table import table

    return table(
        _HEADERS,
        [
            (
                f"{row['start']}-{row['end']}",
                row["text"],
                row["kind"],
                _value(row),
                " ".join(
                    filter(None, ("planned" if row.get("aspect") == "planned" else "", row.get("period")))
                ),
                row.get("name_en") or row.get("name_zh", ""),
            )
            for row in rows
        ],
        color=settings.color,
    )

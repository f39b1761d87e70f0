"""`summarizer outline`: the headings of a text, or what in it is not the report."""

from typing import Annotated

import typer

from summarizer.cli import options
from summarizer.cli.signatures import grouped_options

__all__ = ["EXAMPLES", "outline"]

EXAMPLES = (
    "summarizer outline examples/yunqiao_congress_2023.txt",
    "summarizer outline examples/yunqiao_congress_2023.txt --regions --json",
)


@grouped_options
def outline(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Text to read; - for standard input.")],
    regions: Annotated[
        bool, typer.Option("--regions", help="List the stretches that are not the report instead.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
    *,
    listing: options.ListingOptions,
) -> None:
    """List the headings of a text, with levels and classes."""
    from summarizer.cli.inputs import open_document
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.progress import progress
    from summarizer.cli.rows import heading_rows, json_lines_of, region_rows
    from summarizer.cli.table import clip, table
    from summarizer.outline import outline as tree_of

    settings = listing.settings()
    check_target(listing.output, file, force=listing.force)
    with progress(quiet=listing.quiet):
        doc = open_document(file, settings, require_chinese=False)
        rows = list(region_rows(doc) if regions else heading_rows(tree_of(doc)))
    if regions:
        headers: tuple[str, ...] = ("place", "kind", "text")
        cells: list[tuple[str, ...]] = [
            (_place(row), row["kind"], clip(doc.text[row["start"] : row["end"]], 60)) for row in rows
        ]
    else:
        headers = ("place", "level", "class", "title")
        cells = [
            (_place(row), str(row["level"]), row["class"], "· " * row["level"] + row["title"]) for row in rows
        ]
    publish(
        json_lines_of(rows) if json else table(headers, cells, color=settings.color),
        listing.output,
        force=listing.force,
    )


def _place(row: dict[str, int]) -> str:
    return f"{row['start']}-{row['end']}"

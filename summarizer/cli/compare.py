"""`summarizer compare`: the figures of several reports side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import (
    COMPARISON_FORMATS,
    COMPARISON_HELP,
    ComparisonFormat,
    NotesName,
    format_for,
    is_binary,
)
from summarizer.cli.signatures import grouped_options
from summarizer.errors import UsageError
from summarizer.formats import JSON, PageFormat, TableFormat

if TYPE_CHECKING:
    from summarizer.compare import Comparison

__all__ = ["EXAMPLES", "compare"]

EXAMPLES = (
    "summarizer compare examples/yunqiao_congress_2023.txt examples/yanxi_government_2021.txt",
    "summarizer compare examples/yunqiao_congress_2022.txt examples/yunqiao_congress_2023.txt --format html",
)


@grouped_options
def compare(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Two or more reports or saved digests.")
    ],
    format: Annotated[ComparisonFormat | None, typer.Option("--format", help=COMPARISON_HELP)] = None,
    notes: Annotated[
        NotesName,
        typer.Option("--notes", help="Full: place and Chinese words for each sentence. Short: the place."),
    ] = "full",
    *,
    run: options.RunOptions,
) -> Ending:
    """Print the figures of several reports side by side.

    Figures are put together by what they count, unit and period; a short summary names what changed.
    """
    from summarizer.cli.engine import comparison_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of

    if len(reports) < 2:
        raise UsageError("one report cannot be compared", where="compare", hint="name two or more")
    chosen = format_for(format, run.output, COMPARISON_FORMATS)
    settings = run.settings()
    check_target(run.output, *reports, force=run.force, binary=is_binary(chosen) and not run.dry_run)
    if run.dry_run:
        publish(plan_of(reports, settings, run.exchanges, quiet=run.quiet), run.output, force=run.force)
        return Ending()
    compared, digests = comparison_of(reports, settings, run.exchanges, quiet=run.quiet)
    publish(_written(compared, chosen, notes), run.output, force=run.force)
    return ending_of(digests, settings)


def _written(compared: "Comparison", format: str, notes: NotesName) -> str | bytes:
    from summarizer.formats import tabulated, written
    from summarizer.render import NoteStyle, comparison_json, comparison_sheets, side_by_side

    if format == JSON:
        return comparison_json(compared)
    if format in tuple(TableFormat):
        names = ", ".join(report.label for report in compared.reports)
        return tabulated(comparison_sheets(compared), TableFormat(format), title=f"Comparison: {names}")
    return written(side_by_side(compared, NoteStyle(notes)), PageFormat(format))

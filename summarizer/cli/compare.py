"""`summarizer compare`: the figures of several reports side by side."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.signatures import grouped_options
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.compare import Comparison

__all__ = ["EXAMPLES", "compare"]

EXAMPLES = (
    "summarizer compare examples/yunqiao_congress_2023.txt examples/yanxi_government_2021.txt",
    "summarizer compare examples/yunqiao_congress_2022.txt examples/yunqiao_congress_2023.txt --format html",
)
_Format = Literal["md", "html", "txt", "docx", "json", "xlsx"]
_FORMATS: tuple[_Format, ...] = ("md", "html", "txt", "docx", "json", "xlsx")
_Notes = Literal["full", "short", "none"]


@grouped_options
def compare(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Two or more reports or saved digests.")
    ],
    format: Annotated[
        _Format | None,
        typer.Option(
            "--format",
            help="Markdown, a web page with charts, plain text, a Word document, JSON or an Excel workbook. [default: by the ending of the output file, else md]",
        ),
    ] = None,
    notes: Annotated[
        _Notes,
        typer.Option("--notes", help="Full: place and Chinese words for each sentence. Short: the place."),
    ] = "full",
    *,
    run: options.RunOptions,
) -> Ending:
    """Print the figures of several reports side by side.

    Figures are put together by what they count, unit and period; a short summary names what changed.
    """
    from summarizer.cli.engine import comparison_of, ending_of
    from summarizer.cli.formats import BINARY, format_for
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of

    if len(reports) < 2:
        raise UsageError("one report cannot be compared", where="compare", hint="name two or more")
    chosen = format_for(format, run.output, _FORMATS)
    settings = run.settings()
    check_target(run.output, *reports, force=run.force, binary=chosen in BINARY and not run.dry_run)
    if run.dry_run:
        publish(plan_of(reports, settings, run.exchanges, quiet=run.quiet), run.output, force=run.force)
        return Ending()
    compared, digests = comparison_of(reports, settings, run.exchanges, quiet=run.quiet)
    publish(_written(compared, chosen, notes), run.output, force=run.force)
    return ending_of(digests, settings)


def _written(compared: "Comparison", format: _Format, notes: _Notes) -> str | bytes:
    from summarizer.render import (
        NoteStyle,
        PageFormat,
        comparison_json,
        comparison_sheets,
        side_by_side,
        workbook,
        written,
    )

    match format:
        case "json":
            return comparison_json(compared)
        case "xlsx":
            names = ", ".join(report.label for report in compared.reports)
            return workbook(comparison_sheets(compared), title=f"Comparison: {names}")
        case _:
            return written(side_by_side(compared, NoteStyle(notes)), PageFormat(format))

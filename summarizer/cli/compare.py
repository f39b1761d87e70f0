"""`summarizer compare`: the figures of several reports side by side."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import (
    COMPARISON_FORMATS,
    COMPARISON_HELP,
    ComparisonFormat,
    format_for,
    is_binary,
)
from summarizer.errors import UsageError
from summarizer.formats import JSON, PageFormat, TableFormat

if TYPE_CHECKING:
    from summarizer.compare import Comparison

__all__ = ["EXAMPLES", "compare"]

EXAMPLES = (
    "summarizer compare examples/yunqiao_congress_2023.txt examples/yanxi_government_2021.txt",
    "summarizer compare examples/yunqiao_congress_2022.txt examples/yunqiao_congress_2023.txt --format html",
)
_Notes = Literal["full", "short", "none"]


def compare(
    context: typer.Context,
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Two or more reports or saved digests.")
    ],
    format: Annotated[ComparisonFormat | None, typer.Option("--format", help=COMPARISON_HELP)] = None,
    notes: Annotated[
        _Notes,
        typer.Option("--notes", help="Full: place and Chinese words for each sentence. Short: the place."),
    ] = "full",
    engine: options.Engine = None,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    prompts: options.Prompts = None,
    passes: options.Passes = None,
    budget: options.Budget = None,
    reply_tokens: options.ReplyTokens = None,
    max_cost: options.MaxCost = None,
    max_requests: options.MaxRequests = None,
    rpm: options.Rpm = None,
    tpm: options.Tpm = None,
    no_cache: options.NoCache = False,
    refresh: options.Refresh = False,
    record: options.Record = "",
    replay: options.Replay = "",
    log_file: options.LogFile = "",
    log_text: options.LogText = False,
    dry_run: options.DryRun = False,
    output: options.Output = "-",
    force: options.Force = False,
    fail_on: options.FailOnOption = None,
    max_input: options.MaxInput = None,
    config: options.ConfigFile = "",
    quiet: options.Quiet = False,
) -> Ending:
    """Print the figures of several reports side by side.

    Figures are put together by what they count, unit and period; a short summary names what changed.
    """
    from summarizer.cli.engine import comparison_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of

    if len(reports) < 2:
        raise UsageError("one report cannot be compared", where="compare", hint="name two or more")
    chosen = format_for(format, output, COMPARISON_FORMATS)
    settings, exchanges = options.settings_in(context), options.exchanges_in(context)
    check_target(output, *reports, force=force, binary=is_binary(chosen) and not dry_run)
    if dry_run:
        publish(plan_of(reports, settings, exchanges, quiet=quiet), output, force=force)
        return Ending()
    compared, digests = comparison_of(reports, settings, exchanges, quiet=quiet)
    publish(_written(compared, chosen, notes), output, force=force)
    return ending_of(digests, settings)


def _written(compared: "Comparison", format: str, notes: _Notes) -> str | bytes:
    from summarizer.formats import tabulated, written
    from summarizer.render import NoteStyle, comparison_json, comparison_sheets, side_by_side

    if format == JSON:
        return comparison_json(compared)
    if format in tuple(TableFormat):
        names = ", ".join(report.label for report in compared.reports)
        return tabulated(comparison_sheets(compared), TableFormat(format), title=f"Comparison: {names}")
    return written(side_by_side(compared, NoteStyle(notes)), PageFormat(format))

"""`summarizer brief`: one report, one English briefing."""

from typing import Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import NOTES_HELP, PAGE_HELP, format_for, is_binary
from summarizer.formats import PageFormat

__all__ = ["EXAMPLES", "brief"]

EXAMPLES = (
    "summarizer brief examples/yunqiao_congress_2023.txt",
    "summarizer brief examples/yunqiao_congress_2023.txt --length short --notes full --format txt",
)


def brief(
    context: typer.Context,
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report's text or a saved digest; - for standard input.")
    ],
    format: Annotated[PageFormat | None, typer.Option("--format", help=PAGE_HELP)] = None,
    length: Annotated[
        Literal["short", "standard", "full"],
        typer.Option(
            "--length",
            help="Short: no sections and no table of all figures. Full: with every passage that the digest quotes in Chinese.",
        ),
    ] = "standard",
    notes: Annotated[
        Literal["full", "short", "none"] | None,
        typer.Option(
            "--notes",
            help=f"Full: place and Chinese words for each sentence. Short: the place. {NOTES_HELP}",
        ),
    ] = None,
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="Set the Chinese clause beside every figure.")
    ] = False,
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
    """Print an English briefing of a report.

    Every number in it is checked against the report. What the report does not bear out is flagged, never left in the prose.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of
    from summarizer.formats import usual_notes, written
    from summarizer.render import BriefingOptions, Length, NoteStyle, briefing

    form = format_for(format, output, tuple(PageFormat))
    settings, exchanges = options.settings_in(context), options.exchanges_in(context)
    check_target(output, report, force=force, binary=is_binary(form) and not dry_run)
    if dry_run:
        publish(plan_of([report], settings, exchanges, quiet=quiet), output, force=force)
        return Ending()
    digests = digests_of([report], settings, exchanges, quiet=quiet, saved=True)
    asked = BriefingOptions(
        length=Length(length), notes=NoteStyle(notes) if notes else usual_notes(form), bilingual=bilingual
    )
    publish(written(briefing(digests[0], asked), form), output, force=force)
    return ending_of(digests, settings)

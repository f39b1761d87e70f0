"""`summarizer brief`: one report, one English briefing."""

from typing import Annotated

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import NOTES_HELP, PAGE_HELP, LengthName, NotesName, format_for, is_binary
from summarizer.cli.signatures import grouped_options
from summarizer.formats import PageFormat

__all__ = ["EXAMPLES", "brief"]

EXAMPLES = (
    "summarizer brief examples/yunqiao_congress_2023.txt",
    "summarizer brief examples/yunqiao_congress_2023.txt --length short --notes full --format txt",
)


@grouped_options
def brief(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report's text or a saved digest; - for standard input.")
    ],
    format: Annotated[PageFormat | None, typer.Option("--format", help=PAGE_HELP)] = None,
    length: Annotated[
        LengthName,
        typer.Option(
            "--length",
            help="Short: no sections and no table of all figures. Full: with every passage that the digest quotes in Chinese.",
        ),
    ] = "standard",
    notes: Annotated[
        NotesName | None,
        typer.Option(
            "--notes",
            help=f"Full: place and Chinese words for each sentence. Short: the place. {NOTES_HELP}",
        ),
    ] = None,
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="Set the Chinese clause beside every figure.")
    ] = False,
    *,
    run: options.RunOptions,
) -> Ending:
    """Print an English briefing of a report.

    Every number in it is checked against the report. What the report does not bear out is flagged, never left in the prose.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of
    from summarizer.formats import usual_notes, written
    from summarizer.render import BriefingOptions, Length, NoteStyle, briefing

    form = format_for(format, run.output, tuple(PageFormat))
    settings = run.settings()
    check_target(run.output, report, force=run.force, binary=is_binary(form) and not run.dry_run)
    if run.dry_run:
        publish(plan_of([report], settings, run.exchanges, quiet=run.quiet), run.output, force=run.force)
        return Ending()
    digests = digests_of([report], settings, run.exchanges, quiet=run.quiet, saved=True)
    asked = BriefingOptions(
        length=Length(length), notes=NoteStyle(notes) if notes else usual_notes(form), bilingual=bilingual
    )
    publish(written(briefing(digests[0], asked), form), run.output, force=run.force)
    return ending_of(digests, settings)

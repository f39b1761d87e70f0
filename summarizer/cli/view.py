"""`summarizer view`: a report and its digest side by side, as one page for a browser."""

import sys
from typing import Annotated

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.signatures import grouped_options
from summarizer.errors import UsageError

__all__ = ["EXAMPLES", "view"]

EXAMPLES = (
    "summarizer view examples/yunqiao_congress_2023.txt | head -n 5",
    "summarizer view examples/yunqiao_congress_2023.digest.json --source examples/yunqiao_congress_2023.txt -o -",
)


@grouped_options
def view(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report's text or a saved digest; - for standard input.")
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="REPORT",
            help="Report of a saved digest. [default: the file beside it that it was made from]",
        ),
    ] = None,
    *,
    run: options.RunOptions,
) -> Ending:
    """Write one HTML page with the report beside its digest.

    Every number of the report is marked by what it is and what became of it; a click on a figure shows the words that carry it, and
    the other way round. The page needs no network. A saved digest is judged anew by its report.
    """
    from summarizer.cli.engine import digest_by_engine, ending_of
    from summarizer.cli.inputs import (
        digest_of,
        document_of,
        is_json,
        once_from_stdin,
        open_bytes,
        report_of,
        report_path,
    )
    from summarizer.cli.outputs import STDOUT, check_target, publish
    from summarizer.cli.plan import plan_of
    from summarizer.cli.progress import progress
    from summarizer.cli.streams import is_terminal
    from summarizer.digest import rechecked
    from summarizer.pipeline import survey
    from summarizer.render import viewer_page

    settings = run.settings()
    check_target(run.output, report, source, force=run.force)
    if run.dry_run:
        publish(plan_of([report], settings, run.exchanges, quiet=run.quiet), run.output, force=run.force)
        return Ending()
    if run.output == STDOUT and is_terminal(sys.stdout):
        raise UsageError(
            "a page is for a browser, not for a terminal", hint="write it to a file: -o FILE.html"
        )
    once_from_stdin(report, source or "")
    with progress(quiet=run.quiet):
        data = open_bytes(report, settings)
        saved = digest_of(data, report) if is_json(data, report) else None
        if saved is None:
            if source is not None:
                raise UsageError("--source goes with a saved digest", where=report)
            doc = document_of(data, report, settings)
        else:
            source = source or report_path(saved, report)
            check_target(run.output, source, force=run.force)
            doc = report_of(saved, report, source, settings)
        inventory = survey(doc)
    digest = (
        rechecked(saved, inventory)
        if saved
        else digest_by_engine(inventory, settings, run.exchanges, quiet=run.quiet)
    )
    publish(viewer_page(digest, inventory), run.output, force=run.force)
    return ending_of([digest], settings)

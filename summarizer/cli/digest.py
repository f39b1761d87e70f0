"""`summarizer digest`: one report, one digest as JSON, table or workbook."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import DIGEST_FORMATS, DIGEST_HELP, DigestFormat, format_for, is_binary
from summarizer.cli.signatures import grouped_options
from summarizer.formats import JSON, TableFormat

if TYPE_CHECKING:
    from summarizer.digest import Digest

__all__ = ["EXAMPLES", "digest"]

EXAMPLES = (
    "summarizer digest examples/yunqiao_congress_2023.txt",
    "summarizer digest examples/yanxi_government_2021.txt --format csv --fail-on contradicted",
)


@grouped_options
def digest(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="A report's text; - for standard input. For a table or workbook also a saved digest.",
        ),
    ],
    format: Annotated[DigestFormat | None, typer.Option("--format", help=DIGEST_HELP)] = None,
    *,
    run: options.RunOptions,
) -> Ending:
    """Print the digest of a report: JSON, or its figures as a table.

    It holds the sections, every figure with its verdict and evidence, and the account of all numbers. `summarizer schema digest`
    prints its schema. A table has a row for every figure; a workbook (-o FILE.xlsx) has report, account and sentences too.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of

    chosen = format_for(format, run.output, DIGEST_FORMATS)
    settings = run.settings()
    check_target(run.output, report, force=run.force, binary=is_binary(chosen) and not run.dry_run)
    if run.dry_run:
        publish(plan_of([report], settings, run.exchanges, quiet=run.quiet), run.output, force=run.force)
        return Ending()
    digests = digests_of([report], settings, run.exchanges, quiet=run.quiet, saved=True)
    publish(_written(digests[0], chosen), run.output, force=run.force)
    return ending_of(digests, settings)


def _written(digest: "Digest", format: str) -> str | bytes:
    from summarizer.formats import tabulated
    from summarizer.render import digest_json, digest_sheets

    if format == JSON:
        return digest_json(digest)
    title = digest.report.title_en or digest.report.title_zh or digest.source.name
    return tabulated(digest_sheets(digest), TableFormat(format), title=title)

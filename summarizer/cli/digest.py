"""`summarizer digest`: one report, one digest as JSON, table or workbook."""

from typing import TYPE_CHECKING, Annotated, Literal, assert_never

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.signatures import grouped_options

if TYPE_CHECKING:
    from summarizer.digest import Digest

__all__ = ["EXAMPLES", "digest"]

EXAMPLES = (
    "summarizer digest examples/yunqiao_congress_2023.txt",
    "summarizer digest examples/yanxi_government_2021.txt --format csv --fail-on contradicted",
)
_Format = Literal["json", "csv", "xlsx"]
_FORMATS: tuple[_Format, ...] = ("json", "csv", "xlsx")


@grouped_options
def digest(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="A report's text; - for standard input. For a table or workbook also a saved digest.",
        ),
    ],
    format: Annotated[
        _Format | None,
        typer.Option(
            "--format",
            help="JSON, a table of the figures, or an Excel workbook. [default: by the ending of the output file, else json]",
        ),
    ] = None,
    *,
    run: options.RunOptions,
) -> Ending:
    """Print the digest of a report: JSON, or its figures as a table.

    It holds the sections, every figure with its verdict and evidence, and the account of all numbers. `summarizer schema digest`
    prints its schema. A table has a row for every figure; a workbook (-o FILE.xlsx) has report, account and sentences too.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.formats import BINARY, format_for
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of

    chosen = format_for(format, run.output, _FORMATS)
    settings = run.settings()
    check_target(run.output, report, force=run.force, binary=chosen in BINARY and not run.dry_run)
    if run.dry_run:
        publish(plan_of([report], settings, run.exchanges, quiet=run.quiet), run.output, force=run.force)
        return Ending()
    digests = digests_of([report], settings, run.exchanges, quiet=run.quiet, saved=True)
    publish(_written(digests[0], chosen), run.output, force=run.force)
    return ending_of(digests, settings)


def _written(digest: "Digest", format: _Format) -> str | bytes:
    from summarizer.render import csv_text, digest_json, digest_sheets, indicator_sheet, workbook

    match format:
        case "json":
            return digest_json(digest)
        case "csv":
            return csv_text(indicator_sheet(digest))
        case "xlsx":
            title = digest.report.title_en or digest.report.title_zh or digest.source.name
            return workbook(digest_sheets(digest), title=title)
        case _:
            assert_never(format)

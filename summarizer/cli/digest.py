"""`summarizer digest`: one report, one digest as JSON, table or workbook."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import DIGEST_FORMATS, DIGEST_HELP, DigestFormat, format_for, is_binary
from summarizer.formats import JSON, TableFormat

if TYPE_CHECKING:
    from summarizer.digest import Digest

__all__ = ["EXAMPLES", "digest"]

EXAMPLES = (
    "summarizer digest examples/yunqiao_congress_2023.txt",
    "summarizer digest examples/yanxi_government_2021.txt --format csv --fail-on contradicted",
)


def digest(
    context: typer.Context,
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="A report's text; - for standard input. For a table or workbook also a saved digest.",
        ),
    ],
    format: Annotated[DigestFormat | None, typer.Option("--format", help=DIGEST_HELP)] = None,
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
    """Print the digest of a report: JSON, or its figures as a table.

    It holds the sections, every figure with its verdict and evidence, and the account of all numbers. `summarizer schema digest`
    prints its schema. A table has a row for every figure; a workbook (-o FILE.xlsx) has report, account and sentences too.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of

    chosen = format_for(format, output, DIGEST_FORMATS)
    settings, exchanges = options.settings_in(context), options.exchanges_in(context)
    check_target(output, report, force=force, binary=is_binary(chosen) and not dry_run)
    if dry_run:
        publish(plan_of([report], settings, exchanges, quiet=quiet), output, force=force)
        return Ending()
    digests = digests_of([report], settings, exchanges, quiet=quiet, saved=True)
    publish(_written(digests[0], chosen), output, force=force)
    return ending_of(digests, settings)


def _written(digest: "Digest", format: str) -> str | bytes:
    from summarizer.formats import tabulated
    from summarizer.render import digest_json, digest_sheets

    if format == JSON:
        return digest_json(digest)
    title = digest.report.title_en or digest.report.title_zh or digest.source.name
    return tabulated(digest_sheets(digest), TableFormat(format), title=title)

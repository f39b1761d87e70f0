"""`summarizer digest`: one report, one JSON digest."""

from typing import Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending

__all__ = ["EXAMPLES", "digest"]

EXAMPLES = (
    "summarizer digest examples/yunqiao_congress_2023.txt",
    "summarizer digest examples/yanxi_government_2021.txt --fail-on contradicted",
)


def digest(
    context: typer.Context,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's text; - for standard input.")],
    format: Annotated[Literal["json"], typer.Option("--format", help="JSON.")] = "json",
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
    dry_run: options.DryRun = False,
    output: options.Output = "-",
    force: options.Force = False,
    fail_on: options.FailOnOption = None,
    max_input: options.MaxInput = None,
    config: options.ConfigFile = "",
    quiet: options.Quiet = False,
) -> Ending:
    """Print the JSON digest of a report.

    It holds the sections, every figure with its verdict and evidence, and the account of all numbers. `summarizer schema digest`
    prints its schema.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.plan import plan_of
    from summarizer.render import digest_json

    settings, exchanges = options.settings_in(context), options.exchanges_in(context)
    check_target(output, report, force=force)
    if dry_run:
        publish(plan_of([report], settings, exchanges, quiet=quiet), output, force=force)
        return Ending()
    digests = digests_of([report], settings, exchanges, quiet=quiet, saved=False)
    publish(digest_json(digests[0]), output, force=force)
    return ending_of(digests, settings)

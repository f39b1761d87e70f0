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
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's text; - for standard input.")],
    format: Annotated[Literal["json"], typer.Option("--format", help="JSON.")] = "json",
    engine: options.Engine = None,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    prompts: options.Prompts = None,
    passes: options.Passes = None,
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
    from summarizer.render import digest_json

    settings = options.settings_of(
        config,
        engine=engine,
        model=model,
        base_url=base_url,
        prompts=prompts,
        passes=passes,
        fail_on=fail_on,
        max_input=max_input,
    )
    check_target(output, report, force=force)
    digests = digests_of([report], settings, quiet=quiet, saved=False)
    publish(digest_json(digests[0]), output, force=force)
    return ending_of(digests, settings)

"""`summarizer compare`: the figures of several reports side by side."""

from typing import Annotated, Literal

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.errors import UsageError

__all__ = ["EXAMPLES", "compare"]

EXAMPLES = (
    "summarizer compare examples/yunqiao_congress_2023.txt examples/yanxi_government_2021.txt",
    "summarizer compare examples/yunqiao_congress_2023.txt examples/yanxi_government_2021.txt --format json",
)


def compare(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Two or more reports or saved digests.")
    ],
    format: Annotated[Literal["md", "json"], typer.Option("--format", help="Markdown or JSON.")] = "md",
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
    """Print the figures of several reports side by side.

    Figures are put together by what they count, unit and period; a short summary names what changed.
    """
    from summarizer.cli.engine import digests_of, ending_of
    from summarizer.cli.outputs import check_target, publish
    from summarizer.compare import comparison
    from summarizer.render import comparison_json, comparison_markdown

    if len(reports) < 2:
        raise UsageError("one report cannot be compared", where="compare", hint="name two or more")
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
    check_target(output, *reports, force=force)
    digests = digests_of(reports, settings, quiet=quiet, saved=True)
    compared = comparison(digests)
    publish(
        comparison_json(compared) if format == "json" else comparison_markdown(compared), output, force=force
    )
    return ending_of(digests, settings)

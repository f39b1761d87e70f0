"""`summarizer check`: digests, texts and claims against their reports."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.exit_codes import Ending
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.cli.checking import Checked
    from summarizer.config import Settings

__all__ = ["EXAMPLES", "check"]

EXAMPLES = (
    "summarizer check examples/yunqiao_congress_2023.digest.json --source examples/yunqiao_congress_2023.txt",
    "echo 'The committee met 8 times.' | summarizer check - --source examples/yunqiao_congress_2023.txt --json",
)


def check(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="Digest or text to check; - for standard input.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="REPORT", help="Report to check it against.")
    ] = None,
    claims: Annotated[
        str | None,
        typer.Option("--claims", metavar="FILE", help="JSON Lines of claims to check instead of TEXT."),
    ] = None,
    prose: Annotated[
        str | None,
        typer.Option("--prose", metavar="FILE", help="JSON Lines of sentences to check instead of TEXT."),
    ] = None,
    reports: Annotated[
        str,
        typer.Option(
            "--reports",
            metavar="DIR",
            help="Folder of the reports that the lines of --claims and --prose name.",
        ),
    ] = "",
    only_findings: Annotated[
        bool, typer.Option("--only-findings", help="Leave out what is supported.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
    output: options.Output = "-",
    force: options.Force = False,
    fail_on: options.FailOnChecked = None,
    max_input: options.MaxInput = None,
    config: options.ConfigFile = "",
    quiet: options.Quiet = False,
    color: options.Color = None,
) -> Ending:
    """Check figures against their report.

    What is checked is a saved digest, an English or Chinese text, or a file of claims or sentences: against the one report of --source,
    or, line by line, against those that the lines name in the folder --reports.

    Exits with 1 where a figure is unsupported or contradicted; --fail-on sets another bar.
    """
    from summarizer.cli.outputs import check_target, publish
    from summarizer.cli.rows import json_lines_of

    settings = options.settings_of(config, fail_on=fail_on, max_input=max_input, color=color)
    check_target(output, text, source, claims, prose, force=force)
    checked = _checked(text, source, claims, prose, reports, settings, quiet=quiet)
    shown = checked.only_findings() if only_findings else checked
    text_of = json_lines_of(shown.rows) if json else _table(shown, checked, settings)
    publish(text_of, output, force=force)
    return Ending(checked.verdicts(), settings.fail_on or "unsupported")


def _checked(
    text: str | None,
    source: str | None,
    claims: str | None,
    prose: str | None,
    reports: str,
    settings: "Settings",
    *,
    quiet: bool,
) -> "Checked":
    from summarizer.cli.checking import check_claims, check_digest, check_prose, check_text_file
    from summarizer.cli.inputs import is_json, once_from_stdin, open_bytes
    from summarizer.cli.progress import progress

    if sum(given is not None for given in (text, claims, prose)) != 1:
        raise UsageError("name one thing to check: a file, --claims or --prose", where="check")
    if text is not None:
        if source is None:
            raise UsageError(
                "the report to check against is missing", where="check", hint="add --source REPORT"
            )
        if reports:
            raise UsageError("--reports goes with --claims and --prose", where="check")
        once_from_stdin(text, source)
        with progress(quiet=quiet):
            data = open_bytes(text, settings)
            form = check_digest if is_json(data, text) else check_text_file
            return form(data, text, source=source, settings=settings)
    if source is not None and reports:
        raise UsageError("name one report by --source, or a folder of them by --reports", where="check")
    if claims is not None and source is None and not reports:
        hint = "add --source REPORT, or --reports DIR where each claim names its own"
        raise UsageError("the report to check against is missing", where="check", hint=hint)
    once_from_stdin(claims or prose or "", source or "")
    with progress(quiet=quiet) as report:
        if claims is not None:
            return check_claims(claims, source=source, reports=reports, settings=settings, report=report)
        return check_prose(prose or "", source=source, reports=reports, settings=settings, report=report)


def _table(shown: "Checked", checked: "Checked", settings: "Settings") -> str:
    """The findings that are to be shown, and the count of all."""
    from summarizer.cli.streams import one_line
    from summarizer.cli.table import table

    rows = [
        (name, finding["verdict"], finding["reason"] or "", finding["text"], finding["message"])
        for name, finding in shown.findings
        if finding["verdict"] is not None
    ]
    count = Counter(checked.verdicts())
    total = ", ".join(f"{number} {verdict}" for verdict, number in count.most_common()) or "no figures"
    missing = [finding for _, finding in checked.findings if "section" in finding]
    notes = "".join(f"{one_line(finding['message'])}\n" for finding in missing)
    without = sum(finding["verdict"] is None for _, finding in checked.findings) - len(missing)
    if without:
        total += f"; {without} without a number to check"
    if missing:
        figures = "figure" if len(missing) == 1 else "figures"
        total += f"; {len(missing)} {figures} of the report not reported"
    headers = ("figure", "verdict", "reason", "text", "message")
    rendered = table(headers, rows, color=settings.color, sentences=True) if rows else ""
    return f"{rendered}{notes}{total}\n"

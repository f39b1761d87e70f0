"""`summarizer batch`: many reports in one run."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer.core import TyperGroup

from summarizer.cli import options, streams
from summarizer.cli.exit_codes import Ending
from summarizer.config import Settings
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from typer._click.core import Context

    from summarizer.batch import Ended, Recipe, Run, Share
    from summarizer.event_log import EventLog

__all__ = ["RESUME_EXAMPLES", "RUN_EXAMPLES", "STATUS_EXAMPLES", "BatchGroup", "batch", "resume", "status"]

RUN_EXAMPLES = (
    "summarizer batch run examples/*.txt -d run -q",
    "summarizer batch run 'examples/*_congress_*.txt' -d congress --briefs md,html --jobs 2 --limit 1 -q",
)
RESUME_EXAMPLES = (
    "summarizer batch run examples/*.txt -d run --limit 1 -q && summarizer batch resume run -q",
    "summarizer batch run examples/*.txt -d other -q && summarizer batch resume other --retry-failed -q",
)
STATUS_EXAMPLES = (
    "summarizer batch run examples/*.txt -d run -q && summarizer batch status run",
    "summarizer batch run examples/*.txt -d other -q && summarizer batch status other --json",
)
_FORMATS = ("md", "html", "txt", "docx")

_Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Worker processes. [default: one for each core]"),
]
_Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="Stop after N reports; the others wait.")
]
_RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Try again what failed or came out partial.")
]
_Concurrency = Annotated[
    int | None,
    typer.Option(
        "--concurrency", metavar="N", min=1, help="Requests to the model in flight at once. [default: 4]"
    ),
]
_Run = Annotated[str, typer.Argument(metavar="RUN", help="The directory of the run.")]


class BatchGroup(TyperGroup):
    """`batch PATHS…` is `batch run PATHS…`: what is no command of the group is a path."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["run", *args]
        return super().parse_args(ctx, args)


def batch(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS…", help="Reports, folders, patterns such as 'reports/**/*.txt', zip archives."
        ),
    ],
    directory: Annotated[
        str,
        typer.Option(
            "--directory", "-d", metavar="RUN", help="Directory of the run, made where it is missing."
        ),
    ],
    briefs: Annotated[
        str,
        typer.Option(
            "--briefs", metavar="LIST", help="Formats of the briefings: none, or some of md,html,txt,docx."
        ),
    ] = "md",
    length: Annotated[
        Literal["short", "standard", "full"], typer.Option("--length", help="How much a briefing tells.")
    ] = "standard",
    notes: Annotated[
        Literal["full", "short", "none"] | None,
        typer.Option(
            "--notes", help="Notes of the briefings. [default: short in md and txt, full in html and docx]"
        ),
    ] = None,
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="Set the Chinese clause beside every figure of a briefing.")
    ] = False,
    jobs: _Jobs = None,
    limit: _Limit = None,
    retry_failed: _RetryFailed = False,
    engine: options.Engine = None,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    prompts: options.Prompts = None,
    passes: options.Passes = None,
    budget: options.Budget = None,
    reply_tokens: options.ReplyTokens = None,
    concurrency: _Concurrency = None,
    max_cost: options.MaxCost = None,
    max_requests: options.MaxRequests = None,
    rpm: options.Rpm = None,
    tpm: options.Tpm = None,
    no_cache: options.NoCache = False,
    log_file: options.LogFile = "",
    log_text: options.LogText = False,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
    fail_on: options.FailOnOption = None,
    max_input: options.MaxInput = None,
    config: options.ConfigFile = "",
    quiet: options.Quiet = False,
) -> Ending:
    """Digest and brief many reports into one directory.

    It holds a digest and briefings of each report, one table of all figures (indicators.csv, indicators.parquet), an index for the
    browser and an account of every file. Killed at any moment, the same command or `summarizer batch resume RUN` goes on with it.
    """
    from summarizer.batch import Recipe
    from summarizer.cli.batch_progress import watched

    settings = options.settings_in(context)
    recipe = Recipe.of(
        settings, briefs=_formats(briefs), length=length, notes=notes or "", bilingual=bilingual
    )
    share = _share(jobs, limit, retry_failed=retry_failed)
    with _at_work(directory, recipe, log_file, log_text, quiet=quiet) as (run, log):
        with watched(quiet=quiet) as watch:
            left = run.find(paths, _here(), notify=watch.found)
        if left.count and not quiet:
            streams.note(f"{left.count:,} files in folders and archives have other endings and are left out")
        ended = _work(run, settings, share, log, quiet=quiet)
        return _ended(run, ended, settings, json=json)


def resume(
    context: typer.Context,
    run: _Run,
    jobs: _Jobs = None,
    limit: _Limit = None,
    retry_failed: _RetryFailed = False,
    base_url: options.BaseUrl = None,
    concurrency: _Concurrency = None,
    max_cost: options.MaxCost = None,
    max_requests: options.MaxRequests = None,
    rpm: options.Rpm = None,
    tpm: options.Tpm = None,
    no_cache: options.NoCache = False,
    log_file: options.LogFile = "",
    log_text: options.LogText = False,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
    fail_on: options.FailOnOption = None,
    config: options.ConfigFile = "",
    quiet: options.Quiet = False,
) -> Ending:
    """Go on with a run that was interrupted, limited or failed in part.

    Engine, model, passes and formats are those it was begun with. What was answered is not asked for again.
    """
    from summarizer.cli.batch_progress import watched

    settings = options.settings_in(context)
    share = _share(jobs, limit, retry_failed=retry_failed)
    with _at_work(run, None, log_file, log_text, quiet=quiet) as (begun, log):
        with watched(quiet=quiet) as watch:
            begun.find_again(anew=retry_failed, notify=watch.found)
        ended = _work(begun, settings, share, log, quiet=quiet)
        return _ended(begun, ended, settings, json=json)


def status(
    run: _Run,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of a table.")] = False,
    config: options.ConfigFile = "",
    color: options.Color = None,
) -> None:
    """Tell how far a run is, what failed and why, and what it has cost, also while it is at work."""
    from contextlib import closing

    from summarizer.batch import STATE, Store, is_locked, standing
    from summarizer.cli.batch_status import show

    folder = Path(run)
    settings = options.settings_of(config, color=color)
    with closing(Store(folder / STATE)) as store:
        show(standing(store), folder, json=json, color=settings.color, working=is_locked(folder))


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise UsageError("the folder that this was started in is gone") from error


def _formats(given: str) -> tuple[str, ...]:
    """The formats of briefings in one order, whichever they were named in."""
    named = {name for name in given.replace(" ", "").split(",") if name}
    if named == {"none"}:
        return ()
    if strange := sorted(named - set(_FORMATS)):
        raise UsageError(
            f"there is no format {strange[0]!r}",
            where="--briefs",
            hint=f"none, or some of {','.join(_FORMATS)}",
        )
    return tuple(name for name in _FORMATS if name in named)


def _share(jobs: int | None, limit: int | None, *, retry_failed: bool) -> "Share":
    import os

    from summarizer.batch import Share

    return Share(jobs=jobs or os.cpu_count() or 1, limit=limit, retry_failed=retry_failed)


@contextmanager
def _at_work(
    directory: str, recipe: "Recipe | None", log_file: str, log_text: bool, *, quiet: bool
) -> "Iterator[tuple[Run, EventLog | None]]":
    """The run, held for this process, and the log of what happens in it."""
    from summarizer.batch import Run

    log = options.event_log(log_file, with_text=log_text)
    try:
        with Run.at(Path(directory), recipe) as run:
            yield run, log
    except KeyboardInterrupt:
        if not quiet:
            streams.note(f"go on with: summarizer batch resume {shlex.quote(directory)}")
        raise
    finally:
        if log is not None:
            log.close()


def _work(run: "Run", settings: Settings, share: "Share", log: "EventLog | None", *, quiet: bool) -> "Ended":
    from summarizer.batch import LocalPool
    from summarizer.cli.batch_progress import watched

    in_force = run.recipe.settings(settings)
    if in_force.engine == "model" and not quiet:
        from summarizer.model import describe

        streams.note(describe(in_force.model_settings()))
    if log is not None:
        log("run", directory=str(run.folder), settings=run.recipe.told(), jobs=share.jobs)
    with watched(quiet=quiet) as watch:
        ended = run.work(
            settings,
            share,
            lambda job, share, door: LocalPool(job, jobs=share.jobs, door=door),
            progress=watch,
            log=log,
        )
    if ended.stopped_by and not quiet:
        streams.note(
            f"{ended.stopped_by}; raise it and go on with: summarizer batch resume {shlex.quote(str(run.folder))}"
        )
    return ended


def _ended(run: "Run", ended: "Ended", settings: Settings, *, json: bool) -> Ending:
    """Prints how the run stands, and how this part of it ended. Raises InputError where no input could be used."""
    from summarizer.batch import standing
    from summarizer.cli.batch_status import show

    found = standing(run.store)
    show(found, run.folder, json=json, color=settings.color, working=False)
    tally = found.tally
    if tally.total and tally.failed == tally.total:
        raise InputError("no input could be used", where=str(run.folder))
    partial = bool(tally.failed or tally.partial or ended.stopped_by)
    return Ending([*found.verdicts], settings.fail_on or "never", partial=partial)

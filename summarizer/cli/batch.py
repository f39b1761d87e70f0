"""`summarizer batch`: many reports in one run."""

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from summarizer.cli import options, streams
from summarizer.cli.exit_codes import Ending
from summarizer.cli.formats import NOTES_HELP, LengthName, NotesName
from summarizer.cli.signatures import grouped_options
from summarizer.config import EngineName, Settings
from summarizer.errors import InputError, UsageError
from summarizer.formats import PageFormat

if TYPE_CHECKING:
    from typer._click.core import Context

    from summarizer.batch import Engage, Recipe, Run, Share
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
_FORMATS = tuple(map(str, PageFormat))

_Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="Worker processes. [default: one for each core, of the cluster with --on ray]",
    ),
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
_On = Annotated[
    Literal["local", "ray"],
    typer.Option("--on", help="Where the work is done: on this machine, or on a Ray cluster."),
]
_RayAddress = Annotated[
    str,
    typer.Option(
        "--ray-address",
        metavar="ADDRESS",
        help="The cluster: auto, or HOST:PORT. [default: RAY_ADDRESS, or one on this machine, for this run]",
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]
_Run = Annotated[str, typer.Argument(metavar="RUN", help="The directory of the run.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The options of a part of a run: who does how much of it at what pace, and how it is told. No result depends on them."""

    on: _On = "local"
    ray_address: _RayAddress = ""
    jobs: _Jobs = None
    limit: _Limit = None
    retry_failed: _RetryFailed = False
    concurrency: _Concurrency = None
    spending: options.SpendingOptions
    no_cache: options.NoCache = False
    log_file: options.LogFile = ""
    log_text: options.LogText = False
    json: _Json = False
    fail_on: options.FailOnOption = None
    config: options.ConfigFile = ""
    quiet: options.Quiet = False

    def settings(self, *groups: options.WriterOptions, **flags: Any) -> Settings:
        """The settings in force with these options, those of `groups` and `flags`."""
        return options.settings_of(
            self.config,
            self.spending,
            *groups,
            concurrency=self.concurrency,
            cache="off" if self.no_cache else None,
            fail_on=self.fail_on,
            **flags,
        )

    def share(self) -> "Share":
        from summarizer.batch import Share

        return Share(self.jobs, self.limit, retry_failed=self.retry_failed)

    def engage(self) -> "Engage":
        if self.on == "local":
            from summarizer.batch import LocalPool

            if self.ray_address:
                raise UsageError("--ray-address has no sense without --on ray")
            return LocalPool
        from summarizer.batch.cluster import RayCluster

        return partial(RayCluster, address=self.ray_address or os.environ.get("RAY_ADDRESS", ""))


class BatchGroup(TyperGroup):
    """`batch PATHS…` is `batch run PATHS…`: what is no command of the group is a path."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@grouped_options
def batch(
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
            "--briefs",
            metavar="LIST",
            help=f"Formats of the briefings: none, or some of {','.join(_FORMATS)}.",
        ),
    ] = "md",
    length: Annotated[LengthName, typer.Option("--length", help="How much a briefing tells.")] = "standard",
    notes: Annotated[
        NotesName | None,
        typer.Option("--notes", help=f"Notes of the briefings. {NOTES_HELP}"),
    ] = None,
    bilingual: Annotated[
        bool, typer.Option("--bilingual", help="Set the Chinese clause beside every figure of a briefing.")
    ] = False,
    max_input: options.MaxInput = None,
    *,
    writer: options.WriterOptions,
    part: _Part,
) -> Ending:
    """Digest and brief many reports into one directory.

    It holds a digest and briefings of each report, one table of all figures (indicators.csv, indicators.parquet), an index for the
    browser and an account of every file. Killed at any moment, the same command or `summarizer batch resume RUN` goes on with it.
    """
    from summarizer.batch import Recipe
    from summarizer.cli.batch_progress import watched

    settings = part.settings(writer, max_input=max_input)
    recipe = Recipe.of(
        settings, briefs=_formats(briefs), length=length, notes=notes or "", bilingual=bilingual
    )
    with _at_work(directory, recipe, settings, part) as (run, log):
        with watched(quiet=part.quiet) as watch:
            left = run.find(paths, _here(), notify=watch.found)
        if left.count and not part.quiet:
            streams.note(f"{left.count:,} files in folders and archives have other endings and are left out")
        return _worked(run, settings, part, log)


@grouped_options
def resume(run: _Run, base_url: options.BaseUrl = None, *, part: _Part) -> Ending:
    """Go on with a run that was interrupted, limited or failed in part.

    Engine, model, address, passes and formats are those it was begun with. What was answered is not asked for again. An address given by
    --base-url is named again, to have the key sent there.
    """
    from summarizer.cli.batch_progress import watched

    settings = part.settings(base_url=base_url)
    with _at_work(run, None, settings, part) as (begun, log):
        if base_url is not None:
            begun.recipe.check_address(settings)
        with watched(quiet=part.quiet) as watch:
            gone = begun.find_again(notify=watch.found)
        for path in gone if not part.quiet else ():
            streams.note(f"{path}: is there no more, and is left out")
        return _worked(begun, settings, part, log)


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


@contextmanager
def _at_work(
    directory: str, recipe: "Recipe | None", settings: Settings, part: _Part
) -> "Iterator[tuple[Run, EventLog | None]]":
    """The run, held for this process, and the log of what happens in it."""
    from summarizer.batch import Run

    log = options.event_log(part.log_file, with_text=part.log_text)
    try:
        with Run.at(Path(directory), recipe) as run:
            yield run, log
    except KeyboardInterrupt:
        if not part.quiet:
            streams.note(
                f"go on with: {_resumption(directory, settings, engine='model' if recipe is None else recipe.engine)}"
            )
        raise
    finally:
        if log is not None:
            log.close()


def _resumption(directory: str, settings: Settings, *, engine: EngineName) -> str:
    """The command that goes on with the run, with the address that this one named: only who names an address has the key sent there."""
    words = ["summarizer", "batch", "resume", directory]
    if engine == "model" and settings.origins["base_url"] == "--base-url":
        from summarizer.model.secrets import address_without_secrets

        words += ["--base-url", address_without_secrets(settings.base_url)]
    return shlex.join(words)


def _worked(run: "Run", settings: Settings, part: _Part, log: "EventLog | None") -> Ending:
    """Does this part of the run and prints how the run stands then. Raises InputError where no input could be used."""
    from summarizer.batch import standing
    from summarizer.cli.batch_progress import watched
    from summarizer.cli.batch_status import show

    in_force = run.recipe.settings(settings)
    if in_force.engine == "model" and not part.quiet:
        from summarizer.model import describe

        streams.note(describe(in_force.model_settings()))
    if log is not None:
        log("run", directory=str(run.folder), settings=run.recipe.told(), on=part.on, jobs=part.jobs)
    if not run.store.tally().total:
        raise InputError("no file was found that may be a report", hint="name it, whatever its ending")
    with watched(quiet=part.quiet) as watch:
        ended = run.work(settings, part.share(), part.engage(), progress=watch, log=log)
    if not part.quiet:
        for note in ended.notes:
            streams.note(note)
    if ended.stopped_by and not part.quiet:
        streams.note(
            f"{ended.stopped_by}; raise it and go on with: "
            + _resumption(str(run.folder), settings, engine=run.recipe.engine)
        )
    found = standing(run.store)
    show(found, run.folder, json=part.json, color=settings.color, working=False)
    tally = found.tally
    if not (tally.done or tally.partial or tally.waiting):
        raise InputError("no input could be used", where=str(run.folder))
    partial = bool(tally.failed or tally.partial or ended.stopped_by)
    return Ending([*found.verdicts], settings.fail_on or "never", partial=partial)

"""The command `summarizer`: commands, exit codes, and the only place that catches everything."""

import gc
import sys
from typing import Annotated

import typer

from summarizer import __version__
from summarizer.cli import (
    batch,
    brief,
    cache,
    check,
    compare,
    config,
    digest,
    numbers,
    outline,
    prompt,
    schema,
    streams,
    view,
)
from summarizer.cli.exit_codes import Ending, exit_code
from summarizer.cli.options import examples
from summarizer.errors import SummarizerError

__all__ = ["app", "main", "run"]

# Plain help: rich's takes longer to import than the rest of --help.
app = typer.Typer(rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})
_cache = typer.Typer(rich_markup_mode=None, help="The replies of models that are kept on this machine.")
_batch = typer.Typer(
    rich_markup_mode=None,
    cls=batch.BatchGroup,
    help="Many reports in one run: batch PATHS… -d RUN, which is batch run PATHS… -d RUN.",
)
_settings = typer.Typer(rich_markup_mode=None, help="The settings in force and where they come from.")


def _print_version(wanted: bool) -> None:
    if wanted:
        streams.write_out(f"summarizer {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn Chinese work reports into English briefings in which every number is checked against the report.

    Without a model everything is done on this machine; a model is asked only where one is configured (-m, SUMMARIZER_MODEL).
    """
    if context.invoked_subcommand is None:
        streams.write_out(context.get_help() + "\n")


_ALLOCATIONS = 200_000
app.command("brief", epilog=examples(brief.EXAMPLES))(brief.brief)
app.command("digest", epilog=examples(digest.EXAMPLES))(digest.digest)
app.command("compare", epilog=examples(compare.EXAMPLES))(compare.compare)
app.command("check", epilog=examples(check.EXAMPLES))(check.check)
app.command("view", epilog=examples(view.EXAMPLES))(view.view)
app.command("numbers", epilog=examples(numbers.EXAMPLES))(numbers.numbers)
app.command("outline", epilog=examples(outline.EXAMPLES))(outline.outline)
app.command("prompt", epilog=examples(prompt.EXAMPLES))(prompt.prompt)
app.command("schema", epilog=examples(schema.EXAMPLES))(schema.schema)
for _name, _command, _examples in (
    ("stats", cache.stats, cache.STATS_EXAMPLES),
    ("clear", cache.clear, cache.CLEAR_EXAMPLES),
    ("path", cache.path, cache.PATH_EXAMPLES),
):
    _cache.command(_name, epilog=examples(_examples))(_command)
_batch.command("run", epilog=examples(batch.RUN_EXAMPLES))(batch.batch)
_batch.command("resume", epilog=examples(batch.RESUME_EXAMPLES))(batch.resume)
_batch.command("status", epilog=examples(batch.STATUS_EXAMPLES))(batch.status)
app.add_typer(_batch, name="batch", epilog=examples(batch.RUN_EXAMPLES))
app.add_typer(_cache, name="cache", epilog=examples(cache.STATS_EXAMPLES))
_settings.command("show", epilog=examples(config.EXAMPLES))(config.show)


@_settings.callback(invoke_without_command=True)
def _config(context: typer.Context) -> None:
    # Also because a Typer with one command would be that command itself.
    if context.invoked_subcommand is None:
        streams.write_out(context.get_help() + "\n")


app.add_typer(_settings, name="config", epilog=examples(config.EXAMPLES))


def main() -> None:
    """Runs the command with the arguments of this process and ends it with the exit code."""
    # Modules and tables live as long as the process: looking through them again and again takes a tenth of a short run.
    gc.set_threshold(_ALLOCATIONS, 20, 20)
    sys.exit(run())


def run(args: list[str] | None = None) -> int:
    """The exit code of the command with `args` (this process's where not given), once it has done its work.

    Every problem becomes one line on stderr; a bug of ours leaves its traceback in the log file that the line names.
    """
    streams.use_utf8()
    try:
        ended = app(args, prog_name="summarizer", standalone_mode=False)
        code = ended if isinstance(ended, int) else exit_code(ended or Ending())
    except SummarizerError as error:
        streams.note(str(error))
        code = exit_code(error)
    except typer.TyperException as error:
        streams.note(f"{error.format_message().replace('Value error, ', '')} (see {_help_command(error)})")
        code = exit_code(error)
    except (KeyboardInterrupt, typer.Abort) as error:
        # Typer takes an end of input for an interrupt; the program never asks for any, so that one is a file that breaks off unforeseen.
        ended_early = error.__cause__ if isinstance(error.__cause__, EOFError) else None
        if ended_early is not None:
            _report_bug(ended_early)
        code = exit_code(ended_early or error)
    except Exception as error:  # noqa: BLE001 - the one place where our own bugs end
        _report_bug(error)
        code = exit_code(error)
    if code == exit_code(KeyboardInterrupt()):
        streams.note("interrupted")
    streams.close_out()
    return code


def _help_command(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context else 'summarizer'} --help"


def _report_bug(error: Exception) -> None:
    from summarizer.bug_log import write_bug

    log = write_bug(error)
    where = f"details in {log}" if log else "and the details could not be written to a log file"
    streams.note(f"this is a bug in summarizer ({type(error).__name__}); {where}")

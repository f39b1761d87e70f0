"""The options that several commands share, and the settings they come to."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.config import ColorWhen, EngineName, FailOn, Settings, load
from summarizer.errors import UsageError
from summarizer.schedule import LATER

if TYPE_CHECKING:
    from summarizer.event_log import EventLog

__all__ = [
    "BaseUrl",
    "Budget",
    "Color",
    "ConfigFile",
    "DryRun",
    "Engine",
    "Exchanges",
    "FailOnChecked",
    "FailOnOption",
    "Force",
    "ListingOptions",
    "LogFile",
    "LogText",
    "MaxCost",
    "MaxInput",
    "MaxRequests",
    "Model",
    "NoCache",
    "Output",
    "Passes",
    "Prompts",
    "Quiet",
    "Record",
    "Refresh",
    "Replay",
    "ReplyTokens",
    "Rpm",
    "RunOptions",
    "SpendingOptions",
    "Tpm",
    "WriterOptions",
    "event_log",
    "examples",
    "settings_of",
]

Engine = Annotated[
    EngineName | None,
    typer.Option("--engine", help="Who writes the English. Offline unless a model is configured."),
]
Model = Annotated[
    str | None,
    typer.Option("--model", "-m", metavar="PROVIDER:NAME", help="Model to ask, such as openai:gpt-5.5."),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url", metavar="URL", help="OpenAI-compatible server to ask instead of the provider's."
    ),
]
Prompts = Annotated[
    str | None,
    typer.Option(
        "--prompts", metavar="DIR", help="Folder with prompt files of your own, by the names of ours."
    ),
]
Passes = Annotated[
    str | None,
    typer.Option(
        "--passes",
        metavar="LIST",
        help=f"Passes of a model after the sections: none, or some of {','.join(later.name for later in LATER)}. [default: all]",
    ),
]
Budget = Annotated[
    int | None,
    typer.Option("--budget", metavar="TOKENS", help="Report text in one request. [default: 4000]"),
]
ReplyTokens = Annotated[
    int | None,
    typer.Option("--reply-tokens", metavar="TOKENS", help="Room for one reply. [default: 8000]"),
]
MaxCost = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="USD", help="Ask the model no more before this is passed."),
]
MaxRequests = Annotated[
    int | None,
    typer.Option("--max-requests", metavar="N", help="Send no more requests than this, retries among them."),
]
Rpm = Annotated[int | None, typer.Option("--rpm", metavar="N", help="Requests in any minute at most.")]
Tpm = Annotated[int | None, typer.Option("--tpm", metavar="N", help="Tokens in any minute at most.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use kept replies nor keep any.")]
Refresh = Annotated[bool, typer.Option("--refresh", help="Ask anew what replies are kept of.")]
Record = Annotated[
    str, typer.Option("--record", metavar="DIR", help="Write each exchange with the model to a file here.")
]
Replay = Annotated[
    str,
    typer.Option("--replay", metavar="DIR", help="Answer from exchanges recorded here; nothing is sent."),
]
LogFile = Annotated[
    str,
    typer.Option(
        "--log-file",
        metavar="FILE",
        help="Add a JSON line for each event: what was asked, how it ended, what it took. No text of reports.",
    ),
]
LogText = Annotated[
    bool,
    typer.Option("--log-text", help="Write messages and replies to the log file too, reports among them."),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help="Count and price the requests that a model would get, and send none. Needs no key."
    ),
]
Output = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="File to write, - for standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the output file.")]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Exit with 1 where a finding is as bad as this or worse."),
]
FailOnChecked = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on", help="Exit with 1 where a finding is as bad as this or worse. [default: unsupported]"
    ),
]
MaxInput = Annotated[
    str | None,
    typer.Option("--max-input", metavar="SIZE", help="Largest file to read, such as 50MB. [default: 20MB]"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")]
Color = Annotated[
    ColorWhen | None,
    typer.Option("--color", help="Colour in tables. Auto follows the terminal and NO_COLOR."),
]
ConfigFile = Annotated[
    str, typer.Option("--config", metavar="FILE", help="Settings file to read instead of the usual ones.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterOptions:
    """Who writes, and what a model is asked; each is a setting."""

    engine: Engine = None
    model: Model = None
    base_url: BaseUrl = None
    prompts: Prompts = None
    passes: Passes = None
    budget: Budget = None
    reply_tokens: ReplyTokens = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendingOptions:
    """How much of a model a run may use; each is a setting."""

    max_cost: MaxCost = None
    max_requests: MaxRequests = None
    rpm: Rpm = None
    tpm: Tpm = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanges:
    """Whether kept replies are asked for anew, the folders that exchanges are written to and answered from, and the log of the run."""

    refresh: Refresh = False
    record: Record = ""
    replay: Replay = ""
    log_file: LogFile = ""
    log_text: LogText = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """The options of a command that writes about reports, in the order of its help."""

    writer: WriterOptions
    spending: SpendingOptions
    no_cache: NoCache = False
    exchanges: Exchanges
    dry_run: DryRun = False
    output: Output = "-"
    force: Force = False
    fail_on: FailOnOption = None
    max_input: MaxInput = None
    config: ConfigFile = ""
    quiet: Quiet = False

    def settings(self) -> Settings:
        """The settings in force with these options. Raises UsageError where options contradict each other."""
        settings = settings_of(
            self.config,
            self.writer,
            self.spending,
            cache="off" if self.no_cache else None,
            fail_on=self.fail_on,
            max_input=self.max_input,
        )
        asked = self.exchanges
        if asked.replay and (asked.record or asked.refresh):
            other = "--record" if asked.record else "--refresh"
            raise UsageError(f"--replay asks nobody, so that {other} has no sense beside it")
        return settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingOptions:
    """The options of a command that lists what is in a text, in the order of its help."""

    output: Output = "-"
    force: Force = False
    max_input: MaxInput = None
    config: ConfigFile = ""
    quiet: Quiet = False
    color: Color = None

    def settings(self, **flags: Any) -> Settings:
        """The settings in force with these options and flags."""
        return settings_of(self.config, max_input=self.max_input, color=self.color, **flags)


def event_log(path: str, *, with_text: bool) -> "EventLog | None":
    """The log that `--log-file` names, None for none. Raises UsageError where it cannot be written."""
    if not path:
        if with_text:
            raise UsageError("--log-text has no sense without --log-file")
        return None
    from summarizer.event_log import EventLog

    return EventLog(path, with_text=with_text)


def settings_of(config: str, *groups: WriterOptions | SpendingOptions, **flags: Any) -> Settings:
    """The settings in force with these options and flags; one that is None was not given."""
    for group in groups:
        flags |= asdict(group)
    return load(flags, file=config)


def examples(lines: Sequence[str]) -> str:
    """The examples at the end of a command's help, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)

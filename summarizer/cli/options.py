"""The options that several commands share, and the settings they come to."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from summarizer.config import ColorWhen, EngineName, FailOn, Settings, load

__all__ = [
    "BaseUrl",
    "Color",
    "ConfigFile",
    "Engine",
    "FailOnChecked",
    "FailOnOption",
    "Force",
    "MaxInput",
    "Model",
    "Output",
    "Quiet",
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


def settings_of(config: str, **flags: Any) -> Settings:
    """The settings in force with these flags; a flag that is None was not given."""
    return load(flags, file=config)


def examples(lines: Sequence[str]) -> str:
    """The examples at the end of a command's help, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)

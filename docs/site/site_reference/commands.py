"""The commands with their options, from the application that the command line runs."""

from collections.abc import Iterator

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from site_reference.markdown import code, table, text
from summarizer.cli.main import app

__all__ = ["commands", "leaves"]

Command = TyperCommand | TyperGroup


def leaves(command: Command, context: typer.Context) -> Iterator[tuple[str, Command, typer.Context]]:
    """Every command that does something, by the words that call it."""
    if not isinstance(command, TyperGroup):
        yield context.command_path, command, context
        return
    for name, part in command.commands.items():
        yield from leaves(part, typer.Context(part, info_name=name, parent=context))


def commands() -> str:
    whole = typer.main.get_command(app)
    parts = [_section(*leaf) for leaf in leaves(whole, typer.Context(whole, info_name="summarizer"))]
    return "\n".join(parts)


def _section(path: str, command: Command, context: typer.Context) -> str:
    arguments = [_row(p, context) for p in command.params if isinstance(p, TyperArgument)]
    options = [_row(p, context) for p in command.params if isinstance(p, TyperOption)]
    usage = context.get_usage().removeprefix("Usage: ")
    pieces = [
        f"## {path}\n",
        f"{command.help}\n",
        f"```text\n{usage}\n```\n",
        table(("Argument", "Meaning"), arguments) if arguments else "",
        table(("Option", "Meaning"), options),
        "Examples:\n",
        _examples(command),
    ]
    return "\n".join(piece for piece in pieces if piece)


def _row(parameter: TyperArgument | TyperOption, context: typer.Context) -> tuple[str, str]:
    record = parameter.get_help_record(context)
    assert record is not None, f"{parameter.name} is hidden"
    called, meaning = record
    return code(called), text(meaning)


def _examples(command: Command) -> str:
    lines = (command.epilog or "").splitlines()
    shown = [line.strip() for line in lines if line.startswith("  ")]
    return "```text\n" + "\n".join(shown) + "\n```\n"

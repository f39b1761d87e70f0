"""The commands with their options, from the application that the command line runs."""

import re
from collections.abc import Iterator

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from site_reference.markdown import code, table, text
from summarizer.cli.main import app

__all__ = ["commands", "leaves"]

_NAMES_AND_VALUE = re.compile(r"(?P<names>--?[\w-]+(?:, --?[\w-]+)*)(?: (?P<value>.+))?")


def leaves() -> Iterator[tuple[str, TyperCommand, typer.Context]]:
    """Every command that does something, by the words that call it."""
    whole = typer.main.get_command(app)
    assert isinstance(whole, TyperGroup)
    return _leaves(whole, typer.Context(whole, info_name="summarizer"))


def _leaves(group: TyperGroup, context: typer.Context) -> Iterator[tuple[str, TyperCommand, typer.Context]]:
    for name, part in group.commands.items():
        inner = typer.Context(part, info_name=name, parent=context)
        if isinstance(part, TyperGroup):
            yield from _leaves(part, inner)
        else:
            assert isinstance(part, TyperCommand)
            yield inner.command_path, part, inner


def commands() -> str:
    return "\n".join(_section(*leaf) for leaf in leaves())


def _section(path: str, command: TyperCommand, context: typer.Context) -> str:
    arguments = [_argument(p, context) for p in command.params if isinstance(p, TyperArgument)]
    options = [_option(p, context) for p in command.params if isinstance(p, TyperOption)]
    pieces = [
        f"## {path}\n",
        f"{command.help}\n",
        f"```text\n{context.get_usage().removeprefix('Usage: ')}\n```\n",
        table(("Argument", "Meaning"), arguments) if arguments else "",
        table(("Option", "Value", "Meaning"), options),
        "Examples:\n",
        _examples(command),
    ]
    return "\n".join(piece for piece in pieces if piece)


def _argument(argument: TyperArgument, context: typer.Context) -> tuple[str, ...]:
    called, meaning = _told(argument, context)
    return code(called.partition(" ")[0]), text(meaning)


def _option(option: TyperOption, context: typer.Context) -> tuple[str, ...]:
    """Name, what it takes and meaning; each of several values is code of its own, so that a line can end between them."""
    called, meaning = _told(option, context)
    parts = _NAMES_AND_VALUE.fullmatch(called)
    assert parts is not None, called
    values = (parts["value"] or "").strip("<>").split("|")
    return code(parts["names"]), " ".join(code(value) for value in values), text(meaning)


def _told(parameter: TyperArgument | TyperOption, context: typer.Context) -> tuple[str, str]:
    record = parameter.get_help_record(context)
    assert record is not None, f"{parameter.name} is hidden"
    return record


def _examples(command: TyperCommand) -> str:
    lines = (command.epilog or "").splitlines()
    shown = [line.strip() for line in lines if line.startswith("  ")]
    return "```text\n" + "\n".join(shown) + "\n```\n"

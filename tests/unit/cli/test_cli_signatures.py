"""Options that a command takes together as one dataclass."""

import inspect
from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from summarizer.cli.signatures import grouped_options


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    depth: Annotated[int, typer.Option("--depth", "-d", help="How deep.")] = 3
    wide: Annotated[bool, typer.Option("--wide", help="How wide.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    first: Annotated[str, typer.Option("--first", help="Before.")] = "a"
    inner: Inner
    last: Annotated[str | None, typer.Option("--last", help="Behind.")] = None


@grouped_options
def dig(
    context: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Where.")],
    tool: Annotated[str, typer.Option("--tool", help="With what.")] = "spade",
    *,
    outer: Outer,
) -> None:
    """Dig."""
    typer.echo(f"{context.info_name} {place} {tool} {outer}")


APP = typer.Typer(rich_markup_mode=None)
APP.command("dig")(dig)


def test_every_field_is_an_option_in_its_place() -> None:
    assert list(inspect.signature(dig).parameters) == [
        "context", "place", "tool", "first", "depth", "wide", "last",
    ]  # fmt: skip
    shown = CliRunner().invoke(APP, ["--help"]).output
    described = ["With what.", "Before.", "How deep.", "How wide.", "Behind."]
    assert [shown.count(help) for help in described] == [1] * 5
    assert sorted(described, key=shown.index) == described


def test_the_command_gets_the_dataclass_with_what_was_given_and_the_defaults() -> None:
    given = CliRunner().invoke(APP, ["yard", "--last", "z", "-d", "9", "--wide"])
    assert given.output == f"dig yard spade {Outer(inner=Inner(depth=9, wide=True), last='z')}\n"
    usual = CliRunner().invoke(APP, ["yard"])
    assert usual.output == f"dig yard spade {Outer(inner=Inner())}\n"


def test_the_command_keeps_its_name_and_its_help() -> None:
    assert (dig.__name__, dig.__doc__) == ("dig", "Dig.")

"""The settings, from their type, the options that set them and the table in docs/models.md."""

import types
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from typer.core import TyperOption

from site_reference.commands import leaves
from site_reference.markdown import code, rows_of, table, text
from summarizer.config import Settings

__all__ = ["settings"]

_SIZES = {"cache_size", "max_input"}
_MODELS = Path(__file__).parents[2] / "models.md"


def settings() -> str:
    options = _options()
    told = {
        row["Setting"].strip("`"): row["Meaning"] for row in rows_of(_MODELS.read_text("utf-8"), "Setting")
    }
    hints = get_type_hints(Settings)
    rows = []
    for field in fields(Settings):
        if field.name == "origins":
            continue
        option = "--no-cache" if field.name == "cache" else "--" + field.name.replace("_", "-")
        rows.append(
            (
                code(field.name),
                code(option) if option in options else "",
                "a size such as 50MB" if field.name in _SIZES else _values(hints[field.name]),
                code(_default(field.name)),
                told.get(field.name) or text(options.get(option, "")),
            )
        )
    return table(("Setting", "Option", "Values", "Default", "Meaning"), rows)


def _default(name: str) -> str:
    default = getattr(Settings(), name)
    if name in _SIZES:
        return f"{default / 1_000_000:g}MB"
    return "" if default is None else str(default).removesuffix(".0")


def _options() -> dict[str, str]:
    """What help says of each option, wherever it stands first."""
    found: dict[str, str] = {}
    for _, command, _ in leaves():
        for option in command.params:
            if isinstance(option, TyperOption):
                for name in option.opts:
                    found.setdefault(name, (option.help or "").partition(" [default")[0])
    return found


def _values(hint: Any) -> str:
    """What may stand there, from the annotation."""
    if get_origin(hint) in {Union, types.UnionType}:
        return " or ".join(_values(part) for part in get_args(hint) if part is not types.NoneType)
    if get_origin(hint) is Literal:
        return " ".join(code(value) for value in get_args(hint))
    return {int: "whole number", float: "number", str: "text"}[hint]

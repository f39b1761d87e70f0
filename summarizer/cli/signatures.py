"""Commands that take some of their options together, as one dataclass; Typer reads options off a signature, one by one."""

from collections.abc import Callable, Iterator
from dataclasses import Field, fields, is_dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import Any, TypeVar

__all__ = ["grouped_options"]

_Ending = TypeVar("_Ending")


def grouped_options(command: Callable[..., _Ending]) -> Callable[..., _Ending]:
    """The command as Typer is to see it: a parameter that is a dataclass stands for an option for each of its fields, in their order.

    Fields are annotated and have defaults like the options of a command; one that is a dataclass itself stands for its own fields.
    """
    written = signature(command)
    groups: dict[str, Any] = {}
    shown: list[Parameter] = []
    for parameter in written.parameters.values():
        if is_dataclass(parameter.annotation):
            groups[parameter.name] = parameter.annotation
            shown += map(_parameter, _options(parameter.annotation))
        else:
            shown.append(parameter.replace(kind=Parameter.KEYWORD_ONLY))

    @wraps(command)
    def called_by_typer(**given: Any) -> _Ending:
        made = {name: _made(group, given) for name, group in groups.items()}
        return command(**given, **made)

    called_by_typer.__signature__ = written.replace(parameters=shown)  # type: ignore[attr-defined]
    return called_by_typer


def _options(group: Any) -> Iterator[Field[Any]]:
    for field in fields(group):
        if is_dataclass(field.type):
            yield from _options(field.type)
        else:
            yield field


def _parameter(option: Field[Any]) -> Parameter:
    return Parameter(option.name, Parameter.KEYWORD_ONLY, default=option.default, annotation=option.type)


def _made(group: Any, given: dict[str, Any]) -> Any:
    """The dataclass with the values of its options, which are taken out of `given`."""
    values = {
        field.name: _made(field.type, given) if is_dataclass(field.type) else given.pop(field.name)
        for field in fields(group)
    }
    return group(**values)

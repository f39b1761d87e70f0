"""`summarizer schema`: the JSON Schemas of what the program writes and asks for."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.errors import UsageError

__all__ = ["EXAMPLES", "schema"]

EXAMPLES = ("summarizer schema", "summarizer schema digest")

_SUFFIX = ".schema.json"


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Schema to print; all are listed without.")
    ] = None,
    write: Annotated[
        str | None,
        typer.Option("--write", metavar="DIR", help="Write all schemas here, made anew from the types."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite schemas that are there.")] = False,
) -> None:
    """List the JSON Schemas, or print one."""
    from summarizer.cli.streams import write_out
    from summarizer.resources import names, text

    if write is not None:
        if name is not None:
            raise UsageError("--write writes all schemas", where="schema", hint="leave the name out")
        _write_all(Path(write), force=force)
    elif name is None:
        write_out("".join(f"{file.removesuffix(_SUFFIX)}\n" for file in names("schemas")))
    else:
        write_out(text("schemas", name if name.endswith(".json") else name + _SUFFIX))


def _write_all(folder: Path, *, force: bool) -> None:
    """Writes every schema, or none where one would overwrite a file unasked."""
    from summarizer.cli.outputs import check_target, publish
    from summarizer.render import schemas

    made = {str(folder / name): content for name, content in schemas().items()}
    for path in made:
        check_target(path, force=force)
    for path, content in made.items():
        publish(content, path, force=force)

"""The one place where package data is read: lexicon tables, prompts, schemas, token ranks.

In a wheel, prompts and schemas lie inside the package under `_packaged`; in a source tree or an editable install they lie
beside it, where authors edit them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

from summarizer.errors import ConfigError, LexiconError

__all__ = ["data_bytes", "lexicon_tables", "names", "text"]

_PACKAGE = "summarizer"


def _folder(kind: str) -> Traversable:
    """The folder of `prompts` or `schemas`, wherever this installation keeps it."""
    root = files(_PACKAGE)
    packaged = root / "_packaged" / kind
    if packaged.is_dir():
        return packaged
    # An editable install: the package's folder is a plain path and the data lies beside it.
    beside = files(_PACKAGE) / ".." / kind
    if beside.is_dir():
        return beside
    raise ConfigError(f"the installation is incomplete: no {kind} found", hint="reinstall summarizer")


def names(kind: str) -> list[str]:
    """File names in the folder `kind` (`prompts` or `schemas`), sorted."""
    return sorted(entry.name for entry in _folder(kind).iterdir() if entry.is_file())


def text(kind: str, name: str) -> str:
    """The text of one file of `prompts` or `schemas`. Raises ConfigError where there is no such file."""
    if name not in names(kind):
        raise ConfigError(f"no {name!r} among the {kind}", hint=f"there are: {', '.join(names(kind))}")
    return (_folder(kind) / name).read_text(encoding="utf-8")


def lexicon_tables(prefix: str) -> list[tuple[str, str]]:
    """`(file name, text)` of the lexicon tables `prefix.tsv` and `prefix_*.tsv`, in order of name.

    Raises LexiconError for a table that is no UTF-8.
    """
    folder = files(_PACKAGE) / "lexicon" / "data"
    wanted = [e for e in folder.iterdir() if e.name == f"{prefix}.tsv" or e.name.startswith(f"{prefix}_")]
    return [(e.name, _utf8(e.name, e.read_bytes())) for e in sorted(wanted, key=lambda e: e.name)]


def _utf8(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(
            "is no UTF-8", where=f"{name} line {line}", hint="save the table as UTF-8"
        ) from error


def data_bytes(package: str, name: str) -> bytes:
    """The bytes of one data file inside a package of ours, such as the token ranks of `chunks`."""
    return (files(f"{_PACKAGE}.{package}") / "data" / name).read_bytes()

"""The settings in force, from the places where they may stand."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.config.origins import FolderFile
from summarizer.config.settings import Settings
from summarizer.config.values import KINDS
from summarizer.errors import ConfigError
from summarizer.paths import expanded, is_file, user_file

__all__ = ["load"]

_DEFAULT = "default"
_MOST_BYTES = 1_000_000
_PREFIX = "SUMMARIZER_"
# Variables that are read elsewhere and are no settings.
_OTHER_VARIABLES = {"SUMMARIZER_CONFIG", "SUMMARIZER_TRACING"}
_KEY_NAME = re.compile(r"key|token|secret|passw|credential", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Layer:
    """The settings of one place, each with what to call its origin."""

    values: Mapping[str, Any]
    origin: Callable[[str], str]


def load(
    flags: Mapping[str, Any] | None = None,
    *,
    file: str = "",
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings in force: flags, then `SUMMARIZER_*`, `summarizer.toml`, `[tool.summarizer]` in `pyproject.toml`, the user's file.

    A flag that is None was not given. `file` (or `SUMMARIZER_CONFIG`) names a file that is read instead of the other files.
    `environ` and `folder` are the process's own where they are not given. Raises ConfigError for a key that does not exist, a
    value that does not fit, anything like a key in a file, and a model engine without a model.

    A model switches the model engine on, unless `engine` says otherwise in the same place or one that goes before it; a key in
    the environment never does.
    """
    environ = os.environ if environ is None else environ
    folder = Path() if folder is None else folder
    layers = [_flags(flags or {}), _variables(environ)]
    file = file or environ.get("SUMMARIZER_CONFIG", "")
    if file:
        layers.append(_file(expanded(file), required=True))
    else:
        layers += [
            _file(folder / "summarizer.toml", called=FolderFile),
            _file(folder / "pyproject.toml", table=("tool", "summarizer"), called=FolderFile),
            _users_own(environ),
        ]
    found: dict[str, Any] = {}
    origins = dict.fromkeys(KINDS, _DEFAULT)
    for layer in reversed(layers):
        for key, value in layer.values.items():
            found[key], origins[key] = value, layer.origin(key)
    found["engine"], origins["engine"] = _engine(layers)
    if found["engine"] == "model" and not found.get("model"):
        raise ConfigError(
            "the model engine needs a model",
            where=origins["engine"],
            hint="name one with -m openai:NAME or SUMMARIZER_MODEL",
        )
    return Settings(**found, origins=origins)


def _engine(layers: Sequence[_Layer]) -> tuple[str, str]:
    """The engine and its origin: as set, or as a model that is named in a place that goes before it implies."""
    for layer in layers:
        if "engine" in layer.values:
            return layer.values["engine"], layer.origin("engine")
        if layer.values.get("model"):
            return "model", layer.origin("model")
        if "model" in layer.values:
            break
    return "offline", _DEFAULT


def _flags(flags: Mapping[str, Any]) -> _Layer:
    given = {key: value for key, value in flags.items() if value is not None}
    values = {key: _checked(key, value, where=_flag(key), from_text=True) for key, value in given.items()}
    return _Layer(values, _flag)


def _flag(key: str) -> str:
    return "--no-cache" if key == "cache" else "--" + key.replace("_", "-")


def _variables(environ: Mapping[str, str]) -> _Layer:
    values = {}
    for name in sorted(environ):
        if not name.startswith(_PREFIX) or name in _OTHER_VARIABLES:
            continue
        key = name.removeprefix(_PREFIX).lower()
        if key not in KINDS:
            raise _unknown(key, where=name, names={k: _PREFIX + k.upper() for k in KINDS})
        values[key] = _checked(key, environ[name], where=name, from_text=True)
    return _Layer(values, lambda key: _PREFIX + key.upper())


def _file(
    path: Path,
    *,
    table: tuple[str, ...] = (),
    required: bool = False,
    called: Callable[[Path], str] = str,
) -> _Layer:
    """The settings of a TOML file, of one of its tables; none where there is no such file. `called` makes the name of their origin."""
    content: Any = _toml(path, required=required)
    for name in table:
        content = content.get(name, {})
        if not isinstance(content, dict):
            raise ConfigError(f"{'.'.join(table)} is no table", where=str(path))
    values = {}
    for key, value in content.items():
        if key not in KINDS:
            raise _unknown(key, where=str(path), names={k: k for k in KINDS})
        if isinstance(value, str) and _holds_secret(value):
            raise ConfigError(
                f"the value of {key!r} looks like a key or a password", where=str(path), hint=_KEYS_HINT
            )
        values[key] = _checked(key, value, where=str(path), from_text=False)
    return _Layer(values, lambda key: called(path))


def _users_own(environ: Mapping[str, str]) -> _Layer:
    try:
        path = user_file(environ)
    except ConfigError:
        return _Layer({}, str)  # whoever has no home, as in some containers, has no settings there
    return _file(path)


def _toml(path: Path, *, required: bool) -> dict[str, Any]:
    if not required and not is_file(path):
        return {}
    import tomllib

    try:
        # A device such as /dev/zero has no end.
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise ConfigError(f"is no settings file: over {_MOST_BYTES:,} bytes", where=str(path))
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or 'unknown reason'}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8 text", where=str(path)) from error
    except (ValueError, RecursionError) as error:
        flaw = (
            error if isinstance(error, tomllib.TOMLDecodeError) else "a number or a nesting without measure"
        )
        raise ConfigError(f"is not valid TOML: {flaw}", where=str(path)) from error


_KEYS_HINT = "keys come from the environment only, such as OPENAI_API_KEY"


def _unknown(key: str, *, where: str, names: Mapping[str, str]) -> ConfigError:
    from difflib import get_close_matches

    near = get_close_matches(key.lower().replace("-", "_"), names, n=1, cutoff=0.7)
    if near:
        hint = f"did you mean {names[near[0]]!r}?"
    elif _KEY_NAME.search(key):
        hint = _KEYS_HINT
    else:
        hint = f"there are: {', '.join(names.values())}"
    return ConfigError(f"there is no setting {key!r}", where=where, hint=hint)


def _holds_secret(value: str) -> bool:
    from summarizer.model.secrets import without_secrets

    return without_secrets(value, ()) != value


def _checked(key: str, value: Any, *, where: str, from_text: bool) -> object:
    """The value as its setting holds it. Raises ConfigError where it does not fit."""
    kind = KINDS[key]
    read = value
    if isinstance(value, str) and (from_text or kind.textual):
        try:
            read = kind.read(value.strip())
        except ValueError:
            read = None
    if not kind.fits(read):
        shown = "this" if isinstance(value, str) and _holds_secret(value) else repr(value)
        raise ConfigError(f"{key} wants {kind.wants}, not {shown}", where=where)
    return read

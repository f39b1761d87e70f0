"""Settings: what can be set, what may stand there, and where each value comes from."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

from summarizer.errors import ConfigError
from summarizer.paths import cache_folder, expanded, is_file, user_file
from summarizer.schedule import LATER

if TYPE_CHECKING:
    from summarizer.chunks import TokenBudget
    from summarizer.model import ModelLimits, ModelSettings
    from summarizer.reading import Limits

__all__ = [
    "CacheUse",
    "ColorWhen",
    "EngineName",
    "FailOn",
    "RunState",
    "Settings",
    "load",
    "size",
]

EngineName = Literal["offline", "model"]
FailOn = Literal["never", "imprecise", "ambiguous", "unsupported", "contradicted"]
ColorWhen = Literal["auto", "always", "never"]
CacheUse = Literal["on", "off"]

_PASSES = tuple(later.name for later in LATER)
# What a request holds besides the report's own text: instructions, schema, terms, headings.
_AROUND_TEXT = 3_000
_LEAST_ROOM = 1_000


class ForeignOrigin(str):
    """The origin of a setting that the user did not name: it came with files, which may be somebody else's. `called` is for messages."""

    __slots__ = ()
    called: ClassVar[str]


class FolderFile(ForeignOrigin):
    """A file of the working folder."""

    __slots__ = ()
    called = "a file of this folder"


class RunState(ForeignOrigin):
    """The state of a run over many reports."""

    __slots__ = ()
    called = "only this run"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run goes by. `origins` tells for each key where its value was found.

    `timeout` in seconds for one silence of the endpoint; `budget` in tokens of report text for one request, `reply_tokens` the room for a
    reply. `rpm` and `tpm` are requests and tokens a minute, `max_requests` and `max_cost` (US dollars) those of a run; None sets no
    limit. `prompts` is a folder with prompt files of one's own, `passes` are those that follow the one over the sections. `cache_size` and `max_input` are in bytes; `cache_dir` "" is the platform's folder. `fail_on` None leaves it to the command.
    """

    engine: EngineName = "offline"
    model: str = ""
    base_url: str = ""
    timeout: float = 120.0
    retries: int = 4
    concurrency: int = 4
    temperature: float | None = None
    budget: int = 4_000
    reply_tokens: int = 8_000
    prompts: str = ""
    passes: str = ",".join(_PASSES)
    rpm: int | None = None
    tpm: int | None = None
    max_requests: int | None = None
    max_cost: float | None = None
    cache: CacheUse = "on"
    cache_dir: str = ""
    cache_size: int = 500_000_000
    max_input: int = 20_000_000
    fail_on: FailOn | None = None
    color: ColorWhen = "auto"
    origins: Mapping[str, str] = field(default_factory=dict)

    def limits(self) -> "Limits":
        """How large an input may be: the usual bytes and characters, or the bytes asked for and as many characters as they can hold."""
        from summarizer.reading import Limits

        usual = Limits()
        if self.max_input == usual.max_bytes:
            return usual
        return Limits(max_bytes=self.max_input, max_chars=self.max_input)

    def model_settings(self) -> "ModelSettings":
        """How to reach the model. Raises ConfigError for values that cannot be meant."""
        from summarizer.model import ModelSettings

        origin = self.origins.get("base_url")
        return ModelSettings(
            model=self.model,
            base_url=self.base_url,
            named_by=origin.called if isinstance(origin, ForeignOrigin) else "",
            timeout_s=self.timeout,
            max_retries=self.retries,
            temperature=self.temperature,
            reply_tokens=self.reply_tokens,
            concurrency=self.concurrency,
            rpm=self.rpm,
            tpm=self.tpm,
            max_requests=self.max_requests,
            max_cost_usd=None if self.max_cost is None else Decimal(str(self.max_cost)),
        )

    def pass_names(self) -> frozenset[str]:
        """The passes of a model that follow the one over the sections."""
        return frozenset(_PASSES) & _names(self.passes)

    def token_budget(self, limits: "ModelLimits | None" = None) -> "TokenBudget":
        """What one request may take: as set, but no more than a model of these limits can.

        The reply never has more room than the model gives; where text, reply and what stands around them do not fit its context, the
        text gets at least a quarter of the room and the reply the rest. Raises ConfigError where the context is too small for any.
        """
        from summarizer.chunks import TokenBudget

        context, output = (limits.context, limits.output) if limits else (None, None)
        text, reply = self.budget, min(self.reply_tokens, output or self.reply_tokens)
        if context is not None:
            room = context - _AROUND_TEXT
            if room < _LEAST_ROOM:
                raise ConfigError(f"{self.model!r} takes {context:,} tokens at once, too few for a report")
            text = min(text, max(room - reply, room // 4))
            reply = min(reply, room - text)
        return TokenBudget(text=text, reply=reply)

    def cache_path(self) -> Path:
        """Where replies are kept."""
        return expanded(self.cache_dir) if self.cache_dir else cache_folder(os.environ)


_DEFAULT = "default"
_MOST_BYTES = 1_000_000
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_MOST_SIZE = 10**15  # more than any file or memory has; no read can be asked for more than 2^63
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def size(text: str) -> int:
    """Bytes of `20MB`, `1.5 GB`, `500k` or `4096`; a thousand bytes to the kilobyte. Raises ValueError for anything else."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a size: {text!r}")
    return int(Decimal(match[1]) * _SCALES[match[2].lower()])


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may stand in a setting. `read` turns text into it; in a TOML file only a `textual` one is written as text."""

    wants: str
    read: Callable[[str], object]
    fits: Callable[[Any], bool]
    textual: bool = True


def _choice(alias: Any) -> _Kind:
    names = get_args(alias)
    return _Kind(f"one of {', '.join(names)}", str, lambda value: value in names)


def _count(least: int) -> _Kind:
    return _Kind(
        f"a whole number of {least} or more", int, lambda value: type(value) is int and value >= least, False
    )


def _number(what: str, fits: Callable[[float], bool]) -> _Kind:
    return _Kind(what, float, lambda value: type(value) in {int, float} and fits(value), False)


def _names(text: str) -> set[str]:
    return set(text.replace(" ", "").split(","))


def _are_passes(value: object) -> bool:
    return isinstance(value, str) and (value == "none" or _names(value) <= set(_PASSES))


_TEXT = _Kind("text", str, lambda value: isinstance(value, str))
_KINDS: dict[str, _Kind] = {
    "engine": _choice(EngineName),
    "model": _TEXT,
    "base_url": _TEXT,
    "timeout": _number("a number of seconds above 0", lambda value: 0 < value < float("inf")),
    "retries": _count(0),
    "concurrency": _count(1),
    "temperature": _number("a number from 0 to 2", lambda value: 0 <= value <= 2),
    "budget": _count(1),
    "reply_tokens": _count(1),
    "prompts": _TEXT,
    "passes": _Kind(
        f"none, or some of {', '.join(_PASSES)} with commas between", str, lambda value: _are_passes(value)
    ),
    "rpm": _count(1),
    "tpm": _count(1),
    "max_requests": _count(1),
    "max_cost": _number("a number of US dollars above 0", lambda value: 0 < value < float("inf")),
    "cache": _choice(CacheUse),
    "cache_dir": _TEXT,
    "cache_size": _Kind(
        "a size such as 500MB", size, lambda value: type(value) is int and 0 < value <= _MOST_SIZE
    ),
    "max_input": _Kind(
        "a size such as 20MB", size, lambda value: type(value) is int and 0 < value <= _MOST_SIZE
    ),
    "fail_on": _choice(FailOn),
    "color": _choice(ColorWhen),
}

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
    origins = dict.fromkeys(_KINDS, _DEFAULT)
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
        if key not in _KINDS:
            raise _unknown(key, where=name, names={k: _PREFIX + k.upper() for k in _KINDS})
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
        if key not in _KINDS:
            raise _unknown(key, where=str(path), names={k: k for k in _KINDS})
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
    kind = _KINDS[key]
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

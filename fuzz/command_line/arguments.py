"""Command lines from the tree of commands itself, so that a new command or option is tried without being told of.

Every parameter gets values by its type and its metavar: those it wants, those it does not, and those that no program wants.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from random import Random
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from site_reference.commands import leaves
from typer.core import TyperArgument, TyperCommand, TyperOption

from command_line.mutations import ODD_TEXTS
from summarizer.config import Settings

__all__ = ["Command", "commands", "environment", "line", "writing"]

_FILES = (
    "report.txt", "report.txt", "report.txt", "later.txt", "english.txt", "page.html", "report.docx", "report.md", "report.digest.json", "archive.zip",
    "empty.txt", "cut_report.txt", "cut_page.html", "cut_report.docx", "cut_report.digest.json", "odd.digest.json", "odd.zip", "link.txt", "dangling.txt", "ring.txt",
    "claims.jsonl", "odd_claims.jsonl", "settings.toml", "run/run.json", "-",
)  # fmt: skip
# Nothing here may name a place outside the folder that could be written to, nor one that takes for ever to read.
_ODD_PATHS = (
    "none.txt", "", ".", "..", "reports", "report.txt/x", "~nosuchuser/x", "~", "/dev/null", "/dev/full", "/proc/none/x", "./-x.txt", "n" * 300,
    "*.txt", "**", "[", "reports/**/*.txt", "run", "a\nb", "\udcff\udcfe.txt", "\x1b[31m", "file:///etc/hostname", "new.txt", "prompts",
)  # fmt: skip
_OUTPUTS = (
    "out.md", "out.json", "out.html", "out.docx", "out.xlsx", "out.csv", "out.txt", "out", "-", "report.txt", "later.txt", "report.digest.json", "empty/x",
    "no/such/folder", "reports", "/dev/full", "/dev/null", "report.txt/x", "link.txt", "dangling.txt", "ring.txt", "n" * 300, "", "out.pdf", "\udcff.md", "a\nb.md", "./-",
)  # fmt: skip
_FOLDERS = (
    "reports",
    "reports",
    "empty",
    ".",
    "new",
    "run",
    "odd_run",
    "report.txt",
    "none",
    "prompts",
    "",
    "ring.txt",
    "new/deep",
    "/proc/none",
    "~nosuchuser",
)
_BY_METAVAR: Mapping[str, Sequence[str]] = {
    "FILE": _FILES,
    "REPORT": _FILES,
    "REPORT...": _FILES,
    "TEXT": (*_FILES, "english.txt", "english.txt"),
    "PATHS…": (*_FILES, "reports", "*.txt", "archive.zip", "odd.zip", "."),
    "DIR": _FOLDERS,
    "RUN": ("run", "run", "odd_run", "odd_run", "new", *_FOLDERS),
    "URL": (
        "http://127.0.0.1:9/v1",
        "http://127.0.0.1:9",
        "http://[::1",
        "ftp://127.0.0.1",
        "127.0.0.1:9",
        "http://u:p@127.0.0.1:9/v1",
    ),
    "PROVIDER:NAME": ("openai:gpt-5.5", "openai:x", "ollama:x", "nobody:x", "x", "openai:\ud800"),
    "SIZE": ("1k", "2MB", "1.5 GB", "20MB", "0", "-5", "10000TB", "９MB"),
    "LIST": ("none", "md", "md,html", "repair", "gleaning,overview", "none,md", ",", "pdf"),
    "NAME": (
        "digest",
        "comparison",
        "reply",
        "nothing",
        "../pyproject",
        "digest.schema.json",
        "/etc/hostname",
    ),
    "USD": ("0.01", "1", "-1", "0", "inf", "nan", "1e-400"),
}
# By the name of the parameter, where the metavar does not tell what belongs there.
_BY_NAME: Mapping[str, Sequence[str]] = {
    "output": _OUTPUTS,
    "log_file": ("log.jsonl", "log.jsonl", "out.log", *_OUTPUTS),
    "cases": ("cases.jsonl", "odd_cases.jsonl", "cut_claims.jsonl", "report.txt", "-"),
    "claims": (
        "claims.jsonl",
        "claims.jsonl",
        "odd_claims.jsonl",
        "odd_claims.jsonl",
        "cut_claims.jsonl",
        "report.txt",
        "-",
    ),
    "prose": ("prose.jsonl", "prose.jsonl", "odd_prose.jsonl", "cut_claims.jsonl", "report.txt", "-"),
    "config": (
        *("whole.toml",) * 6,
        "settings.toml",
        "none.toml",
        "report.txt",
        "reports",
        "-",
        "cut_report.docx",
    ),
    "prompts": (*("prompts",) * 4, *_FOLDERS),
    "directory": ("new", "new", "run", "odd_run", *_FOLDERS),
    "source": ("report.txt", "report.txt", *_FILES),
}
_NUMBERS = (
    *("1", "2", "3", "40", "500", "100000") * 4,
    "0",
    "-1",
    "1000000",
    "9" * 30,
    "1.5",
    "1_0",
    "０",
    "0x10",
    "",
    "x",
    " 1",
)

_WRITING = {"output", "log_file", "record", "write", "directory"}
"""The parameters that name what may be written; a command that writes anywhere else is a find."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that does something: the words that call it, and what it takes."""

    words: tuple[str, ...]
    params: tuple[TyperArgument | TyperOption, ...]

    @property
    def has_findings(self) -> bool:
        return any(param.name == "fail_on" for param in self.params)

    @property
    def is_batch(self) -> bool:
        return self.words[0] == "batch"


@cache
def commands() -> tuple[Command, ...]:
    return tuple(_command(path, command) for path, command, _ in leaves())


def _command(path: str, command: TyperCommand) -> Command:
    params = [param for param in command.params if isinstance(param, TyperArgument | TyperOption)]
    return Command(tuple(path.split()[1:]), tuple(params))


def line(rng: Random, command: Command) -> list[str]:
    """A command line of the command: right, nearly right, or spoiled."""
    arguments = [
        value
        for param in command.params
        if isinstance(param, TyperArgument)
        for value in _argument(rng, param)
    ]
    options = [param for param in command.params if isinstance(param, TyperOption)]
    wanted = [param for param in options if param.required or rng.random() < min(0.25, 2.5 / len(options))]
    groups = [[value] for value in arguments] + [_option(rng, param) for param in wanted]
    rng.shuffle(groups)
    if rng.random() < 0.25:
        _spoil(rng, groups, options)
    words = [*command.words, *(token for group in groups for token in group)]
    if command.words == ("batch", "run") and rng.random() < 0.3:
        words.pop(1)
    if rng.random() < 0.02:
        words = rng.choice(
            (
                [],
                ["--version"],
                [command.words[0]],
                ["frob"],
                ["--frob", *words],
                [*words, "--help"],
                words[1:],
                ["-q", *words],
            )
        )
    return [_given(token) for token in words]


def _given(text: str) -> str:
    """The text as a process can be given it: without NUL, and bytes that are no characters as Python shows them."""
    return os.fsdecode(
        text.replace("\0", "").encode("utf-8", "surrogateescape" if "\ud800" not in text else "surrogatepass")
    )


def _argument(rng: Random, param: TyperArgument) -> list[str]:
    if not param.required and rng.random() < 0.4:
        return []
    origin: Any = get_origin(param.type_descriptor.annotation)
    several = param.nargs != 1 or origin is list
    return [_value(rng, param) for _ in range(rng.choice((1, 2, 2, 3)) if several else 1)]


def _option(rng: Random, param: TyperOption) -> list[str]:
    name = rng.choice([*param.opts, *param.secondary_opts])
    if param.is_flag:
        return [name]
    value = _value(rng, param)
    if rng.random() < 0.2:
        return [f"{name}={value}"] if name.startswith("--") else [f"{name}{value}"]
    return [name, value]


def _value(rng: Random, param: TyperArgument | TyperOption) -> str:
    """One that fits its type for the most part."""
    if rng.random() < 0.02:
        return rng.choice(ODD_TEXTS)
    wanted = _wanted(param.type_descriptor.annotation)
    if wanted:
        return rng.choice(wanted) if rng.random() < 0.93 else rng.choice(ODD_TEXTS)
    named = _BY_NAME.get(param.name or "") or _BY_METAVAR.get(param.metavar or "")
    if named is None:
        return rng.choice((*_FILES, *_FOLDERS, *_NUMBERS))
    is_path = param.metavar in {"FILE", "REPORT", "REPORT...", "TEXT", "PATHS…"}
    return rng.choice(_ODD_PATHS) if is_path and rng.random() < 0.1 else rng.choice(named)


def _wanted(annotation: Any) -> Sequence[str]:
    """The values of a closed set or of numbers; none for text."""
    if get_origin(annotation) in {Union, UnionType}:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is Literal:
        return [str(name) for name in get_args(annotation)]
    return _NUMBERS if annotation in {int, float} else ()


def _spoil(rng: Random, groups: list[list[str]], options: Sequence[TyperOption]) -> None:
    """Does up to three things to the words of a line, each group of them an argument or an option with its value."""
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(groups)) if groups else 0
        match rng.randrange(8):
            case 0:
                del groups[at : at + 1]
            case 1:
                groups[at : at + 1] = [group[:-1] for group in groups[at : at + 1]]
            case 2:
                groups.insert(at, _option(rng, rng.choice(options)))
            case 3:
                groups += [_option(rng, option) for option in [rng.choice(options)] * 2]
            case 4:
                groups.insert(at, [rng.choice((*ODD_TEXTS, *_ODD_PATHS))])
            case 5:
                groups.insert(at, ["--"])
            case 6:
                groups.insert(
                    at,
                    [
                        rng.choice(
                            ("--frob", "-Z", "--outputt=x", "--no-json", "-", "---", "-qq", "--json=yes")
                        )
                    ],
                )
            case _:
                groups[at : at + 1] = [group[::-1] for group in groups[at : at + 1]]


def environment(rng: Random) -> dict[str, str]:
    """Variables that a terminal, a system or a user may have set, among them settings that do not fit."""
    odd: dict[str, str] = {}
    for name, values in (
        ("NO_COLOR", ("1", "")),
        ("FORCE_COLOR", ("1",)),
        ("COLUMNS", ("0", "1", "-3", "x", "99999")),
        ("TERM", ("dumb", "", "xterm-256color")),
        ("LC_ALL", ("C", "zh_CN.GBK", "xx_YY.ZZ", "tr_TR.UTF-8")),
        ("PYTHONIOENCODING", ("gbk", "ascii:strict")),
        ("TZ", ("Asia/Shanghai", "nowhere")),
        ("_TYPER_STANDARD_TRACEBACK", ("1",)),
        ("SUMMARIZER_TRACING", ("1", "x")),
        ("SUMMARIZER_CACHE_DIR", ("kept", ".", "reports", "report.txt", "/proc/none", "~nosuchuser/x", "")),
        ("SUMMARIZER_CONFIG", ("settings.toml", "none.toml", "~nosuchuser/x")),
    ):
        if rng.random() < 0.06:
            odd[name] = rng.choice(values)
    if rng.random() < 0.06:
        key = rng.choice(
            [
                *(field.name for field in fields(Settings) if field.name not in {"base_url", "retries"}),
                "modle",
                "api_key",
            ]
        )
        odd[f"SUMMARIZER_{key.upper()}"] = _given(
            rng.choice((*ODD_TEXTS, *_NUMBERS, "on", "off", "never", "offline"))
        )
    return odd


def writing(command: Command, args: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the command line lets the program write: the name of each parameter, and the path that it is given."""
    names = {
        opt: param.name or "" for param in command.params if param.name in _WRITING for opt in param.opts
    }
    for number, token in enumerate(args):
        following = args[number + 1] if number + 1 < len(args) else ""
        if token in names:
            yield names[token], following
        elif token.startswith("--"):
            option, is_given, value = token.partition("=")
            if is_given and option in names:
                yield names[option], value
        elif token.startswith("-"):
            # -qofile: the letters of options before it take no value.
            for opt, name in names.items():
                if len(opt) == 2 and opt[1] in token[1:]:
                    yield name, token.partition(opt[1])[2] or following
    if any(param.name == "run" for param in command.params):
        # The state of a run is a database, which writes beside itself while it is read.
        yield from (("run", token) for token in args[len(command.words) :])

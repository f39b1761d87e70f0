"""Paths as users name them: what lies there, where `~` and links lead, and the folders of the platform.

A name that no system takes (too long, a ring of links) is a place where nothing lies, as for `os.path`; `Path` raises for some.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from summarizer.errors import ConfigError

__all__ = [
    "cache_folder",
    "expanded",
    "is_file",
    "is_folder",
    "is_there",
    "resolved",
    "state_folder",
    "user_file",
]


def is_folder(path: str | Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long


def is_file(path: str | Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - as above


def is_there(path: str | Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - as above


def resolved(path: Path) -> Path:
    """Where the links of the path lead; a ring of links leads to itself, where Path.resolve raises RuntimeError."""
    return Path(os.path.realpath(path))


def expanded(path: str) -> Path:
    """The path with `~` as the home that it stands for. Raises ConfigError for a user or home that is not there."""
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise ConfigError(
            "the home folder is not known", where=repr(path), hint="name the folder in full, or set HOME"
        ) from error


def user_file(environ: Mapping[str, str], *, platform: str = sys.platform) -> Path:
    """Where the user's own settings lie: `summarizer/config.toml` in the platform's folder for configuration."""
    return (
        _home_folder(environ, platform, "XDG_CONFIG_HOME", ".config", "APPDATA")
        / "summarizer"
        / "config.toml"
    )


def state_folder(environ: Mapping[str, str], *, platform: str = sys.platform) -> Path:
    """Where logs go: `summarizer` in the platform's folder for the state of programs."""
    return _home_folder(environ, platform, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA") / "summarizer"


def cache_folder(environ: Mapping[str, str], *, platform: str = sys.platform) -> Path:
    """Where replies of models are kept: `summarizer` in the platform's folder for what can be made again."""
    return _home_folder(environ, platform, "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA") / "summarizer"


def _home_folder(environ: Mapping[str, str], platform: str, xdg: str, usual: str, windows: str) -> Path:
    """Raises ConfigError where no variable names a home and the system knows none."""
    if platform == "win32" and environ.get(windows):
        return Path(environ[windows])
    # The specification of base directories has relative paths ignored.
    named = environ.get(xdg, "")
    if named and Path(named).is_absolute():
        return Path(named)
    home = environ.get("HOME")
    return (Path(home) if home else expanded("~")) / usual

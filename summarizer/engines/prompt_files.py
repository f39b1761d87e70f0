"""Prompt files of the user's own."""

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.config import Settings
from summarizer.errors import ConfigError
from summarizer.paths import expanded, is_folder
from summarizer.schedule import prompted

if TYPE_CHECKING:
    from summarizer.prompting import Prompts

__all__ = ["prompts_of"]

_MOST_BYTES = 1_000_000


def prompts_of(settings: Settings) -> "Prompts":
    """The prompts in force: the Markdown files of the folder that the settings name, else the program's own.

    Raises ConfigError where there is no such folder, where a file in it has the name of no prompt, lacks a part or has wrong slots:
    before anything is sent, whichever pass it is for.
    """
    from summarizer.prompting import Prompts

    if not settings.prompts:
        return Prompts()
    folder = expanded(settings.prompts)
    if not is_folder(folder):
        raise ConfigError("there is no such folder of prompts", where=settings.prompts)
    own = {path.name: _text(path) for path in sorted(folder.glob("*.md")) if path.name != "README.md"}
    if not own:
        raise ConfigError("the folder has no prompt files (*.md)", where=settings.prompts)
    try:
        prompts = Prompts(own)
        for name in own:
            about = prompted(name)
            prompts.read(name).check_slots(known=about.slots, needed=about.needed)
    except ConfigError as error:
        raise ConfigError(str(error.args[0]), where=str(folder / error.where), hint=error.hint) from error
    return prompts


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise ConfigError(f"is no prompt: over {_MOST_BYTES:,} bytes", where=str(path))
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("is no UTF-8", where=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or 'unknown reason'}", where=str(path)) from error

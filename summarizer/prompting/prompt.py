"""A prompt file and the messages made from it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from summarizer import resources
from summarizer.errors import ConfigError
from summarizer.prompting.request import Message

__all__ = ["Prompt", "prompt"]

_PART = re.compile(r"^# (System|User) message[ \t]*\n", re.MULTILINE)
_SLOT = re.compile(r"\{\{([a-z_]+)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One Markdown file of `prompts/`: its two messages with their slots. `version` is the SHA-256 of the whole file, in hex."""

    name: str
    version: str
    system: str
    user: str

    def messages(self, slots: Mapping[str, str]) -> tuple[Message, ...]:
        """The messages with every slot filled. What fills a slot is never searched for slots itself.

        Raises ConfigError where the file has a slot that `slots` does not know.
        """
        return (
            Message("system", self._filled(self.system, slots)),
            Message("user", self._filled(self.user, slots)),
        )

    def _filled(self, template: str, slots: Mapping[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            if match[1] not in slots:
                raise ConfigError(
                    f"the prompt has an unknown slot {match[1]!r}",
                    where=self.name,
                    hint=f"the slots are: {', '.join(sorted(slots))}",
                )
            return slots[match[1]]

        return _SLOT.sub(value, template)


@cache
def prompt(name: str) -> Prompt:
    """The prompt file `name`, read once. Raises ConfigError where it is missing or lacks one of its two parts."""
    text = resources.text("prompts", name)
    # What stands above the first part is a note to the file's authors.
    pieces = _PART.split(text)[1:]
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    if len(pieces) != 4 or parts.keys() != {"System", "User"}:
        raise ConfigError(
            "a prompt has one part headed '# System message' and one headed '# User message'", where=name
        )
    version = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Prompt(name=name, version=version, system=parts["System"].strip(), user=parts["User"].strip())

"""A prompt file and the messages made from it."""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from summarizer import resources
from summarizer.errors import ConfigError
from summarizer.prompting.request import AnchorForm, Message

__all__ = ["PROMPTS", "Prompt", "Prompts"]

PROMPTS = "prompts"
_PART = re.compile(r"^# ((?:System|User) message|Citations by (?:inline|list|quote))[ \t]*\n", re.MULTILINE)
_SLOT = re.compile(r"\{\{([a-z_]+)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One Markdown file of `prompts/`: its two messages with their slots. `version` is the SHA-256 of the whole file, in hex.

    `citations` holds for each anchor form the words that say how to cite, which fill the slot of that name; the list's stand for a
    form that has none.
    """

    name: str
    version: str
    system: str
    user: str
    citations: Mapping[str, str]

    def messages(
        self, slots: Mapping[str, str], *, form: AnchorForm = AnchorForm.INLINE
    ) -> tuple[Message, ...]:
        """The messages with every slot filled. What fills a slot is never searched for slots itself.

        Raises ConfigError where the file has a slot that `slots` does not know.
        """
        # What cannot be cited by markers in the text is listed; only whole stretches can do without markers.
        said = self.citations.get(form) or self.citations.get(AnchorForm.LIST, "")
        all_slots = {**slots, "citations": self._filled(said, slots)}
        return (
            Message("system", self._filled(self.system, all_slots)),
            Message("user", self._filled(self.user, all_slots)),
        )

    def check_slots(self, *, known: Collection[str], needed: Collection[str]) -> None:
        """Raises ConfigError where the prompt has a slot that is not `known`, or lacks one that is `needed`."""
        used = set(_SLOT.findall("\n".join([self.system, self.user, *self.citations.values()])))
        if strange := sorted(used - set(known)):
            raise self._unknown(strange[0], known)
        if missing := sorted(set(needed) - used):
            raise ConfigError(
                f"the prompt has no slot {missing[0]!r}",
                where=self.name,
                hint=f"write {{{{{missing[0]}}}}} where it belongs",
            )

    def _unknown(self, slot: str, known: Iterable[str]) -> ConfigError:
        return ConfigError(
            f"the prompt has an unknown slot {slot!r}",
            where=self.name,
            hint=f"the slots are: {', '.join(sorted(known))}",
        )

    def _filled(self, template: str, slots: Mapping[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            if match[1] not in slots:
                raise self._unknown(match[1], slots)
            return slots[match[1]]

        return _SLOT.sub(value, template)


@dataclass(frozen=True)
class Prompts:
    """The prompt files of a run: the program's, or the user's own for those names that `own` has a text for."""

    own: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises ConfigError for a text whose name no prompt has."""
        known = resources.names(PROMPTS)
        if strange := sorted(self.own.keys() - set(known)):
            raise ConfigError(
                f"there is no prompt {strange[0]!r}", hint=f"the prompts are: {', '.join(known)}"
            )

    def read(self, name: str) -> Prompt:
        """The prompt called `name`. Raises ConfigError where it is missing or lacks one of its parts."""
        own = self.own.get(name)
        text = (resources.text(PROMPTS, name) if own is None else own).replace("\r\n", "\n")
        # What stands above the first part is a note to the file's authors.
        pieces = _PART.split(text)[1:]
        parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
        if len(pieces) != 2 * len(parts) or not {"System message", "User message"} <= parts.keys():
            raise ConfigError(
                "a prompt has one part headed '# System message' and one headed '# User message'", where=name
            )
        citations = {
            form.value: parts[f"Citations by {form.value}"].strip()
            for form in AnchorForm
            if f"Citations by {form.value}" in parts
        }
        if citations and not {AnchorForm.INLINE, AnchorForm.LIST} <= citations.keys():
            raise ConfigError(
                "a prompt with a part '# Citations by …' has one for inline and one for list", where=name
            )
        return Prompt(
            name=name,
            version=hashlib.sha256(text.encode("utf-8")).hexdigest(),
            system=parts["System message"].strip(),
            user=parts["User message"].strip(),
            citations=citations,
        )

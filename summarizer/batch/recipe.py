"""What a run's results depend on, fixed when it begins: how each report is read, written and printed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final, Self

from summarizer import __version__
from summarizer.config import Settings
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from summarizer.formats import PageFormat
    from summarizer.render import BriefingOptions

__all__ = ["Recipe"]

_OPTIONS: Final = {"version": "the version of summarizer", "bilingual": "--bilingual"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings that results depend on; those of pace, cost and patience may change from one part of a run to the next.

    `prompts` are the texts of prompt files of the user's own. `briefs` are the formats of the briefings, none of them where empty. No key
    and no password is part of it.
    """

    version: str = __version__
    engine: str = "offline"
    model: str = ""
    base_url: str = ""
    temperature: float | None = None
    budget: int = 4_000
    reply_tokens: int = 8_000
    passes: str = ""
    prompts: Mapping[str, str] = field(default_factory=dict)
    max_input: int = 20_000_000
    briefs: tuple[str, ...] = ("md",)
    length: str = "standard"
    notes: str = ""
    bilingual: bool = False

    @classmethod
    def of(
        cls, settings: Settings, *, briefs: tuple[str, ...], length: str, notes: str, bilingual: bool
    ) -> Self:
        """That of the settings in force. Raises ConfigError for prompts that cannot be used."""
        printed = cls(
            max_input=settings.max_input, briefs=briefs, length=length, notes=notes, bilingual=bilingual
        )
        if settings.engine == "offline":
            return printed
        from summarizer.engines import prompts_of
        from summarizer.model import address_of

        return replace(
            printed,
            engine=settings.engine,
            model=settings.model,
            base_url=address_of(settings.model_settings()) if settings.base_url else "",
            temperature=settings.temperature,
            budget=settings.budget,
            reply_tokens=settings.reply_tokens,
            passes=settings.passes,
            prompts=dict(prompts_of(settings).own),
        )

    def check_same(self, asked: "Recipe") -> None:
        """Raises UsageError naming the first setting in which `asked` differs: one run has one of each."""
        for name in (one.name for one in fields(self)):
            mine, other = getattr(self, name), getattr(asked, name)
            if mine != other:
                option = _OPTIONS.get(name, f"--{name.replace('_', '-')}")
                shown = "other texts" if name == "prompts" else f"{_shown(mine)}, not {_shown(other)}"
                raise UsageError(
                    f"this run was begun with {option} {shown}",
                    hint="leave it as it was, or begin another run with -d",
                )

    def settings(self, current: Settings) -> Settings:
        """The settings of a part of the run: what is fixed from here, pace, cost and patience from `current`."""
        kept = {
            name: getattr(self, name)
            for name in ("engine", "model", "temperature", "budget", "reply_tokens", "max_input")
        }
        return replace(
            current,
            **kept,
            # One with a password in it is not kept; it comes with the settings again.
            base_url=current.base_url if self.base_url and self._is_at(current) else self.base_url,
            passes=self.passes or current.passes,
            prompts="",
        )

    def _is_at(self, current: Settings) -> bool:
        from summarizer.model import address_of

        return (
            bool(current.base_url)
            and address_of(replace(current, model=self.model).model_settings()) == self.base_url
        )

    def page_formats(self) -> "tuple[PageFormat, ...]":
        """The formats of the briefings."""
        from summarizer.formats import PageFormat

        return tuple(PageFormat(name) for name in self.briefs)

    def briefing_options(self, form: "PageFormat") -> "BriefingOptions":
        """How a briefing in this format is printed."""
        from summarizer.formats import usual_notes
        from summarizer.render import BriefingOptions, Length, NoteStyle

        notes = NoteStyle(self.notes) if self.notes else usual_notes(form)
        return BriefingOptions(length=Length(self.length), notes=notes, bilingual=self.bilingual)

    def by_this_program(self) -> "Recipe":
        """The same as this version of the program would begin it."""
        return replace(self, version=__version__)

    def json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"

    def told(self) -> dict[str, Any]:
        """The same for people and programs, prompts by the hash of their text."""
        told = asdict(self)
        told["prompts"] = {
            name: hashlib.sha256(text.encode("utf-8")).hexdigest()
            for name, text in sorted(self.prompts.items())
        }
        return told

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The inverse of `json`. Raises InputError for anything else."""
        try:
            kept = json.loads(text)
            return cls(**{**kept, "briefs": tuple(kept["briefs"])})
        except (ValueError, TypeError, KeyError) as error:
            raise InputError("the settings of the run cannot be read") from error


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return repr(",".join(value) or "none")
    return "unset" if value in {None, ""} else repr(value)

"""What a run's results depend on, fixed when it begins: how each report is read, written and printed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Self

from summarizer import __version__
from summarizer.config import EngineName, RunState, Settings
from summarizer.config.values import KINDS
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from summarizer.formats import PageFormat
    from summarizer.render import BriefingOptions

__all__ = ["Recipe"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings that results depend on; those of pace, cost and patience may change from one part of a run to the next.

    `base_url` is the address that the model is asked at, whoever named it, "" where only the provider's package knows it. `prompts` are the
    texts of prompt files of the user's own. `briefs` are the formats of the briefings, none of them where empty. No key and no password
    is part of it.
    """

    version: str = __version__
    engine: EngineName = "offline"
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
            base_url=address_of(settings.model_settings()),
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
                option = f"--{name.replace('_', '-')}"
                shown = "other texts" if name == "prompts" else f"{_shown(mine)}, not {_shown(other)}"
                raise _changed(f"{option} {shown}")

    def check_address(self, current: Settings) -> None:
        """Raises UsageError where `current` has a model asked at another address: a report goes where it went when the run began."""
        if self.engine == "offline":
            raise _changed("--engine 'offline', which asks at no address")
        if (address := _address(replace(current, model=self.model))) != self.base_url:
            raise self._elsewhere(address)

    def settings(self, current: Settings) -> Settings:
        """The settings of a part of the run: what is fixed from here, pace, cost and patience from `current`.

        The address is the run's. Where `current` names the same, it is the user's own, and who named it is told with it; else it has
        the run's word alone, and gets no key. Raises UsageError for one that the environment would change.
        """
        kept = {
            name: getattr(self, name)
            for name in ("engine", "model", "temperature", "budget", "reply_tokens", "max_input")
        }
        fixed = replace(current, **kept, passes=self.passes or current.passes, prompts="")
        return fixed if self.engine == "offline" else self._addressed(fixed)

    def _addressed(self, settings: Settings) -> Settings:
        from summarizer.model import endpoint_of

        usual = _at(settings, "", origin="default")
        state = RunState("the run's state")
        for named in (usual, settings, _at(settings, self.base_url, origin=state)):
            if _address(named) == self.base_url:
                # In full, with the password that is not kept: the nodes of a cluster have an environment of their own.
                return replace(named, base_url=endpoint_of(named.model_settings()))
        raise self._elsewhere(_address(usual))

    def _elsewhere(self, address: str) -> UsageError:
        return _changed(f"--base-url {_shown(self.base_url)}, not {_shown(address)}")

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

    def _check(self) -> None:
        """Raises ValueError for what no settings can be, such as a format that there is not."""
        for form in self.page_formats():
            self.briefing_options(form)
        for name in ("temperature", "budget", "reply_tokens", "passes", "max_input"):
            value = getattr(self, name)
            if value not in {None, ""} and not KINDS[name].fits(value):
                raise ValueError(f"{name} wants {KINDS[name].wants}")

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
        """The inverse of `json`. Raises UsageError for that of another version, whatever it holds, and InputError for anything else."""
        from pydantic import TypeAdapter

        try:
            version = json.loads(text)["version"]
            if version == __version__:
                kept = TypeAdapter(cls).validate_json(text, strict=True)
                kept._check()
                return kept
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise InputError("the settings of the run cannot be read") from error
        raise _changed(f"the version of summarizer {str(version)!r}, not {__version__!r}")


def _at(settings: Settings, address: str, *, origin: str) -> Settings:
    return replace(settings, base_url=address, origins={**settings.origins, "base_url": origin})


def _address(settings: Settings) -> str:
    from summarizer.model import address_of

    return address_of(settings.model_settings())


def _changed(what: str) -> UsageError:
    return UsageError(
        f"this run was begun with {what}", hint="leave it as it was, or begin another run with -d"
    )


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return repr(",".join(value) or "none")
    return "unset" if value in {None, ""} else repr(value)

"""What a run goes by."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.config.origins import ForeignOrigin
from summarizer.config.values import PASSES, CacheUse, ColorWhen, EngineName, FailOn, names_in
from summarizer.errors import ConfigError
from summarizer.paths import cache_folder, expanded

if TYPE_CHECKING:
    from summarizer.chunks import TokenBudget
    from summarizer.model import ModelLimits, ModelSettings
    from summarizer.reading import Limits

__all__ = ["Settings"]

# What a request holds besides the report's own text: instructions, schema, terms, headings.
_AROUND_TEXT = 3_000
_LEAST_ROOM = 1_000


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
    passes: str = ",".join(PASSES)
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
        return frozenset(PASSES) & names_in(self.passes)

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

"""The way to the model that the settings name."""

from typing import TYPE_CHECKING

from summarizer.config import Settings
from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from summarizer.model import Ask, SpendingLimit

__all__ = ["model_door"]

_UNKNOWN_PROVIDER = "Unsupported provider"


def model_door(settings: Settings, *, allowance: "SpendingLimit | None" = None) -> "Ask":
    """A function that asks the configured model; no connection is made yet.

    `allowance` holds limits that go beyond this process's part of a run; without one they are those of the settings. Raises MissingKey or
    ConfigError where the model cannot be asked.
    """
    from summarizer.model import ask_with

    chosen = settings.model_settings()
    try:
        return ask_with(chosen, allowance=allowance)
    except ConfigError as error:
        if _UNKNOWN_PROVIDER not in str(error):
            raise
        # LangChain adds the names of all that it knows.
        raise ConfigError(
            f"there is no provider {chosen.provider!r}",
            where=settings.model,
            hint="such as openai, anthropic or ollama; a server of your own is openai:NAME with --base-url",
        ) from None

"""How much a model takes and gives at once."""

from dataclasses import dataclass

from summarizer.errors import SummarizerError
from summarizer.model.provider import chat_model
from summarizer.model.settings import ModelSettings

__all__ = ["ModelLimits", "limits_of"]


@dataclass(frozen=True, slots=True)
class ModelLimits:
    """Tokens that a request and its reply may take together (`context`), and the reply alone (`output`); None where unknown."""

    context: int | None = None
    output: int | None = None


def limits_of(settings: ModelSettings) -> ModelLimits:
    """The limits of a model by the list that comes with its LangChain package; needs no key, asks nobody.

    Unknown for a model that is not listed, which a server's own names mostly are, and for a provider that cannot be used.
    """
    try:
        # The smallest room: some packages refuse more than they know the model to have.
        chat = chat_model(settings, reply_tokens=1, secrets=(), keyless=True)
    except SummarizerError:
        return ModelLimits()
    profile = chat.profile or {}
    return ModelLimits(
        context=_tokens(profile.get("max_input_tokens")), output=_tokens(profile.get("max_output_tokens"))
    )


def _tokens(listed: object) -> int | None:
    return listed if type(listed) is int and listed > 0 else None

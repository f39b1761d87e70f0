"""What a model's endpoint gave back. Refusals, truncations and failures are results, not exceptions."""

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.prompting import Request

__all__ = ["Ask", "Complete", "Failed", "Refused", "Reply", "Truncated", "Usage"]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and requests spent, over all attempts."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            self.requests + other.requests,
        )


@dataclass(frozen=True, slots=True)
class Complete:
    """A finished reply. `content` is the text as sent, not yet read against the schema."""

    content: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Truncated:
    """The reply ran into its length limit; `content` is what there is of it."""

    content: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Refused:
    """The model or the provider's filter declined; `why` in the endpoint's words."""

    why: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Failed:
    """No usable reply for this request though the endpoint works as a whole; `why` is one clear sentence without secrets."""

    why: str
    usage: Usage


Reply = Complete | Truncated | Refused | Failed
Ask = Callable[[Request], Reply]

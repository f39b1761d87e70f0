"""What a model's endpoint gave back. Refusals, truncations and failures are results, not exceptions."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.prompting import Request

__all__ = ["Ask", "Complete", "Failed", "Refused", "Reply", "Truncated", "Usage"]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and requests spent, over all attempts, as the endpoint counts them.

    `cached_tokens` are those of `input_tokens` that the provider read from a cache of its own, at its price for them.
    `from_cache` counts replies that were kept from earlier and cost no request; `kept_input_tokens` and `kept_output_tokens` are
    what they had cost then, and are in none of the other figures. `cost_usd` None means that the price is unknown, which it stays
    whatever is added.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    from_cache: int = 0
    kept_input_tokens: int = 0
    kept_output_tokens: int = 0
    cost_usd: Decimal | None = Decimal(0)

    def __add__(self, other: "Usage") -> "Usage":
        known = self.cost_usd is not None and other.cost_usd is not None
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            self.requests + other.requests,
            self.from_cache + other.from_cache,
            self.kept_input_tokens + other.kept_input_tokens,
            self.kept_output_tokens + other.kept_output_tokens,
            (self.cost_usd or Decimal(0)) + (other.cost_usd or Decimal(0)) if known else None,
        )


@dataclass(frozen=True, slots=True)
class Complete:
    """A finished reply. `content` is the text as sent, not yet read against the schema."""

    content: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Truncated:
    """The reply ran into its length limit; `content` is what there is of it, "" where the request alone is too long."""

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

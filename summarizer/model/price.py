"""What tokens cost, by the price list of the package genai-prices as it was installed; nothing is fetched."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from summarizer.model.provider import endpoint_of
from summarizer.model.reply import Usage
from summarizer.model.settings import ModelSettings

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider

__all__ = ["PriceList"]

# Providers that LangChain and the price list call by different names.
_LISTED_AS: Final = {
    "azure_ai": "azure",
    "azure_openai": "azure",
    "bedrock": "aws",
    "bedrock_converse": "aws",
    "google_genai": "google",
    "google_vertexai": "google",
    "mistralai": "mistral",
    "xai": "x-ai",
}


class PriceList:
    """The prices of one model at one endpoint; unknown for a server of one's own, and for a model that is not listed."""

    def __init__(self, settings: ModelSettings) -> None:
        self._found = _listed(settings)

    @property
    def known(self) -> bool:
        """Whether the list has this model at this endpoint."""
        return self._found is not None

    def cost(self, *, input_tokens: int, output_tokens: int, cached_tokens: int = 0) -> Decimal | None:
        """US dollars for so many tokens, of them `cached_tokens` read from the provider's cache; None where no price is known."""
        if self._found is None:
            return None
        from datetime import UTC, datetime

        from genai_prices import Usage as Counted

        provider, model = self._found
        counted = Counted(
            input_tokens=input_tokens,
            output_tokens=output_tokens,
            cache_read_tokens=min(cached_tokens, input_tokens),
        )
        try:
            price = model.calc_price(counted, provider, genai_request_timestamp=datetime.now(tz=UTC))
        except (LookupError, ValueError, ArithmeticError):
            return None
        return price.total_price

    def cost_of(self, usage: Usage) -> Decimal | None:
        """US dollars for the tokens of `usage`; None also where the endpoint has counted none."""
        if not usage.input_tokens and not usage.output_tokens:
            return None
        return self.cost(
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cached_tokens=usage.cached_tokens,
        )


def _listed(settings: ModelSettings) -> "tuple[Provider, ModelInfo] | None":
    # The price list takes as long to import as the client: it is loaded where a model is asked, never before.
    from genai_prices.data_snapshot import get_snapshot

    snapshot = get_snapshot()
    address = endpoint_of(settings)
    try:
        provider = snapshot.find_provider(
            None, None if address else _LISTED_AS.get(settings.provider, settings.provider), address or None
        )
        return snapshot.find_provider_model(settings.name, provider, None, None)
    except LookupError:
        return None

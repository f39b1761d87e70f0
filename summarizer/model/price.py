"""What tokens cost, by the price list of the package genai-prices as it was installed; nothing is fetched."""

from decimal import Decimal
from typing import Final

from summarizer.model.provider import endpoint_of
from summarizer.model.reply import Usage
from summarizer.model.settings import ModelSettings

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
    """The prices of one model at one endpoint; not `known` for a server of one's own, and for a model that is not listed."""

    def __init__(self, settings: ModelSettings) -> None:
        self._model = settings.name
        # An address decides who is paid, not the name that its model goes by.
        self._address = endpoint_of(settings)
        self._provider = _LISTED_AS.get(settings.provider, settings.provider)
        self.known = self._cost(1, 1, 0) is not None

    def cost(self, *, input_tokens: int, output_tokens: int, cached_tokens: int = 0) -> Decimal | None:
        """US dollars for so many tokens, of them `cached_tokens` read from the provider's cache; None where no price is known."""
        return self._cost(input_tokens, output_tokens, cached_tokens) if self.known else None

    def cost_of(self, usage: Usage) -> Decimal | None:
        """US dollars for the tokens of `usage`; None also where the endpoint has counted none."""
        if not usage.input_tokens and not usage.output_tokens:
            return None
        return self.cost(
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cached_tokens=usage.cached_tokens,
        )

    def _cost(self, input_tokens: int, output_tokens: int, cached_tokens: int) -> Decimal | None:
        # The price list takes half as long to import as the client: it is loaded where a model is asked, never before.
        from genai_prices import Usage as Counted
        from genai_prices import calc_price

        counted = Counted(
            input_tokens=input_tokens,
            output_tokens=output_tokens,
            cache_read_tokens=min(cached_tokens, input_tokens),
        )
        try:
            price = (
                calc_price(counted, self._model, provider_api_url=self._address)
                if self._address
                else calc_price(counted, self._model, provider_id=self._provider)
            )
        except (LookupError, ValueError, ArithmeticError):
            return None
        return price.total_price

"""A price list on which the model of the scripted server stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from genai_prices.data_snapshot import DataSnapshot, set_custom_snapshot
from genai_prices.types import ClauseEquals, ModelInfo, ModelPrice, Provider

__all__ = ["priced"]


@contextmanager
def priced(*models: str) -> Iterator[None]:
    """Within it these models cost a dollar for a million tokens sent, half of it where cached, and ten for a million received."""
    prices = ModelPrice(input_mtok=Decimal(1), cache_read_mtok=Decimal("0.5"), output_mtok=Decimal(10))
    listed = [ModelInfo(id=model, match=ClauseEquals(equals=model), prices=prices) for model in models]
    provider = Provider(id="loopback", name="Loopback", api_pattern=r"http://127\.0\.0\.1", models=listed)
    set_custom_snapshot(DataSnapshot(providers=[provider], from_auto_update=False))
    try:
        yield
    finally:
        set_custom_snapshot(None)

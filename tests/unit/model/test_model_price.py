"""What tokens cost, and how unknown costs add up."""

import json
import subprocess
import sys
from decimal import Decimal

import pytest

from summarizer.model import ModelSettings, PriceList, Usage, usage_line


@pytest.mark.parametrize(
    ("model", "base_url", "known"),
    [
        ("openai:gpt-4o", "", True),
        ("anthropic:claude-sonnet-4-5", "", True),
        ("azure_openai:gpt-4o", "", True),
        ("mistralai:mistral-large-latest", "", True),
        ("openai:deepseek-chat", "https://api.deepseek.com/v1", True),
        ("openai:gpt-4o", "http://127.0.0.1:8000/v1", False),
        ("openai:no-such-model", "", False),
        ("ollama:qwen3:8b", "", False),
        ("nobody:gpt-4o", "", False),
    ],
)
def test_a_price_belongs_to_a_model_at_an_endpoint(model: str, base_url: str, known: bool) -> None:
    prices = PriceList(ModelSettings(model, base_url=base_url))
    assert prices.known is known
    assert (prices.cost(input_tokens=1_000, output_tokens=100) is not None) is known


def test_tokens_from_the_providers_cache_cost_less_and_none_are_no_price() -> None:
    prices = PriceList(ModelSettings("openai:gpt-4o"))
    plain = prices.cost_of(Usage(input_tokens=1_000, output_tokens=100))
    cached = prices.cost_of(Usage(input_tokens=1_000, output_tokens=100, cached_tokens=900))
    assert plain is not None and cached is not None
    assert 0 < cached < plain
    assert prices.cost_of(Usage()) is None


def test_an_unknown_cost_stays_unknown_whatever_is_added() -> None:
    known, unknown = Usage(1, 2, 0, 1, cost_usd=Decimal("0.1")), Usage(1, 2, 0, 1, cost_usd=None)
    assert (known + known).cost_usd == Decimal("0.2")
    assert (known + unknown).cost_usd is (unknown + known).cost_usd is None
    assert Usage() + known == known


def test_the_line_after_a_run_tells_apart_what_was_not_paid_for() -> None:
    used = Usage(12_000, 900, 4_000, 3, cost_usd=Decimal("0.01234"))
    assert usage_line(used) == (
        "3 requests, 12,000 tokens sent (4,000 of them cached by the provider), 900 received; cost $0.0123"
    )
    kept = Usage(from_cache=1, kept_input_tokens=1_000, kept_output_tokens=200)
    assert usage_line(kept) == (
        "0 requests, 0 tokens sent, 0 received, 1 reply from the cache (1,200 tokens not paid for again); cost $0.0000"
    )
    assert usage_line(Usage(1, 1, requests=1, cost_usd=None)).endswith("cost unknown")


def test_the_price_list_opens_no_connection() -> None:
    code = """
import json, sys
seen = []
sys.addaudithook(lambda name, args: seen.append(name) if name.startswith("socket.") else None)
from summarizer.model import ModelSettings, PriceList
PriceList(ModelSettings("openai:gpt-4o")).cost(input_tokens=1, output_tokens=1)
import threading
print(json.dumps([seen, threading.active_count()]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], 1]

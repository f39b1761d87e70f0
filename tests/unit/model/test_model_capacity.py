"""What a model takes and gives at once, and the budget that follows from it."""

import pytest

from summarizer.chunks import TokenBudget
from summarizer.config import Settings
from summarizer.errors import ConfigError
from summarizer.model import ModelLimits, ModelSettings, limits_of


def test_the_limits_of_listed_models_need_no_key() -> None:
    known = limits_of(ModelSettings("openai:gpt-4"))
    assert known == ModelLimits(context=8_192, output=8_192)


@pytest.mark.parametrize(
    ("model", "base_url"),
    [
        ("openai:qwen3-8b-instruct", "http://127.0.0.1:8000/v1"),
        ("ollama:qwen3:8b", ""),
        ("nobody:gpt-4", ""),
    ],
)
def test_other_models_have_none_that_are_known(model: str, base_url: str) -> None:
    assert limits_of(ModelSettings(model, base_url=base_url)) == ModelLimits()


@pytest.mark.parametrize(
    ("settings", "limits", "budget"),
    [
        pytest.param(Settings(), None, TokenBudget(4_000, 8_000), id="nothing asked"),
        pytest.param(Settings(), ModelLimits(), TokenBudget(4_000, 8_000), id="nothing known"),
        pytest.param(Settings(), ModelLimits(128_000, 16_384), TokenBudget(4_000, 8_000), id="plenty"),
        pytest.param(Settings(), ModelLimits(128_000, 4_096), TokenBudget(4_000, 4_096), id="short replies"),
        pytest.param(
            Settings(reply_tokens=50_000), ModelLimits(None, 16_384), TokenBudget(4_000, 16_384), id="asked"
        ),
        pytest.param(Settings(), ModelLimits(8_192, 8_192), TokenBudget(1_298, 3_894), id="small context"),
        pytest.param(
            Settings(budget=9_000), ModelLimits(16_385, 4_096), TokenBudget(9_000, 4_096), id="fits"
        ),
    ],
)
def test_text_and_reply_fit_the_model(
    settings: Settings, limits: ModelLimits | None, budget: TokenBudget
) -> None:
    assert settings.token_budget(limits) == budget


def test_a_context_too_small_for_any_report_is_told() -> None:
    with pytest.raises(ConfigError, match="takes 2,048 tokens at once"):
        Settings(model="openai:tiny").token_budget(ModelLimits(context=2_048))

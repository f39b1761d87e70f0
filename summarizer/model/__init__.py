"""`Request` → `Reply`: the only door to the network."""

from summarizer.model.client import ask_with
from summarizer.model.pool import ask_all
from summarizer.model.provider import describe
from summarizer.model.reply import Ask, Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.model.settings import ModelSettings

__all__ = [
    "Ask",
    "Complete",
    "Failed",
    "ModelSettings",
    "Refused",
    "Reply",
    "Truncated",
    "Usage",
    "ask_all",
    "ask_with",
    "describe",
]

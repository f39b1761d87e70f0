"""`Request` → `Reply`: the only door to the network."""

from summarizer.model.cache import CacheStats, ReplyCache, cached
from summarizer.model.capacity import ModelLimits, limits_of
from summarizer.model.client import ask_with
from summarizer.model.exchange import key_of
from summarizer.model.meter import Meter, metered, usage_line, usage_so_far
from summarizer.model.pool import ask_all
from summarizer.model.price import PriceList
from summarizer.model.provider import describe
from summarizer.model.record import recorded, replayed
from summarizer.model.reply import Ask, Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.model.settings import ModelSettings

__all__ = [
    "Ask",
    "CacheStats",
    "Complete",
    "Failed",
    "Meter",
    "ModelLimits",
    "ModelSettings",
    "PriceList",
    "Refused",
    "Reply",
    "ReplyCache",
    "Truncated",
    "Usage",
    "ask_all",
    "ask_with",
    "cached",
    "describe",
    "key_of",
    "limits_of",
    "metered",
    "recorded",
    "replayed",
    "usage_line",
    "usage_so_far",
]

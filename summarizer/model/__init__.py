"""`Request` → `Reply`: the only door to the network."""

from summarizer.model.allowance import Allowance, SpendingLimit
from summarizer.model.cache import CacheStats, ReplyCache, cached
from summarizer.model.capacity import ModelLimits, limits_of
from summarizer.model.client import ask_with
from summarizer.model.exchange import as_kept, kept_reply, key_of, reply_of
from summarizer.model.meter import Meter, metered, usage_line, usage_so_far
from summarizer.model.pool import ask_all
from summarizer.model.price import PriceList
from summarizer.model.provider import address_of, describe, endpoint_of, is_openais_own
from summarizer.model.record import recorded, replayed
from summarizer.model.reply import Ask, Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.model.settings import ModelSettings

__all__ = [
    "Allowance",
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
    "SpendingLimit",
    "Truncated",
    "Usage",
    "address_of",
    "as_kept",
    "ask_all",
    "ask_with",
    "cached",
    "describe",
    "endpoint_of",
    "is_openais_own",
    "kept_reply",
    "key_of",
    "limits_of",
    "metered",
    "recorded",
    "replayed",
    "reply_of",
    "usage_line",
    "usage_so_far",
]

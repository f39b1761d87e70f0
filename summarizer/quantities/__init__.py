"""Text → every number in it, and what each figure counts."""

from summarizer.quantities.bind.inventory import inventory, mentions
from summarizer.quantities.en.recogniser import mentions_en
from summarizer.quantities.mention import (
    Aspect,
    Category,
    Indicator,
    Inventory,
    Kind,
    Mention,
    Number,
    Qualifier,
    number_of,
    number_text,
)
from summarizer.quantities.zh.recogniser import mentions_zh

__all__ = [
    "Aspect",
    "Category",
    "Indicator",
    "Inventory",
    "Kind",
    "Mention",
    "Number",
    "Qualifier",
    "inventory",
    "mentions",
    "mentions_en",
    "mentions_zh",
    "number_of",
    "number_text",
]

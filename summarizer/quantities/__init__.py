"""Text → every number in it, and what each figure counts."""

from summarizer.quantities.chinese import mentions_zh
from summarizer.quantities.english import mentions_en
from summarizer.quantities.inventory import inventory, mentions
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

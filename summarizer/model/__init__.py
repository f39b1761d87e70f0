"""`Request` → `Reply`: the only door to the network."""

from summarizer.model.reply import Ask, Complete, Failed, Refused, Reply, Truncated, Usage

__all__ = ["Ask", "Complete", "Failed", "Refused", "Reply", "Truncated", "Usage"]

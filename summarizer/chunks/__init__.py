"""Sections → chunks under a token budget."""

from summarizer.chunks.chunk import Chunk, TokenBudget

__all__ = ["Chunk", "TokenBudget"]

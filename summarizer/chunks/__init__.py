"""Sections → chunks under a token budget."""

from summarizer.chunks.chunk import Chunk, TokenBudget
from summarizer.chunks.cut import cut
from summarizer.chunks.token import token_bound, token_margin, tokens

__all__ = ["Chunk", "TokenBudget", "cut", "token_bound", "token_margin", "tokens"]

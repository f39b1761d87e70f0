"""Reply → claims, each tied to what it cites."""

from summarizer.claims.claim import Claim, SentenceClaim

__all__ = ["Claim", "SentenceClaim"]

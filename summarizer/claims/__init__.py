"""Reply → claims, each tied to what it cites."""

from summarizer.claims.claim import Claim, SentenceClaim
from summarizer.claims.draft import Malformed, draft_of
from summarizer.claims.given import WANTED
from summarizer.claims.rows import claims_in, sentence_claims_in

__all__ = ["WANTED", "Claim", "Malformed", "SentenceClaim", "claims_in", "draft_of", "sentence_claims_in"]

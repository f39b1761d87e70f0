"""Claim + document → verdict, with evidence and reason."""

from summarizer.verify.finding import Finding, NumberFinding, Reason, SentenceFinding, Verdict

__all__ = ["Finding", "NumberFinding", "Reason", "SentenceFinding", "Verdict"]

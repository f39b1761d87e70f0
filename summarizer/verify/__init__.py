"""Claim + document → verdict, with evidence and reason."""

from summarizer.verify.claim_check import check
from summarizer.verify.context_numbers import NAME_NOUNS
from summarizer.verify.coverage import Account, account
from summarizer.verify.finding import Finding, NumberFinding, Reason, SentenceFinding, Verdict
from summarizer.verify.foreign_name import shares_a_word
from summarizer.verify.magnitude import Figure, judge
from summarizer.verify.names import fit
from summarizer.verify.prose_check import check_sentence, untold
from summarizer.verify.quoted import indicator_quoted
from summarizer.verify.relation import Relation, RelationKind
from summarizer.verify.relations import relations
from summarizer.verify.sentences import sentence_for
from summarizer.verify.text_check import check_text
from summarizer.verify.unread import unread

__all__ = [
    "NAME_NOUNS",
    "Account",
    "Figure",
    "Finding",
    "NumberFinding",
    "Reason",
    "Relation",
    "RelationKind",
    "SentenceFinding",
    "Verdict",
    "account",
    "check",
    "check_sentence",
    "check_text",
    "fit",
    "indicator_quoted",
    "judge",
    "relations",
    "sentence_for",
    "shares_a_word",
    "unread",
    "untold",
]

"""Statements with a figure, each tied to the place it says it comes from."""

from dataclasses import dataclass

from summarizer.prompting import Sentence
from summarizer.quantities import Aspect, Number, Qualifier
from summarizer.reading import Span

__all__ = ["Claim", "SentenceClaim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One row to be checked. Fields that the claimant did not give are None or "".

    `cite` is the id of the indicator it cites; `quote` the source words it rests on, verbatim. `within` limits the search to the
    section or chunk the claim was made about. `value_text` keeps a value that is no number, for the message.
    """

    id: str
    name_zh: str = ""
    name_en: str = ""
    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    quote: str = ""
    period: str | None = None
    aspect: Aspect | None = None
    cite: int | None = None
    key: str = ""
    within: Span | None = None
    value_text: str = ""


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """One English sentence to be checked against the stretch it was written about."""

    sentence: Sentence
    within: Span

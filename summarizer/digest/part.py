"""What a run came to for one chunk, held against the source once."""

from dataclasses import dataclass, field

from summarizer.chunks import Chunk
from summarizer.claims import sentence_claims_in
from summarizer.digest.model import Origin, Outcome
from summarizer.digest.repairs import with_repairs
from summarizer.digest.rows import CheckedRow, checked_rows
from summarizer.prompting import Draft, Sentence
from summarizer.quantities import Inventory
from summarizer.verify import SentenceFinding, check_sentence

__all__ = ["Checked", "Part", "checked"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with the verdict on every row and sentence."""

    rows: tuple[CheckedRow, ...] = ()
    sentences: tuple[tuple[Sentence, SentenceFinding], ...] = ()


def checked(draft: Draft, chunk: Chunk, inventory: Inventory, *, origin: Origin) -> Checked:
    """The draft of `chunk` by `origin`, held against the source."""
    return Checked(
        rows=tuple(checked_rows(draft, chunk, inventory, origin=origin)),
        sentences=tuple(
            (claim.sentence, check_sentence(claim, inventory)) for claim in sentence_claims_in(draft, chunk)
        ),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """What a run came to for one chunk: `draft` by the writer, `spare` by the offline engine for what the draft lacks.

    Where the writer gave nothing usable both are the offline engine's, and `outcome` and `note` say why. `repairs` is what the writer
    said anew of what the source did not bear out.
    """

    chunk: Chunk
    draft: Checked
    spare: Checked
    origin: Origin
    outcome: Outcome
    note: str = ""
    repairs: Checked = field(default_factory=Checked)

    @property
    def rows(self) -> list[CheckedRow]:
        """The rows by the writer, with the repairs in their place."""
        return with_repairs(self.draft.rows, self.repairs.rows)

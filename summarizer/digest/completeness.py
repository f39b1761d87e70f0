"""What of a report its engine left undone."""

from collections import Counter

from summarizer.digest.model import Digest, Outcome

__all__ = ["undone"]

_UNDONE: tuple[Outcome, ...] = ("truncated", "refused", "failed")


def undone(digest: Digest) -> list[str]:
    """What is missing in the digest or by the offline engine instead, in words of ours alone; empty for a whole one."""
    outcomes = Counter(section.outcome for section in digest.sections)
    said = [
        f"{count} {'section' if count == 1 else 'sections'} {outcome}"
        for outcome in _UNDONE
        if (count := outcomes[outcome])
    ]
    return [*said, *(f"{made.name} not done in full" for made in digest.engine.passes if made.undone)]

"""What of a report its engine left undone."""

from summarizer.digest.model import Digest

__all__ = ["undone"]

_UNDONE = {"truncated", "refused", "failed"}


def undone(digest: Digest) -> list[str]:
    """Why parts of the digest are missing or by the offline engine instead, each reason once; empty for a whole one."""
    notes = [section.note or section.outcome for section in digest.sections if section.outcome in _UNDONE]
    notes += [f"{made.name}: {made.undone}" for made in digest.engine.passes if made.undone]
    return list(dict.fromkeys(notes))

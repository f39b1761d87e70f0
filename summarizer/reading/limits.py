"""How large an input may be, and the sentences that say so."""

from dataclasses import dataclass

from summarizer.errors import NoReportText

__all__ = ["Limits"]

_HINT = "raise the limit with --max-input"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an input may be: bytes as given, bytes once unpacked, pages, and code points of text.

    Seconds and bytes of memory hold where a file is read in a process of its own (`summarizer.quarantine`).

    The `check_…` methods raise NoReportText, naming limit and option. Source of the figures: docs/security.md.
    """

    max_bytes: int = 20_000_000
    max_chars: int = 2_000_000
    max_unpacked: int = 200_000_000
    max_pages: int = 2_000
    max_seconds: float = 60
    max_memory: int = 1_500_000_000

    def check_bytes(self, count: int, *, name: str) -> None:
        """For the file as it was given."""
        if count > self.max_bytes:
            raise _over(f"the file has {count:,} bytes", f"{self.max_bytes:,} bytes", name)

    def check_unpacked(self, count: int, *, name: str) -> None:
        """For what a packed file unpacks to, as far as it has been unpacked."""
        if count > self.max_unpacked:
            raise _over("the file unpacks to more than it may", f"{self.max_unpacked:,} bytes", name)

    def check_pages(self, count: int, *, name: str) -> None:
        """For the pages of a document."""
        if count > self.max_pages:
            raise _over(f"the document has {count:,} pages", f"{self.max_pages:,} pages", name)

    def check_chars(self, count: int, *, name: str) -> None:
        """For the text that was read."""
        if count > self.max_chars:
            raise _over(f"the text has {count:,} characters", f"{self.max_chars:,} characters", name)


def _over(found: str, limit: str, name: str) -> NoReportText:
    return NoReportText(f"{found}, over the limit of {limit}", where=name, hint=_HINT)

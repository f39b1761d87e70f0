"""The reason codes in their order, told as docs/verification.md tells them."""

from pathlib import Path

from site_reference.markdown import code, rows_of, table
from summarizer.verify import Reason

__all__ = ["reasons"]

_PAGE = Path(__file__).parents[2] / "verification.md"


def reasons() -> str:
    """Raises KeyError for a code that the page does not tell."""
    told = {
        row["Reason"].strip("`"): row for row in rows_of(_PAGE.read_text("utf-8"), "Reason", "What it says")
    }
    rows = [(code(reason), told[reason]["Verdict"], told[reason]["What it says"]) for reason in Reason]
    return table(("Reason", "Verdict", "What it says"), rows)

"""docs/verification.md says what the checks find and miss: its examples are run, its rates measured anew."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from doc_tables import DOCS, Row, named, source_of

from summarizer import Claim, check, check_text
from summarizer.verify import Reason, Verdict

PAGE = (DOCS / "verification.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", named("verification.md", "Reason", "Source", "Claim", "Verdict"))
def test_a_claim_of_the_page_has_the_verdict_of_the_page(row: Row) -> None:
    source = source_of(row["Source"].replace("⏎", "\n"))
    found = check(Claim.of(json.loads(row["Claim"])), source)
    assert (found.verdict, found.reason) == (row["Verdict"], row["Reason"])


@pytest.mark.parametrize("row", named("verification.md", "Sentence", "Source", "Verdicts"))
def test_a_sentence_that_escapes_still_does(row: Row) -> None:
    found = [
        f"{number.text} {number.verdict}" for number in check_text(row["Sentence"], source_of(row["Source"]))
    ]
    assert ", ".join(found or ["none"]) == row["Verdicts"]


def test_every_verdict_and_reason_stands_on_the_page() -> None:
    missing = [str(word) for word in [*Verdict, *Reason] if f"`{word}`" not in PAGE]
    assert missing == []


@pytest.mark.shared
def test_the_rates_of_the_page_are_those_measured_now(shared: Path) -> None:
    """`make rates` writes them."""
    script = DOCS.parent / "bench" / "rates.py"
    run = subprocess.run(
        [
            sys.executable,
            str(script),
            "--print",
            "--gold",
            str(shared / "gold"),
            "--reports",
            str(shared / "reports"),
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.stdout == PAGE

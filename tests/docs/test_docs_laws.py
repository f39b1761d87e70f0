"""docs/laws.md names tests that are there, with as many examples as they take."""

import re
from pathlib import Path

import pytest
from planted.bugs import BUGS

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| .+ \| `(?P<file>\w+\.py)::(?P<law>\w+)` \| (?P<examples>\d+) \|", re.MULTILINE)
_ROWS = [row.groupdict() for row in _ROW.finditer((ROOT / "docs" / "laws.md").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["law"])
def test_a_law_is_tested_as_often_as_it_says(row: dict[str, str]) -> None:
    source = (ROOT / "tests" / "property" / row["file"]).read_text(encoding="utf-8")
    before, found, _ = source.partition(f"def {row['law']}(")
    assert found
    decorators = before.rpartition("\n\n\n")[2]
    told = re.search(r"@examples\((\d+)\)", decorators)
    bounded = "@_BOUNDED" in decorators
    assert row["examples"] == (told[1] if told else "40" if bounded else "100")


def test_every_law_that_a_planted_bug_breaks_is_listed() -> None:
    listed = {f"{row['file']}::{row['law']}" for row in _ROWS}
    assert {bug.law for bug in BUGS} <= listed

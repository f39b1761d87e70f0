"""docs/security.md names no test that does not exist, and no line of it is without one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    path = ROOT / file
    assert path.is_file(), f"no {file}"
    assert re.search(rf"^def {name}\(", path.read_text(encoding="utf-8"), flags=re.M), f"no {name} in {file}"


def test_every_threat_has_its_test() -> None:
    tables = re.findall(r"^\| Threat .*\n\| ---.*\n((?:\|.*\n)+)", PAGE, flags=re.M)
    threats = [line for table in tables for line in table.splitlines()]
    assert len(threats) > 20
    assert [line for line in threats if "::" not in line] == []

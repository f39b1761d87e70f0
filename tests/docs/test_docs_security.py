"""docs/security.md names no test that does not exist, no line of it is without one, and no boundary without its lines."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
_TESTS = re.compile(r"(?:`tests/[\w/]+\.py::\w+`\s*)+")


def _sections() -> dict[str, list[list[str]]]:
    """The lines of the tables of threats by the anchor of their heading, each as its cells."""
    found = {}
    for heading, body in re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", PAGE, flags=re.M):
        anchor = re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        table = re.search(r"^\| Threat \| What is done \| Test \|\n\|[ -|]+\n((?:\|.*\n)+)", body, flags=re.M)
        if table:
            found[anchor] = [[cell.strip() for cell in _cells(line)] for line in table[1].splitlines()]
    return found


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().strip("|"))


def _boundaries() -> list[list[str]]:
    table = re.search(r"^\| From outside .*\n\| ---.*\n((?:\|.*\n)+)", PAGE, flags=re.M)
    assert table
    return [[cell.strip() for cell in _cells(line)] for line in table[1].splitlines()]


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    path = ROOT / file
    assert path.is_file(), f"no {file}"
    assert re.search(rf"^def {name}\(", path.read_text(encoding="utf-8"), flags=re.M), f"no {name} in {file}"


def test_every_threat_has_its_test() -> None:
    lines = [line for section in _sections().values() for line in section]
    assert len(lines) > 80
    # Three cells: what could go wrong, what is done about it, and tests alone.
    assert [line for line in lines if len(line) != 3 or not all(line) or not _TESTS.fullmatch(line[2])] == []
    assert len({line[0] for line in lines}) == len(lines), "a threat stands there twice"


def test_no_line_with_a_test_stands_outside_the_tables() -> None:
    in_tables = sum(len(section) for section in _sections().values())
    assert sum("::" in line for line in PAGE.splitlines()) == in_tables


def test_every_boundary_has_its_lines_and_no_lines_are_without_a_boundary() -> None:
    sections, boundaries = _sections(), _boundaries()
    assert len(boundaries) >= 9
    assert all(len(boundary) == 4 and all(boundary) for boundary in boundaries)
    named = [re.findall(r"\]\(#([\w-]+)\)", boundary[3]) for boundary in boundaries]
    assert [boundary for boundary, anchors in zip(boundaries, named, strict=True) if not anchors] == []
    assert {anchor for anchors in named for anchor in anchors} == sections.keys()
    assert [anchor for anchor, lines in sections.items() if not lines] == []

"""What `pyproject.toml` asks for, and what `docs/dependencies.md` says of it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "dependencies.md"

_ROW = re.compile(r"^\| ([a-z][\w-]*) \| (\d[\w.]*) \| ([^|]+) \|", flags=re.M)


@dataclass(frozen=True, slots=True)
class Direct:
    """A dependency that we name ourselves: canonical name, requirement, the lowest version it takes, the extras that want it ("" is the base)."""

    name: str
    requirement: Requirement
    floor: Version | None
    extras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What the page of dependencies says of one: the oldest version tested and the licence."""

    tested: Version
    licence: str


def project(root: Path = ROOT) -> dict[str, Any]:
    """The table `[project]` of the `pyproject.toml` in `root`."""
    table: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def extras(table: Mapping[str, Any]) -> list[str]:
    """The names of all extras, as they stand there."""
    return list(table.get("optional-dependencies", {}))


def direct(table: Mapping[str, Any]) -> list[Direct]:
    """Every dependency named in base and extras, once each, by name; the project itself, an extra inside another, is none."""
    wanted: dict[str, tuple[Requirement, list[str]]] = {}
    groups = {"": table.get("dependencies", []), **table.get("optional-dependencies", {})}
    for extra, lines in groups.items():
        for requirement in map(Requirement, lines):
            name = canonicalize_name(requirement.name)
            if name == canonicalize_name(table["name"]):
                continue
            known, in_extras = wanted.setdefault(name, (requirement, []))
            if known.specifier != requirement.specifier:
                raise ValueError(f"{name} is wanted as {known} and as {requirement}")
            in_extras.append(extra)
    return [
        Direct(name, requirement, _floor(requirement), tuple(in_extras))
        for name, (requirement, in_extras) in sorted(wanted.items())
    ]


def _floor(requirement: Requirement) -> Version | None:
    """The version after `>=`; None where no lower bound is named."""
    bounds = [Version(s.version) for s in requirement.specifier if s.operator == ">="]
    return max(bounds, default=None)


def rows(page: str) -> dict[str, Row]:
    """The rows of the tables of a page of dependencies, by canonical name."""
    return {
        canonicalize_name(name): Row(Version(tested), licence.strip())
        for name, tested, licence in _ROW.findall(page)
    }


def disagreements(table: Mapping[str, Any], page: str) -> list[str]:
    """Where the page does not say what `pyproject.toml` does, a sentence each: rows missing or left over, lower bounds, licences not named."""
    wanted, told = {d.name: d for d in direct(table)}, rows(page)
    said = [f"{name} has no row" for name in sorted(wanted.keys() - told.keys())]
    said += [f"{name} has a row and is no dependency of ours" for name in sorted(told.keys() - wanted.keys())]
    for name in sorted(wanted.keys() & told.keys()):
        floor, tested = wanted[name].floor, told[name].tested
        if floor is None:
            said.append(f"{name} has no lower bound")
        elif floor != tested:
            said.append(f"{name} is tested from {tested} and may be installed from {floor}")
    return said

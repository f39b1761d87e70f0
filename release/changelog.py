"""The sections of `CHANGELOG.md`, by the rules of Keep a Changelog, and what keeps a version from being released."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from packaging.version import InvalidVersion, Version

_KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
_SECTION = re.compile(r"^## (.*)\n", flags=re.M)
_KIND = re.compile(r"^### (.*)\n", flags=re.M)
_HEADING = re.compile(r"\[(?P<version>[^]]+)\](?: - (?P<day>\S+))?( \[YANKED\])?")


class ChangelogError(Exception):
    """A heading that is none of Keep a Changelog's; the message says which."""


@dataclass(frozen=True, slots=True)
class Section:
    """What changed in one version, by kind; version and day are None for what is not released."""

    version: Version | None
    day: date | None
    changes: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return not any(text.strip() for text in self.changes.values())


def sections(text: str) -> list[Section]:
    """All sections, in their order. Raises ChangelogError."""
    pieces = _SECTION.split(text)[1:]
    return [_section(title, body) for title, body in zip(pieces[::2], pieces[1::2], strict=True)]


def _section(title: str, body: str) -> Section:
    heading = _HEADING.fullmatch(title)
    if heading is None:
        raise ChangelogError(f"{title!r} is no heading of a version: [1.2.3] - 2026-01-31")
    version = day = None
    if heading["version"] != "Unreleased" or heading["day"]:
        try:
            version, day = Version(heading["version"]), date.fromisoformat(heading["day"] or "")
        except (InvalidVersion, ValueError) as error:
            raise ChangelogError(f"{title!r} is no heading of a version: [1.2.3] - 2026-01-31") from error
    before, *pieces = _KIND.split(body)
    kinds = pieces[::2]
    if before.strip():
        raise ChangelogError(f"in {title!r}: text that stands under none of {', '.join(_KINDS)}")
    if unknown := [kind for kind in kinds if kind not in _KINDS]:
        raise ChangelogError(f"in {title!r}: {unknown[0]!r} is none of {', '.join(_KINDS)}")
    if len(set(kinds)) < len(kinds):
        raise ChangelogError(f"in {title!r}: a kind of change has two headings")
    return Section(version, day, dict(zip(kinds, pieces[1::2], strict=True)))


def disorder(found: Sequence[Section]) -> list[str]:
    """What is not as it should be at any time: what is not released comes first, then versions with what changed, newest first."""
    said = []
    if not found or found[0].version is not None:
        said.append("the first section is not [Unreleased]")
    released = [s for s in found if s.version]
    if len(released) < len(found) - 1:
        said.append("there are two sections [Unreleased]")
    said += [f"[{s.version}] does not say what changed" for s in released if s.is_empty]
    for newer, older in pairwise(released):
        if not (newer.version and older.version and newer.day and older.day):
            continue
        if newer.version <= older.version or newer.day < older.day:
            said.append(f"[{newer.version}] stands above [{older.version}]")
    return said


def obstacles(found: Sequence[Section], version: Version, *, today: date, tags: Sequence[str]) -> list[str]:
    """Why this version cannot be released now, a sentence each; `tags` are those of the very commit."""
    said = disorder(found)
    newest = next((s for s in found if s.version), None)
    if newest is None or newest.version != version:
        said.append(f"the newest section of CHANGELOG.md is not [{version}]")
    elif newest.day and newest.day > today:
        said.append(f"[{version}] is of {newest.day}, which is still to come")
    if found and found[0].version is None and not found[0].is_empty:
        said.append("what stands under [Unreleased] belongs to a version")
    wrong = [tag for tag in tags if re.fullmatch(r"v\d.*", tag) and tag != f"v{version}"]
    said += [f"the commit is tagged {tag}, the version is {version}" for tag in wrong]
    return said

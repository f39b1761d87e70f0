"""What the package index says of distributions, asked through its ordinary clients: pip, and pip-audit for known vulnerabilities."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from licences import Declared, declared_in
from packaging.utils import canonicalize_name

# Of so many versions an index without advisories is told.
_PROBE = 5


class RegistryError(Exception):
    """The index could not be asked, or what was asked for cannot be installed; the message is the client's."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A distribution that pip would install: what it declares, and whether this version was withdrawn by its authors."""

    declared: Declared
    yanked: bool

    @property
    def pin(self) -> str:
        return f"{self.declared.name}=={self.declared.version}"


@dataclass(frozen=True, slots=True)
class Advisories:
    """Known vulnerabilities by pin, and the pins that nothing could be learnt of, with the reason. Pins in neither are without any."""

    found: Mapping[str, tuple[str, ...]]
    unchecked: Mapping[str, str]


def newest(project: Path, extras: Iterable[str]) -> list[Resolved]:
    """What `pip install` would install today of the project with these extras, the project left out. Raises RegistryError."""
    wanted = f"{project}[{','.join(extras)}]"
    return [r for r in _resolved([wanted]) if r.declared.name != "summarizer"]


def exactly(pins: Iterable[str]) -> list[Resolved]:
    """These versions alone, whatever they depend on. Raises RegistryError where one is not there."""
    pinned = sorted(pins)
    return _resolved(["--no-deps", *pinned]) if pinned else []


def _resolved(arguments: list[str]) -> list[Resolved]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", str(report)]
        done = _run([sys.executable, "-m", *command, *arguments])
        if done.returncode:
            raise RegistryError(done.stderr.strip())
        return resolved_in(json.loads(report.read_text(encoding="utf-8")))


def resolved_in(report: Mapping[str, Any]) -> list[Resolved]:
    """The distributions of a report of pip, by name. Raises KeyError where the report is of a pip that does not tell what was withdrawn."""
    found = [Resolved(declared_in(item["metadata"]), item["is_yanked"]) for item in report["install"]]
    return sorted(found, key=lambda r: r.pin)


def advisories(pins: Iterable[str]) -> Advisories:
    """Known vulnerabilities of these versions. An index that says nothing of the first few keeps no advisories, and is not asked on."""
    asked = one_version_each(pins)
    probe = asked[0][:_PROBE] if asked else []
    told = _advisories_of(probe)
    if len(told.unchecked) == len(probe):
        reason = next(iter(told.unchecked.values()), "")
        return Advisories({}, dict.fromkeys((pin for batch in asked for pin in batch), reason))
    answers = [_advisories_of(batch) for batch in asked]
    return Advisories(
        {pin: ids for answer in answers for pin, ids in answer.found.items()},
        {pin: reason for answer in answers for pin, reason in answer.unchecked.items()},
    )


def one_version_each(pins: Iterable[str]) -> list[list[str]]:
    """The pins in as few lists as possible that have no package twice: answers name the package, not always the version."""
    batches: list[dict[str, str]] = []
    for pin in sorted(set(pins)):
        name = pin.split("==")[0]
        for batch in batches:
            if name not in batch:
                batch[name] = pin
                break
        else:
            batches.append({name: pin})
    return [list(batch.values()) for batch in batches]


def _advisories_of(pins: list[str]) -> Advisories:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "pins.txt"
        listed.write_text("\n".join(pins) + "\n", encoding="utf-8")
        options = ["--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
        done = _run([sys.executable, "-m", "pip_audit", "-r", str(listed), *options])
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        return Advisories({}, dict.fromkeys(pins, reason))
    return advisories_in(answer, pins)


def advisories_in(answer: Mapping[str, Any], pins: Iterable[str]) -> Advisories:
    """The answer of pip-audit about these pins; one that it does not mention is unchecked too."""
    told: dict[str, Mapping[str, Any]] = {
        canonicalize_name(dependency["name"]): dependency for dependency in answer["dependencies"]
    }
    found: dict[str, tuple[str, ...]] = {}
    unchecked: dict[str, str] = {}
    for pin in pins:
        dependency = told.get(pin.split("==")[0], {})
        if "vulns" not in dependency:
            unchecked[pin] = dependency.get("skip_reason", "not in the answer")
        elif dependency["vulns"]:
            found[pin] = tuple(v["id"] for v in dependency["vulns"])
    return Advisories(found, unchecked)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

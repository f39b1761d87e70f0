"""Whether what a distribution declares as its licence is one that we take."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing
from packaging.utils import canonicalize_name

POLICY = Path(__file__).with_name("policy.toml")


class Answer(StrEnum):
    """ALLOWED: on the list. REFUSED: known, and not on the list. UNKNOWN: nothing declared, or nothing that can be read."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Declared:
    """What the metadata of one distribution says, in the three places there are for it; "" and () where nothing stands."""

    name: str
    version: str
    expression: str = ""
    text: str = ""
    classifiers: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """All of it on one line."""
        parts = (self.expression, self.text, *(f"({c})" for c in self.classifiers))
        return " ".join(" ".join(parts).split())


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person read: the declaration begins so ("": nothing is declared), and the licence is this."""

    declared: str
    spdx: str
    why: str

    def holds_for(self, said: str) -> bool:
        """Not where the package has come to say something else."""
        return said.startswith(self.declared) if self.declared else not said


@dataclass(frozen=True, slots=True)
class Policy:
    """SPDX identifiers that are taken, spellings that stand for one, and decisions by canonical name of the package."""

    allowed: frozenset[str]
    spelled: Mapping[str, str]
    decided: Mapping[str, Decision]


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer, and the SPDX expression that it was given for ("" where there is none)."""

    declared: Declared
    answer: Answer
    spdx: str


def policy(path: Path = POLICY) -> Policy:
    """The policy as the file has it."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))["licences"]
    return Policy(
        allowed=frozenset(table["allowed"]),
        spelled=table["spelled"],
        decided={canonicalize_name(name): Decision(**d) for name, d in table["decided"].items()},
    )


def declared_by(distribution: Distribution) -> Declared:
    """What an installed distribution declares."""
    fields = distribution.metadata
    return Declared(
        name=canonicalize_name(fields["Name"]),
        version=distribution.version,
        expression=fields["License-Expression"] or "",
        text=fields["License"] or "",
        classifiers=_licence_classifiers(fields.get_all("Classifier") or []),
    )


def declared_in(metadata: Mapping[str, Any]) -> Declared:
    """What metadata in the form of JSON declares, as a report of pip holds it."""
    return Declared(
        name=canonicalize_name(metadata["name"]),
        version=metadata["version"],
        expression=metadata.get("license_expression", ""),
        text=metadata.get("license", ""),
        classifiers=_licence_classifiers(metadata.get("classifier", [])),
    )


def _licence_classifiers(classifiers: list[str]) -> tuple[str, ...]:
    """Their last part: `License :: OSI Approved :: MIT License` is `MIT License`."""
    last = (c.rsplit(" :: ", 1)[-1] for c in classifiers if c.startswith("License :: "))
    return tuple(name for name in last if name != "OSI Approved")


def judged(declared: Declared, by: Policy) -> Judged:
    """An expression counts alone; else what the field and every classifier say must all be allowed, for nobody can tell which of them holds."""
    decision = by.decided.get(declared.name)
    if decision and decision.holds_for(declared.said):
        said = [decision.spdx]
    elif declared.expression:
        said = [declared.expression]
    else:
        said = [
            by.spelled.get(s.strip(), s.strip()) for s in (declared.text, *declared.classifiers) if s.strip()
        ]
    if not said:
        return Judged(declared, Answer.UNKNOWN, "")
    spdx = " AND ".join(dict.fromkeys(f"({s})" if " OR " in s and len(said) > 1 else s for s in said))
    try:
        tree = _spdx().parse(spdx, validate=True)
    except ExpressionError:
        return Judged(declared, Answer.UNKNOWN, "")
    answer = Answer.ALLOWED if _is_allowed(tree, by.allowed) else Answer.REFUSED
    return Judged(declared, answer, str(tree))


def _is_allowed(tree: Any, allowed: frozenset[str]) -> bool:
    """All parts of an AND, one part of an OR; a licence with an exception counts as a licence of its own."""
    licensing = _spdx()
    if isinstance(tree, licensing.AND):
        return all(_is_allowed(part, allowed) for part in tree.args)
    if isinstance(tree, licensing.OR):
        return any(_is_allowed(part, allowed) for part in tree.args)
    return str(tree) in allowed


@cache
def _spdx() -> Any:
    """SPDX's licences by identifier; reading them takes a moment."""
    return get_spdx_licensing()

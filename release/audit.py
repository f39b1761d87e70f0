"""Audits what we depend on: `python release/audit.py [--complete]`; `make audit` installs what it needs and runs it.

Three sets of versions: the newest that base and all extras would install today, what is installed here, and the lower bounds of
`pyproject.toml`. Of each: the licence against `policy.toml`, whether its authors have withdrawn it, and known vulnerabilities; and the page
of dependencies against `pyproject.toml`. What the package index does not tell is said to be NOT CHECKED. Exit 1 where anything
is found, 3 where the index cannot be asked; `--complete` takes what was not checked for a finding.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import distributions

from licences import POLICY, Answer, Declared, Judged, declared_by, judged, policy
from registry import Advisories, RegistryError, advisories, exactly, newest
from requirements import PAGE, ROOT, direct, disagreements, extras, project

# The project, and what Python itself puts into every environment: not ours to choose.
_NOT_OURS = {"summarizer", "pip", "setuptools"}


def installed() -> list[Declared]:
    """What every distribution of this environment declares, our own left out."""
    found = [declared_by(d) for d in distributions()]
    return sorted((d for d in found if d.name not in _NOT_OURS), key=lambda d: d.name)


def licence_findings(judgements: Iterable[Judged]) -> list[str]:
    """A sentence for every licence that is refused or not known."""
    found = []
    for j in judgements:
        who = f"{j.declared.name} {j.declared.version}"
        if j.answer is Answer.REFUSED:
            found.append(f"{who}: {j.spdx} is not on the list of licences")
        elif j.answer is Answer.UNKNOWN:
            said = repr(j.declared.said[:120]) if j.declared.said else "nothing"
            found.append(f"{who}: declares {said}, which is no licence we can read")
    return found


def vulnerability_findings(known: Advisories, accepted: Iterable[str]) -> list[str]:
    """A sentence for every version with vulnerabilities that are not accepted."""
    taken = set(accepted)
    left = {pin: [a for a in ids if a not in taken] for pin, ids in known.found.items()}
    return [f"{pin}: {', '.join(ids)}" for pin, ids in left.items() if ids]


def told(title: str, checked: int, found: list[str]) -> None:
    print(f"{title}: {checked} checked, {len(found) or 'nothing'} found")
    for sentence in found:
        print(f"  {sentence}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--complete", action="store_true", help="what could not be checked is a finding")
    complete = parser.parse_args().complete

    table, rules = project(), policy()
    accepted = tomllib.loads(POLICY.read_text(encoding="utf-8"))["vulnerabilities"]["accepted"]
    wanted, here = direct(table), installed()
    try:
        today = newest(ROOT, extras(table))
        pins = {r.pin for r in today}
        others = {f"{d.name}=={d.version}" for d in here} - pins
        bounds = {f"{d.name}=={d.floor}" for d in wanted if d.floor} - pins - others
        resolved = {r.pin: r for r in [*today, *exactly(others), *exactly(bounds)]}
    except RegistryError as error:
        print(f"audit: the package index could not be asked:\n{error}", file=sys.stderr)
        return 3
    print(
        f"{len(today)} distributions of base and extras ({', '.join(extras(table))}), "
        f"{len(others)} more installed here, {len(bounds)} more as lower bounds"
    )

    page = disagreements(table, PAGE.read_text(encoding="utf-8"))
    told("docs/dependencies.md", len(wanted), page)

    declared = [*(r.declared for r in resolved.values()), *here]
    licences = list(dict.fromkeys(licence_findings(judged(d, rules) for d in declared)))
    told("licences", len(resolved), licences)

    withdrawn = [f"{r.pin} was withdrawn by its authors" for r in resolved.values() if r.yanked]
    told("withdrawn versions", len(resolved), withdrawn)

    known = advisories(resolved)
    vulnerable = vulnerability_findings(known, accepted)
    if checked := len(resolved) - len(known.unchecked):
        told("known vulnerabilities", checked, vulnerable)
    if known.unchecked:
        reasons = "; ".join(sorted({reason.split(":")[0] for reason in known.unchecked.values()}))
        print(
            f"known vulnerabilities: NOT CHECKED for {len(known.unchecked)}, the package index does not tell ({reasons})"
        )

    failed = [*page, *licences, *withdrawn, *vulnerable]
    return 1 if failed or (complete and known.unchecked) else 0


if __name__ == "__main__":
    sys.exit(main())

"""The lowest versions that `pyproject.toml` takes: `python release/lowest.py constraints` for pip, `… installed` to see that they are there.

`make lowest` runs the tests with them. A bound that is no released version, or does not go together with the others, ends the
installation; `installed` exits with 1 where a version is not the lowest.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from packaging.version import Version
from requirements import Direct, direct, project


def constraints(wanted: Sequence[Direct]) -> str:
    """A file of constraints: each dependency of ours at its lower bound."""
    return "".join(f"{d.name}=={d.floor}\n" for d in wanted if d.floor)


def differences(wanted: Sequence[Direct], version_of: Callable[[str], str]) -> list[str]:
    """Where what is installed is not the lower bound; what is not installed at all (an extra) is passed over."""
    found = []
    for d in wanted:
        try:
            there = Version(version_of(d.name))
        except PackageNotFoundError:
            continue
        if there != d.floor:
            found.append(f"{d.name} {there} is installed, the lower bound is {d.floor}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["constraints", "installed"])
    what = parser.parse_args().what
    wanted = direct(project())
    if what == "constraints":
        print(constraints(wanted), end="")
        return 0
    found = differences(wanted, version)
    print("\n".join(found) or "every dependency of ours that is installed is at its lower bound")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

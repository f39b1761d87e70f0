"""docs/dependencies.md names every dependency of pyproject.toml, with a version inside the range and the licence it declares."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, files, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = {
    requirement.name: requirement
    for requirement in map(
        Requirement,
        [
            *PROJECT["dependencies"],
            *(line for lines in PROJECT["optional-dependencies"].values() for line in lines),
        ],
    )
    if requirement.name != PROJECT["name"]  # an extra of ours inside another
}
ROWS = {
    row[0]: row[1:]
    for row in re.findall(r"^\| ([a-z][\w-]*) \| ([\d.]+(?:a\d+)?) \| ([^|]+) \|", PAGE, flags=re.M)
}


def test_every_dependency_has_its_line_and_no_other_has() -> None:
    assert set(ROWS) == set(WANTED)


@pytest.mark.parametrize("name", sorted(WANTED))
def test_the_version_tested_is_one_that_may_be_installed(name: str) -> None:
    assert WANTED[name].specifier.contains(ROWS[name][0], prereleases=True), (
        f"{name} {ROWS[name][0]} is not in {WANTED[name]}"
    )


@pytest.mark.parametrize("name", sorted(WANTED))
def test_the_licence_is_the_one_that_the_package_declares(name: str) -> None:
    try:
        declared = metadata(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed here")
    said = " ".join(
        [
            declared["License-Expression"] or "",
            declared["License"] or "",
            *(c for c in declared.get_all("Classifier") or [] if c.startswith("License")),
        ]
    ).strip()
    # Some say it in the licence alone that lies beside them.
    said = said or " ".join(
        file.read_text(encoding="utf-8") for file in files(name) or [] if file.name.startswith("LICENSE")
    )
    family = ROWS[name][1].strip().split("-")[0]
    assert family in said

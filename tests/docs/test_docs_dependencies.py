"""docs/dependencies.md names every dependency of pyproject.toml, from its lower bound on, and the licence it declares."""

from importlib.metadata import PackageNotFoundError, files, metadata

import pytest
from requirements import PAGE, direct, disagreements, project, rows

TOLD = PAGE.read_text(encoding="utf-8")
ROWS = rows(TOLD)
WANTED = {d.name: d for d in direct(project())}


def test_every_dependency_has_its_line_from_its_lower_bound_on_and_no_other_has() -> None:
    assert disagreements(project(), TOLD) == []


@pytest.mark.parametrize("name", sorted(WANTED))
def test_the_version_tested_is_one_that_may_be_installed(name: str) -> None:
    assert WANTED[name].requirement.specifier.contains(ROWS[name].tested, prereleases=True)


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
    family = ROWS[name].licence.split("-")[0]
    assert family in said

"""Constraints for the lowest versions, and a check that they are what is installed."""

from importlib.metadata import PackageNotFoundError
from typing import Any

import pytest
from lowest import constraints, differences
from requirements import direct

TABLE: dict[str, Any] = {
    "name": "kiln",
    "dependencies": ["clay>=1.2,<2", "tongs>=0.3"],
    "optional-dependencies": {"cluster": ["wheelwork>=2.60"]},
}


def test_every_dependency_is_held_at_its_lower_bound() -> None:
    assert constraints(direct(TABLE)) == "clay==1.2\ntongs==0.3\nwheelwork==2.60\n"


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ({"clay": "1.2.0", "tongs": "0.3"}, []),
        ({"clay": "1.4.1", "tongs": "0.3"}, ["clay 1.4.1 is installed, the lower bound is 1.2"]),
    ],
)
def test_what_is_installed_is_told_where_it_is_not_the_lowest(
    there: dict[str, str], found: list[str]
) -> None:
    def version_of(name: str) -> str:
        if name not in there:
            raise PackageNotFoundError(name)
        return there[name]

    assert differences(direct(TABLE), version_of) == found

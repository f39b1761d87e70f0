"""What pyproject.toml asks for, extras as they are found, and where the page of dependencies says something else."""

from typing import Any

import pytest
from packaging.version import Version
from requirements import direct, disagreements, extras, rows

TABLE: dict[str, Any] = {
    "name": "kiln",
    "dependencies": ["Clay_Reader>=1.2,<2"],
    "optional-dependencies": {
        "cluster": ["wheelwork[data]>=2.60,<3"],
        "dev": ["kiln[cluster]", "wheelwork[data]>=2.60,<3", "tongs>=0.3"],
    },
}
PAGE = """
| Package | From | Licence | What for |
| --- | --- | --- | --- |
| clay-reader | 1.2.0 | MIT | reads clay |
| wheelwork | 2.60.0 | Apache-2.0 | turns |
| tongs | 0.3 | BSD-3-Clause | hold |
"""


def test_extras_are_taken_as_they_are_found_and_the_project_is_no_dependency_of_itself() -> None:
    assert extras(TABLE) == ["cluster", "dev"]
    assert [(d.name, str(d.floor), d.extras) for d in direct(TABLE)] == [
        ("clay-reader", "1.2", ("",)),
        ("tongs", "0.3", ("dev",)),
        ("wheelwork", "2.60", ("cluster", "dev")),
    ]


def test_one_dependency_with_two_ranges_is_an_error() -> None:
    two = {**TABLE, "dependencies": ["tongs>=0.4"]}
    with pytest.raises(ValueError, match="tongs is wanted as"):
        direct(two)


def test_rows_are_read_with_final_and_other_versions() -> None:
    told = rows(
        "| a-b | 1.0.2a2 | MIT | x |\n| Package | From | Licence | y |\n| c | 2025.12.19 | BSD | z |\n"
    )
    assert {name: row.tested for name, row in told.items()} == {
        "a-b": Version("1.0.2a2"),
        "c": Version("2025.12.19"),
    }


def test_a_page_that_fits_is_without_disagreement() -> None:
    assert disagreements(TABLE, PAGE) == []


@pytest.mark.parametrize(
    ("table", "page", "said"),
    [
        (TABLE, PAGE.replace("| tongs | 0.3 | BSD-3-Clause | hold |\n", ""), "tongs has no row"),
        (
            TABLE,
            PAGE + "| glaze | 1.0 | MIT | shines |\n",
            "glaze has a row and is no dependency of ours",
        ),
        (
            TABLE,
            PAGE.replace("1.2.0", "1.3.0"),
            "clay-reader is tested from 1.3.0 and may be installed from 1.2",
        ),
        ({**TABLE, "dependencies": ["clay-reader<2"]}, PAGE, "clay-reader has no lower bound"),
    ],
    ids=["no-row", "row-left-over", "bound-below-what-is-tested", "no-bound"],
)
def test_a_page_that_does_not_fit_is_told_where(table: dict[str, Any], page: str, said: str) -> None:
    assert disagreements(table, page) == [said]

"""docs/comparison.md names every field of the comparison's types, with every value that a closed set allows, and no other."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from summarizer.compare import Cell, Comparison, ComparisonRow
from summarizer.compare.model import (
    Arrangement,
    Change,
    ComparedReport,
    Counts,
    Coverage,
    CoverageState,
    Derivation,
    Derived,
    Figure,
    Hindrance,
    SummarySentence,
    Topic,
)

PAGE = (Path(__file__).parents[2] / "docs" / "comparison.md").read_text(encoding="utf-8")
TYPES: dict[type[BaseModel], set[str]] = {
    **{
        model: set(model.model_fields)
        for model in (
            Comparison,
            ComparedReport,
            ComparisonRow,
            Figure,
            Derived,
            Change,
            Coverage,
            SummarySentence,
            Counts,
        )
    },
    Cell: set(Cell.model_fields) - set(Figure.model_fields),
}


def _section(name: str) -> str:
    return re.split(r"^## ", PAGE.split(f"\n## {name}\n", 1)[1], maxsplit=1, flags=re.M)[0]


def _first_cells(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("| `"):
            yield from re.findall(r"`([^`]+)`", line.split("|")[1])


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_field_is_named_and_no_other(model: type[BaseModel]) -> None:
    assert (
        list(_first_cells(_section(model.__name__)))
        and set(_first_cells(_section(model.__name__))) == TYPES[model]
    )


@pytest.mark.parametrize(
    "allowed",
    [Arrangement, Derivation, Hindrance, CoverageState, Topic],
    ids=["arrangement", "kind", "hindrance", "states", "topic"],
)
def test_every_value_of_a_closed_set_is_named(allowed: object) -> None:
    assert [value for value in get_args(allowed) if value and f"`{value}`" not in PAGE] == []

"""docs/digest.md names every field of the digest's types, with every value that a closed set allows, and no other."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from summarizer.digest import Digest

PAGE = (Path(__file__).parent.parent.parent / "docs" / "digest.md").read_text(encoding="utf-8")


def parts_of(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The model and all that it is made of, by name."""
    found = {model.__name__: model}
    for field in model.model_fields.values():
        for kind in _within(field.annotation):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                found |= parts_of(kind)
    return found


def _within(annotation: Any) -> list[Any]:
    return [annotation, *(inner for arg in get_args(annotation) for inner in _within(arg))]


def documented() -> dict[str, dict[str, str]]:
    """Field names with what the page says of them, by the headings of the page."""
    tables = {}
    for block in re.split(r"^## ", PAGE, flags=re.M)[1:]:
        title, _, rest = block.partition("\n")
        tables[title] = dict(re.findall(r"^\| `(\w+)` (\|.*)\|$", rest, flags=re.M))
    return tables


PARTS = parts_of(Digest)


def test_every_part_of_the_digest_has_its_table() -> None:
    assert list(documented()) != []
    assert set(documented()) == set(PARTS)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_the_table_of_a_part_has_its_fields_in_order_and_no_other(name: str) -> None:
    fields = [field.alias or key for key, field in PARTS[name].model_fields.items()]
    assert list(documented()[name]) == fields


@pytest.mark.parametrize(
    ("part", "field", "values"),
    [
        pytest.param(name, info.alias or key, kind, id=f"{name}.{key}")
        for name, model in sorted(PARTS.items())
        for key, info in model.model_fields.items()
        for kind in _within(info.annotation)
        if isinstance(kind, type) and issubclass(kind, StrEnum) and key not in {"verdict", "reason"}
    ],
)
def test_every_value_of_a_closed_set_is_told(part: str, field: str, values: type[StrEnum]) -> None:
    row = documented()[part][field]
    if (part, field) == ("Candidate", "qualifier"):
        row = documented()["DigestIndicator"][field]
    assert [value for value in values if f"`{value}`" not in row] == []

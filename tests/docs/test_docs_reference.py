"""The parts of the reference that are made when the site is built say what the program says."""

import json
import re
from dataclasses import fields

import pytest
from doc_tables import DOCS, rows
from site_reference import PARTS, filled
from site_reference.commands import commands, leaves
from site_reference.contents import with_contents
from site_reference.markdown import code, rows_of, table, text
from site_reference.schemas import schema_tables
from site_reference.settings import settings
from site_reference.tables_of_terms import indicators, measure_words
from site_reference.verdicts import reasons

from summarizer import errors
from summarizer.cli.exit_codes import Ending, exit_code
from summarizer.cli.main import run
from summarizer.config import Settings
from summarizer.lexicon.taxonomy import taxonomy
from summarizer.lexicon.units import units
from summarizer.render.schema import schemas
from summarizer.verify import Reason

COMMANDS = [path for path, _, _ in leaves()]


def section(page: str, title: str) -> str:
    """What stands under a heading of the second level."""
    parts = re.split(r"^## (.+)$", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[title]


def test_every_part_stands_on_one_page_and_takes_the_place_of_the_remark() -> None:
    pages = [page.read_text(encoding="utf-8") for page in sorted((DOCS / "reference").glob("*.md"))]
    named = [name for page in pages for name in re.findall(r"<!-- begin ([\w ]+) -->", page)]
    assert sorted(named) == sorted(PARTS)
    for page in pages:
        whole = filled(page)
        assert "<!--" not in whole
        assert "The site lists" not in whole


def test_a_place_without_a_part_is_an_error() -> None:
    with pytest.raises(KeyError, match="no such part"):
        filled("<!-- begin no such part -->\n<!-- end no such part -->")


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_has_the_options_that_its_help_has(
    path: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run([*path.split()[1:], "--help"]) == 0
    shown = capsysbinary.readouterr().out.decode("utf-8")
    options = re.findall(r"^  (?:-\w, )?(--[\w-]+)", shown, flags=re.M)
    assert options != []
    told = [row["Option"] for row in rows_of(section(commands(), path), "Option", "Value", "Meaning")]
    assert [re.findall(r"--[\w-]+", cell)[0] for cell in told] == [o for o in options if o != "--help"]


def test_every_value_of_an_option_is_told() -> None:
    told = {row["Option"]: row["Value"] for row in rows_of(section(commands(), "summarizer check"), "Option")}
    assert told["`--color`"] == "`auto` `always` `never`"
    assert told["`--source`"] == "`REPORT`"
    assert told["`--json`"] == ""


def test_every_setting_has_its_values_default_and_meaning() -> None:
    told = {row["Setting"].strip("`"): row for row in rows_of(settings(), "Setting")}
    assert list(told) == [field.name for field in fields(Settings) if field.name != "origins"]
    assert [name for name, row in told.items() if not row["Meaning"]] == []
    assert told["concurrency"] == {
        "Setting": "`concurrency`",
        "Option": "`--concurrency`",
        "Values": "whole number",
        "Default": "`4`",
        "Meaning": "requests in flight",
    }
    assert (told["max_input"]["Default"], told["timeout"]["Default"]) == ("`20MB`", "`120`")
    assert told["cache"]["Option"] == "`--no-cache`"
    assert told["fail_on"]["Values"].split()[0] == "`never`"


def test_every_reason_is_told_in_the_order_of_the_program() -> None:
    told = list(rows_of(reasons(), "Reason"))
    assert [row["Reason"].strip("`") for row in told] == list(Reason)
    assert all(row["Verdict"] and row["What it says"] for row in told)


def test_the_exit_codes_are_those_that_there_are() -> None:
    kinds = [getattr(errors, name) for name in errors.__all__]
    ends = [
        Ending(),
        Ending(verdicts=["contradicted"], fail_on="contradicted"),
        Ending(partial=True),
        KeyboardInterrupt(),
        RuntimeError(),
        *(kind("") for kind in kinds),
    ]
    told = [int(row["Code"]) for row in rows("reference/exit_codes.md", "Code", "Means")]
    assert told == sorted({exit_code(end) for end in ends})


@pytest.mark.parametrize("file", sorted(schemas()))
def test_every_field_of_a_schema_is_told_under_its_part(file: str) -> None:
    schema = json.loads(schemas()[file])
    page = section(schema_tables(), schema["title"])
    parts = re.split(r"^### .+: (\w+)$", page, flags=re.M)
    told = {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
    for name, part in {"": schema, **schema.get("$defs", {})}.items():
        assert [row["Field"].strip("`") for row in rows_of(told[name], "Field")] == list(
            part.get("properties", {})
        )
        assert all(f"`{value}`" in told[name] for value in part.get("enum", []))


def test_no_type_of_a_field_is_unknown() -> None:
    assert [row for row in rows_of(schema_tables(), "Field") if row["Type"] in {"any", ""}] == []


def test_every_indicator_has_one_row() -> None:
    told = [row["Key"].strip("`") for row in rows_of(indicators(), "Key")]
    assert sorted(told) == sorted(taxon.key for taxon in taxonomy())


def test_every_spelling_of_a_unit_is_told_once() -> None:
    told = [
        spelling
        for row in rows_of(measure_words(), "Unit")
        for spelling in [row["Unit"], *row["Also written"].split()]
    ]
    assert sorted(told) == sorted(units())


def test_a_table_is_read_as_it_was_written() -> None:
    cells = (code("a|b"), text("c|d <e> *f*"), "")
    written = table(("One", "Two", "Three"), [cells])
    assert list(rows_of(written, "One", "Three")) == [dict(zip(("One", "Two", "Three"), cells, strict=True))]


def test_the_menu_is_what_the_lists_link_to() -> None:
    page = "# T\n\n- [A](a.md): one\n\n## Two\n\n- [B](../b.md#x): no\n- [C](../c.md)\n"
    assert with_contents(page) == (
        f"{page}\n\n```{{toctree}}\n:hidden:\n\nA <a>\n```\n\n```{{toctree}}\n:hidden:\n:caption: Two\n\nC <../c>\n```"
    )


def test_every_page_of_the_reference_is_readable_without_the_site() -> None:
    for page in (DOCS / "reference").glob("*.md"):
        remark = re.findall(
            r"<!-- begin .+? -->\n(.+?)<!-- end", page.read_text(encoding="utf-8"), flags=re.S
        )
        assert all("make docs" in text for text in remark), page.name

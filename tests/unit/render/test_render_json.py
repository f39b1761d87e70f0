"""Digests as JSON: written, read back, refused."""

import json

import pytest
from digest_builder import linjiang
from jsonschema import Draft202012Validator

from summarizer import resources
from summarizer.compare import comparison
from summarizer.errors import InputError
from summarizer.render import comparison_json, digest_from_json, digest_json, schemas


def _changed(**fields: object) -> str:
    return json.dumps(json.loads(digest_json(linjiang())) | fields)


def test_a_digest_is_read_back_as_it_was() -> None:
    text = digest_json(linjiang())
    assert digest_from_json(text) == linjiang()
    assert digest_json(digest_from_json(text)) == text


def test_the_json_is_readable_chinese_with_the_names_of_the_contract() -> None:
    text = digest_json(linjiang())
    assert text.endswith("}\n") and "监督工作" in text
    assert json.loads(text)["sections"][1]["class"] == "supervision"


def test_unknown_fields_are_ignored() -> None:
    assert digest_from_json(_changed(colour="red")) == linjiang()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "no digest", id="empty"),
        pytest.param("{", "no digest", id="cut off"),
        pytest.param("[]", "no digest", id="list"),
        pytest.param("[" * 100_000, "no digest", id="deep"),
        pytest.param("{}", "no digest: schema_version", id="no version"),
        pytest.param(_changed(schema_version="9.9"), "'9.9'", id="other version"),
        pytest.param(_changed(report=3), "damaged: report", id="wrong shape"),
        pytest.param(_changed(sections=[]), "no section", id="section missing"),
        pytest.param(_changed(glance=["i99"]), "no indicator 'i99'", id="indicator missing"),
        pytest.param(
            _changed(indicators=json.loads(digest_json(linjiang()))["indicators"] * 2), "one id", id="twice"
        ),
    ],
)
def test_what_is_no_digest_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        digest_from_json(text)
    assert words in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["many", "1e9", "NaN", "", "1/0", "0x1"])
def test_a_value_that_is_no_number_is_refused(value: str) -> None:
    rows = json.loads(digest_json(linjiang()))["indicators"]
    rows[0]["value"] = value
    with pytest.raises(InputError, match="indicators"):
        digest_from_json(_changed(indicators=rows))


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_file_is_fresh(name: str) -> None:
    assert resources.text("schemas", name) == schemas()[name], "stale: run `make schemas`"


def test_no_schema_file_is_left_over() -> None:
    assert resources.names("schemas") == sorted(schemas())


def test_what_is_written_fits_its_schema() -> None:
    for name, text in (
        ("digest.schema.json", digest_json(linjiang())),
        ("comparison.schema.json", comparison_json(comparison([linjiang(), linjiang()]))),
    ):
        schema = json.loads(schemas()[name])
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(json.loads(text))


def test_every_schema_has_a_title_and_a_description() -> None:
    for text in schemas().values():
        schema = json.loads(text)
        assert schema["$schema"].endswith("2020-12/schema") and schema["title"] and schema["description"]

"""What a reply has to look like: the types it is read into, and the strict JSON Schema made from them."""

from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summarizer.quantities import Qualifier

__all__ = ["SCHEMA_NAME", "WireReply", "WireRow", "WireSentence", "reply_schema"]

SCHEMA_NAME: Final = "report_digest"

_QUALIFIERS: dict[str, Any] = {"enum": [qualifier.value for qualifier in Qualifier]}


class _Wire(BaseModel):
    # Reading is more lenient than the schema that is sent: an endpoint may not enforce it.
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True, frozen=True)


class WireRow(_Wire):
    """`cite` is a marker's name, or the words of the source that hold the figure."""

    cite: str | None = Field(default="", json_schema_extra={"type": "string"})
    value: str | None = None
    qualifier: str = Field(default="", json_schema_extra=_QUALIFIERS)
    name_zh: str = ""
    name_en: str = ""

    @field_validator("qualifier", "name_zh", "name_en", mode="before")
    @classmethod
    def _said(cls, given: object) -> object:
        return "" if given is None else given


class WireSentence(_Wire):
    text: str
    cites: list[str] = Field(default_factory=list)

    @field_validator("cites", mode="before")
    @classmethod
    def _listed(cls, given: object) -> object:
        if given is None:
            return []
        return given if isinstance(given, list) else [given]


class WireReply(_Wire):
    rows: list[WireRow]
    sentences: list[WireSentence]


def reply_schema() -> dict[str, Any]:
    """The JSON Schema of every reply, the same for all requests: all properties required, none beyond them, no references."""
    schema = WireReply.model_json_schema()
    strict: dict[str, Any] = _strict(schema, schema.get("$defs", {}))
    return strict


def _strict(node: Any, definitions: dict[str, Any]) -> Any:
    """`node` as the strict mode of providers wants it, references replaced by what they name."""
    if isinstance(node, list):
        return [_strict(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _strict(definitions[node["$ref"].rpartition("/")[2]], definitions)
    if node.get("type") == "object":
        properties = {name: _strict(value, definitions) for name, value in node["properties"].items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    if isinstance(node.get("type"), str):
        # A declared plain type wins over the alternatives that only reading tolerates.
        node = {key: value for key, value in node.items() if key != "anyOf"}
    return {
        key: _strict(value, definitions) for key, value in node.items() if key not in {"title", "default"}
    }

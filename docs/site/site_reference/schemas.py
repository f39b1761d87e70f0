"""The fields of the JSON Schemas, from the schemas themselves."""

import json
from typing import Any

from site_reference.markdown import code, table, text
from summarizer.render.schema import schemas

__all__ = ["schema_tables"]


def schema_tables() -> str:
    return "\n".join(_schema(name, json.loads(content)) for name, content in schemas().items())


def _schema(file: str, schema: dict[str, Any]) -> str:
    name = schema["title"]
    parts = [f"## {name}\n", f"{schema['description']} File: `schemas/{file}`.\n", _fields(schema, name)]
    for part, definition in sorted(schema.get("$defs", {}).items()):
        parts += [
            f"### {name}: {part}\n",
            f"{definition.get('description', '')}\n",
            _fields(definition, name),
        ]
    return "\n".join(parts)


def _fields(schema: dict[str, Any], name: str) -> str:
    if "enum" in schema:
        return "One of: " + ", ".join(code(str(value)) for value in schema["enum"]) + ".\n"
    rows = [
        (code(field), _kind(inner, name), text(inner.get("description", "")))
        for field, inner in schema.get("properties", {}).items()
    ]
    return table(("Field", "Type", "Meaning"), rows) if rows else ""


def _kind(schema: dict[str, Any], name: str) -> str:
    """The type in words, with a link to the part that has its own table."""
    match schema:
        case {"$ref": reference}:
            part = reference.rsplit("/", 1)[-1]
            return f"[{part}](#{name.lower()}-{part.lower()})"
        case {"anyOf": kinds}:
            return " or ".join(_kind(kind, name) for kind in kinds)
        case {"type": "array", "items": items}:
            return f"list of {_kind(items, name)}"
        case {"type": "array", "prefixItems": items}:
            return f"list of {', '.join(_kind(item, name) for item in items)}"
        case {"type": "object", "additionalProperties": dict(values)}:
            return f"object of {_kind(values, name)}"
        case {"const": value}:
            return code(str(value))
        case {"enum": values}:
            return " ".join(code(str(value)) for value in values)
        case {"type": list(kinds)}:
            return " or ".join(kinds)
        case {"type": kind}:
            return str(kind)
        case _:
            return "any"

"""JSON Schemas of what the program writes and reads, generated from the types."""

import json
from typing import Any

from pydantic import BaseModel

from summarizer.compare import Comparison
from summarizer.digest import Digest
from summarizer.prompting.reply_schema import reply_schema

__all__ = ["schemas"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DIGEST = (
    "Everything found and written about one report. Numeric values are decimal strings in base units, offsets half-open \
code-point positions in the source text."
)
_COMPARISON = "Several reports side by side, by taxonomy key, unit and aspect."
_REPLY = "What a language model is asked to answer about one chunk of a report, in the strict form of structured output."


def _titled(schema: dict[str, Any], title: str, description: str) -> str:
    whole = {"$schema": _DIALECT, "title": title, "description": description}
    whole |= {key: value for key, value in schema.items() if key not in whole}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _written(model: type[BaseModel]) -> dict[str, Any]:
    # As it is written: a field with a default is always there.
    return model.model_json_schema(by_alias=True, mode="serialization")


def schemas() -> dict[str, str]:
    """The text of every file in `schemas/` by its name; the same bytes on every run."""
    return {
        "comparison.schema.json": _titled(_written(Comparison), "Comparison", _COMPARISON),
        "digest.schema.json": _titled(_written(Digest), "Digest", _DIGEST),
        "reply.schema.json": _titled(reply_schema(), "Reply", _REPLY),
    }

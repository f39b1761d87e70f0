"""Digest or comparison → what people read."""

from summarizer.render.json import comparison_json, digest_from_json, digest_json, saved_digest
from summarizer.render.markdown import briefing
from summarizer.render.schema import schemas
from summarizer.render.side_by_side import comparison_markdown

__all__ = [
    "briefing",
    "comparison_json",
    "comparison_markdown",
    "digest_from_json",
    "digest_json",
    "saved_digest",
    "schemas",
]

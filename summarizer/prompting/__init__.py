"""`Chunk` → `Request`: messages with evidence markers, and the schema of the reply.

The types a reply is read into stand in `prompting.reply_schema`, apart, because they need pydantic.
"""

from summarizer.prompting.anchors import Anchored, anchored, marker_letter
from summarizer.prompting.request import Draft, Message, Request, Row, Sentence
from summarizer.prompting.section_digest import request_for

__all__ = [
    "Anchored",
    "Draft",
    "Message",
    "Request",
    "Row",
    "Sentence",
    "anchored",
    "marker_letter",
    "request_for",
]

"""`Chunk` → `Request`: messages with evidence markers, and the schema of the reply.

The types a reply is read into stand in `prompting.reply_schema`, apart, because they need pydantic.
"""

from summarizer.prompting.anchors import Anchored, anchored, clause_lines, marker_letter
from summarizer.prompting.build import built
from summarizer.prompting.prompt import Prompt, Prompts
from summarizer.prompting.request import AnchorForm, Draft, Message, Request, Row, Sentence
from summarizer.prompting.section_digest import request_for
from summarizer.prompting.slots import fenced, glossary, report_slots

__all__ = [
    "AnchorForm",
    "Anchored",
    "Draft",
    "Message",
    "Prompt",
    "Prompts",
    "Request",
    "Row",
    "Sentence",
    "anchored",
    "built",
    "clause_lines",
    "fenced",
    "glossary",
    "marker_letter",
    "report_slots",
    "request_for",
]

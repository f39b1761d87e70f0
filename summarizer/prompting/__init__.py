"""`Chunk` → `Request`: messages with evidence markers, and the schema of the reply.

The types a reply is read into stand in `prompting.reply_schema`, apart, because they need pydantic.
"""

from summarizer.prompting.anchors import Anchored, anchored, marker_letter
from summarizer.prompting.comparison import comparison_request
from summarizer.prompting.overview import overview_request
from summarizer.prompting.prompt import Prompt, Prompts
from summarizer.prompting.request import AnchorForm, Draft, Message, Request, Row, Sentence
from summarizer.prompting.second_look import FailedClaim, gleaning_request, repair_request
from summarizer.prompting.section_digest import request_for

__all__ = [
    "AnchorForm",
    "Anchored",
    "Draft",
    "FailedClaim",
    "Message",
    "Prompt",
    "Prompts",
    "Request",
    "Row",
    "Sentence",
    "anchored",
    "comparison_request",
    "gleaning_request",
    "marker_letter",
    "overview_request",
    "repair_request",
    "request_for",
]

"""The text of a reply → `Draft`: rows and sentences with their markers resolved."""

import json
import re
from dataclasses import dataclass
from typing import Any

from summarizer.claims.citation import Citations
from summarizer.prompting import Draft, Request

__all__ = ["Malformed", "draft_of"]

_FENCE = re.compile(r"```[A-Za-z]*\s*\n(.*?)```", re.DOTALL)
_THOUGHT_END = "</think>"
# No answer has more rows or sentences than this and three times the figures asked about: a model that repeats itself, or an endpoint that
# wants every one of them checked and asked about again.
_ROOM = 60


@dataclass(frozen=True, slots=True)
class Malformed:
    """A reply that cannot be read at all; `why` is one clause."""

    why: str


def draft_of(content: str, request: Request) -> Draft | Malformed:
    """What the reply to `request` says. Never raises: a reply that is no such object is `Malformed`.

    Tolerated: a thought before the object, a code fence or prose around it, fields beyond the agreed ones. A row or sentence
    without the agreed shape is left out and counted, and so is what goes on far beyond what was asked; the rest stands. A marker
    echoed inside a name, quote or sentence becomes a citation and is removed; one that is not in this chunk counts as an invalid
    citation and resolves to nothing.
    """
    # Imported here because it needs pydantic, which a run without a model should not have to load.
    from summarizer.claims.reader import Reader

    reply = _object(content)
    if isinstance(reply, Malformed):
        return reply
    rows, sentences = reply.get("rows"), reply.get("sentences")
    if not isinstance(rows, list) or not isinstance(sentences, list):
        return Malformed("the reply has not the agreed shape: no lists `rows` and `sentences`")
    most = _ROOM + 3 * len(request.markers)
    return Reader(Citations(request.letter, request.markers), most=most).draft(rows, sentences)


def _object(content: str) -> dict[str, Any] | Malformed:
    """The JSON object in a reply's text."""
    text = content.lstrip("\ufeff \t\r\n")
    if text.startswith("<think>"):
        _, end, text = text.partition(_THOUGHT_END)
        if not end:
            return Malformed("the reply ends inside the model's thoughts")
    text = text.strip()
    fenced = _FENCE.search(text)
    start = text.find("{")
    for candidate in (text, fenced[1] if fenced else "", text[start:] if start > 0 else ""):
        value = _leading_json(candidate)
        if isinstance(value, dict):
            return value
    return Malformed("the reply is no JSON object")


def _leading_json(text: str) -> Any:
    """The JSON value that `text` begins with, or None."""
    try:
        return json.JSONDecoder().raw_decode(text.strip())[0]
    except (ValueError, RecursionError):
        return None

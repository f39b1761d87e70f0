"""`Chunk` → `Request`: messages with evidence markers, and the schema of the reply."""

from summarizer.prompting.request import Draft, Message, Request, Row, Sentence

__all__ = ["Draft", "Message", "Request", "Row", "Sentence"]

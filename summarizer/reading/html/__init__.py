"""Web pages → text: what a reader of the page sees, and which of it is the article."""

from summarizer.reading.html.page import extract_html

__all__ = ["extract_html"]

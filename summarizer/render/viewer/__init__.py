"""The report and its digest side by side, every figure tied to the characters that carry it."""

from summarizer.render.viewer.page import evidence_viewer, viewer_page

__all__ = ["evidence_viewer", "viewer_page"]

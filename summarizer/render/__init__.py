"""Digest or comparison → what people read."""

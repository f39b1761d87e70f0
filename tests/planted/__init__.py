"""Bugs planted on purpose, to see that the laws catch them."""

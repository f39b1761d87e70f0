"""How many examples a law is held against: as many as it names, times what the Hypothesis profile multiplies by.

`ours` takes them as they are; `long`, of `make slow`, ten times as many.
"""

from hypothesis import settings

__all__ = ["USUAL", "examples"]

USUAL = 100


def examples(count: int) -> settings:
    """A decorator for a law that needs `count` examples where one without it has a hundred."""
    return settings(max_examples=count * settings().max_examples // USUAL)

"""The parts of the site that are made whenever it is built: the reference from the program, the menu from lists of links.

A page in docs/reference/ holds `<!-- begin NAME -->`, a sentence for those who read it elsewhere, and `<!-- end NAME -->`. What
stands between is replaced by the Markdown that the function of that name gives.
"""

import re
from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx

from site_reference.commands import commands
from site_reference.contents import with_contents
from site_reference.library import library, missing_name, shown_signature
from site_reference.schemas import schema_tables
from site_reference.settings import settings
from site_reference.tables_of_terms import indicators, measure_words
from site_reference.verdicts import reasons

__all__ = ["PARTS", "filled", "setup"]

PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "indicators": indicators,
    "library": library,
    "measure words": measure_words,
    "reasons": reasons,
    "schemas": schema_tables,
    "settings": settings,
}
_MADE = "docs/reference/"
_LISTS = {"docs/index", "docs/decisions/README", "examples/README"}
_PLACE = re.compile(r"^<!-- begin ([\w ]+) -->\n.*?^<!-- end \1 -->$", flags=re.M | re.S)


def filled(page: str) -> str:
    """The page with every marked place filled. Raises KeyError for a name that no part has."""
    return _PLACE.sub(lambda place: PARTS[place[1]](), page)


def _fill(app: Sphinx, docname: str, source: list[str]) -> None:
    if docname.startswith(_MADE):
        source[0] = filled(source[0])
    elif docname in _LISTS:
        source[0] = with_contents(source[0])


def _follow_program(
    app: Sphinx, env: Any, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """The pages that are made from the program are read anew at every build."""
    return [name for name in env.found_docs if name.startswith(_MADE)]


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _follow_program)
    app.connect("autodoc-process-signature", shown_signature)
    app.connect("missing-reference", missing_name)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

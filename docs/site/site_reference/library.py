"""The public names of the package, documented by their docstrings."""

import inspect
import re
from enum import Enum

from docutils import nodes
from pydantic import BaseModel
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

import summarizer
from summarizer import quantities, reading, verify

__all__ = ["library", "missing_name", "shown_signature"]

_BENEATH = {
    quantities: ("Indicator", "Mention", "Kind", "Qualifier", "Aspect", "mentions_zh", "mentions_en", "number_of", "number_text"),
    reading: ("Source", "Span"),
    verify: ("NumberFinding", "Reason", "relations", "Relation", "RelationKind"),
}  # fmt: skip
"""Names of packages that what the public functions take and give is made of."""


def library() -> str:
    parts = ["## summarizer\n", *(_entry("summarizer", name) for name in summarizer.__all__)]
    for package, names in _BENEATH.items():
        parts += [f"## {package.__name__}\n", *(_entry(package.__name__, name) for name in names)]
    return "\n".join(parts)


def _entry(package: str, name: str) -> str:
    thing = getattr(__import__(package, fromlist=[name]), name)
    if inspect.isfunction(thing):
        directive = f".. autofunction:: {package}.{name}\n"
    elif issubclass(thing, BaseModel):
        # Its fields have a page of their own.
        directive = f".. autoclass:: {package}.{name}()\n"
    elif issubclass(thing, Enum):
        directive = f".. autoclass:: {package}.{name}()\n   :members:\n   :undoc-members:\n   :member-order: bysource\n"
    else:
        # The fields of a dataclass stand in its signature.
        directive = f".. autoclass:: {package}.{name}\n   :members:\n"
    return f"```{{eval-rst}}\n{directive}```\n"


def shown_signature(
    app: Sphinx,
    what: str,
    name: str,
    thing: object,
    options: object,
    signature: str | None,
    returned: str | None,
) -> tuple[str, str | None] | None:
    """The signature with `...` for defaults that are no Python (`<factory>`), which would keep it from being read."""
    return (re.sub(r"<[^<>]+>", "...", signature), returned) if signature else None


def missing_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, shown: nodes.TextElement
) -> nodes.Node | None:
    """What a type in a signature leads to: the class where it is documented under its public name, else nowhere."""
    if node["refdomain"] != "py":
        return None
    called = node["reftarget"].rpartition(".")[2]
    for name, entry in env.domains.python_domain.objects.items():
        if entry.objtype == "class" and name.rpartition(".")[2] == called:
            return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, shown, name)
    return shown

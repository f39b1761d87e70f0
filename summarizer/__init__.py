"""English briefings, JSON digests and comparisons of Chinese work reports, every number checked against the source.

    from summarizer import PageFormat, briefing, digest_report, read, written

    doc = read(data, name="report.txt")
    print(written(briefing(digest_report(doc)), PageFormat.MARKDOWN))

The names below are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.claims import Claim
    from summarizer.compare import comparison
    from summarizer.digest import Digest
    from summarizer.formats import PageFormat, written
    from summarizer.pipeline import ModelWriter, digest_report, survey
    from summarizer.quantities import Inventory
    from summarizer.reading import Document, read
    from summarizer.render import (
        BriefingOptions,
        briefing,
        digest_from_json,
        digest_json,
        evidence_viewer,
        side_by_side,
    )
    from summarizer.verify import Finding, Verdict
    from summarizer.verify.source import check, check_text

__version__ = "0.1.0"

__all__ = [
    "BriefingOptions",
    "Claim",
    "Digest",
    "Document",
    "Finding",
    "Inventory",
    "ModelWriter",
    "PageFormat",
    "Verdict",
    "briefing",
    "check",
    "check_text",
    "comparison",
    "digest_from_json",
    "digest_json",
    "digest_report",
    "evidence_viewer",
    "read",
    "side_by_side",
    "survey",
    "written",
]

_HOME = {
    "BriefingOptions": "render",
    "Claim": "claims",
    "Digest": "digest",
    "Document": "reading",
    "Finding": "verify",
    "Inventory": "quantities",
    "ModelWriter": "pipeline",
    "PageFormat": "formats",
    "Verdict": "verify",
    "briefing": "render",
    "check": "verify.source",
    "check_text": "verify.source",
    "comparison": "compare",
    "side_by_side": "render",
    "digest_from_json": "render",
    "digest_json": "render",
    "digest_report": "pipeline",
    "evidence_viewer": "render",
    "read": "reading",
    "survey": "pipeline",
    "written": "formats",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)

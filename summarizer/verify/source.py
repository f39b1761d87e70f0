"""Claims and texts checked against a report as it was read: the report is prepared at the first call and kept."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from summarizer.claims import Claim
from summarizer.outline import outline
from summarizer.quantities import Inventory, inventory
from summarizer.reading import Document
from summarizer.verify import claim_check, text_check
from summarizer.verify.finding import Finding, NumberFinding

__all__ = ["check", "check_text"]

_KEPT = 8


def check(claim: Claim | Mapping[str, object], source: Document | Inventory) -> Finding:
    """The verdict on one claim, with reason, evidence, the figures weighed and a sentence for the reader.

    A mapping is what another program says, such as a line of a claims file or a model's reply (`Claim.of`). The first claim about
    a document costs reading its figures, the next ones a fraction of a millisecond. Raises ValueError for a mapping whose fields
    are of the wrong type.

    >>> from summarizer import Claim, check, read
    >>> report = read("听取专项工作报告19项，开展执法检查5次。".encode(), name="report.txt")
    >>> check(Claim(name_zh="听取专项工作报告", value="19", unit="项"), report).verdict.value
    'supported'
    >>> print(check({"name_zh": "执法检查", "value": 19}, report).message)
    The source says “开展执法检查5次”; 19 belongs to “听取专项工作报告” (19项).
    """
    stated = claim if isinstance(claim, Claim) else Claim.of(claim)
    return claim_check.check(stated, _inventory_of(source))


def check_text(text: str, source: Document | Inventory) -> list[NumberFinding]:
    """The verdict on every number of an English or Chinese text that cites nothing, in its order."""
    return text_check.check_text(text, _inventory_of(source))


# By identity, with the document kept alive beside it: a document has a mapping inside and cannot be hashed.
_PREPARED: OrderedDict[int, tuple[Document, Inventory]] = OrderedDict()
_PREPARING = Lock()  # a chain may check from several threads at once


def _inventory_of(source: Document | Inventory) -> Inventory:
    if isinstance(source, Inventory):
        return source
    with _PREPARING:
        doc, found = _PREPARED.get(id(source), (None, None))
        if doc is not source or found is None:
            found = inventory(source, outline(source))
            _PREPARED[id(source)] = (source, found)
        _PREPARED.move_to_end(id(source))
        while len(_PREPARED) > _KEPT:
            _PREPARED.popitem(last=False)
        return found

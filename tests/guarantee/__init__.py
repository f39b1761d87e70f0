"""The guarantee as a test kit: hostile model replies, hostile digests, and an oracle that reads what was rendered."""

from guarantee.hostile_digests import hostile_digests
from guarantee.hostile_replies import REPLIES, digest_of
from guarantee.oracle import unsupported
from guarantee.renderers import RENDERERS, leaks
from guarantee.source import DOC, INVENTORY, SOURCE, TRUE, true_digest
from guarantee.told import told_in_digest_json, told_in_markdown

__all__ = [
    "DOC", "INVENTORY", "RENDERERS", "REPLIES", "SOURCE", "TRUE", "digest_of", "hostile_digests", "leaks", "told_in_digest_json",
    "told_in_markdown", "true_digest", "unsupported",
]  # fmt: skip

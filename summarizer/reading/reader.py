"""One call from the bytes of a file to a `Document`."""

import re
from hashlib import sha256

from summarizer.errors import NoReportText
from summarizer.lexicon.traditional import plain
from summarizer.reading.document import Document, Source
from summarizer.reading.extracted import Extracted, Recognise
from summarizer.reading.formats import extract
from summarizer.reading.limits import Limits
from summarizer.reading.metadata import report_meta
from summarizer.reading.regions import regions_of

__all__ = ["document_from", "read"]

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_EMPTY = "\ufeff \t\r\n\x0b\x0c\x85\xa0\u2028\u2029\u3000\u200b"


def read(
    data: bytes,
    *,
    name: str,
    limits: Limits = Limits(),
    require_chinese: bool = True,
    recognise: Recognise | None = None,
) -> Document:
    """The document in `data`, with its regions and what it says about itself.

    `name` is what errors and the source record call the file; nothing is concluded from it. `recognise` reads pages that are
    pictures. Raises `Undecodable` for formats and encodings that are not read, `NoReportText` for an empty file, one over
    `limits`, and (unless `require_chinese` is off) a text without a single Han character.
    """
    found = extract(data, name=name, limits=limits, recognise=recognise)
    return document_from(found, data, name=name, limits=limits, require_chinese=require_chinese)


def document_from(
    found: Extracted, data: bytes, *, name: str, limits: Limits, require_chinese: bool
) -> Document:
    """The document of what was extracted from `data`. Raises NoReportText as `read` does."""
    text = found.text
    limits.check_chars(len(text), name=name)
    if not text.strip(_EMPTY):
        raise NoReportText("the file is empty", where=name, hint="give the text of a report")
    if require_chinese and not _HAN.search(text):
        raise NoReportText(
            "the text holds no Chinese", where=name, hint="give the Chinese original of a report"
        )
    regions = regions_of(plain(text), given=found.regions)
    source = Source(
        name=name, sha256=sha256(data).hexdigest(), media_type=found.media_type, encoding=found.encoding
    )
    doc = Document(text, source, regions, layout=found.layout)
    return doc.with_meta(report_meta(doc.body))

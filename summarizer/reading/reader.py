"""One call from the bytes of a file to a `Document`."""

import re
from hashlib import sha256

from summarizer.errors import NoReportText
from summarizer.reading.body import body_of
from summarizer.reading.document import Document, Source
from summarizer.reading.encoding import Limits, decode
from summarizer.reading.metadata import report_meta
from summarizer.reading.regions import regions_of

__all__ = ["read"]

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


def read(data: bytes, *, name: str, limits: Limits = Limits(), require_chinese: bool = True) -> Document:
    """The document in `data`, with its regions and what it says about itself.

    `name` is what errors and the source record call the file; nothing is concluded from it. Raises `Undecodable` for what
    is no text in an encoding of Chinese, `NoReportText` for an empty file, one over `limits`, and (unless
    `require_chinese` is off) a text without a single Han character.
    """
    text, encoding = decode(data, name=name, limits=limits)
    if require_chinese and not _HAN.search(text):
        raise NoReportText(
            "the text holds no Chinese", where=name, hint="give the Chinese original of a report"
        )
    regions = regions_of(text)
    source = Source(name=name, sha256=sha256(data).hexdigest(), media_type="text/plain", encoding=encoding)
    return Document(text, source, regions, report_meta(body_of(text, regions)))

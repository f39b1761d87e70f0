"""Bytes of any format → text: one reader for each."""

from summarizer.errors import Undecodable
from summarizer.reading.encoding import decode
from summarizer.reading.extracted import Extracted, Recognise
from summarizer.reading.limits import Limits
from summarizer.reading.media import MediaType, media_type_of
from summarizer.reading.pdf import extract_pdf

__all__ = ["extract"]


def extract(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None = None) -> Extracted:
    """The text in `data`, whatever the format. `recognise` reads pages that are pictures; without it they are refused.

    Raises Undecodable for formats and encodings that are not read, NoReportText for an empty file or one over `limits`.
    """
    limits.check_bytes(len(data), name=name)
    match media_type_of(data, name=name):
        case MediaType.HTML:
            raise Undecodable("this looks like a web page (HTML)", where=name, hint="save it as text")
        case MediaType.DOCX:
            from summarizer.reading.docx import extract_docx

            return extract_docx(data, name=name, limits=limits)
        case MediaType.PDF:
            return extract_pdf(data, name=name, limits=limits, recognise=recognise)
        case MediaType.TEXT | MediaType.MARKDOWN:
            text, encoding = decode(data, name=name)
            return Extracted(text, MediaType.TEXT, encoding)

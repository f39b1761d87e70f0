"""Bytes of any format → text: one reader for each, loaded when it is needed."""

from dataclasses import replace

from summarizer.reading.encoding import decode
from summarizer.reading.extracted import Extracted, Recognise
from summarizer.reading.limits import Limits
from summarizer.reading.media import MediaType, media_type_of

__all__ = ["extract"]


def extract(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None = None) -> Extracted:
    """The text in `data`, whatever the format. `recognise` reads pages that are pictures; without it they are refused.

    Raises Undecodable for formats and encodings that are not read, NoReportText for an empty file or one over `limits`.
    """
    limits.check_bytes(len(data), name=name)
    match media_type_of(data, name=name):
        case MediaType.HTML:
            from summarizer.reading.html import extract_html

            return extract_html(data, name=name, limits=limits)
        case MediaType.MHTML:
            from summarizer.reading.html import extract_html
            from summarizer.reading.mhtml import page_in

            page = page_in(data, name=name)
            return replace(extract_html(page, name=name, limits=limits), media_type=MediaType.MHTML)
        case MediaType.DOCX:
            from summarizer.reading.docx import extract_docx

            return extract_docx(data, name=name, limits=limits)
        case MediaType.PDF:
            from summarizer.reading.pdf import extract_pdf

            return extract_pdf(data, name=name, limits=limits, recognise=recognise)
        case MediaType.MARKDOWN:
            from summarizer.reading.markdown import extract_markdown

            return extract_markdown(data, name=name, limits=limits)
        case MediaType.TEXT:
            text, encoding = decode(data, name=name)
            return Extracted(text, MediaType.TEXT, encoding)

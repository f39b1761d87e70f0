"""A web page saved as one file (.mht, .mhtml): the page itself, from among its pictures and styles."""

import re
from collections import deque
from email.message import Message
from email.parser import BytesHeaderParser

from summarizer.errors import NoReportText

__all__ = ["page_in"]

_HEADERS_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_LONGEST_HEADERS = 50_000  # bytes
_MOST_PARTS = 10_000


def page_in(data: bytes, *, name: str) -> bytes:
    """The bytes of the first page in the file, without its transfer encoding. Raises NoReportText where there is none.

    Parts are taken apart one after the other, however deep they stand in each other.
    """
    parts = deque([data.lstrip()])
    for _ in range(_MOST_PARTS):
        if not parts:
            break
        part = parts.popleft()
        headers, content = _parted(part)
        if headers.get_content_type() in {"text/html", "application/xhtml+xml"}:
            headers.set_payload(content.decode("ascii", "surrogateescape"))
            page = headers.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page
        elif headers.get_content_maintype() == "multipart":
            parts.extendleft(reversed(_inside(content, str(headers.get_param("boundary", "")))))
    raise NoReportText(
        "this saved web page holds no page", where=name, hint="save it as HTML, or copy its text into a file"
    )


def _parted(part: bytes) -> tuple[Message, bytes]:
    """The headers of a part and what follows them."""
    end = _HEADERS_END.search(part, 0, _LONGEST_HEADERS)
    headers = part[: end.start()] if end else b""
    return BytesHeaderParser().parsebytes(headers), part[end.end() :] if end else part


def _inside(content: bytes, boundary: str) -> list[bytes]:
    """The parts between the boundaries; none without a boundary."""
    if not boundary or len(boundary) > 200:
        return []
    mark = re.compile(
        rb"(?:^|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(?:--)?[ \t]*(?:\r?\n|$)"
    )
    return [part for part in mark.split(content)[1:] if part.strip()]

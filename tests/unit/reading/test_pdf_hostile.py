"""Damaged, locked and hostile PDFs are read or refused in one sentence, within limits, and nothing of pdfium's escapes."""

import subprocess
import sys
import zlib
from random import Random
from threading import Thread

import pypdfium2 as pdfium
import pytest
from pdf_builder import drawn, put, put_all, raw_pdf, stream
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from summarizer.errors import InputError, NoReportText, Undecodable
from summarizer.reading import Extracted, Limits, extract

LIMITS = Limits(max_chars=20_000, max_pages=50)
LINE = "全年召开常委会会议12次，听取和审议专项工作报告19项。"


def _page(canvas: Canvas) -> None:
    put_all(canvas, ((60, 740 - 20 * row, LINE) for row in range(10)))


def _extract(data: bytes, limits: Limits = LIMITS) -> Extracted:
    return extract(data, name="report.pdf", limits=limits)


def _one_page(content: bytes, page: bytes = b"", *more: bytes) -> bytes:
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> "
            + (page or b"/MediaBox [0 0 595 842]")
            + b" >>",
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


def _locked(user: str, *, strength: int = 128) -> bytes:
    return drawn(_page, locked=StandardEncryption(user, ownerPassword="owner", canPrint=0, strength=strength))


@pytest.mark.parametrize("strength", [40, 128])
def test_a_locked_file_that_opens_without_a_password_is_read(strength: int) -> None:
    assert LINE in _extract(_locked("", strength=strength)).text


@pytest.mark.parametrize("strength", [40, 128])
def test_a_file_with_a_password_says_so(strength: int) -> None:
    with pytest.raises(Undecodable, match="asks for a password") as caught:
        _extract(_locked("secret", strength=strength))
    assert "without one" in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + bytes(range(256)) * 40,
        b"%PDF-1.7\ntrailer << /Root 1 0 R >>\nstartxref\n999999999\n%%EOF",
        raw_pdf([b"<< /Type /Catalog >>"]),
        raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
        drawn(_page)[:300],
    ],
    ids=["head alone", "noise", "no table", "no pages", "none of 0", "cut off"],
)
def test_what_is_no_document_is_damaged(data: bytes) -> None:
    with pytest.raises(Undecodable, match=r"damaged|not text"):
        _extract(data)


def test_a_broken_table_of_objects_is_mended() -> None:
    data = drawn(_page)
    for broken in (
        data.replace(b"startxref", b"startxxxx"),
        data[: data.rindex(b"xref")],
        b"\n" * 500 + data,
    ):
        assert LINE in _extract(broken).text


def test_pages_that_are_the_catalogue() -> None:
    _read_or_refused(raw_pdf([b"<< /Type /Catalog /Pages 1 0 R >>"]))


def test_pages_that_are_their_own_parents_end() -> None:
    data = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 40 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 20 >>",
        ]
    )
    with pytest.raises(InputError):
        _extract(data)


def test_too_many_pages_are_refused_before_any_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium.PdfDocument, "get_page", lambda *_: pytest.fail("a page was opened"))
    data = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 10000 /Kids [%s] >>" % (b"3 0 R " * 10_000),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )
    with pytest.raises(NoReportText, match="10,000 pages, over the limit of 50 pages"):
        _extract(data)


def test_too_many_characters_are_refused_before_the_last_page() -> None:
    opened: list[int] = []

    def crowded(canvas: Canvas) -> None:
        opened.append(1)
        put_all(canvas, ((20, 820 - 5 * row, LINE * 3) for row in range(150)), 4)

    with pytest.raises(NoReportText, match="over the limit of 20,000 characters"):
        _extract(drawn(*[crowded] * 40))


@pytest.mark.parametrize(
    "box",
    [
        b"[0 0 0 0]",
        b"[0 0 1e30 1e30]",
        b"[595 842 0 0]",
        b"[-1e9 -1e9 1e9 1e9]",
        b"[0 0]",
        b"(x)",
        b"[0 0 1e-9 1e-9]",
    ],
)
def test_pages_of_no_size(box: bytes) -> None:
    data = _one_page(stream(b"BT /F1 12 Tf 60 700 Td (36 reports) Tj ET"), b"/MediaBox " + box)
    _read_or_refused(data)


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 1e38 0 0 1e38 0 0 Tm (36) Tj ET",
        b"BT /F1 -12 Tf 60 700 Td (36 reports) Tj ET",
        b"BT /F1 0 Tf 60 700 Td (36 reports) Tj ET",
        b"BT /F1 12 Tf 0 0 0 0 60 700 Tm (36 reports) Tj ET",
        b"q " * 100_000,
        b"BT " * 10_000 + b"/F1 12 Tf (36) Tj",
        b"/X Do " * 1000,
        b"[ " * 50_000,
    ],
    ids=["huge", "negative", "none", "flat", "saved", "texts", "itself", "arrays"],
)
def test_hostile_content(content: bytes) -> None:
    form = stream(
        b"/X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>",
    )
    _read_or_refused(_one_page(stream(content), b"", form))


def test_a_stream_that_unpacks_to_a_hundred_times_its_size() -> None:
    packed = zlib.compress(b"BT /F1 1 Tf 60 700 Td " + b"(36) Tj " * 200_000 + b"ET")
    with pytest.raises(NoReportText, match="characters"):
        _extract(_one_page(stream(packed, b"/Filter /FlateDecode")))


@pytest.mark.parametrize("kind", [b"JBIG2Decode", b"JPXDecode", b"DCTDecode", b"CCITTFaxDecode"])
def test_pictures_of_noise(kind: bytes) -> None:
    picture = stream(
        Random(7).randbytes(4000),
        b"/Type /XObject /Subtype /Image /Width 3000 /Height 3000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /"
        + kind,
    )
    data = _one_page(stream(b"q 595 0 0 842 0 0 cm /X Do Q"), b"", picture)
    with pytest.raises(Undecodable):
        _extract(data)
    extract(data, name="scan.pdf", limits=LIMITS, recognise=lambda picture: "办理建议36件。")


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_is_read_or_refused(seed: int) -> None:
    random = Random(seed)
    data = bytearray(drawn(_page, lambda canvas: put(canvas, 60, 700, LINE)))
    for _ in range(random.randint(1, 60)):
        data[random.randrange(8, len(data))] = random.randrange(256)
    if random.random() < 0.3:
        del data[random.randrange(len(data)) :]
    _read_or_refused(bytes(data))


def _read_or_refused(data: bytes) -> None:
    try:
        found = _extract(data)
    except InputError as error:
        assert "report.pdf" in str(error)
        return
    assert all(0 <= start <= len(found.text) for start in found.layout.starts)


def test_a_page_that_pdfium_cannot_open_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdfium.PdfDocument.get_page

    def broken(pdf: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
        if index == 1:
            raise pdfium.PdfiumError("Failed to load page.")
        return whole(pdf, index)

    monkeypatch.setattr(pdfium.PdfDocument, "get_page", broken)
    assert _extract(drawn(_page, _page, _page)).layout.unread == (2,)


@pytest.mark.parametrize("method", ["get_textpage", "get_bbox", "get_objects"])
def test_no_exception_of_pdfium_escapes(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise pdfium.PdfiumError("It failed.")

    monkeypatch.setattr(pdfium.PdfPage, method, broken)
    with pytest.raises(Undecodable):
        _extract(drawn(lambda canvas: put(canvas, 60, 700, "36件")))


def test_files_read_by_several_threads_are_all_read() -> None:
    data = drawn(*[_page] * 10)
    texts: list[str] = []
    threads = [Thread(target=lambda: texts.append(_extract(data).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 6 and len(set(texts)) == 1


def test_everything_is_closed_in_order() -> None:
    """pdfium says on stderr at the end of a process what was left open."""
    script = (
        "import sys\nfrom summarizer.reading import Limits, extract\nfrom summarizer.errors import InputError\n"
        "data = sys.stdin.buffer.read()\n"
        "for limits in (Limits(), Limits(max_chars=10), Limits(max_pages=1)):\n"
        "    try:\n        extract(data, name='x', limits=limits, recognise=lambda picture: '36')\n"
        "    except InputError:\n        pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        input=drawn(_page, lambda canvas: None, _page),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""

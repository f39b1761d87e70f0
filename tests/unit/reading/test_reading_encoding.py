"""Bytes to text: what decodes to what, and what is refused with which sentence."""

import hashlib

import pytest

from summarizer.errors import NoReportText, Undecodable
from summarizer.reading import Limits, read

REPORT = (
    "青河市人大常委会工作报告\r\n一年来,市人大常委会召开会议９次,审议了关于全市经济和社会发展的 3 个报告。\n"
    "我们在市委的领导下,坚持以人民为中心,为全市的发展作出了新的贡献。\n"
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(REPORT.encode(), "utf-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + REPORT.encode(), "utf-8-sig", id="utf-8 with mark"),
        pytest.param(b"\xff\xfe" + REPORT.encode("utf-16-le"), "utf-16", id="utf-16-le with mark"),
        pytest.param(b"\xfe\xff" + REPORT.encode("utf-16-be"), "utf-16", id="utf-16-be with mark"),
        pytest.param(REPORT.encode("utf-16-le"), "utf-16-le", id="utf-16-le"),
        pytest.param(REPORT.encode("utf-16-be"), "utf-16-be", id="utf-16-be"),
        pytest.param(REPORT.encode("gb18030"), "gb18030", id="gb18030"),
    ],
)
def test_every_encoding_gives_the_same_untouched_text(data: bytes, encoding: str) -> None:
    doc = read(data, name="report.txt")
    assert doc.text == REPORT
    assert doc.source.encoding == encoding
    assert doc.source.sha256 == hashlib.sha256(data).hexdigest()
    assert (doc.source.name, doc.source.media_type) == ("report.txt", "text/plain")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "PDF", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00" + bytes(40), "DOCX", id="docx"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "DOC", id="doc"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(20), "PNG", id="png"),
        pytest.param(b"{\\rtf1\\ansi " + b"a" * 20, "RTF", id="rtf"),
        pytest.param(REPORT.encode() + b"\0\0" + bytes(range(40)), "binary", id="NUL in text"),
        pytest.param(b"\x01\x02\x03\x04\x05" * 40, "binary", id="control characters"),
        pytest.param(f"<!DOCTYPE html>\n<html><body>{REPORT}</body></html>".encode(), "HTML", id="web page"),
        pytest.param(f"\n <HTML lang=zh><p>{REPORT}".encode("gb18030"), "HTML", id="web page in gb18030"),
        pytest.param(REPORT.encode()[:-5] + b"\xff\xff\xff", "none of the encodings", id="damaged utf-8"),
        pytest.param(
            "政府工作報告：我們在市委的領導下，堅持以人民為中心".encode("big5"),
            "none of the encodings",
            id="big5",
        ),
        pytest.param(
            ("대한민국 정부는 국민과 함께 경제 발전을 위하여 노력하고 있다 " * 8).encode("euc-kr"),
            "encodings",
            id="korean",
        ),
        pytest.param(
            "Überschüssige Gemüsebrühe für Ärzte".encode("latin-1"), "none of the encodings", id="latin-1"
        ),
    ],
)
def test_what_is_no_chinese_text_is_refused_with_one_sentence_and_a_way_out(data: bytes, says: str) -> None:
    with pytest.raises(Undecodable) as caught:
        read(data, name="odd.bin")
    assert says in str(caught.value)
    assert caught.value.where == "odd.bin"
    assert caught.value.hint


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\ufeff\u3000\n".encode(), b"\xff\xfe"])
def test_an_empty_file_holds_no_report(data: bytes) -> None:
    with pytest.raises(NoReportText, match="empty"):
        read(data, name="empty.txt")


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        pytest.param(Limits(max_bytes=10), "10 bytes", id="bytes"),
        pytest.param(Limits(max_chars=10), "10 characters", id="characters"),
    ],
)
def test_a_file_over_a_limit_is_told_the_limit_and_the_flag(limits: Limits, says: str) -> None:
    with pytest.raises(NoReportText, match=says) as caught:
        read(REPORT.encode(), name="long.txt", limits=limits)
    assert "--max-input" in caught.value.hint
    assert caught.value.exit_code == 3


def test_a_text_without_chinese_is_refused_unless_asked_for() -> None:
    data = b"The committee met 12 times in 2022."
    with pytest.raises(NoReportText, match="no Chinese"):
        read(data, name="en.txt")
    assert read(data, name="en.txt", require_chinese=False).text == data.decode()

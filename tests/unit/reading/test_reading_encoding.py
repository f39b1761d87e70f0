"""Bytes to text: what decodes to what, and what is refused with which sentence."""

import hashlib

import pytest

from summarizer.errors import NoReportText, Undecodable
from summarizer.reading import Limits, read
from summarizer.reading.mending import mended

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
        pytest.param(b"\xff\xfe\0\0" + REPORT.encode("utf-32-le"), "utf-32", id="utf-32-le with mark"),
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
        pytest.param(
            bytes(byte if at % 7 else 0xFF for at, byte in enumerate(REPORT.encode())),
            "none of the encodings",
            id="utf-8 with every seventh byte lost",
        ),
        pytest.param(
            ("대한민국 정부는 국민과 함께 경제 발전을 위하여 노력하고 있다 " * 8).encode("euc-kr"),
            "encodings",
            id="korean",
        ),
        pytest.param(
            ("日本国政府は国民とともに経済発展のために努力しています。" * 8).encode("shift_jis"),
            "encodings",
            id="japanese",
        ),
        pytest.param(("Правительство и народ вместе. " * 8).encode("cp1251"), "encodings", id="russian"),
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


TRADITIONAL = "青河市政府工作報告：一年來，我們在市委的領導下，堅持以人民為中心，完成投資１２．５億元。"


@pytest.mark.parametrize("codec", ["big5", "big5hkscs", "cp950"])
def test_big5_is_read_as_what_it_is(codec: str) -> None:
    doc = read(TRADITIONAL.encode(codec), name="hk.txt")
    assert (doc.text, doc.source.encoding) == (TRADITIONAL, "big5hkscs")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["增长5.2%", "一、主要工作", "全市", "一", "１月至９月，听取报告３项。"])
def test_a_few_characters_are_enough_to_tell_the_encoding(text: str, codec: str) -> None:
    assert read(text.encode(codec), name="short.txt").text == text


def test_what_only_gb18030_has_is_read() -> None:
    text = REPORT + "镕䶮㐂𠮷"
    assert read(text.encode("gb18030"), name="rare.txt").text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        pytest.param(REPORT * 3, "utf-8", id="utf-8"),
        pytest.param(REPORT * 3, "gb18030", id="gb18030"),
        pytest.param(TRADITIONAL * 6, "big5hkscs", id="big5"),
        pytest.param(REPORT * 3, "utf-16-le", id="utf-16-le"),
        pytest.param(REPORT * 3, "utf-16-be", id="utf-16-be"),
    ],
)
@pytest.mark.parametrize("damage", ["lost", "changed", "added"])
def test_a_damaged_byte_costs_the_characters_beside_it_and_no_others(
    text: str, codec: str, damage: str
) -> None:
    data = text.encode(codec)
    costs = []
    for place in range(20, len(data) - 20, 7):
        bad = {"lost": b"", "changed": b"\xff", "added": b"\xff" + data[place : place + 1]}[damage]
        found = read(data[:place] + bad + data[place + 1 :], name="damaged.txt").text
        before = next(at for at, (one, other) in enumerate(zip(text, found, strict=False)) if one != other)
        after = next(
            at for at, (one, other) in enumerate(zip(text[::-1], found[::-1], strict=False)) if one != other
        )
        costs.append(max(0, len(text) - before - after))
    assert max(costs) <= 8
    assert sum(costs) <= 3 * len(costs)


def test_bytes_that_belong_to_no_character_are_shown_as_lost() -> None:
    place = REPORT.encode("gb18030").index("召".encode("gb18030"))
    data = bytearray(REPORT.encode("gb18030"))
    data[place : place + 2] = b"\xff\xff"
    assert read(bytes(data), name="damaged.txt").text == REPORT.replace("召", "\ufffd\ufffd")


def test_mending_a_long_damaged_file_comes_to_its_end() -> None:
    data = b"\xb0" + ("全市主要发展工作" * 1_000_000).encode("gb18030")
    assert len(mended(data, "gb18030")) > 7_000_000

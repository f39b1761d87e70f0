"""Word documents made to do harm, damaged ones, and what only looks like one: read, or refused in one sentence."""

import random
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from reading_laws import assert_laws
from word_builder import p, package, r, relations, row, tbl, word, word_parts

from summarizer.errors import InputError, NoReportText, Undecodable
from summarizer.reading import Limits, extract, read

LIMITS = Limits(max_unpacked=3_000_000)


def _text(data: bytes, limits: Limits = LIMITS) -> str:
    return extract(data, name="r.docx", limits=limits).text


def _document(text: str | bytes) -> bytes:
    return package(word_parts("") | {"word/document.xml": text})


def _with(path: str, part: str | bytes) -> bytes:
    return package(word_parts(p("甲"), styles="", numbering="") | {path: part})


ENTITIES = '<!DOCTYPE x [<!ENTITY a "12"><!ENTITY b "&a;&a;&a;">]>'
FETCHED = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BODY = str(word_parts(p("甲"))["word/document.xml"])


def _encrypted() -> bytes:
    data = bytearray(word(p("甲")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def _lying(stated: int) -> bytes:
    """A document whose directory says that its text takes `stated` bytes unpacked."""
    data = bytearray(word(p("甲" * 2_000_000)))
    at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    data[at + 24 : at + 28] = struct.pack("<I", stated)
    return bytes(data)


def _crowded() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        for number in range(10_001):
            packed.writestr(str(number), b"")
    return file.getvalue()


REFUSED = [
    pytest.param(lambda: word(p("甲" * 2_000_000)), "unpacks to more than it may, over the limit of 3,000,000 bytes", id="a bomb"),
    pytest.param(lambda: word(p("甲"), styles="<w:style/>" * 310_000), "more than it may", id="a bomb among the styles"),
    pytest.param(lambda: _lying(100), "'word/document.xml' in it cannot be unpacked", id="a bomb that says it is small"),
    pytest.param(_crowded, "packs more than 10,000 files", id="too many entries"),
    pytest.param(lambda: _document(f"{ENTITIES}{BODY}"), "has a document type", id="entities"),
    pytest.param(lambda: _document(f"{FETCHED}{BODY}"), "has a document type", id="external entities"),
    pytest.param(lambda: _document(f"<!DOCTYPE x>{BODY}"), "has a document type", id="a document type"),
    pytest.param(lambda: _document(f"{ENTITIES}{BODY}".encode("utf-16")), "has a document type", id="in utf-16"),
    pytest.param(lambda: _with("word/styles.xml", f"{ENTITIES}<x/>"), "'word/styles.xml' in it has a document type", id="in another part"),
    pytest.param(lambda: _with("_rels/.rels", f"{FETCHED}<x/>"), "'_rels/.rels' in it has a document type", id="in the relationships"),
    pytest.param(lambda: word(p("&a;").replace("&amp;", "&")), "is no well-formed XML", id="an entity that is not defined"),
    pytest.param(lambda: word("<w:tbl><w:tr><w:tc>" * 10_000 + p("甲") + "</w:tc></w:tr></w:tbl>" * 10_000), "more than 256 elements inside one another", id="nested tables"),
    pytest.param(lambda: word("<w:sdt><w:sdtContent>" * 10_000 + p("甲") + "</w:sdtContent></w:sdt>" * 10_000), "more than 256 elements", id="nested controls"),
    pytest.param(lambda: word(p("甲"), numbering="<w:num/>" * 300_001), "has more than 300,000 pieces of markup", id="too many lists"),
    pytest.param(lambda: word("<w:p>"), "is no well-formed XML", id="cut markup"),
    pytest.param(lambda: _document(""), "is no well-formed XML", id="no markup"),
    pytest.param(lambda: _document('<?xml version="1.0" encoding="gb18030"?><x/>'), "says that its encoding is 'gb18030'", id="encoding"),
    pytest.param(lambda: _document("<x/>"), "this is no Word document", id="another root"),
    pytest.param(_encrypted, "the file has a password", id="a password"),
    pytest.param(lambda: package(word_parts(p("甲")), ZIP_BZIP2), "packed in a way that Word documents are not", id="bzip2"),
    pytest.param(lambda: package(word_parts(p("甲")), ZIP_LZMA), "packed in a way that Word documents are not", id="lzma"),
    pytest.param(lambda: word(p("甲"))[:-30], "broken or cut off", id="a cut end"),
    pytest.param(lambda: word(p("甲"))[:100], "broken or cut off", id="cut in the middle"),
    pytest.param(lambda: package(word_parts(p("甲甲甲")), ZIP_STORED).replace("甲甲甲".encode(), "乙乙乙".encode()), "cannot be unpacked", id="a wrong checksum"),
    pytest.param(lambda: package({"a.txt": "甲"}), "this looks like a ZIP archive, not a Word document (unpack it", id="an archive"),
    pytest.param(lambda: b"PK\x05\x06" + bytes(18), "this looks like a ZIP archive", id="an empty archive"),
    pytest.param(lambda: package({"inner.docx": word(p("甲"))}), "this looks like a ZIP archive", id="a document in an archive"),
    pytest.param(lambda: package({"META-INF/MANIFEST.MF": "", "A.class": ""}), "this looks like a ZIP archive", id="jar"),
    pytest.param(lambda: package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "an OpenDocument text (ODT), not a Word document (save it as .docx", id="odt"),
    pytest.param(lambda: package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "an OpenDocument file", id="ods"),
    pytest.param(lambda: package({"mimetype": "application/epub+zip", "META-INF/container.xml": ""}), "an electronic book (EPUB)", id="epub"),
    pytest.param(lambda: package({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), "an OFD document", id="ofd"),
    pytest.param(lambda: package({"Index/Document.iwa": ""}), "a document of Apple Pages", id="pages"),
    pytest.param(lambda: package({"_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}), "xl/workbook.xml": "<x/>"}), "an Excel workbook", id="xlsx"),
    pytest.param(lambda: package({"_rels/.rels": relations({"officeDocument": "ppt/presentation.xml"}), "ppt/presentation.xml": "<x/>"}), "a PowerPoint presentation", id="pptx"),
    pytest.param(lambda: package({path: part for path, part in word_parts(p("甲")).items() if path != "word/document.xml"}), "the part with its text is missing", id="no text part"),
    pytest.param(lambda: word(p()), "this Word document holds no text (where its pages are pictures", id="no text"),
    pytest.param(lambda: word("<w:altChunk r:id='x'/>" + p()), "keeps its text inside in another format", id="text as a web page inside"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "says"), REFUSED)
def test_what_is_refused_is_refused_in_one_sentence(make: Callable[[], bytes], says: str) -> None:
    with pytest.raises((Undecodable, NoReportText)) as caught:
        _text(make())
    message = str(caught.value)
    assert says in message
    assert message.startswith("r.docx: ") and "\n" not in message
    assert caught.value.hint


CHAIN = "".join(
    f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(5_000)
)  # fmt: skip


@pytest.mark.parametrize(
    ("make", "text"),
    [
        pytest.param(lambda: _with("word/_rels/document.xml.rels", relations({"styles": "http://127.0.0.1:9/s.xml", "attachedTemplate": "file:///etc/passwd"}, external=True)), "甲", id="relationships out of the package"),
        pytest.param(lambda: _with("_rels/.rels", relations({"officeDocument": "http://127.0.0.1:9/d.xml"}, external=True)), "甲", id="a text elsewhere, and one here"),
        pytest.param(lambda: _with("word/_rels/document.xml.rels", relations({"styles": "../../../../etc/passwd", "numbering": "nowhere.xml"})), "甲", id="targets that are not there"),
        pytest.param(lambda: _with("../../../evil.txt", "x"), "甲", id="a name that leads out of the package"),
        pytest.param(lambda: word("<w:altChunk r:id='x'/><w:subDoc r:id='y'/>" + p("甲")), "甲", id="documents inside"),
        pytest.param(lambda: word("".join(p("甲", properties=f'<w:pStyle w:val="s{n}"/>') for n in range(0, 5_000, 9)), styles=CHAIN), "\n".join("甲" * 556), id="a long chain of styles"),
        pytest.param(lambda: word(f"<w:p>{'<w:r><w:fldChar w:fldCharType=' + chr(34) + 'begin' + chr(34) + '/></w:r>'}</w:p>" * 5_000 + p("甲")), "\n" * 5_000 + "甲", id="fields without end"),
        pytest.param(lambda: word(tbl(row("甲", "乙")) * 1_000), "\n".join(["甲\t乙"] * 1_000), id="many tables"),
        pytest.param(lambda: word("<w:tr/><w:tc/><w:r/><w:t>x</w:t><w:txbxContent/><w:rPr/><w:pPr/>" + p("甲")), "甲", id="markup out of place"),
        pytest.param(lambda: word("<w:p><w:p>" + r("甲") + "</w:p>" + r("乙") + "</w:p>"), "甲\n乙", id="a paragraph in a paragraph"),
        pytest.param(lambda: b"PK\x03\x04".join([b"", word(p("甲"))[4:]]), "甲", id="nothing wrong"),
    ],
)  # fmt: skip
def test_what_is_read_all_the_same(make: Callable[[], bytes], text: str) -> None:
    assert _text(make()) == text


def test_only_the_parts_that_are_needed_are_unpacked() -> None:
    parts = word_parts(p("甲")) | {f"word/media/image{n}.png": bytes(2_000_000) for n in range(3)}
    assert _text(package(parts)) == "甲"


def test_a_paragraph_of_millions_of_characters_is_told_the_limit() -> None:
    data = word(p(*[r("增长5%，" * 50_000)] * 10))
    with pytest.raises(NoReportText, match="2,500,000 characters, over the limit of 2,000,000"):
        read(data, name="r.docx")


def test_a_name_in_the_package_cannot_break_the_message() -> None:
    parts = {path: part for path, part in word_parts(p("甲")).items() if path != "word/document.xml"}
    parts["_rels/.rels"] = relations({"officeDocument": "word/a\nb\x1b.xml".replace("\x1b", "&#x202e;")})
    with pytest.raises(InputError) as caught:
        _text(package(parts | {"word/a b\u202e.xml": "<w:"}))
    assert "\u202e" not in str(caught.value)


def _sealed(part: bytes) -> bytes:
    """A package with one part whose checksum fits whatever is in it."""
    return package(word_parts(p("甲")) | {"word/document.xml": part}, ZIP_STORED)


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_ends_in_a_sentence_or_a_document(seed: int) -> None:
    chance = random.Random(seed)
    whole = word(p("审议报告19项", r("秘", "<w:vanish/>")) + tbl(row("甲", "3")), styles="", numbering="")
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(4, len(data))]) if chance.random() < 0.2 else bytes(data)
        try:
            assert_laws(read(cut, name="r.docx", limits=LIMITS, require_chinese=False))
        except InputError as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_markup_ends_in_a_sentence_or_a_document(seed: int) -> None:
    chance = random.Random(seed)
    whole = str(word_parts(p("审议报告19项") + tbl(row("甲", "3")))["word/document.xml"]).encode()
    assert _text(_sealed(whole)) == "审议报告19项\n甲\t3"
    for _ in range(10):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert_laws(read(_sealed(bytes(data)), name="r.docx", limits=LIMITS, require_chinese=False))
        except InputError as error:
            assert "\n" not in str(error)

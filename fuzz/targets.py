"""What is fuzzed: each target takes bytes, makes a file of them and reads it. It returns for what is read or refused; all else is a find.

`text`, `pdf` and `package` mutate the file itself. The others read the bytes as a recipe, one piece of markup or text a byte, so that
the fuzzer finds its way to files that hold together.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from reading_laws import assert_laws

from summarizer.errors import InputError
from summarizer.reading import Limits, read

__all__ = ["SEEDS", "TARGETS"]

EXAMPLES = Path(__file__).parent.parent / "examples"
LIMITS = Limits(max_bytes=1_000_000, max_chars=200_000, max_unpacked=4_000_000, max_pages=50)

_WORDS = (
    "一、工作回顾", "（二）监督工作", "听取报告19项", "增长", "5.", "1%", "3万", "亿元", "，", "。", "\n", "　　", " ", "各位代表：",
    "青河市人大常委会工作报告", "第 3 页 共 9 页", "2023年", "1月8日", "名词解释", "【1】", "责任编辑：", "上一篇：", "分享到",
    "****多人次", "１２", "？？", "??", "\ufffd", "三分之二", "30余次", "\r\n", "\t", "\u200b", "𠮷", "|", "谢谢大家！",
)  # fmt: skip
_HTML = (
    *_WORDS, "<html>", "<body>", "</body>", "<p>", "</p>", "<div>", "</div>", "<div class=nav>", "<div id=zoom>", "<ul><li>", "</ul>",
    "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "<td colspan=3 rowspan=2>", "</td>", "</tr>", "</table>", "<br>", "<span>", "</span>",
    "<h1>", "</h1>", "<h2>", "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<sup>", "</sup>", "&nbsp;", "&#x4e00;",
    "&#0;", "&#x110000;", "<b", ">", "<div style='display:none'>", "<svg>", "<math>", "<template>", "<![CDATA[", "]]>", "<pre>", "<title>",
)  # fmt: skip
_MARKDOWN = (
    *_WORDS, "# ", "## ", "**", "__", "*", "_", "`", "```\n", "> ", "- ", "1. ", "[", "](", ")", "![", "<", ">", "|---|", "\n\n", "\\",
    "---\n", "    ", "[^1]", "[^1]: ", "<div>", "</div>", "<!--", "-->", "~~", "$",
)  # fmt: skip
# Elements that are opened; "/" closes the innermost that is open. A name with a blank in it has attributes.
_WORD = (
    *_WORDS, "/", "/", "/", "/", "<w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:del>", "<w:ins>", "<w:moveFrom>", "<w:sdt>", "<w:sdtContent>",
    "<w:hyperlink>", "<w:instrText>", "<w:txbxContent>", "<w:pPr>", "<w:rPr>", "<w:tcPr>", "<w:numPr>", "<w:ruby>", "<w:rt>", "<w:rubyBase>", "<w:smartTag>",
    "<w:tab/>", "<w:br/>", "<w:vanish/>", "<w:ilvl w:val='0'/>", "<w:ilvl w:val='8'/>", "<w:numId w:val='1'/>", "<w:gridSpan w:val='3'/>", "<w:vMerge/>",
    "<w:footnoteReference w:id='2'/>", "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='separate'/>", "<w:fldChar w:fldCharType='end'/>",
    "<w:pStyle w:val='1'/>", "<w:sym w:char='F06C'/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>",
)  # fmt: skip
_DRAWN = (
    "BT", "ET", "/F1 12 Tf", "1 0 0 1 72 700 Tm", "0 -18 Td", "200 0 Td", "<4E00300130034E1A> Tj", "<00310032002E0035> Tj", "T*", "q", "Q",
    "3 Tr", "0 Tr", "72 72 400 400 re f", "/X1 Do", "1 0 0 1 300 700 Tm", "(abc) Tj", "[<4E00> -900 <4E8C>] TJ", "0.1 0 0 0.1 0 0 cm", "<FFFF> Tj",
)  # fmt: skip

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_REL}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="{_REL}/footnotes" Target="footnotes.xml"/></Relationships>',
    "word/numbering.xml": f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    'w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    "word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2"><w:p><w:r><w:t>指3项</w:t></w:r></w:p></w:footnote></w:footnotes>',
}  # fmt: skip


def _recipe(data: bytes, pieces: Sequence[str]) -> str:
    return "".join(pieces[byte % len(pieces)] for byte in data[:2_000])


def _read(data: bytes) -> None:
    try:
        doc = read(data, name="fuzz", limits=LIMITS, require_chinese=False)
    except InputError:
        return
    assert_laws(doc)


def _text(data: bytes) -> None:
    _read(data)


def _words(data: bytes) -> None:
    _read(_recipe(data, _WORDS).encode())


def _encoding(data: bytes) -> None:
    """A report in one of the encodings, with bytes lost, changed and added where the fuzzer says."""
    codec = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")[data[0] % 5 if data else 0]
    file = bytearray(("全市工作报告：" + _recipe(data[1:60], _WORDS) * 9).encode(codec, "ignore"))
    for at in range(60, len(data) - 2, 3):
        place = (data[at] << 8 | data[at + 1]) % max(1, len(file))
        file[place : place + data[at] % 2] = bytes([data[at + 2]])
    _read(bytes(file))


def _html(data: bytes) -> None:
    _read(("<!doctype html>" + _recipe(data, _HTML)).encode())


def _markdown(data: bytes) -> None:
    _read(("# 青河市政府工作报告\n\n" + _recipe(data, _MARKDOWN)).encode())


def _docx(data: bytes) -> None:
    body = _tree(data, _WORD)
    _read(_package(f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'))


def _tree(data: bytes, pieces: Sequence[str]) -> str:
    """A recipe whose elements are all closed."""
    told: list[str] = []
    closing: list[str] = []
    for byte in data[:2_000]:
        piece = pieces[byte % len(pieces)]
        if piece == "/":
            told += [closing.pop()] if closing else []
            continue
        if piece.startswith("<w:") and not piece.endswith("/>"):
            closing.append(f"</{piece[1:]}")
        told.append(piece if piece.startswith("<") else escape(piece))
    return "".join([*told, *reversed(closing)])


def _package(document: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, part in {**_PARTS, "word/document.xml": document}.items():
            package.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()


def _packed(data: bytes) -> None:
    _read(data if data.startswith(b"PK\x03\x04") else b"PK\x03\x04" + data)


def _pdf(data: bytes) -> None:
    _read(data if data.startswith(b"%PDF-") else b"%PDF-1.7\n" + data)


def _page(data: bytes) -> None:
    _read(_drawn(_recipe(data, [f"{piece}\n" for piece in _DRAWN])))


def _drawn(content: str) -> bytes:
    """A PDF of two pages with this content, in a Chinese font that need not be there."""
    stream = content.encode("ascii")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>",
    )
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(file),
    )
    return bytes(file)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": _text,
    "words": _words,
    "encoding": _encoding,
    "html": _html,
    "markdown": _markdown,
    "docx": _docx,
    "package": _packed,
    "pdf": _pdf,
    "page": _page,
}


def _seeds(name: str) -> list[bytes]:
    recipes = [bytes(range(60)), bytes(range(0, 200, 3)), bytes(100), bytes([7, 3, 9, 20]) * 30]
    match name:
        case "text":
            return [path.read_bytes()[:4_000] for path in sorted(EXAMPLES.glob("*.txt"))]
        case "package":
            return [
                _package(
                    f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>报告3项</w:t></w:r></w:p></w:body></w:document>'
                )
            ]
        case "pdf":
            return [_drawn(_recipe(recipe, [f"{piece}\n" for piece in _DRAWN])) for recipe in recipes]
        case _:
            return recipes


SEEDS: dict[str, list[bytes]] = {name: _seeds(name) for name in TARGETS}

"""Web pages in any encoding, as pieces, and saved as one file."""

import base64
import quopri
from collections.abc import Callable

import pytest
from web_pages import ARTICLE, PAGES, TITLE, page, read_page

from summarizer.reading import Limits, extract, read

# ---- encodings


@pytest.mark.parametrize(
    ("codec", "declared", "expected"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb2312", "utf-8"),
        ("gbk", "utf-8", "gb18030"),
        ("gbk", "gb2312", "gb18030"),
        ("gb18030", "", "gb18030"),
        ("utf-8-sig", "gbk", "utf-8-sig"),
        ("utf-16", "gb2312", "utf-16"),
        ("utf-16-le", "utf-8", "utf-16-le"),
    ],
)
def test_a_charset_that_lies_is_not_believed(codec: str, declared: str, expected: str) -> None:
    markup = PAGES["trs"].replace('charset="utf-8"', f'charset="{declared}"' if declared else "")
    if codec == "gb18030":
        markup = markup.replace("各位代表：", "各位代表：〇㐂")
    found = extract(markup.encode(codec), name="page", limits=Limits())
    assert found.encoding == expected
    assert all(line in found.text for line in (TITLE, *ARTICLE[3:]))
    assert "\ufffd" not in found.text


def test_a_page_in_big5_is_read_whatever_it_declares() -> None:
    lines = [
        "楓橋縣人民代表大會常務委員會工作報告",
        "各位代表：",
        "全年聽取和審議專項工作報告19項，開展執法檢查5次，辦理代表建議146件。",
    ]
    markup = page("".join(f"<p>{line}</p>" for line in lines), title=lines[0])
    found = extract(markup.encode("big5hkscs", "ignore"), name="page", limits=Limits())
    assert (found.encoding, found.text) == ("big5hkscs", "\n".join(lines))


# ---- what comes in other wrappings


@pytest.mark.parametrize(
    "markup",
    [
        f"<!-- saved from url=(0030)http://www.example.cn/a.html -->\n{PAGES['word']}",
        PAGES["word"].replace("<!DOCTYPE html>", ""),
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
        + PAGES["word"]
        .replace("<!DOCTYPE html>", "")
        .replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"'),
        "\n\n" + PAGES["word"].split("<body>")[1].split("</body>")[0],
        "<P>" + "<P>".join([TITLE, *ARTICLE]),
        f"<div id='zoom'><font size=3>{'<br>'.join([TITLE, *ARTICLE])}</font></div>",
    ],
    ids=["saved", "no doctype", "xhtml", "piece", "unclosed piece", "piece of breaks"],
)
def test_pages_and_pieces_of_pages_are_known_by_their_content(markup: str) -> None:
    doc = read_page(markup)
    assert doc.source.media_type == "text/html"
    assert doc.body.text == "\n".join([TITLE, *ARTICLE])


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}</div>\n{ARTICLE[3]}<br>{ARTICLE[5]}</p>\n<br>{ARTICLE[6]}</div>",
        "<枫桥县工作报告>\n" + "\n".join(ARTICLE),
        "<" * 50 + "\n".join(ARTICLE),
        "<pre-2023>\n" + "\n".join(ARTICLE),
    ],
)
def test_a_text_with_residue_of_marks_is_no_page(text: str) -> None:
    assert read_page(text).source.media_type == "text/plain"


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file_is_read(encoding: str, codec: str) -> None:
    data = PAGES["trs"].encode(codec)
    coders: dict[str, Callable[[bytes], bytes]] = {
        "base64": base64.encodebytes,
        "quoted-printable": quopri.encodestring,
        "8bit": bytes,
    }
    coded = coders[encoding](data)
    mail = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.cn/a.html\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--9"\r\n\r\n\r\n'
        b"------Boundary--9\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        b"------Boundary--9\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
        + encoding.encode()
        + b"\r\n\r\n"
        + coded
        + b"\r\n------Boundary--9--\r\n"
    )
    doc = read(mail, name="page.mhtml")
    assert doc.source.media_type == "multipart/related"
    assert doc.body.text == "\n".join([TITLE, *ARTICLE])

"""Web pages made to do harm."""

import pytest
from web_pages import page, page_text, read_page

from summarizer.errors import NoReportText
from summarizer.reading import Limits, extract, read


def test_nothing_of_a_page_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda self, address: reached.append(address))
    head = '<link rel=stylesheet href="http://127.0.0.1:9/a.css"><base href="http://127.0.0.1:9/"><script src="http://127.0.0.1:9/a.js"></script>'
    markup = page(
        '<img src="http://127.0.0.1:9/a.png"><iframe src="http://127.0.0.1:9/"></iframe><p>全年开展检查12次。</p>',
        head=head,
        title="",
    ).replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    )
    assert "开展检查12次" in read_page(markup).text
    assert not reached


_DOCTYPE = "<!doctype html>"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "共5项。",
        "<b><i><a href=x>" * 50_000 + "共5项。",
        "<table><tr><td>" * 50_000 + "共5项。",
        "<ul><li>" * 50_000 + "共5项。",
        "".join(f"<font size={n}>" for n in range(2_000)) + "<p>" * 20_000 + "共5项。",
        "<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">共5项。",
        '<p style="' + "display:" * 300_000 + '">共5项。',
        "<br>" * 300_000 + "共5项。",
        "&nbsp;" * 300_000 + "共5项。",
        "<p>" + "\n" * 1_000_000 + "共5项。",
        "<table><tr><td rowspan=65534 colspan=1000>共5项。" + "<tr><td rowspan=65534 colspan=1000>" * 20_000,
        "<p>共5项。<!-- " * 100_000,
        "<p>共5项。<script>" + "</scrip" * 300_000,
        "<p>共5项。" + "</div></p></td>" * 100_000,
        '<p>共5项。<div class="' * 100_000,
    ],
    ids=lambda markup: markup[:16],
)
def test_a_hostile_page_is_read_to_its_end(markup: str) -> None:
    assert "5项" in read_page(_DOCTYPE + markup).text


def test_the_limit_of_characters_holds_for_a_page() -> None:
    with pytest.raises(NoReportText, match="the text has 900 characters, over the limit of 500"):
        extract(b"<!doctype html>" + b"<p>ab</p>" * 450, name="page", limits=Limits(max_chars=500))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>&#xD800;5项&#x110000;&#0;&#99999999999;</p>", "\ufffd5项\ufffd\ufffd\ufffd"),
        ("<p>甲<![CDATA[9项]]>乙</p>", "甲乙"),
        ("<p>&#128;5项</p>", "€5项"),
    ],
)
def test_references_to_no_character_are_shown_as_lost(markup: str, text: str) -> None:
    assert page_text(markup) == text
    text.encode("utf-8")


def test_saved_pages_made_of_parts_alone_are_read_to_their_end() -> None:
    nested = (
        b'Content-Type: multipart/related; boundary="b"\n\n'
        + b'--b\nContent-Type: multipart/related; boundary="b"\n\n' * 50_000
    )
    with pytest.raises(NoReportText, match="holds no page"):
        read(b"MIME-Version: 1.0\n" + nested, name="page")

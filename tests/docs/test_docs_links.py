"""Every link of a page leads somewhere, for those who read it on a code host; the site is checked when it is built."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from doc_tables import PAGES, page_name

_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", flags=re.M | re.S)
_LINK = re.compile(r"\]\(([^()\s]+(?:\([^()\s]*\))?[^()\s]*)\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", flags=re.M)


def links(page: Path) -> list[str]:
    return _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """The names that code hosts give to headings: small letters, no punctuation, hyphens for blanks, a number where one comes again."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    seen: Counter[str] = Counter()
    found = set()
    for heading in _HEADING.findall(text):
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


def test_a_link_in_code_is_none_and_headings_are_named_as_code_hosts_do(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One: two, 三\n\n## A\n\n## A\n\n[x](y.md#z) `[a](b)`\n\n```\n# [c](d)\n```\n", encoding="utf-8"
    )
    assert links(page) == ["y.md#z"]
    assert anchors(page) == {"one-two-三", "a", "a-1"}


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_links_to_files_and_headings_lead_there(page: Path) -> None:
    lost = []
    for link in links(page):
        if urlsplit(link).scheme:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_addresses_of_the_web_are_whole(page: Path) -> None:
    """They are not fetched."""
    for link in links(page):
        address = urlsplit(link)
        if address.scheme:
            assert address.scheme == "https", link
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", address.netloc), link

"""The words by which the furniture of pages shows itself."""

import re

import pytest

from summarizer.errors import LexiconError
from summarizer.lexicon import PortalRole, portal_pattern, portal_words
from summarizer.lexicon.portal import COLUMNS, portal_words_in
from summarizer.lexicon.table import rows


@pytest.mark.parametrize("role", PortalRole)
def test_every_role_has_words_without_blanks(role: PortalRole) -> None:
    words = portal_words(role)
    assert words
    assert all(not re.search(r"\s", word) for word in words)


def test_the_longest_phrase_is_found_first() -> None:
    found = portal_pattern("«label»").match("发布日期：")
    assert found is not None
    assert found.group() == "发布日期"


@pytest.mark.parametrize("row", ["menu\t首页\t", "sidebar\t首页\t", "menu\t\t"])
def test_a_bad_row_is_refused_with_its_line(row: str) -> None:
    table = "\n".join(["\t".join(COLUMNS), "menu\t首页\t", row])
    with pytest.raises(LexiconError) as caught:
        portal_words_in(rows("portal.tsv", table, COLUMNS))
    assert caught.value.where == "portal.tsv line 3"

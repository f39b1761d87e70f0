"""Words by which the furniture of web pages, papers and document sites shows itself."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from summarizer.lexicon.table import Row, table_rows

__all__ = ["PortalRole", "portal_pattern", "portal_words", "portal_words_in"]

COLUMNS = ("role", "phrase", "note")
_ROLE = re.compile("«([a-z]+)»")


class PortalRole(StrEnum):
    """Where a phrase stands in a line that is not the report."""

    MENU = "menu"  # an item of a menu or toolbar, whole
    CRUMB = "crumb"  # before a trail of links
    SWITCH = "switch"  # before the sizes of the letters
    LABEL = "label"  # before a colon, in what a page says of itself
    RECORD = "record"  # the same, such as no report has in its text
    LINK = "link"  # a line below the report begins so
    END = "end"  # the same, and everything after it is page
    CONTACT = "contact"  # before a colon, below the report
    MARK = "mark"  # somewhere in a line below the report
    DISCLAIMER = "disclaimer"  # a line below the report begins so, whatever follows
    SELLER = "seller"  # somewhere in a line of somebody who sells documents
    CAPTION = "caption"  # a line that tells what a picture shows begins so


def portal_words_in(table: Iterable[Row]) -> Mapping[PortalRole, tuple[str, ...]]:
    """The phrases of each role in the order of the rows. Raises LexiconError for an unknown role or a doubled phrase."""
    roles = [role.value for role in PortalRole]
    found: dict[PortalRole, dict[str, None]] = {role: {} for role in PortalRole}
    for row in table:
        role, phrase = PortalRole(row.choice("role", roles)), row.required("phrase")
        if phrase in found[role]:
            raise row.error(f"{phrase!r} is a {role} already", hint="keep one of the two")
        found[role][phrase] = None
    return {role: tuple(phrases) for role, phrases in found.items()}


@cache
def _all() -> Mapping[PortalRole, tuple[str, ...]]:
    return portal_words_in(table_rows("portal", COLUMNS))


@cache
def portal_words(role: PortalRole) -> frozenset[str]:
    """The phrases that have this role."""
    return frozenset(_all()[role])


@cache
def portal_pattern(template: str) -> re.Pattern[str]:
    """The pattern that `template` becomes when «role» in it stands for any phrase of that role; case does not count."""
    return re.compile(_ROLE.sub(lambda found: _any_of(PortalRole(found[1])), template), re.IGNORECASE)


def _any_of(role: PortalRole) -> str:
    """A pattern, as text, for the phrases of a role, the longest first."""
    phrases = sorted(portal_words(role), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(re.escape, phrases)) + ")"

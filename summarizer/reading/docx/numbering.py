"""The numbers and bullets that Word puts before paragraphs: `一、`, `（一）`, `1.`, `●`."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from summarizer.reading.docx.numerals import written
from summarizer.reading.docx.properties import flag, number, value
from summarizer.reading.docx.styles import Style, Styles

__all__ = ["Numbering"]

_LEVELS = 9
_LONGEST_LABEL = 60  # characters before it is filled in; a longer one is no label, and would be written before every paragraph
_NOWHERE = -1
_PLACE = re.compile(r"%([1-9])")
_BULLETS = frozenset("●○■□◆◇▲★•▪➢")
_DASHES = re.compile("[—―]{1,4}")
_CLOSING = "、）。，：．】〕」"  # after these nothing is put between label and text


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered. `restart`: the highest level (counted from 1) that starts it anew, 0 for none."""

    start: int
    form: str
    text: str
    parted: str
    restart: int | None
    digits: bool
    style: str | None

    @property
    def is_bullet(self) -> bool:
        return self.form == "bullet"


@dataclass(slots=True)
class _Definition:
    """An `abstractNum`: levels by their number from 0, and the style for lists that stands in for them."""

    levels: dict[int, _Level] = field(default_factory=dict)
    linked: str | None = None


@dataclass(slots=True)
class _List:
    """A `num`: whose levels it has, which of them it defines anew, and where it starts them."""

    definition: int
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document, counted on paragraph by paragraph.

    Lists of one definition count on from each other, as in Word; one that has a start of its own starts there when it is met
    for the first time.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[int, _Definition] = {}
        self._lists: dict[int, _List] = {}
        for entry in [] if root is None else root:
            if entry.tag == "abstractNum" and (id := number(entry.get("abstractNumId"))) is not None:
                self._definitions[id] = _definition(entry)
            elif entry.tag == "num" and (id := number(entry.get("numId"))) is not None:
                self._lists[id] = _list(entry)
        self._counts: defaultdict[int, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        self._started: set[tuple[int, int]] = set()

    def label(self, properties: Element | None, style: Style) -> str:
        """What stands before the next paragraph, which has these properties and this style: "" for one in no list.

        With the blank that parts it from the text, where one has to.
        """
        place = self._place(properties, style)
        if place is None:
            return ""
        id, level = place
        shown = self._lists[id]
        definition = self._definition_of(shown)
        if definition is None or self._level(shown, definition, level) is None:
            return ""
        return self._written(shown, definition, level, self._count(id, shown, definition, level))

    # ---- which list

    def _place(self, properties: Element | None, style: Style) -> tuple[int, int] | None:
        """List and level of a paragraph. What it says itself goes before what its style says."""
        own = number(value(properties, "numPr/numId"))
        id = style.list_id if own is None else own
        if not id or id not in self._lists:
            return None
        level = number(value(properties, "numPr/ilvl"))
        if level is None and own is None:
            level = self._level_of_style(id, style)
        return (id, level or 0) if (level or 0) < _LEVELS else None

    def _level_of_style(self, id: int, style: Style) -> int | None:
        """A level may name the style that it belongs to; else the style says its level."""
        shown = self._lists[id]
        definition = self._definition_of(shown)
        by_style = {
            level.style: place
            for place, level in (definition.levels.items() if definition else ())
            if level.style
        }
        return next((by_style[known] for known in style.chain if known in by_style), style.list_level)

    def _definition_of(self, shown: _List) -> _Definition | None:
        definition = self._definitions.get(shown.definition)
        if definition is None or definition.linked is None:
            return definition
        # Its levels are those of a style for lists, which names a list that has them.
        other = self._lists.get(self._styles.list_id(definition.linked) or 0)
        return definition if other is None else self._definitions.get(other.definition, definition)

    def _level(self, shown: _List, definition: _Definition, level: int) -> _Level | None:
        """The level, or the nearest above it where it is not defined."""
        for place in range(level, -1, -1):
            found = shown.levels.get(place) or definition.levels.get(place)
            if found is not None:
                return found
        return None

    # ---- counting

    def _count(self, id: int, shown: _List, definition: _Definition, level: int) -> list[int]:
        """The numbers of this paragraph, from the outermost level to its own."""
        counts = self._counts[shown.definition]
        for place in range(level):
            if counts[place] is None:
                counts[place] = self._start(shown, definition, place)
        current = counts[level]
        if current is None or (level in shown.starts and (id, level) not in self._started):
            counts[level] = self._start(shown, definition, level)
        else:
            counts[level] = current + 1
        self._started.add((id, level))
        for deeper in range(level + 1, _LEVELS):
            below = self._level(shown, definition, deeper)
            if below is None or below.restart is None or level < below.restart:
                counts[deeper] = None
        return [count or 0 for count in counts[: level + 1]]

    def _start(self, shown: _List, definition: _Definition, level: int) -> int:
        found = self._level(shown, definition, level)
        return shown.starts.get(level, found.start if found else 1)

    def _written(self, shown: _List, definition: _Definition, level: int, counts: list[int]) -> str:
        own = self._level(shown, definition, level)
        if own is None:
            return ""
        if own.is_bullet:
            return _bullet(own.text)

        def counted(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            other = self._level(shown, definition, place)
            if place > level or other is None or other.is_bullet:
                return ""
            digits = own.digits and other.form != "none"
            return written(counts[place], "decimal" if digits else other.form)

        label = _PLACE.sub(counted, own.text)
        if not label or label[-1] in _CLOSING:
            return label
        # Never a figure of the text directly behind one of the label: 1.2023年.
        return label + (own.parted or (" " if label[-1] in ".．" or label[-1].isdecimal() else ""))


def _bullet(text: str) -> str:
    """A bullet that the rest of the program knows; those of symbol fonts, and a dash that could be a minus, are shown as a dot."""
    sign = text.strip()
    if not sign:
        return ""
    return sign if sign in _BULLETS or _DASHES.fullmatch(sign) else "●"


def _definition(entry: Element) -> _Definition:
    levels = {place: _level(level) for level in entry.iter("lvl") if (place := _place(level)) is not None}
    return _Definition(levels, value(entry, "numStyleLink"))


def _list(entry: Element) -> _List:
    definition = number(value(entry, "abstractNumId"))
    found = _List(_NOWHERE if definition is None else definition)
    for override in entry.iter("lvlOverride"):
        place = _place(override)
        if place is None:
            continue
        start = number(value(override, "startOverride"))
        if start is not None:
            found.starts[place] = start
        level = override.find("lvl")
        if level is not None:
            found.levels[place] = _level(level)
    return found


def _place(entry: Element) -> int | None:
    place = number(entry.get("ilvl"))
    return place if place is not None and place < _LEVELS else None


def _level(entry: Element) -> _Level:
    text = value(entry, "lvlText") or ""
    if len(text) > _LONGEST_LABEL or flag(entry.find("rPr"), "vanish"):
        text = ""
    start = number(value(entry, "start"))
    return _Level(
        start=0 if start is None else start,
        form=value(entry, "numFmt") or "decimal",
        text=text,
        parted="" if value(entry, "suff") == "nothing" else " ",
        restart=number(value(entry, "lvlRestart")),
        digits=flag(entry, "isLgl") or False,
        style=value(entry, "pStyle"),
    )

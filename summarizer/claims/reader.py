"""The rows and sentences of one reply, read against the agreed types."""

import re
import unicodedata
from typing import Any, Final

from pydantic import ValidationError

from summarizer.claims.citation import Citations
from summarizer.prompting import Draft, Row, Sentence
from summarizer.prompting.reply_schema import WireRow, WireSentence

__all__ = ["Reader"]

_NOTHING: Final = {"", "-", "none", "null", "n/a"}
_LINE_SPACE: Final = "\n\t"
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_RANGE: Final = re.compile(r"(\d[\d,.]*)\s*(?:[-–—~～至]|to)\s*(\d[\d,.]*)")
# Characters beyond which nothing is a name, a number or a sentence, and only costs time.
_LONGEST_FIELD: Final = 400
_LONGEST_SENTENCE: Final = 2_000
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})


class Reader:
    """Reads the rows and sentences of one reply and what a sentence cites, `most` of each, and counts what they cite and what cannot be read."""

    def __init__(self, citations: Citations, *, most: int) -> None:
        self._citations = citations
        self._most = most
        self._cited = 0
        self._invalid = 0
        self._quoted = 0
        self._malformed = 0

    def draft(self, rows: list[Any], sentences: list[Any]) -> Draft:
        """The draft that a reply's two lists amount to. Never raises."""
        self._malformed += sum(max(len(items) - self._most, 0) for items in (rows, sentences))
        read_rows = tuple(row for item in rows[: self._most] if (row := self._row(item)))
        # What is said twice is told once.
        said_all = (self._sentence(item) for item in sentences[: self._most])
        read_sentences = tuple(dict.fromkeys(said for said in said_all if said))
        return Draft(
            rows=read_rows,
            sentences=read_sentences,
            cited=self._cited,
            invalid_cites=self._invalid,
            quoted=self._quoted,
            malformed=self._malformed,
        )

    def _row(self, item: Any) -> Row | None:
        try:
            row = WireRow.model_validate(item)
        except ValidationError:
            self._malformed += 1
            return None
        fields = (row.cite, row.value, row.qualifier, row.name_zh, row.name_en)
        if not any(fields) or any(len(field or "") > _LONGEST_FIELD for field in fields):
            self._malformed += 1
            return None
        cite, quote = self._one(row.cite or "")
        name_zh, in_zh = self._name(row.name_zh)
        name_en, in_en = self._name(row.name_en)
        echoed = {*in_zh, *in_en}
        if cite is None and not quote and len(echoed) == 1:
            self._cited += 1
            (cite,) = echoed
        low, high = _ends(_printable(row.value) if row.value is not None else None)
        return Row(
            cite=cite,
            value=low,
            value_max=high,
            qualifier=row.qualifier.strip(),
            name_zh=name_zh,
            name_en="" if _HAN.search(name_en) else name_en,
            quote=quote,
        )

    def _name(self, text: str) -> tuple[str, list[int]]:
        """A name without the markers echoed in it, and the ids they name."""
        rest, ids, invalid = self._citations.taken_from(_printable(text))
        self._invalid += invalid
        return rest, ids

    def _one(self, field: str) -> tuple[int | None, str]:
        """The one indicator that a row's `cite` names, or the words of the source that it cites.

        A row is about one figure, so several names are an invalid citation.
        """
        if field.strip().lower() in _NOTHING:
            return None, ""
        quote, _, _ = self._citations.taken_from(_printable(field))
        if _HAN.search(quote):
            self._quoted += 1
            return None, quote
        ids, invalid = self._citations.named(field)
        if len(ids) != 1 or invalid:
            self._invalid += 1
            return None, ""
        self._cited += 1
        return ids[0], ""

    def _sentence(self, item: Any) -> Sentence | None:
        try:
            sentence = WireSentence.model_validate({"text": item} if isinstance(item, str) else item)
        except ValidationError:
            self._malformed += 1
            return None
        if len(sentence.text) > _LONGEST_SENTENCE:
            self._malformed += 1
            return None
        text, echoed, invalid = self._citations.taken_from(_printable(sentence.text))
        ids: list[int] = []
        quotes: list[str] = []
        invalid += max(len(sentence.cites) - self._most, 0)
        for field in sentence.cites[: self._most]:
            if len(field) > _LONGEST_FIELD:
                invalid += 1
                continue
            if field.strip().lower() in _NOTHING:
                continue
            if _HAN.search(field):
                quotes.append(_printable(field).strip())
                continue
            named, wrong = self._citations.named(field)
            ids += named
            invalid += wrong
        self._invalid += invalid
        text = " ".join(text.split())
        if not text or _is_chinese(text):
            self._malformed += 1
            return None
        cites = tuple(dict.fromkeys(ids + echoed))
        self._cited += len(cites)
        self._quoted += len(quotes)
        return Sentence(text=text, cites=cites, quotes=tuple(dict.fromkeys(quotes)))


def _ends(value: str | None) -> tuple[str | None, str | None]:
    """The lower and upper end of a range, or the value alone."""
    found = _RANGE.fullmatch(value.strip()) if value is not None else None
    return (found[1], found[2]) if found else (value, None)


def _is_chinese(text: str) -> bool:
    """Whether a sentence is not the English asked for; a word in brackets may stand in Chinese."""
    return 3 * len(_HAN.findall(text)) > len(text)


def _printable(text: str) -> str:
    """`text` without what a terminal would obey, no reader sees or no encoding can write.

    Those are control characters, marks that reorder, characters without a width, surrogates; a number is read as it is shown.
    """
    return "".join(char for char in text if char in _LINE_SPACE or unicodedata.category(char) not in _UNSEEN)

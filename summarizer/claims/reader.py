"""The rows and sentences of one reply, read against the agreed types."""

import unicodedata
from typing import Any, Final

from pydantic import ValidationError

from summarizer.claims.citation import Citations
from summarizer.prompting import Draft, Row, Sentence
from summarizer.prompting.reply_schema import WireRow, WireSentence

__all__ = ["Reader"]

_NOTHING: Final = {"", "-", "none", "null", "n/a"}
_LINE_SPACE: Final = "\n\t"
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})


class Reader:
    """Reads the rows and sentences of one reply, and counts what they cite and what cannot be read."""

    def __init__(self, citations: Citations) -> None:
        self._citations = citations
        self._cited = 0
        self._invalid = 0
        self._malformed = 0

    def draft(self, rows: list[Any], sentences: list[Any]) -> Draft:
        """The draft that a reply's two lists amount to. Never raises."""
        read_rows = tuple(row for item in rows if (row := self._row(item)))
        read_sentences = tuple(sentence for item in sentences if (sentence := self._sentence(item)))
        return Draft(
            rows=read_rows,
            sentences=read_sentences,
            cited=self._cited,
            invalid_cites=self._invalid,
            malformed=self._malformed,
        )

    def _row(self, item: Any) -> Row | None:
        try:
            row = WireRow.model_validate(item)
        except ValidationError:
            self._malformed += 1
            return None
        cite = self._one(row.cite or "")
        echoed: list[int] = []
        texts: list[str] = []
        for text in (row.name_zh, row.name_en, row.quote or ""):
            rest, ids, invalid = self._citations.taken_from(_printable(text))
            self._invalid += invalid
            echoed += ids
            texts.append(rest)
        if not row.cite and len(set(echoed)) == 1:
            self._cited += 1
            cite = echoed[0]
        name_zh, name_en, quote = texts
        return Row(
            cite=cite,
            value=_printable(row.value) if row.value is not None else None,
            value_max=_printable(row.value_max) if row.value_max is not None else None,
            qualifier=row.qualifier.strip(),
            name_zh=name_zh,
            name_en=name_en,
            key=_printable(row.key or "").strip(),
            quote=quote,
        )

    def _one(self, field: str) -> int | None:
        """The one indicator that a row's `cite` names. A row is about one figure, so several names are an invalid citation."""
        if field.strip().lower() in _NOTHING:
            return None
        ids, invalid = self._citations.named(field)
        if len(ids) != 1 or invalid:
            self._invalid += 1
            return None
        self._cited += 1
        return ids[0]

    def _sentence(self, item: Any) -> Sentence | None:
        try:
            sentence = WireSentence.model_validate(item)
        except ValidationError:
            self._malformed += 1
            return None
        text, echoed, invalid = self._citations.taken_from(_printable(sentence.text))
        ids: list[int] = []
        for field in sentence.cites:
            if field.strip().lower() not in _NOTHING:
                named, wrong = self._citations.named(field)
                ids += named
                invalid += wrong
        self._invalid += invalid
        text = " ".join(text.split())
        if not text:
            self._malformed += 1
            return None
        cites = tuple(dict.fromkeys(ids + echoed))
        self._cited += len(cites)
        return Sentence(text=text, cites=cites)


def _printable(text: str) -> str:
    """`text` without what a terminal would obey, no reader sees or no encoding can write.

    Those are control characters, marks that reorder, characters without a width, surrogates; a number is read as it is shown.
    """
    return "".join(char for char in text if char in _LINE_SPACE or unicodedata.category(char) not in _UNSEEN)

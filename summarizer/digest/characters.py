"""A digest in the characters of its report, and as look-ups read it: simplified and in half width."""

from collections.abc import Callable, Mapping
from typing import Any

from summarizer.digest.model import Digest
from summarizer.lexicon import is_traditional, plain
from summarizer.quantities import Inventory
from summarizer.reading import Span

__all__ = ["as_read", "as_written", "in_plain_characters"]

_Words = Callable[[str, int], str]
# What is no text of the report: the file and the program that wrote.
_NOT_OF_REPORT = frozenset({"schema_version", "source", "engine", "coverage", "usage"})


def as_written(digest: Digest, found: Inventory) -> Digest:
    """A digest of the plain inventory in the characters of the report: names, titles, quotations and what messages cite.

    The digest itself where the report is in simplified characters and half width.
    """
    if found.plain is found:
        return digest
    doc = found.doc
    written = _mapped(digest, lambda words, near: doc.written(words, near=near))
    rows = [
        row.model_copy(
            update={
                "text": doc.text[row.start : row.end],
                "quote": doc.body.shown(Span(row.quote_start, row.quote_end)),
            }
        )
        for row in written.indicators
    ]
    meta = doc.meta
    said = {
        "title_zh": meta.title_zh,
        "body_zh": meta.body_zh,
        "place_zh": meta.place_zh,
        "session_zh": meta.session_zh,
        "speaker_zh": meta.speaker,
    }
    return written.model_copy(update={"indicators": rows, "report": digest.report.model_copy(update=said)})


def in_plain_characters(digest: Digest) -> Digest:
    """The digest as look-ups read it; itself where that is how it is written."""
    said = "".join([*(row.quote for row in digest.indicators), *(s.title_zh for s in digest.sections)])
    wholly = is_traditional(said)
    if not wholly and plain(said, wholly=False) == said:
        return digest
    return _mapped(digest, lambda words, _: plain(words, wholly=wholly))


def as_read(digest: Digest, work: Callable[[Digest], Digest]) -> Digest:
    """What `work` makes of the plain digest, with all words that it leaves as they were in the characters of `digest`."""
    read = in_plain_characters(digest)
    if read is digest:
        return work(digest)
    own: dict[str, str] = {}
    _pair(read.model_dump(), digest.model_dump(), own)
    made = _back(work(read).model_dump(), read.model_dump(), digest.model_dump(), own)
    return Digest.model_validate(made)


def _mapped(digest: Digest, words: _Words) -> Digest:
    return Digest.model_validate(
        {
            name: value if name in _NOT_OF_REPORT else _walked(value, words, 0)
            for name, value in digest.model_dump().items()
        }
    )


def _walked(value: Any, words: _Words, near: int) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else words(value, near)
    if isinstance(value, Mapping):
        place = value.get("start", near)
        return {name: _walked(inner, words, place) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_walked(inner, words, near) for inner in value]
    return value


def _pair(plainly: Any, own: Any, found: dict[str, str]) -> None:
    """Every text of one side under the other's."""
    if isinstance(plainly, str) and plainly != own:
        found.setdefault(plainly, own)
    elif isinstance(plainly, Mapping):
        for name, value in plainly.items():
            _pair(value, own[name], found)
    elif isinstance(plainly, list | tuple):
        for one, other in zip(plainly, own, strict=True):
            _pair(one, other, found)


def _back(made: Any, plainly: Any, own: Any, known: Mapping[str, str]) -> Any:
    """What was made of the plain side in the other's words: place by place, and where a text has moved as it was written elsewhere."""
    if isinstance(made, str):
        return own if made == plainly and isinstance(own, str) else known.get(made, made)
    if isinstance(made, Mapping):
        beside = isinstance(plainly, Mapping)
        return {
            name: _back(
                value, plainly.get(name) if beside else None, own.get(name) if beside else None, known
            )
            for name, value in made.items()
        }
    if isinstance(made, list | tuple):
        pairs = dict(_places(plainly, own))
        found = (pairs.get(_place(inner, at), (None, None)) for at, inner in enumerate(made))
        return [_back(inner, *pair, known) for inner, pair in zip(made, found, strict=True)]
    return made


def _places(plainly: Any, own: Any) -> list[tuple[str | int, tuple[Any, Any]]]:
    if not isinstance(plainly, list | tuple):
        return []
    both = enumerate(zip(plainly, own, strict=True))
    return [(_place(one, at), (one, other)) for at, (one, other) in both]


def _place(value: Any, at: int) -> str | int:
    """What tells a member of a list from the others: its id, else where it stands."""
    return str(value["id"]) if isinstance(value, Mapping) and "id" in value else at

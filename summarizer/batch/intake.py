"""What was found becomes inputs of the run: new ones, and those whose content is new."""

import hashlib
from pathlib import Path

from summarizer.batch.inputs import Found, id_of
from summarizer.batch.origin import Origin, origin_bytes
from summarizer.batch.state import Input, NewInput
from summarizer.batch.store import Store
from summarizer.errors import InputError

__all__ = ["Intake"]


class Intake:
    """Looks at what was found, and puts into the run's state what is not there as it is now; `limit` is the size of an input in bytes.

    `unread` are the origins that were looked at and could not be read.
    """

    def __init__(self, store: Store, *, limit: int) -> None:
        self._store, self._limit = store, limit
        self._new: list[NewInput] = []
        self._shown: set[str] = set()
        self.unread: set[Origin] = set()

    def look_at(self, found: Found) -> None:
        """Takes up the input unless it is there and unchanged."""
        origin = found.origin
        stamp = _stamp(origin)
        kept = self._store.at(origin)
        known = None if kept is None else kept[1]
        if kept is not None and kept[1].sha256 and kept[0] == stamp:
            return
        sha256, reason = ("", found.problem) if found.problem else self._content(origin, found.shown)
        if reason:
            self.unread.add(origin)
        if known is not None and known.sha256 == sha256 and (sha256 or known.reason == reason):
            self._store.seen(known.number, origin, stamp if sha256 else "")
            return
        shown = self._free(found) if known is None else known.shown
        self._take(origin, found.name, shown, stamp, sha256, reason)

    def look_again(self, known: Input) -> bool:
        """Whether the input can be read and has another content by now, which is taken up then."""
        stamp = _stamp(known.origin)
        sha256, _ = self._content(known.origin, known.shown)
        if sha256 in {"", known.sha256}:
            return False
        self._take(known.origin, known.name, known.shown, stamp, sha256, "")
        return True

    def put(self) -> None:
        """Writes down what was taken up so far."""
        self._store.put(self._new)
        self._new.clear()
        self._shown.clear()

    def _take(self, origin: Origin, name: str, shown: str, stamp: str, sha256: str, reason: str) -> None:
        stamp = stamp if sha256 else ""
        self._new.append(NewInput(id_of(shown, sha256), origin, name, shown, stamp, sha256, reason))

    def _content(self, origin: Origin, shown: str) -> tuple[str, str]:
        """The hash of the input's bytes, or why they cannot be had."""
        try:
            data = origin_bytes(origin, shown=shown, limit=self._limit)
        except InputError as error:
            error.where = ""
            return "", str(error)
        return hashlib.sha256(data).hexdigest(), ""

    def _free(self, found: Found) -> str:
        """What a new input is called: as it was named, or in full where another one is called so."""
        shown, count = found.shown, 1
        while shown in self._shown or self._store.is_shown(shown):
            shown = found.in_full if count == 1 else f"{found.in_full}#{count}"
            count += 1
        self._shown.add(shown)
        return shown


def _stamp(origin: Origin) -> str:
    """How a file looks from outside; another one where its content may have changed."""
    try:
        found = Path(origin.path).stat()
    except OSError:
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}"

"""Replies kept on disk, so that what was asked once is not asked and paid for again."""

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarizer.model.exchange import as_kept, kept_reply, key_of, reply_of
from summarizer.model.private_files import is_private, private_bytes, write_private
from summarizer.model.reply import Ask, Failed, Reply
from summarizer.model.settings import ModelSettings
from summarizer.prompting import Request

__all__ = ["CacheStats", "ReplyCache", "cached"]

_REPLIES: Final = "replies"
# After the oldest are gone the cache is this full, so that not every new reply has to look through all of it.
_LEFT: Final = 0.8
_DAY_S: Final = 86_400.0
_NOT_OURS: Final = "it belongs to another user, is a link, or others may write to it"


@dataclass(frozen=True, slots=True)
class CacheStats:
    """What a cache holds: its folder, the replies, their bytes, and when the least and the most recent was last used.

    Times are seconds since 1970, None for an empty cache.
    """

    folder: str
    replies: int
    bytes: int
    limit_bytes: int
    oldest_s: float | None
    newest_s: float | None


class ReplyCache:
    """Replies by the SHA-256 of what was asked, one file each, for their owner alone; safe under several processes.

    Holds replies and token counts: not the report, and never a key. Over `limit_bytes` those that were not used for longest go.
    What cannot be read counts as not there and is written anew; a folder that cannot be written leaves its words in `problem`. Folders
    and files that are another user's, that others may write to, or that are links, are neither read nor written nor cleared.
    """

    def __init__(self, folder: Path, *, limit_bytes: int = 500_000_000) -> None:
        self.folder = folder
        self.limit_bytes = limit_bytes
        self.problem = ""
        self._lock = threading.Lock()
        self._bytes: int | None = None

    @property
    def complaint(self) -> str:
        """That replies cannot be kept, where and why, in one clause for a message; "" as long as they can."""
        return self.problem and f"{self.folder}: replies cannot be kept: {self.problem}"

    def get(self, key: str) -> Reply | None:
        """The reply kept under `key` as it first came, None where there is none that can be read."""
        path = self._path(key)
        if not self._is_ours(path.parent):
            return None
        try:
            reply = reply_of(json.loads(private_bytes(path)))
        except (OSError, ValueError, RecursionError):
            return None
        # Used now: the oldest that go are those that nobody asks for.
        with suppress(OSError):
            os.utime(path)
        return reply

    def put(self, key: str, reply: Reply) -> None:
        """Keeps the reply under `key`, in the place of one that is there."""
        path = self._path(key)
        if not self._is_ours(path.parent):
            return
        try:
            written = write_private(path, kept_reply(reply))
            with self._lock:
                if self._bytes is None:
                    self._bytes = sum(size for _, size, _ in self._entries())
                else:
                    self._bytes += written
                if self._bytes > self.limit_bytes:
                    self._bytes = self._shrink(int(self.limit_bytes * _LEFT))
        except OSError as error:
            self.problem = os.strerror(error.errno) if error.errno else "unknown reason"

    def stats(self) -> CacheStats:
        """What is there now."""
        found = list(self._entries())
        times = [used_s for _, _, used_s in found]
        return CacheStats(
            folder=str(self.folder),
            replies=len(found),
            bytes=sum(size for _, size, _ in found),
            limit_bytes=self.limit_bytes,
            oldest_s=min(times, default=None),
            newest_s=max(times, default=None),
        )

    def clear(self, *, unused_days: float = 0) -> int:
        """Removes the replies that were not used for so many days, all where 0; how many went."""
        before_s = time.time() - unused_days * _DAY_S if unused_days else float("inf")
        gone = 0
        for path, _, used_s in list(self._entries()):
            if used_s < before_s:
                with suppress(OSError):
                    path.unlink()
                    gone += 1
        with self._lock:
            self._bytes = None
        return gone

    def _path(self, key: str) -> Path:
        return self.folder / _REPLIES / key[:2] / f"{key}.json"

    def _entries(self) -> Iterator[tuple[Path, int, float]]:
        """Each reply's file, its bytes, and when it was last used; files that another process removes meanwhile are left out."""
        for folder in (self.folder / _REPLIES).glob("[0-9a-f][0-9a-f]"):
            if not self._is_ours(folder):
                continue
            for path in folder.glob("*.json"):
                with suppress(OSError):
                    found = path.lstat()
                    yield path, found.st_size, found.st_mtime

    def _is_ours(self, folder: Path) -> bool:
        """Whether a folder of replies and the one it lies in are this user's alone; else that is the problem."""
        if is_private(folder.parent) and is_private(folder):
            return True
        self.problem = _NOT_OURS
        return False

    def _shrink(self, wanted: int) -> int:
        """Removes the replies not used for longest until `wanted` bytes are left; the bytes left."""
        found = sorted(self._entries(), key=lambda entry: entry[2])
        left = sum(size for _, size, _ in found)
        for path, size, _ in found:
            if left <= wanted:
                break
            with suppress(OSError):
                path.unlink()
            left -= size
        return left


def cached(ask: Ask, cache: ReplyCache, *, settings: ModelSettings, refresh: bool = False) -> Ask:
    """`ask`, but for what the cache has a reply to; with `refresh` everything is asked anew and kept.

    Truncations and refusals are kept like finished replies: the same request to the same model mostly ends the same way, and a
    second run that has to take the same turns would otherwise pay for them again. A failure is never kept.
    """

    def ask_or_find(request: Request) -> Reply:
        key = key_of(request, settings)
        if not refresh and (found := cache.get(key)) is not None:
            return as_kept(found)
        reply = ask(request)
        if not isinstance(reply, Failed):
            cache.put(key, reply)
        return reply

    return ask_or_find

"""A cache folder that somebody else can write to: nothing planted there is taken, followed or removed."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from wire.requests import request

from summarizer.model import Complete, ModelSettings, Reply, ReplyCache, Usage, cached, key_of
from summarizer.model.exchange import kept_reply
from summarizer.prompting import Request

SETTINGS = ModelSettings("openai:test-model", base_url="http://127.0.0.1:9/v1")
PLANTED = Complete('{"rows": [], "sentences": [{"text": "All is well.", "cites": []}]}', Usage(1, 1, 0, 1))
ASKED = Complete("{}", Usage(1, 1, 0, 1))
posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have owners on POSIX alone")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with one reply in it."""
    made = tmp_path / "cache"
    ReplyCache(made).put(key_of(request(), SETTINGS), PLANTED)
    return made


def _reply_file(folder: Path) -> Path:
    (found,) = (folder / "replies").glob("*/*.json")
    return found


def _another_users(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = os.geteuid()
    monkeypatch.setattr("os.geteuid", lambda: owner + 1)


def _writable(at: Callable[[Path], Path]) -> Callable[[Path, pytest.MonkeyPatch], None]:
    return lambda folder, monkeypatch: at(folder).chmod(0o777)


def _linked(at: Callable[[Path], Path]) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def link(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = at(folder)
        elsewhere = folder.parent / "elsewhere"
        real.rename(elsewhere)
        real.symlink_to(elsewhere)

    return link


def _replies(folder: Path) -> Path:
    return folder / "replies"


def _part(folder: Path) -> Path:
    return _reply_file(folder).parent


PLANTS = {
    "another user's": _another_users,
    "a folder others may write to": _writable(_replies),
    "a part of it others may write to": _writable(_part),
    "a file others may write to": _writable(_reply_file),
    "a linked folder": _linked(_replies),
    "a linked part": _linked(_part),
    "a linked file": _linked(_reply_file),
}


@posix
@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_reply_is_asked_for_anew(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    asked: list[Request] = []

    def ask(wanted: Request) -> Reply:
        asked.append(wanted)
        return ASKED

    assert cached(ask, ReplyCache(folder), settings=SETTINGS)(request()).usage.from_cache
    PLANTS[name](folder, monkeypatch)
    cache = ReplyCache(folder)
    assert cached(ask, cache, settings=SETTINGS)(request()) == ASKED
    assert len(asked) == 1
    # A file is put right by the next reply; a folder is not ours to put right.
    assert bool(cache.problem) is ("file" not in name)


@posix
@pytest.mark.parametrize("name", [name for name in PLANTS if "file" not in name])
def test_nothing_is_written_to_or_removed_from_a_folder_of_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    PLANTS[name](folder, monkeypatch)
    before = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}
    cache = ReplyCache(folder, limit_bytes=1)
    cache.put(key_of(request(), SETTINGS), ASKED)
    assert cache.clear() == cache.stats().replies == 0
    assert {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()} == before


@posix
def test_clearing_a_linked_reply_removes_the_link_alone(folder: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.json"
    precious.write_text(json.dumps(kept_reply(PLANTED)), encoding="utf-8")
    _reply_file(folder).unlink()
    (folder / "replies" / "ab").mkdir(mode=0o700, exist_ok=True)
    (folder / "replies" / "ab" / "x.json").symlink_to(precious)
    assert ReplyCache(folder).clear() == 1
    assert precious.is_file()

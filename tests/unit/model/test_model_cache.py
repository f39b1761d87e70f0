"""Replies on disk: named by what was asked, private, whole or not there."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from wire.requests import request

from summarizer.model import (
    Complete,
    Failed,
    ModelSettings,
    Refused,
    Reply,
    ReplyCache,
    Truncated,
    Usage,
    cached,
    key_of,
    recorded,
    replayed,
)
from summarizer.model.exchange import kept_reply, reply_of
from summarizer.prompting import Message, Request

SETTINGS = ModelSettings("openai:test-model", base_url="http://127.0.0.1:9/v1")
USAGE = Usage(100, 20, 50, 2, cost_usd=Decimal("0.00345"))
REPLIES: list[Reply] = [
    Complete('{"rows": [], "note": "一"}', USAGE),
    Truncated('{"rows": [{"ci', replace(USAGE, cost_usd=None)),
    Truncated("", Usage(requests=1)),
    Refused("the model declined: no", USAGE),
    Failed("the connection was cut", Usage(requests=3)),
]


def _changed(**changes: object) -> Request:
    return replace(request(), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((_changed(attempt=1), SETTINGS), id="attempt"),
        pytest.param((_changed(max_reply_tokens=801), SETTINGS), id="reply room"),
        pytest.param((_changed(schema={"type": "object"}), SETTINGS), id="schema"),
        pytest.param((_changed(messages=(Message("user", "Summarise."),)), SETTINGS), id="messages"),
        pytest.param((request(), replace(SETTINGS, model="openai:other")), id="model"),
        pytest.param((request(), replace(SETTINGS, model="groq:test-model")), id="provider"),
        pytest.param((request(), replace(SETTINGS, temperature=0.0)), id="temperature"),
        pytest.param((request(), replace(SETTINGS, base_url="http://127.0.0.1:10/v1")), id="endpoint"),
    ],
)
def test_whatever_a_reply_depends_on_changes_its_name(other: tuple[Request, ModelSettings]) -> None:
    assert key_of(*other) != key_of(request(), SETTINGS)


@pytest.mark.parametrize(
    "settings",
    [
        replace(SETTINGS, base_url="http://me:secret@127.0.0.1:9/v1"),
        replace(SETTINGS, base_url="http://127.0.0.1:9/v1?key=secret"),
        replace(SETTINGS, max_retries=0, timeout_s=1.0, rpm=3, max_requests=7),
    ],
    ids=["password", "query", "patience"],
)
def test_passwords_and_patience_are_no_part_of_it(settings: ModelSettings) -> None:
    assert key_of(_changed(chunk=9), settings) == key_of(request(), SETTINGS)


@pytest.mark.parametrize("reply", REPLIES, ids=repr)
def test_a_reply_comes_back_as_it_was(reply: Reply) -> None:
    back = reply_of(json.loads(json.dumps(kept_reply(reply))))
    assert back == reply


def test_a_hit_asks_nobody_and_costs_nothing(tmp_path: Path) -> None:
    asked: list[Request] = []

    def ask(sent: Request) -> Reply:
        asked.append(sent)
        return Complete("once", USAGE)

    def run(**options: bool) -> Reply:
        return cached(ask, ReplyCache(tmp_path / "cache"), settings=SETTINGS, **options)(request())

    assert run() == Complete("once", USAGE)
    assert run() == Complete("once", Usage(from_cache=1, kept_input_tokens=100, kept_output_tokens=20))
    assert len(asked) == 1
    assert run(refresh=True) == Complete("once", USAGE)
    assert len(asked) == 2


@pytest.mark.parametrize("reply", REPLIES, ids=repr)
def test_all_but_failures_are_kept(reply: Reply, tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path)
    cached(lambda sent: reply, cache, settings=SETTINGS)(request())
    assert cache.stats().replies == (0 if isinstance(reply, Failed) else 1)


def test_files_and_folders_are_their_owners_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        ReplyCache(tmp_path / "a" / "cache").put("ab" * 32, REPLIES[0])
        recorded(lambda sent: REPLIES[0], tmp_path / "b" / "record", settings=SETTINGS)(request())
    finally:
        os.umask(old)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*") if path.name != "home"}
    assert len(modes) == 8
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes.items())


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'{"form": 1}', b"\xff\xfe", b'{"form": 99, "kind": "complete"}', b"[" * 100_000],
    ids=lambda damage: repr(damage[:12]),
)
def test_what_cannot_be_read_is_not_there_and_is_written_anew(damage: bytes, tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path)
    key = key_of(request(), SETTINGS)
    cache.put(key, REPLIES[0])
    (file,) = tmp_path.rglob("*.json")
    file.write_bytes(damage)
    assert cache.get(key) is None
    cached(lambda sent: REPLIES[3], cache, settings=SETTINGS)(request())
    assert cache.get(key) == REPLIES[3]


@pytest.mark.parametrize(
    "usage",
    [None, {"input_tokens": -1}, {"input_tokens": "7"}, {"cost_usd": "cheap"}, {"requests": True}],
    ids=repr,
)
def test_a_usage_that_is_none_is_damage_too(usage: object) -> None:
    with pytest.raises(ValueError, match="a kept reply with"):
        reply_of({**kept_reply(REPLIES[0]), "usage": usage})


def test_the_replies_not_used_for_longest_go_first(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path, limit_bytes=5_000)
    keys = [f"{number:02x}" * 32 for number in range(8)]
    for at, key in enumerate(keys[:4]):
        cache.put(key, Complete("x" * 900, USAGE))
        (file,) = tmp_path.rglob(f"{key}.json")
        os.utime(file, (1_000 + at, 1_000 + at))
    assert cache.get(keys[0])
    for key in keys[4:5]:
        cache.put(key, Complete("x" * 900, USAGE))
    left = [key for key in keys if cache.get(key)]
    assert cache.stats().bytes <= 5_000
    assert keys[0] in left and keys[4] in left and keys[1] not in left


def test_clearing_removes_all_or_what_was_long_unused(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path)
    for key in ("aa" * 32, "bb" * 32, "cc" * 32):
        cache.put(key, REPLIES[0])
    (file,) = tmp_path.rglob("aa*.json")
    os.utime(file, (1_000, 1_000))
    assert (cache.clear(unused_days=30), cache.stats().replies) == (1, 2)
    assert (cache.clear(), cache.stats().replies) == (2, 0)
    assert cache.stats().oldest_s is None


def test_a_folder_that_cannot_be_written_is_a_word_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = ReplyCache(tmp_path / "file")
    assert cached(lambda sent: REPLIES[0], cache, settings=SETTINGS)(request()) == REPLIES[0]
    assert cache.problem


def test_several_processes_keep_and_find_the_same_replies(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from summarizer.model import Complete, ReplyCache, Usage
cache = ReplyCache(Path(sys.argv[1]), limit_bytes=200_000)
for turn in range(300):
    key = f"{turn % 30:064x}"
    found = cache.get(key)
    assert found is None or found.content == key * 20, found
    cache.put(key, Complete(key * 20, Usage(requests=1)))
assert not cache.problem, cache.problem
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [(one.communicate(timeout=60)[1], one.returncode) for one in running] == [("", 0)] * 4
    assert ReplyCache(tmp_path).stats().replies == 30
    assert not list(tmp_path.rglob("*.part"))


def test_what_is_recorded_is_answered_without_anybody(tmp_path: Path) -> None:
    others = [replace(request(), attempt=attempt) for attempt in range(len(REPLIES))]
    replies = dict(zip(map(id, others), REPLIES, strict=True))
    record = recorded(lambda sent: replies[id(sent)], tmp_path, settings=SETTINGS)
    answer = replayed(tmp_path, settings=SETTINGS)
    for sent, reply in zip(others, REPLIES, strict=True):
        assert record(sent) == reply
        back = answer(sent)
        assert replace(back, usage=Usage()) == replace(reply, usage=Usage())
        assert (back.usage.from_cache, back.usage.requests) == (1, 0)
    files = {path.stem for path in tmp_path.glob("*.json")}
    assert files == {key_of(sent, SETTINGS) for sent in others}


def test_a_kept_reply_is_recorded_with_what_it_had_cost(tmp_path: Path) -> None:
    kept = Complete("x", Usage(from_cache=1, kept_input_tokens=100, kept_output_tokens=20))
    recorded(lambda sent: kept, tmp_path, settings=SETTINGS)(request())
    assert replayed(tmp_path, settings=SETTINGS)(request()) == kept


def test_what_is_not_recorded_or_damaged_is_a_failure_that_names_it(tmp_path: Path) -> None:
    answer = replayed(tmp_path, settings=SETTINGS)
    key = key_of(request(), SETTINGS)
    missing = answer(request())
    assert missing == Failed(f"the exchange {key[:12]}… (part 1, section_digest.md) is not recorded", Usage())
    for damage in (b"{", b"[]", b'{"reply": 1}', b'"x"'):
        (tmp_path / f"{key}.json").write_bytes(damage)
        damaged = answer(request())
        assert isinstance(damaged, Failed) and "cannot be read" in damaged.why


def test_a_request_that_no_limit_let_through_is_no_exchange(tmp_path: Path) -> None:
    never_sent = Failed("the limit of 1 request is reached", Usage())
    recorded(lambda sent: never_sent, tmp_path / "record", settings=SETTINGS)(request())
    assert not (tmp_path / "record").exists()

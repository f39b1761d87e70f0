"""The whole command line keeps its promises, whatever stands in it: a short run of what `make fuzz` does for minutes, always the same."""

import pytest
from command_line import tried
from command_line.arguments import commands, line, writing
from command_line.folder import made
from command_line.promises import broken
from command_line.runs import Ended

_SEEDS = 60
_AT_ONCE = 10


@pytest.mark.parametrize("first", range(0, _SEEDS, _AT_ONCE))
def test_promises_are_kept(first: int) -> None:
    found = [tried(seed, processes=False) for seed in range(first, first + _AT_ONCE)]
    assert [str(one) for one in found if one.broken] == []


@pytest.mark.slow
@pytest.mark.parametrize("first", range(10_000, 10_600, 50))
def test_promises_are_kept_in_odd_surroundings(first: int) -> None:
    found = [tried(seed) for seed in range(first, first + 50)]
    assert [str(one) for one in found if one.broken] == []


def test_every_command_and_option_is_tried() -> None:
    from random import Random

    rng = Random(0)
    for command in commands():
        tokens = {token.partition("=")[0] for _ in range(3_000) for token in line(rng, command)}
        missing = [
            param.opts
            for param in command.params
            if param.opts[0].startswith("-") and not tokens & set(param.opts)
        ]
        assert not missing, f"{command.words} is never called with {missing}"


@pytest.mark.parametrize(
    ("ended", "says"),
    [
        (Ended(70, b"", b"summarizer: this is a bug in summarizer (KeyError); details in errors.log\n"), "exit code 70"),
        (Ended(4, b"", b"summarizer: x\n"), "exit code 4"),
        (Ended(1, b"", b""), "exit code 1"),
        (Ended(None, b"", b""), "does not come to an end"),
        (Ended(0, b"", b"Traceback (most recent call last):\n"), "says other than the program"),
        (Ended(2, b"", b""), "without a word"),
        (Ended(2, b"", b"summarizer: [Errno 2] x\n"), "tells of the inside"),
        (Ended(2, b"", b"summarizer: x\x1b[31m\n"), "has a control character"),
        (Ended(2, b"", b"summarizer: one\nsummarizer: two\n"), "more than one sentence"),
        (Ended(3, b"half", b"summarizer: x\n"), "stdout after a failure"),
        (Ended(0, b"\x1b[0m", b""), "stdout has a control character"),
        (Ended(0, b"{", b""), "no JSON"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_broken_promise_about_streams_and_codes_is_seen(ended: Ended, says: str) -> None:
    from random import Random

    numbers = next(command for command in commands() if command.words == ("numbers",))
    with made(Random(1), with_run=False) as folder:
        found = broken(numbers, ["numbers", "report.txt", "--json"], {}, folder, folder.snapshot(), ended)
    assert any(says in promise for promise in found), found


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("report.txt", b"", "which nothing on the command line asked for"),
        ("new.txt", b"x\n", "which nothing on the command line asked for"),
        (".out.json.0a1b2c3d.part", b"", "is left behind"),
        ("later.txt", None, "is gone"),
        ("out.json", b'{"a": ', "is half a file"),
        ("out.docx", b"PK\x03\x04", "is half a file"),
    ],
)  # fmt: skip
def test_a_broken_promise_about_files_is_seen(name: str, content: bytes | None, says: str) -> None:
    from random import Random

    brief = next(command for command in commands() if command.words == ("brief",))
    with made(Random(1), with_run=False) as folder:
        before = folder.snapshot()
        if content is None:
            (folder.work / name).unlink()
        else:
            (folder.work / name).write_bytes(content)
        args = ["brief", "report.txt", "-o", name if name.startswith("out") else "out.md"]
        found = broken(brief, args, {}, folder, before, Ended(0, b"", b""))
    assert any(says in promise for promise in found), found


def test_what_may_be_written_is_read_off_the_command_line() -> None:
    brief = next(command for command in commands() if command.words == ("brief",))
    args = ["brief", "-qo", "a", "--output=b", "--output", "c", "-od", "--log-file", "e"]
    assert [target for _, target in writing(brief, args)] == ["a", "b", "c", "d", "e"]

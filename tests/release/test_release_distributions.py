"""What `make dist` proves can fail: other bytes, strangers in the wheel, a README that shows something else."""

import os
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from distributions import ReleaseError, bare, day_of, differing, shown, strangers
from sessions import sessions, shown_as

import summarizer


def test_files_carry_the_day_of_the_newest_version() -> None:
    changelog = "## [Unreleased]\n\n## [0.2.0] - 2026-05-01\n\n## [0.1.0] - 2026-04-01\n"
    assert day_of(changelog) == datetime(2026, 5, 1, tzinfo=UTC)
    with pytest.raises(ReleaseError, match="no section with a day"):
        day_of("## [Unreleased]\n")


def test_other_bytes_and_missing_files_differ() -> None:
    assert differing({"a": b"1", "b": b"2"}, {"a": b"1", "b": b"2"}) == []
    assert differing({"a": b"1", "b": b"2"}, {"a": b"0", "c": b"3"}) == ["a", "b", "c"]


def test_what_is_not_the_package_is_a_stranger_in_a_wheel(tmp_path: Path) -> None:
    wheel = tmp_path / "summarizer.whl"
    own = f"summarizer-{summarizer.__version__}.dist-info/METADATA"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("summarizer/__init__.py", own, "tests/conftest.py", "summarizer.pth"):
            archive.writestr(name, "")
    assert strangers(wheel) == ["tests/conftest.py", "summarizer.pth"]


PAGE = """```console
$ echo one; echo two
one
…
$ echo three
three
```

```python
>>> 1 + 1
2
```
"""


@pytest.mark.skipif(os.name == "nt", reason="the sessions are a shell's")
def test_a_page_is_run_in_a_bare_environment_and_its_examples_counted(tmp_path: Path) -> None:
    env = bare(Path(sys.executable).parent, tmp_path / "own")
    assert set(env) == {"PATH", "HOME", "PYTHONUTF8"}
    assert shown(PAGE, tmp_path, env) == 3


@pytest.mark.skipif(os.name == "nt", reason="the sessions are a shell's")
@pytest.mark.parametrize(
    ("before", "after"),
    [("echo three", "echo four"), ("echo three", "echo three; echo warning >&2"), (">>> 1 + 1", ">>> 1 + 2")],
    ids=["another-output", "a-word-on-stderr", "another-value"],
)
def test_a_page_that_shows_something_else_fails(tmp_path: Path, before: str, after: str) -> None:
    env = bare(Path(sys.executable).parent, tmp_path / "own")
    with pytest.raises(ReleaseError):
        shown(PAGE.replace(before, after), tmp_path, env)


def test_sessions_are_read_command_by_command() -> None:
    assert sessions(PAGE) == [[("echo one; echo two", "one\n…\n"), ("echo three", "three\n")]]
    assert shown_as("a … z\n").fullmatch("a b c z\n")
    assert not shown_as("a … z\n").fullmatch("a b\nc z\n")

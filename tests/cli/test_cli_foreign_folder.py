"""A folder from a stranger: a settings file that lies beside the reports gets no key."""

import contextlib
from pathlib import Path

import pytest
from wire.asking import Start
from wire.server import error, honest

from cli.runs import Cli

KEY = "sk-test-5ecret5ecret5ecret"


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


PLACES = {
    "summarizer.toml": 'model = "openai:test"\nbase_url = "{url}"\n',
    "pyproject.toml": '[tool.summarizer]\nmodel = "openai:test"\nbase_url = "{url}"\n',
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", ["brief", "batch"])
def test_an_address_that_a_folder_names_gets_no_key(
    cli: Cli, server: Start, folder: Path, place: str, command: str
) -> None:
    at = server(honest())
    (folder / place).write_text(PLACES[place].format(url=at.url), encoding="utf-8")
    result = cli(command, "fengqiao.txt", *(["-d", "run"] if command == "batch" else []))
    assert result.code == 0
    assert at.seen and all(KEY not in str(seen.headers) for seen in at.seen)
    assert "and no key (a file of this folder names the address)" in result.err.splitlines()[0]


def test_an_endpoint_of_a_folder_that_wants_a_key_is_told_how_to_get_it(
    cli: Cli, server: Start, folder: Path
) -> None:
    at = server(error(401))
    (folder / "summarizer.toml").write_text(PLACES["summarizer.toml"].format(url=at.url), encoding="utf-8")
    result = cli("brief", "fengqiao.txt")
    assert result.code == 4
    assert "the endpoint wants a key (HTTP 401); name the address yourself: by --base-url" in result.err


@pytest.mark.parametrize("way", ["flag", "variable", "named file", "own file"])
def test_an_address_that_the_user_names_gets_it(
    cli: Cli, server: Start, folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    at, other = server(honest()), server(honest())
    text = PLACES["summarizer.toml"]
    if way != "own file":
        (folder / "summarizer.toml").write_text(text.format(url=other.url), encoding="utf-8")
    own = folder / "own.toml"
    flags: list[str] = []
    match way:
        case "flag":
            flags = ["--base-url", at.url]
        case "variable":
            monkeypatch.setenv("SUMMARIZER_BASE_URL", at.url)
        case "named file":
            own.write_text(text.format(url=at.url), encoding="utf-8")
            flags = ["--config", "own.toml"]
        case _:
            place = folder.parent / "home" / "summarizer"
            place.mkdir()
            (place / "config.toml").write_text(text.format(url=at.url), encoding="utf-8")
    assert cli("brief", "fengqiao.txt", *flags).code == 0
    assert at.seen and all(seen.headers["authorization"] == f"Bearer {KEY}" for seen in at.seen)
    assert not other.seen


def test_other_providers_have_no_address_of_a_folder(cli: Cli, server: Start, folder: Path) -> None:
    (folder / "summarizer.toml").write_text(
        'model = "anthropic:x"\nbase_url = "http://127.0.0.1:9"\n', encoding="utf-8"
    )
    result = cli("brief", "fengqiao.txt")
    assert result.code == 2
    assert "a key of 'anthropic' would be sent there" in result.err


@pytest.mark.slow
def test_an_address_that_only_a_run_names_gets_no_key_until_the_user_names_it(
    cli: Cli, server: Start, folder: Path
) -> None:
    at = server(honest())
    strangers = folder / "strangers"
    strangers.mkdir()
    (strangers / "summarizer.toml").write_text(PLACES["summarizer.toml"].format(url=at.url), encoding="utf-8")
    (folder / "fengqiao.txt").rename(strangers / "fengqiao.txt")
    (folder / "later.txt").rename(strangers / "later.txt")
    with contextlib.chdir(strangers):
        cli("batch", "fengqiao.txt", "later.txt", "-d", "../run", "--limit", "1", "--jobs", "1", "--no-cache")
    begun = len(at.seen)
    resumed = cli("batch", "resume", "run", "--jobs", "1", "--no-cache")
    assert resumed.code == 0 and len(at.seen) > begun
    assert all(KEY not in str(seen.headers) for seen in at.seen)
    assert "no key (only this run names the address); to have it sent, name the address" in resumed.err
    sent = len(at.seen)
    for output in (folder / "run" / "digests").iterdir():
        output.unlink()
    named = cli("batch", "resume", "run", "--base-url", at.url, "--jobs", "1", "--no-cache")
    assert (named.code, "no key" in named.err) == (0, False)
    assert {seen.headers["authorization"] for seen in at.seen[sent:]} == {f"Bearer {KEY}"}


@pytest.mark.slow
def test_an_address_that_the_user_named_is_asked_for_again_in_the_folder_of_a_stranger(
    cli: Cli, server: Start, folder: Path
) -> None:
    at, other = server(honest()), server(honest())
    first = cli(
        *("batch", "fengqiao.txt", "later.txt", "-d", "run", "-m", "openai:test", "--base-url", at.url),
        *("--max-requests", "1", "--jobs", "1", "--no-cache"),
    )
    assert f"go on with: summarizer batch resume run --base-url {at.url}" in first.err
    (folder / "summarizer.toml").write_text(PLACES["summarizer.toml"].format(url=other.url), encoding="utf-8")
    refused = cli("batch", "resume", "run", "--base-url", other.url)
    assert (refused.code, refused.out) == (2, b"")
    assert f"this run was begun with --base-url '{at.url}', not '{other.url}'" in refused.err
    last = cli("batch", "resume", "run", "--base-url", at.url, "--jobs", "1", "--no-cache")
    assert last.code == 0 and not other.seen
    assert {seen.headers["authorization"] for seen in at.seen} == {f"Bearer {KEY}"}

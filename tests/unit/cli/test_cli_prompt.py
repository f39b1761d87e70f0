"""`summarizer prompt` and prompt files of one's own."""

import json
from pathlib import Path

import pytest
from cli.runs import REPORT

from summarizer.cli.main import run
from summarizer.config import Settings
from summarizer.engines import prompts_of
from summarizer.errors import ConfigError
from summarizer.prompting import Prompts

OWN = "# System message\n\nOnly this: {{citations}}\n\n# Citations by inline\n\nM.\n\n# Citations by list\n\nL.\n\n# User message\n\n{{chunk}}\n"
_SUMMARY = OWN.replace("chunk", "digest")


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "r.txt"
    path.write_bytes(REPORT.encode())
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = run(["prompt", *args])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_it_lists_the_requests(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(capsys, report, "-q")
    assert code == 0
    head, row = out.splitlines()
    assert head.split() == ["section", "tokens", "figures", "headings"]
    assert row.split()[0] == "1"
    assert int(row.split()[1].replace(",", "")) > 1_000
    assert row.split()[2] == "10"


def test_a_section_is_printed_word_for_word(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(capsys, report, "--section", "1", "-q")
    assert code == 0
    assert out.startswith("# system\n\nYou turn Chinese official work reports into English")
    assert "\n\n# user\n\nReporting body: 枫桥市人民代表大会常务委员会\n" in out
    assert "制定地方性法规3部(e1)" in out
    assert "{{" not in out


def test_json_has_the_messages_and_the_schema(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = printed(capsys, report, "--json", "-q")
    (line,) = [json.loads(line) for line in out.splitlines()]
    assert [message["role"] for message in line["messages"]] == ["system", "user"]
    assert line["schema"]["required"] == ["rows", "sentences"]
    assert (line["section"], line["figures"], line["prompt"]) == (1, 10, "section_digest.md")
    assert line["prompt_version"] == Prompts().read("section_digest.md").version


@pytest.mark.parametrize(
    ("section", "says"),
    [("2", "there is no request 2: the report takes 1"), ("0", "greater than or equal to 1")],
)
def test_a_section_that_is_not_there(
    report: str, section: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = printed(capsys, report, "--section", section, "-q")
    assert (code, out) == (2, "")
    assert says in err


def test_a_prompt_of_one_s_own_is_shown(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "section_digest.md").write_text(OWN, encoding="utf-8")
    code, out, _ = printed(capsys, report, "--section", "1", "--prompts", str(folder), "-q")
    assert code == 0
    assert out.startswith("# system\n\nOnly this: M.\n\n# user\n\n")


# The folder


def folder_with(tmp_path: Path, **files: bytes) -> Settings:
    folder = tmp_path / "prompts"
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.md").write_bytes(data)
    return Settings(prompts=str(folder))


def test_without_a_folder_the_program_s_own_are_in_force() -> None:
    assert prompts_of(Settings()) == Prompts()


def test_files_stand_in_for_ours_and_a_readme_is_none(tmp_path: Path) -> None:
    settings = folder_with(tmp_path, overview=b"\xef\xbb\xbf" + _SUMMARY.encode(), README=b"about these")
    assert prompts_of(settings) == Prompts({"overview.md": _SUMMARY})


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "no prompt files"),
        ({"README": b"only a note"}, "no prompt files"),
        ({"sections": OWN.encode()}, "no prompt 'sections.md'"),
        ({"overview": b"no parts"}, "one part headed"),
        ({"overview": "# System message".encode("utf-16")}, "is no UTF-8"),
        ({"overview": b" " * 1_000_001}, "over 1,000,000 bytes"),
    ],
)
def test_what_is_wrong_with_a_folder_is_said(tmp_path: Path, files: dict[str, bytes], says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        prompts_of(folder_with(tmp_path, **files))
    assert str(tmp_path / "prompts") in caught.value.where


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such folder"):
        prompts_of(Settings(prompts=str(tmp_path / "none")))


def test_wrong_slots_of_a_later_pass_end_the_run_before_it_starts(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "overview.md").write_text(
        "# System message\n\na\n\n# User message\n\n{{failed}}\n", encoding="utf-8"
    )
    code, out, err = printed(capsys, report, "--prompts", str(own))
    assert (code, out) == (2, "")
    assert err.endswith("(the slots are: body, citations, digest, letter, period, title)\n")

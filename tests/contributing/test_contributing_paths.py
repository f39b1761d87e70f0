"""The paths in CONTRIBUTING.md are walked: an addition of each kind is made to a copy of the program, and the command is run on it."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from wire.answers import Answer, Seen, completion
from wire.personalities import honest
from wire.server import WireServer

from contributing.additions import ADDITIONS, added
from summarizer.formats import PageFormat, TableFormat, about
from summarizer.reading import ENDINGS
from summarizer.schedule import LATER

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROWS = {
    name: re.findall(r"`([^`]+)`", files)
    for name, files in re.findall(r"^\| (an? [^|]+?) \| ([^|]+) \|", PAGE, flags=re.M)
}
"""The files of each path as the page names them; NAME stands for what is new, * for any of several."""
_MOST_FILES = 3

REPORT = """青河市人民代表大会常务委员会工作报告
——2024年1月9日在青河市第十六届人民代表大会第四次会议上
各位代表：
一、过去一年的主要工作
一年来，听取审议专项工作报告19项，开展执法检查5次。举办代表夜谈会12场，发放民情锦囊340帖。
"""
LATER_REPORT = REPORT.replace("2024", "2025").replace("12场", "15场").replace("第四次", "第五次")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with everything added."""
    root = tmp_path_factory.mktemp("copy")
    for folder in ("summarizer", "prompts", "schemas"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for addition in ADDITIONS.values():
        added(addition, root)
    return root


@pytest.fixture
def call(copy: Path, tmp_path: Path) -> Run:
    """Runs the command of the copy in a folder with two reports."""
    work = tmp_path / "work"
    work.mkdir()
    (work / "qinghe.txt").write_text(REPORT, encoding="utf-8")
    (work / "later.txt").write_text(LATER_REPORT, encoding="utf-8")

    def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "summarizer", *args],
            cwd=work,
            env={**os.environ, "PYTHONPATH": str(copy), "PYTHONIOENCODING": "utf-8", **env},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


# ---- what the page says


def test_every_path_is_tried() -> None:
    assert ROWS.keys() == ADDITIONS.keys()


@pytest.mark.parametrize("name", ADDITIONS)
def test_a_path_touches_the_files_that_the_page_names_and_no_more_than_three(name: str) -> None:
    named = {
        file: re.compile(re.escape(file).replace("NAME", r"\w+").replace(r"\*", r"\w+"))
        for file in ROWS[name]
    }
    touched = ADDITIONS[name].files
    assert all(any(pattern.fullmatch(file) for pattern in named.values()) for file in touched)
    unused = {file for file, pattern in named.items() if not any(map(pattern.fullmatch, touched))}
    # A library is needed by some formats only.
    assert unused <= {"pyproject.toml"}
    assert len(named) <= _MOST_FILES


@pytest.mark.parametrize("file", sorted({file for files in ROWS.values() for file in files}))
def test_a_file_that_the_page_names_exists(file: str) -> None:
    if "NAME" in file:
        assert (ROOT / file).parent.is_dir()
    else:
        assert list(ROOT.glob(file))


# ---- the paths


@pytest.mark.slow
def test_a_measure_word_makes_a_figure_and_a_term_names_it(call: Run) -> None:
    found = [json.loads(line) for line in call("numbers", "qinghe.txt", "--json").stdout.splitlines()]
    (packets,) = [row for row in found if row["text"] == "340帖"]
    assert (packets["kind"], packets["unit"]) == ("indicator", "帖")
    assert packets["name_en"] == "citizens' advice packets distributed"


@pytest.mark.slow
def test_a_key_stands_at_a_glance_and_side_by_side(call: Run) -> None:
    brief = call("brief", "qinghe.txt").stdout
    glance = brief.partition("## At a glance")[2].partition("\n## ")[0].strip().splitlines()
    assert glance[0].startswith("- Evening talks with deputies held: **12**")
    compared = json.loads(call("compare", "qinghe.txt", "later.txt", "--format", "json").stdout)
    (row,) = [row for row in compared["rows"] if row["key"] == "evening_talks"]
    assert [cell["value"] for cell in row["cells"]] == ["12", "15"]
    assert any("vening talks with deputies held rose (12 to 15)" in s["text"] for s in compared["summary"])


@pytest.mark.slow
def test_a_reader_is_found_by_bytes_and_by_ending_kept_apart_and_held_to_limits(
    call: Run, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    head, _, rest = REPORT.partition("一、")
    file = f"FEEDS\n{head}\f一、{rest}".encode()
    (work / "named.anything").write_bytes(file)
    digest = json.loads(call("digest", "named.anything").stdout)
    assert digest["source"]["media_type"] == "text/x-feeds"
    assert {row["page"] for row in digest["indicators"]} == {2}
    # What brings down the reader is one sentence: it ran in a process of its own.
    (work / "harm.feeds").write_bytes(file + b"CRASH")
    refused = call("brief", "harm.feeds")
    assert (refused.returncode, refused.stdout) == (3, "")
    assert "reading it fails" in refused.stderr
    (work / "long.feeds").write_bytes(file + b"\f" * 2_001)
    assert "over the limit of 2,000 pages" in call("outline", "long.feeds").stderr
    # A run over a folder takes up its files.
    folder = work / "folder"
    folder.mkdir()
    (folder / "one.feeds").write_bytes(file)
    (folder / "none.other").write_bytes(file)
    ended = call("batch", "folder", "-d", "run", "--json", "--briefs", "adoc,md", "--jobs", "1")
    assert ended.returncode == 0, ended.stderr
    assert "1 files in folders" in ended.stderr
    assert {path.suffix for path in (work / "run" / "briefs").iterdir()} == {".adoc", ".md"}


@pytest.mark.slow
def test_a_writer_is_offered_and_found_by_the_ending(call: Run, tmp_path: Path) -> None:
    assert call("brief", "qinghe.txt", "-o", "page.asciidoc").returncode == 0
    page = (tmp_path / "work" / "page.asciidoc").read_text(encoding="utf-8")
    assert page.startswith(":toc:") and "Evening talks" in page
    assert call("compare", "qinghe.txt", "later.txt", "--format", "adoc").stdout.startswith(":toc:")
    assert call("digest", "qinghe.txt", "-o", "figures.tsv").returncode == 0
    table = (tmp_path / "work" / "figures.tsv").read_text(encoding="utf-8").splitlines()
    assert "evening_talks" in "\n".join(table) and len({line.count("\t") for line in table}) == 1
    refused = call("compare", "qinghe.txt", "later.txt", "-o", "figures.tsv")
    assert refused.returncode == 2 and "does not write .tsv files" in refused.stderr
    shown = " ".join(call("brief", "--help").stdout.split())
    assert "<md|html|txt|docx|adoc>" in shown and "a Word document or AsciiDoc" in shown


@pytest.mark.slow
def test_a_pass_is_offered_planned_made_and_held_to_the_report(call: Run) -> None:
    model = ("-m", "openai:test", "--passes", "headline")
    assert "headline" in call("brief", "--help").stdout
    assert call("config", "show", SUMMARIZER_PASSES="headline,overview").returncode == 0
    with WireServer(_with_headline) as server:
        env = {"OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": server.url}
        plan = call("digest", "qinghe.txt", *model, "--dry-run", **env).stdout
        assert "then at most 1 request" in plan and "for headline" in plan
        ended = call("digest", "qinghe.txt", *model, **env)
    assert ended.returncode == 0, ended.stderr
    assert "headline by the model" in ended.stderr
    digest = json.loads(ended.stdout)
    assert [made["name"] for made in digest["engine"]["passes"]] == ["sections", "headline"]
    assert digest["engine"]["passes"][1]["settled"] == 1
    assert set(digest["engine"]["prompts"]) == {"section_digest.md", "headline.md"}
    told = [sentence["text"] for sentence in digest["overview"]]
    assert told[0] == "It held 12 evening talks."
    assert not any("77" in text for text in told)


def _with_headline(seen: Seen) -> Answer:
    if "headline of a report" not in seen.system:
        return honest()(seen)
    (cite,) = re.findall(r"12场\((e\d+)\)", seen.user)
    said = [
        {"text": "It held 12 evening talks.", "cites": [cite]},
        {"text": "It held 77 evening talks.", "cites": [cite]},
    ]
    return completion(json.dumps({"rows": [], "sentences": said}))


# ---- one source of truth

LISTS = {
    "summarizer/formats.py": {*map(str, PageFormat), *map(str, TableFormat)}
    | {ending for form in (*PageFormat, *TableFormat) for ending in about(form).also},
    "summarizer/reading/formats.py": set(ENDINGS),
    "summarizer/schedule.py": {later.name for later in LATER} | {later.prompt.file for later in LATER},
}
"""Where formats and passes are listed, and by which names."""


@pytest.mark.parametrize("home", LISTS)
def test_no_other_module_lists_them(home: str) -> None:
    listing = {
        path.relative_to(ROOT).as_posix(): found
        for path in sorted((ROOT / "summarizer").rglob("*.py"))
        if (found := _listed(path, LISTS[home]))
    }
    assert listing.keys() <= {home}, listing


@pytest.mark.parametrize(
    "code",
    [
        'SUFFIXES = frozenset({".txt", ".pdf"})',
        'Name = Literal["md", "html"]',
        'words = {"repair": "correction", "overview": "summary"}',
        'help = "some of repair,gleaning,overview"',
        'hint = f"{x}: md, html and txt"',
    ],
)
def test_a_list_is_seen(code: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(code, encoding="utf-8")
    assert any(_listed(path, names) for names in LISTS.values())


def _listed(path: Path, names: set[str]) -> list[set[str]]:
    """What of `names` a module lists: two as members of one collection, or three in one text with commas between."""
    found: list[set[str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        members: Sequence[ast.AST | None] = ()
        match node:
            case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
                members = elements
            case ast.Dict(keys=keys):
                members = keys
            case ast.Constant(value=str(text)):
                found.append(names & set(re.split(r",\s*|\s+(?:and|or)\s+|\s", text)))
                if len(found[-1]) < 3:
                    found.pop()
        told = {member.value for member in members if isinstance(member, ast.Constant)} & names
        if len(told) > 1:
            found.append({str(name) for name in told})
    return found

"""What the README and the pages in docs/ show as a session is what the commands print."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from doc_tables import DOCS, PAGES, page_name
from sessions import sessions, shown_as

from summarizer.errors import LexiconError
from summarizer.lexicon.numbered import COLUMNS as NUMBERED
from summarizer.lexicon.numbered import numbered_in
from summarizer.lexicon.synonyms import COLUMNS as SYNONYMS
from summarizer.lexicon.synonyms import synonyms_in
from summarizer.lexicon.table import rows
from summarizer.lexicon.taxonomy import COLUMNS as INDICATORS
from summarizer.lexicon.taxonomy import taxa_in
from summarizer.lexicon.terms import COLUMNS as TERMS
from summarizer.lexicon.terms import terms_in
from summarizer.lexicon.units import COLUMNS as UNITS
from summarizer.lexicon.units import units_in

ROOT = DOCS.parent
# A script that a page shows with its name in the first line.
_SCRIPT = re.compile(r"^```python\n(# (\w+\.py)\n.*?)^```", flags=re.M | re.S)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="the sessions are a shell's")
@pytest.mark.parametrize(
    ("page", "session"),
    [
        pytest.param(page, s, id=f"{page_name(page)}-{n}")
        for page in PAGES
        for n, s in enumerate(sessions(page.read_text(encoding="utf-8")), start=1)
    ],
)
def test_a_session_shows_what_the_commands_print(
    page: Path, session: list[tuple[str, str]], folder: Path
) -> None:
    for script, name in _SCRIPT.findall(page.read_text(encoding="utf-8")):
        (folder / name).write_text(script, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, output in session:
        run = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert run.stderr == "", command
        assert shown_as(output).fullmatch(run.stdout), f"$ {command}\n{run.stdout}"


def test_the_readme_has_sessions_and_they_use_every_command_for_reports() -> None:
    used = {
        word
        for session in sessions((ROOT / "README.md").read_text(encoding="utf-8"))
        for command, _ in session
        for word in re.findall(r"summarizer (\w+)", command)
    }
    assert used >= {"brief", "digest", "compare", "check", "view", "numbers", "outline"}


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:summarizer|prompts|tests|examples|docs|schemas)/[\w/.-]*)`", text)
    # NAME stands for what a contributor adds.
    assert [name for name in named if "NAME" not in name and not (ROOT / name).exists()] == []


_TABLES = {
    "terms_congress.tsv": (terms_in, TERMS),
    "units.tsv": (units_in, UNITS),
    "indicators.tsv": (taxa_in, INDICATORS),
    "numbered.tsv": (numbered_in, NUMBERED),
    "synonyms.tsv": (synonyms_in, SYNONYMS),
}
_BAD_ROWS = re.findall(
    r"^\| (\w+\.tsv) \| `(.+?)` \| `(.+)` \|$",
    (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    flags=re.M,
)


@pytest.mark.parametrize(("table", "row", "answer"), _BAD_ROWS)
def test_a_bad_row_is_answered_as_shown(table: str, row: str, answer: str) -> None:
    validate, columns = _TABLES[table]
    header = "\t".join(columns)
    with pytest.raises(LexiconError) as caught:
        validate(rows(table, f"{header}\n{row.replace('⇥', chr(9))}\n", columns))
    assert str(caught.value) == answer

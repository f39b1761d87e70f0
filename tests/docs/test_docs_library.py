"""What the README and docs/library.md show as Python is run, and the docstrings of the entry points too."""

import doctest
from pathlib import Path

import pytest
from sessions import python_blocks

from summarizer.verify import source

ROOT = Path(__file__).parent.parent.parent


def examples(page: Path) -> doctest.DocTest:
    """The Python of a page as one session."""
    code = "\n".join(python_blocks(page.read_text(encoding="utf-8")))
    return doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)


def failures(test: doctest.DocTest) -> str:
    told: list[str] = []
    doctest.DocTestRunner().run(test, out=told.append)
    return "".join(told)


@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_the_python_of_a_page_gives_what_the_page_shows(page: str) -> None:
    session = examples(ROOT / page)
    assert len(session.examples) > 3
    assert failures(session) == ""


def test_the_readme_needs_ten_lines_at_most() -> None:
    (block,) = python_blocks((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(block.splitlines()) <= 10


@pytest.mark.parametrize(
    "test", [pytest.param(t, id=t.name) for t in doctest.DocTestFinder().find(source) if t.examples]
)
def test_the_docstrings_show_what_happens(test: doctest.DocTest) -> None:
    assert failures(test) == ""

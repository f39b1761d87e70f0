"""Every bug that is planted in a core line is caught by its law."""

import pytest

from planted.bugs import BUGS, Bug
from planted.run import ROOT, caught, missing, sound


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.what)
def test_the_line_and_the_law_are_there(bug: Bug) -> None:
    assert not missing(bug), f"{bug.file} has no single {bug.line!r}"
    file, _, law = bug.law.partition("::")
    assert f"def {law}(" in (ROOT / "tests" / "property" / file).read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_laws_hold_without_a_bug() -> None:
    assert sound()


@pytest.mark.slow
@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.what)
def test_a_planted_bug_is_caught(bug: Bug) -> None:
    assert caught(bug)

"""What a program gets from `import summarizer`."""

import subprocess
import sys

import pytest

import summarizer


@pytest.mark.parametrize("name", summarizer.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(summarizer, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = summarizer.no_such_name


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, summarizer; print([m for m in sys.modules if m.startswith('summarizer.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

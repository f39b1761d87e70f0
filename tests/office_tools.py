"""Programs of the system that slow tests use."""

import os
import shutil

import pytest

__all__ = ["needed"]


def needed(program: str) -> str:
    """The path of a program that `.ci/slow-tools` installs."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{program} is not installed; run .ci/slow-tools")
    if found is None:
        pytest.skip(f"{program} is not installed; .ci/slow-tools installs it")
    return found

"""Plants each bug of `bugs.py` in a copy of the package and runs the law that must see it: `make planted`, or `PYTHONPATH=tests python -m planted.run [WORD …]`.

Prints a line for each; exit 1 where a bug is not caught, or where the line it is planted in is not there any more. WORDs choose
bugs by what they say.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from planted.bugs import BUGS, Bug

__all__ = ["caught", "missing"]

ROOT = Path(__file__).parents[2]
_TESTS_FAILED = 1  # pytest's exit code for that, and for nothing else


def missing(bug: Bug) -> bool:
    """Whether the line to change is not there, or not the only one."""
    return (ROOT / "summarizer" / bug.file).read_text(encoding="utf-8").count(bug.line) != 1


def caught(bug: Bug) -> bool:
    """Whether the law fails in a copy with the bug. Raises RuntimeError where the law could not be run."""
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        copy = Path(folder)
        shutil.copytree(
            ROOT / "summarizer", copy / "summarizer", ignore=shutil.ignore_patterns("__pycache__")
        )
        for beside in ("prompts", "schemas"):
            (copy / beside).symlink_to(ROOT / beside)
        changed = copy / "summarizer" / bug.file
        changed.write_text(
            changed.read_text(encoding="utf-8").replace(bug.line, bug.becomes), encoding="utf-8"
        )
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=planted", "--hypothesis-seed=0",
             f"--rootdir={ROOT}", f"--override-ini=pythonpath={copy} {ROOT}/bench {ROOT}/docs/site {ROOT}/fuzz", f"{ROOT}/tests/property/{bug.law}"],
            cwd=copy, env={**os.environ, "PYTHONPATH": str(copy)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode not in {0, _TESTS_FAILED}:
        raise RuntimeError(f"{bug.law} could not be run:\n{done.stdout}{done.stderr}")
    return done.returncode == _TESTS_FAILED


def main(words: list[str]) -> int:
    chosen = [bug for bug in BUGS if all(word in bug.what for word in words)]
    survived = 0
    for bug in chosen:
        if missing(bug):
            told = f"is not to be planted: summarizer/{bug.file} has no single {bug.line!r}"
            survived += 1
        elif caught(bug):
            told = f"caught by {bug.law}"
        else:
            told = f"NOT CAUGHT by {bug.law}"
            survived += 1
        sys.stdout.write(f"{bug.what}: {told}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - survived} of {len(chosen)} caught\n")
    return 1 if survived or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

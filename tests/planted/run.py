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

__all__ = ["caught", "missing", "sound"]

ROOT = Path(__file__).parents[2]
_TESTS_FAILED = 1  # pytest's exit code for that, and for nothing else


def missing(bug: Bug) -> bool:
    """Whether the line to change is not there, or not the only one."""
    return (ROOT / "summarizer" / bug.file).read_text(encoding="utf-8").count(bug.line) != 1


def caught(bug: Bug) -> bool:
    """Whether the law fails in a copy with the bug. Raises RuntimeError where the law could not be run."""
    return not _holds([bug.law], planted=bug)


def sound() -> bool:
    """Whether every law holds where no bug is planted; else that it fails with one would show nothing."""
    return _holds(sorted({bug.law for bug in BUGS}))


def _holds(laws: list[str], *, planted: Bug | None = None) -> bool:
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        copy = Path(folder)
        shutil.copytree(
            ROOT / "summarizer", copy / "summarizer", ignore=shutil.ignore_patterns("__pycache__")
        )
        for beside in ("prompts", "schemas"):
            (copy / beside).symlink_to(ROOT / beside)
        if planted is not None:
            changed = copy / "summarizer" / planted.file
            text = changed.read_text(encoding="utf-8").replace(planted.line, planted.becomes)
            changed.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=planted",
             f"--rootdir={ROOT}", f"--override-ini=pythonpath={copy} {ROOT}/bench {ROOT}/docs/site {ROOT}/fuzz", *(f"{ROOT}/tests/property/{law}" for law in laws)],
            cwd=copy, env={**os.environ, "PYTHONPATH": str(copy)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode not in {0, _TESTS_FAILED}:
        raise RuntimeError(f"{laws} could not be run:\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def main(words: list[str]) -> int:
    chosen = [bug for bug in BUGS if all(word in bug.what for word in words)]
    if not sound():
        sys.stdout.write("a law does not hold, bug or no bug: see pytest tests/property\n")
        return 1
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

"""Pictures of pages → text, by Tesseract where it is installed: the optional extra `ocr`."""

import os
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec

from summarizer.reading import Recognise

__all__ = ["recogniser"]

_PROGRAM = "tesseract"
_LANGUAGES = ("chi_sim", "chi_tra")
_PATIENCE_S = 50  # for a page; one of an ordinary report takes one to five seconds


def recogniser() -> Recognise | None:
    """What reads the picture of a page; None where Pillow, the program or its data for Chinese is not there.

    A page that the program fails on or takes too long for is "". Simplified characters are looked for, and traditional ones too
    where there is data for them.
    """
    program = shutil.which(_PROGRAM)
    if program is None or find_spec("PIL") is None:
        return None
    languages = [language for language in _LANGUAGES if language in _installed(program)]
    if not languages:
        return None

    def recognise(picture: bytes) -> str:
        # One thread is several times faster than the default where cores are few or taken.
        # https://tesseract-ocr.github.io/tessdoc/FAQ.html
        return _output(
            [program, "stdin", "stdout", "-l", "+".join(languages), "-c", "preserve_interword_spaces=1"],
            picture,
            threads=1,
        )

    return recognise


@cache
def _installed(program: str) -> frozenset[str]:
    """The languages that there is data for."""
    return frozenset(_output([program, "--list-langs"], b"").split())


def _output(command: list[str], given: bytes, *, threads: int = 0) -> str:
    """What a program prints; "" where it fails or does not end."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": str(threads)} if threads else None
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""

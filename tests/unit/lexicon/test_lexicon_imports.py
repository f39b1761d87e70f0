"""Importing the lexicon reads nothing and loads no heavy library."""

import subprocess
import sys


def test_import_is_light() -> None:
    code = (
        "import sys, summarizer.resources as r\n"
        "def refuse(*args): raise AssertionError('a table was read at import')\n"
        "r.lexicon_tables = refuse\n"
        "import summarizer.lexicon\n"
        "assert 'pypinyin' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr

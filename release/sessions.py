"""The sessions that a page shows as `console`: commands, and the outputs printed below them."""

import re

_SESSION = re.compile(r"^```console\n(.*?)^```", flags=re.M | re.S)
_COMMAND = re.compile(r"^\$ (.+)$", flags=re.M)
_PYTHON = re.compile(r"^```python\n(.*?)^```", flags=re.M | re.S)


def sessions(page: str) -> list[list[tuple[str, str]]]:
    """The sessions of a page: commands with the output shown below each."""
    found = []
    for block in _SESSION.findall(page):
        pieces = _COMMAND.split(block)[1:]
        found.append(
            list(zip(pieces[::2], (output.removeprefix("\n") for output in pieces[1::2]), strict=True))
        )
    return found


def shown_as(output: str) -> re.Pattern[str]:
    """What fits an output as shown: `…` stands for any text, over lines where it has a line of its own."""
    lines = [
        "(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in output.splitlines(keepends=True)
    ]
    return re.compile("".join(lines))


def python_blocks(page: str) -> list[str]:
    """The Python that a page shows, block by block."""
    return _PYTHON.findall(page)

"""How a run stands, as a table or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarizer.batch import ACCOUNT, INDEX
from summarizer.cli.rows import json_lines_of
from summarizer.cli.streams import write_out
from summarizer.cli.table import table

if TYPE_CHECKING:
    from summarizer.batch import Standing
    from summarizer.config import ColorWhen

__all__ = ["show"]

_SHOWN_PROBLEMS: Final = 20
_OUTCOMES: Final = ("done", "partial", "failed", "duplicate", "waiting")


def show(found: "Standing", folder: Path, *, json: bool, color: "ColorWhen", working: bool) -> None:
    """Prints the run's numbers and its problems, in the table the first of them."""
    write_out(
        json_lines_of([_row(found, folder, working=working)])
        if json
        else _text(found, folder, color, working)
    )


def _row(found: "Standing", folder: Path, *, working: bool) -> dict[str, Any]:
    spent = found.spent
    return {
        "run": str(folder),
        "working": working,
        "inputs": found.tally.total,
        **{name: getattr(found.tally, name) for name in _OUTCOMES},
        "figures": found.figures,
        "verdicts": dict(found.verdicts),
        "requests": spent.requests,
        "from_cache": spent.kept,
        "input_tokens": spent.tokens_in,
        "output_tokens": spent.tokens_out,
        "cost_usd": None if spent.cost_usd is None else format(spent.cost_usd, "f"),
        "problems": [
            {"path": one.path, "state": one.state.value, "reason": one.reason} for one in found.problems
        ],
    }


def _text(found: "Standing", folder: Path, color: "ColorWhen", working: bool) -> str:
    tally, spent = found.tally, found.spent
    counts = ", ".join(f"{n:,} {name}" for name in _OUTCOMES if (n := getattr(tally, name)))
    lines = [f"{tally.total:,} {'file' if tally.total == 1 else 'files'}: {counts or 'none found'}"]
    lines.append(f"{found.figures:,} figures, {found.flagged:,} flagged")
    if spent.requests or spent.kept:
        cost = "cost unknown" if spent.cost_usd is None else f"cost ${spent.cost_usd:.4f}"
        lines.append(
            f"{spent.requests:,} requests, {spent.tokens_in:,} tokens sent, {spent.tokens_out:,} received, "
            f"{spent.kept:,} replies from the cache; {cost}"
        )
    if working:
        lines.append("a process is at work on it")
    elif (folder / INDEX).exists():
        lines.append(str(folder / INDEX))
    text = "\n".join(lines) + "\n"
    if found.problems:
        cells = [(one.state.value, one.path, one.reason) for one in found.problems[:_SHOWN_PROBLEMS]]
        text += "\n" + table(("state", "file", "reason"), cells, color=color)
        if more := len(found.problems) - len(cells):
            text += f"and {more:,} more in {folder / ACCOUNT}\n"
    return text

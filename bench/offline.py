"""How fast the offline engine, the recogniser and the command are, each against a peer measured in the same run.

Seconds differ from machine to machine; the ratios to a peer hardly do. See README.md beside this script.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from summarizer.pipeline import digest_report
from summarizer.quantities import mentions_zh
from summarizer.reading import read

EXAMPLES = Path(__file__).parents[1] / "examples"
REPORTS = ("yunqiao_congress_2023.txt", "yanxi_government_2021.txt")
_SEED = 20240118
_DIGIT = re.compile(r"[0-9]")
_FIGURE = re.compile(r"(?<![0-9.“PM])[1-9][0-9]*(?![0-9]*\s*[年月日页届])")


@dataclass(frozen=True, slots=True)
class Trial:
    """Work done `amount` times in one call (in `unit`), and what it is held against."""

    name: str
    amount: float
    unit: str
    work: Callable[[], object]
    peer_name: str
    peer: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """Median seconds of one call of each."""

    trial: Trial
    work_s: float
    peer_s: float


def varied(text: str, random: Random) -> str:
    """The report with other figures of as many digits in it; dates, page lines and sessions stay."""

    def other(match: re.Match[str]) -> str:
        digits = len(match.group())
        return str(random.randrange(10 ** (digits - 1), 10**digits))

    return _FIGURE.sub(other, text)


def corpus(copies: int) -> list[str]:
    """Each example report `copies` times, never twice with the same figures; the same corpus in every run."""
    random = Random(_SEED)
    texts = [(EXAMPLES / name).read_text(encoding="utf-8") for name in REPORTS]
    return [varied(text, random) for _ in range(copies) for text in texts]


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def measured(trial: Trial, *, runs: int) -> Result:
    """Medians over `runs` calls of work and peer in turn, after one of each that does not count."""
    trial.work()
    trial.peer()
    pairs = [(seconds(trial.work), seconds(trial.peer)) for _ in range(runs)]
    return Result(trial, median(work for work, _ in pairs), median(peer for _, peer in pairs))


def _process(*arguments: str) -> Callable[[], object]:
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def trials(copies: int) -> Iterator[Trial]:
    texts = corpus(copies)
    files = [text.encode("utf-8") for text in texts]
    whole = "\n".join(texts)
    yield Trial(
        "offline digests",
        len(files),
        "reports/s",
        lambda: [digest_report(read(data, name="report.txt")) for data in files],
        "json round trip",
        lambda: [json.loads(json.dumps(text, ensure_ascii=False)) for text in texts],
    )
    yield Trial(
        "recogniser",
        len(whole),
        "characters/s",
        lambda: mentions_zh(whole),
        "re pass for digits",
        lambda: _DIGIT.findall(whole),
    )
    report = str(EXAMPLES / REPORTS[0])
    for name, arguments in (
        ("brief, whole process", ("brief", report)),
        ("--help, whole process", ("--help",)),
    ):
        yield Trial(
            name,
            1,
            "processes/s",
            _process("-m", "summarizer", *arguments),
            "python -c pass",
            _process("-c", "pass"),
        )


def table(results: Sequence[Result]) -> str:
    """One line a trial: what it did a second, seconds of one call, its peer's, and how many times the peer it took."""
    rows = [("measured", "rate", "", "median s", "peer", "median s", "ratio")]
    for result in results:
        trial = result.trial
        rate = trial.amount / result.work_s
        rows.append(
            (
                trial.name,
                f"{rate:,.1f}",
                trial.unit,
                f"{result.work_s:.4f}",
                trial.peer_name,
                f"{result.peer_s:.6f}",
                f"{result.work_s / result.peer_s:,.0f}",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    flush_right = {1, 3, 5, 6}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in flush_right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="calls of each, of which the median counts (5)")
    parser.add_argument("--copies", type=int, default=10, help="variants of each example report (10)")
    options = parser.parse_args()
    print(table([measured(trial, runs=options.runs) for trial in trials(options.copies)]))


if __name__ == "__main__":
    main()

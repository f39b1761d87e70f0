"""How long it takes from the bytes of a text report to its outline and figures, and how much memory.

    python bench/reading.py [REPORT…]

Each report is read, outlined and recognised in this process, and its figures bound to what they count; the times are medians of seven,
told for 30,000 characters. The promises: under 200 ms without the binding, and a peak of memory of less than 20 times the file. Exits with 1 where one is not kept.
"""

import argparse
import sys
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from summarizer.outline import outline
from summarizer.quantities import inventory, mentions_zh
from summarizer.reading import read

EXAMPLES = Path(__file__).parents[1] / "examples"
_CHARACTERS = 30_000
_LIMIT_MS = 200
_MEMORY_LIMIT = 20
_LEAST_FILE = 100_000  # bytes; in a smaller one the tables of the program weigh more than the text


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of the processor for 30,000 characters, step by step."""

    reading: float
    outlining: float
    recognising: float
    binding: float

    @property
    def promised(self) -> float:
        return self.reading + self.outlining + self.recognising


def timed(data: bytes, *, runs: int = 7) -> Timed:
    """Medians of `runs` runs."""
    found = [_once(data) for _ in range(runs + 1)][1:]
    return Timed(*(median(step) for step in zip(*found, strict=True)))


def _once(data: bytes) -> tuple[float, float, float, float]:
    start = process_time()
    doc = read(data, name="report.txt", require_chinese=False)
    outlined_from = process_time()
    root = outline(doc)
    recognised_from = process_time()
    mentions_zh(doc.body.text)
    bound_from = process_time()
    inventory(doc, root)
    end = process_time()
    scale = 1000 * _CHARACTERS / len(doc.text)
    recognising = bound_from - recognised_from
    return (
        (outlined_from - start) * scale,
        (recognised_from - outlined_from) * scale,
        recognising * scale,
        (end - bound_from - recognising) * scale,
    )


def peak(data: bytes) -> float:
    """The most memory that reading takes, in times the file."""
    read(data, name="report.txt", require_chinese=False)
    tracemalloc.start()
    read(data, name="report.txt", require_chinese=False)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / len(data)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path, metavar="REPORT", help="by default the examples")
    reports = parser.parse_args(arguments).reports or sorted(EXAMPLES.glob("*.txt"))
    print(
        f"{'milliseconds for 30,000 characters':44} {'read':>6} {'outline':>8} {'numbers':>8} {'binding':>8}"
    )
    kept = True
    for report in reports:
        told = timed(report.read_bytes())
        kept &= told.promised < _LIMIT_MS
        print(
            f"{report.name:44} {told.reading:6.0f} {told.outlining:8.0f} {told.recognising:8.0f} {told.binding:8.0f}"
        )
    # Lines of figures only: no two are copies of each other.
    long = "".join(
        f"{n}，第{n * 7919 % 10007}号项目完成投资{n}万元，受益群众{n * 31}人。\n" for n in range(10_000)
    ).encode()
    assert len(long) > _LEAST_FILE
    times = peak(long)
    kept &= times < _MEMORY_LIMIT
    print(f"{'memory at its peak, of a text of 1 MB':44} {times:6.1f} times the file (limit {_MEMORY_LIMIT})")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

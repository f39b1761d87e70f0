"""How fast numbers are recognised and bound, beside a bare scan and public recognisers in the same run; and that it stays linear.

    python bench/recogniser.py [REPORT …]

Without REPORT it reads the sample reports beside the repository where they are, else the examples. Seconds differ from machine
to machine; compare the ratios to the bare scan.
"""

import argparse
import gc
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from timeit import repeat

from peers import numbers_only, numerals_only, recognizers_text

from summarizer.outline import outline
from summarizer.quantities import Inventory, inventory, mentions_en, mentions_zh
from summarizer.reading import Document, Source, read
from summarizer.verify import Relation, relations

ROOT = Path(__file__).parents[1]
_SCAN = re.compile(r"[0-9０-９零〇一二两三四五六七八九十百千万亿]+")
_NUMBERS = 10  # how much shorter texts full of numbers are
_PEER_RUNS = 3  # they take seconds where ours takes hundredths

# What a hostile file may be full of; each is repeated to the length measured.
HOSTILE = {
    "one digit": "1",
    "one numeral": "一",
    "万": "万",
    "stars": "*",
    "brackets": "（",
    "titles": "《",
    "commas": "，",
    "digits and commas": "1,",
    "groups of three": "111,",
    "digits and blanks": "1 ",
    "numerals and blanks": "一 百 ",
    "ranges": "1-",
    "fractions": "一分之",
    "sums in parts": "1角",
    "words before": "不超过",
    "mailboxes": "aaaaaaaa@",
    "lines": "\n1",
    "quotations": "“1",
}


def samples() -> list[Path]:
    """The reports measured by default."""
    beside = sorted((ROOT.parent / "shared" / "reports").glob("*.txt"))
    return beside or sorted((ROOT / "examples").glob("*.txt"))


def seconds(call: Callable[[], object], runs: int) -> float:
    """The median of `runs` calls, after one that does not count; the garbage collector runs as it always does."""
    call()
    return median(repeat(call, "gc.enable()", number=1, repeat=runs, globals={"gc": gc}))


def _peers(text: str) -> list[tuple[str, Callable[[], object] | None]]:
    everything = recognizers_text("zh-cn")
    return [
        ("recognizers-text, bare numbers", numbers_only(text)),
        (
            "recognizers-text, all figures",
            None if everything is None else lambda: [everything(line) for line in text.splitlines()],
        ),
        ("cn2an, numerals only", numerals_only(text)),
    ]


def speed(files: Sequence[Path], runs: int) -> None:
    """Characters a second of recognition, of binding, of a bare scan and of others, on the same texts."""
    docs = [read(path.read_bytes(), name=path.name) for path in files]
    roots = [outline(doc) for doc in docs]
    text = "\n".join(doc.text for doc in docs)
    bound = sum(len(doc.body.text) for doc in docs)

    def bind() -> list[Inventory]:
        return [inventory(doc, root) for doc, root in zip(docs, roots, strict=True)]

    scan_s = seconds(lambda: sum(1 for _ in _SCAN.finditer(text)), runs)
    print(
        f"{len(docs)} reports, {len(text):,} characters, {len(mentions_zh(text)):,} numbers, median of {runs}\n"
    )
    print(f"{'measured':32} {'characters/s':>14} {'times the bare scan':>20}")
    print(f"{'bare scan':32} {len(text) / scan_s:14,.0f} {1:20}")
    ours: list[tuple[str, int, Callable[[], object] | None, int]] = [
        ("recognition", len(text), lambda: mentions_zh(text), runs),
        ("recognition and binding", bound, bind, runs),
    ]
    for name, amount, call, times in ours + [(n, len(text), c, _PEER_RUNS) for n, c in _peers(text)]:
        if call is None:
            print(f"{name:32} {'not installed':>14}")
        else:
            took = seconds(call, times)
            print(f"{name:32} {amount / took:14,.0f} {took / amount * len(text) / scan_s:20,.1f}")


def _bound(text: str) -> Inventory:
    doc = Document(text, Source("hostile.txt", "", "text/plain", "utf-8"))
    return inventory(doc, outline(doc))


def _related(text: str) -> list[Relation]:
    return relations(_bound(f"审结案件9999999件，其中{text}。"))


def linearity(title: str, work: Callable[[str], object], length: int) -> None:
    """The lesser of two times for hostile text of a length and of twice that length; nothing may more than double.

    Text of more than one character, which holds a number every few, is a tenth as long.
    """
    print(f"\n{title:32} {'characters':>12} {'time':>12} {'of twice':>12} {'ratio':>8}")
    for name, unit in HOSTILE.items():
        size = length if len(unit) == 1 else length // _NUMBERS
        first, second = (
            min(repeat(partial(work, _repeated(unit, n)), number=1, repeat=2)) for n in (size, 2 * size)
        )
        print(f"{name:32} {f'{size:,}':>12} {first:11.4f}s {second:11.4f}s {second / first:8.2f}")


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("report", nargs="*", type=Path, help="texts to measure on")
    parser.add_argument("--runs", type=int, default=7, help="calls of each, of which the median counts (7)")
    parser.add_argument(
        "--length",
        type=int,
        default=2_500_000,
        help="characters of hostile text to recognise (a tenth where numbers fill it), then twice as many (2500000)",
    )
    parser.add_argument(
        "--bound", type=int, default=100_000, help="characters of hostile text to bind, likewise (100000)"
    )
    options = parser.parse_args()
    speed(options.report or samples(), options.runs)
    linearity("hostile text, recognised", mentions_zh, options.length)
    linearity("hostile text, bound", _bound, options.bound)
    linearity("hostile text, recognised as English", mentions_en, options.bound)
    linearity("figures of one sentence, related", _related, options.bound)


if __name__ == "__main__":
    main()

"""How fast numbers are recognised and bound, and how well, beside a bare scan and public recognisers in the same run.

    python bench/recogniser.py [REPORT …]             speed and linearity (default: the example reports)
    python bench/recogniser.py --gold DIR --suites DIR --reports DIR
                                                       what is found, with all rows of the lexicon and without the rare ones

Seconds differ from machine to machine; compare the ratios to the bare scan. Public recognisers are measured where they are
installed (`pip install cn2an recognizers-text-number "emoji<2"`).
"""

import argparse
import gc
import json
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from timeit import repeat

import summarizer.lexicon.table as lexicon_table
from summarizer import resources
from summarizer.errors import InputError
from summarizer.lexicon import units
from summarizer.outline import outline
from summarizer.quantities import Inventory, Mention, inventory, mentions_zh, number_text
from summarizer.reading import Document, read

EXAMPLES = Path(__file__).parents[1] / "examples"
_SCAN = re.compile(r"[0-9０-９零〇一二两三四五六七八九十百千万亿]+")
_BINDABLE = ("000_bcae9b10345a8bd3", "002_d14c12c173fdaea6", "003_925634a4c4223f1c")
_STRETCH = ("gov_2020_anguo_site_noise",)
_WANTED = ("found", "strict", "exact_span", "trap", "binding", "bound", "aspect", "period")

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


def seconds(call: Callable[[], object], runs: int) -> float:
    """The median of `runs` calls, after one that does not count; the garbage collector runs as it always does."""
    call()
    return median(repeat(call, "gc.enable()", number=1, repeat=runs, globals={"gc": gc}))


def peers(text: str) -> Iterator[tuple[str, Callable[[], object] | None]]:
    """Public recognisers on the same text; None for one that is not installed."""
    warnings.simplefilter("ignore")
    for name, module in (("recognizers-text", "recognizers_number"), ("cn2an (numerals only)", "cn2an")):
        try:
            peer = import_module(module)
        except ImportError:
            yield name, None
            continue
        if module == "cn2an":
            yield name, partial(peer.transform, text, "cn2an")
        else:
            yield name, partial(peer.recognize_number, text, peer.Culture.Chinese)


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
    print(f"{'measured':28} {'characters/s':>14} {'times the bare scan':>20}")
    rows: list[tuple[str, int, Callable[[], object] | None]] = [
        ("recognition", len(text), lambda: mentions_zh(text)),
        ("recognition and binding", bound, bind),
        *((name, len(text), call) for name, call in peers(text)),
    ]
    print(f"{'bare scan':28} {len(text) / scan_s:14,.0f} {1:20}")
    for name, amount, call in rows:
        if call is None:
            print(f"{name:28} {'not installed':>14}")
        else:
            took = seconds(call, runs)
            print(f"{name:28} {amount / took:14,.0f} {took / amount * len(text) / scan_s:20,.0f}")


def linearity(length: int) -> None:
    """The least of three times for hostile text of a length and of twice that length; nothing may more than double."""
    print(f"\n{'hostile text of':28} {f'{length:,}':>12} {f'{2 * length:,}':>12} {'ratio':>8}")
    for name, unit in HOSTILE.items():
        short, long = (_repeated(unit, size) for size in (length, 2 * length))
        first, second = (
            min(repeat(partial(mentions_zh, text), number=1, repeat=3)) for text in (short, long)
        )
        print(f"{name:28} {first:11.4f}s {second:11.4f}s {second / first:8.2f}")


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _row(mention: Mention) -> dict[str, object]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "num_start": mention.number.start,
        "num_end": mention.number.end,
        "value": number_text(mention.value),
        "value_max": number_text(mention.value_max),
        "unit": mention.unit,
        "qualifier": mention.qualifier.value,
        "kind": mention.kind.value,
    }


def _bound(doc: Document) -> Iterator[dict[str, object]]:
    numbers = inventory(doc, outline(doc))
    of = {indicator.span: indicator for indicator in numbers.indicators}
    for mention in numbers.mentions:
        row = _row(mention)
        indicator = of.get(mention.span)
        if indicator is not None and mention.kind is indicator.mention.kind:
            row |= {
                "name_zh": indicator.name_zh,
                "category": indicator.category.value,
                "aspect": indicator.aspect.value,
                "period": indicator.period,
            }
        yield row


def _write(path: Path, rows: Iterable[object]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _scored(*arguments: str) -> dict[str, object]:
    """The figures that a scorer prints as JSON, alone or on its last line."""
    run = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, encoding="utf-8")
    printed = run.stdout.strip()
    figures: dict[str, object] = json.loads(
        printed if printed.startswith("{\n") else printed.splitlines()[-1]
    )
    return figures


def figures(gold: Path, suites: Path, reports: Path) -> dict[str, float]:
    """What the scorers of the gold reports and of the suites say."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        for suite in ("numbers_zh", "hard_zh"):
            cases = [json.loads(line) for line in (suites / f"{suite}.jsonl").read_text("utf-8").splitlines()]
            predicted = Path(folder, f"{suite}.jsonl")
            _write(
                predicted,
                ({"id": c["id"], "mentions": [_row(m) for m in mentions_zh(c["text"])]} for c in cases),
            )
            score = _scored(
                str(suites / "score.py"), str(suites / f"{suite}.jsonl"), str(predicted), "--json"
            )
            everything = score["all"]
            assert isinstance(everything, dict)
            found |= {f"{suite} F1": everything["f1"], f"{suite} value F1": everything["value_f1"]}
            found[f"{suite} traps"] = float(str(score["fell_for"]))
        for name in (*_BINDABLE, *_STRETCH):
            (path,) = reports.rglob(f"{name}.txt")
            _write(Path(folder, f"{name}.jsonl"), _bound(read(path.read_bytes(), name=path.name)))
        for title, names in (("congress", _BINDABLE), ("government", _STRETCH)):
            score = _scored(str(gold / "score.py"), "mentions", str(gold), folder, *names)
            for key in _WANTED:
                value = score[key]
                found[f"{title} {key}"] = value["f1"] if isinstance(value, dict) else float(str(value))
    return found


def _texts(reports: Path) -> Iterator[str]:
    """Every Chinese text of the folder, copies in other encodings (in `derived`) left out."""
    for path in sorted(reports.rglob("*.txt")):
        if path.parent.name != "derived":
            with suppress(InputError):
                yield read(path.read_bytes(), name=path.name).text


def without_rare_rows(reports: Path) -> int:
    """Takes every lexicon row out whose word stands in exactly one of the reports; how many those are."""
    texts = list(_texts(reports))
    tables = resources.lexicon_tables
    removed = 0

    def kept(prefix: str) -> Iterator[tuple[str, str]]:
        nonlocal removed
        for name, table in tables(prefix):
            lines = table.split("\n")
            # Rows that others name (a canonical unit, the province of a city) stay.
            needed = {cell for line in lines for cell in line.split("\t")[1:]}
            rest = [
                line
                for line in lines
                if line.startswith("#")
                or (word := line.split("\t")[0]) in needed
                or sum(word in text for text in texts) != 1
            ]
            removed += len(lines) - len(rest)
            yield name, "\n".join(rest)

    vars(lexicon_table)["lexicon_tables"] = kept
    for cached in [o for o in gc.get_objects() if isinstance(o, type(units))]:
        cached.cache_clear()
    doc = read("2023年，制定法规3件。".encode(), name="x.txt")  # reads every table once
    inventory(doc, outline(doc))
    return removed


def ablation(gold: Path, suites: Path, reports: Path) -> None:
    """The figures with the whole lexicon, and in a second process without the rows that only one report needs."""
    folders = ("--gold", str(gold), "--suites", str(suites), "--reports", str(reports))
    whole = figures(gold, suites, reports)
    pruned = _scored(__file__, *folders, "--pruned")
    removed = f"without {pruned['removed']}"
    print(f"\n{'figure':28} {'all rows':>9} {removed:>14} {'change':>8}")
    for name, value in whole.items():
        rest = float(str(pruned[name]))
        print(f"{name:28} {value:9.4f} {rest:14.4f} {rest - value:+8.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("report", nargs="*", type=Path, help="texts to measure on (the example reports)")
    parser.add_argument("--runs", type=int, default=7, help="calls of each, of which the median counts (7)")
    parser.add_argument("--length", type=int, default=50_000, help="characters of hostile text (50000)")
    parser.add_argument("--gold", type=Path, help="folder of annotated reports with its score.py")
    parser.add_argument("--suites", type=Path, help="folder of number suites with its score.py")
    parser.add_argument("--reports", type=Path, help="folder of the reports that are annotated")
    parser.add_argument("--pruned", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folders = [folder for folder in (options.gold, options.suites, options.reports) if folder]
    if folders and len(folders) < 3:
        parser.error("--gold, --suites and --reports go together")
    if options.pruned:
        removed = without_rare_rows(options.reports)
        print(json.dumps({"removed": removed} | figures(*folders)))
        return
    speed(options.report or sorted(EXAMPLES.glob("*.txt")), options.runs)
    linearity(options.length)
    if folders:
        ablation(*folders)


if __name__ == "__main__":
    main()

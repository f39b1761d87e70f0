"""How well numbers are recognised and bound: with the whole lexicon, without its rare rows, and beside a public recogniser.

    python bench/figures.py [--gold DIR --suites DIR --reports DIR]

The folders hold annotated reports and number suites, each with its `score.py`; by default those beside the repository, and
where there are none nothing is measured. A row of the lexicon is rare where its word stands in only one of the reports: a rule
that only one report needed would show as a fall.
"""

import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from peers import Reader, recognizers_text

import summarizer.lexicon.table as lexicon_table
from summarizer import resources
from summarizer.errors import InputError
from summarizer.lexicon import units
from summarizer.outline import outline
from summarizer.quantities import Mention, inventory, mentions_en, mentions_zh, number_text
from summarizer.reading import Document, read

_BESIDE = Path(__file__).parents[2] / "shared"
_CULTURES = {"numbers_zh": "zh-cn", "hard_zh": "zh-cn", "numbers_en": "en-us"}
_CONGRESS = ("000_bcae9b10345a8bd3", "002_d14c12c173fdaea6", "003_925634a4c4223f1c")
_GOVERNMENT = ("gov_2020_anguo_site_noise",)
_WANTED = ("found", "strict", "exact_span", "trap", "binding", "bound", "aspect", "period", "category")
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Truth:
    """Where the annotated reports, the suites and the reports themselves lie."""

    gold: Path
    suites: Path
    reports: Path

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("--gold", str(self.gold), "--suites", str(self.suites), "--reports", str(self.reports))


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


def _printed(*arguments: str) -> dict[str, object]:
    """The JSON object that a program prints, alone or on its last line."""
    run = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, encoding="utf-8")
    text = run.stdout.strip()
    found: dict[str, object] = json.loads(text if text.startswith("{\n") else text.splitlines()[-1])
    return found


def ours(culture: str) -> Reader:
    mentions = mentions_zh if culture == "zh-cn" else mentions_en
    return lambda text: [_row(mention) for mention in mentions(text)]


def of_suites(truth: Truth, readers: Mapping[str, Reader]) -> Figures:
    """What the scorer of the suites says of the reader of each language."""
    found: Figures = {}
    with TemporaryDirectory() as folder:
        for suite, culture in _CULTURES.items():
            cases = truth.suites / f"{suite}.jsonl"
            predicted = Path(folder, f"{suite}.jsonl")
            lines = [json.loads(line) for line in cases.read_text("utf-8").splitlines()]
            read_numbers = readers[culture]
            _write(predicted, ({"id": case["id"], "mentions": read_numbers(case["text"])} for case in lines))
            score = _printed(str(truth.suites / "score.py"), str(cases), str(predicted), "--json")
            everything = score["all"]
            assert isinstance(everything, dict)
            found |= {f"{suite} F1": everything["f1"], f"{suite} value F1": everything["value_f1"]}
            if score["traps"]:
                found[f"{suite} traps"] = float(str(score["fell_for"]))
    return found


def of_reports(truth: Truth) -> Figures:
    """What the scorer of the annotated reports says of recognition and binding."""
    found: Figures = {}
    with TemporaryDirectory() as folder:
        for name in (*_CONGRESS, *_GOVERNMENT):
            (path,) = truth.reports.rglob(f"{name}.txt")
            _write(Path(folder, f"{name}.jsonl"), _bound(read(path.read_bytes(), name=path.name)))
        for title, names in (("congress", _CONGRESS), ("government", _GOVERNMENT)):
            score = _printed(str(truth.gold / "score.py"), "mentions", str(truth.gold), folder, *names)
            for key in _WANTED:
                value = score[key]
                found[f"{title} {key}"] = value["f1"] if isinstance(value, dict) else float(str(value))
    return found


def figures(truth: Truth) -> Figures:
    """Every figure of this program, by name."""
    return of_suites(truth, {c: ours(c) for c in _CULTURES.values()}) | of_reports(truth)


def peer_figures(truth: Truth) -> Figures:
    """The figures of the public recogniser, which binds nothing; empty where it is not installed."""
    readers = {culture: recognizers_text(culture) for culture in _CULTURES.values()}
    installed = {culture: reader for culture, reader in readers.items() if reader is not None}
    return of_suites(truth, installed) if len(installed) == len(readers) else {}


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


def table(truth: Truth) -> str:
    """One line a figure: all rows, without the rare ones (measured in a process of its own), the change, the peer."""
    whole = figures(truth)
    pruned = _printed(__file__, *truth.arguments, "--pruned")
    peer = peer_figures(truth)
    lines = [
        f"{'figure':28} {'all rows':>9} {'without ' + str(pruned['removed']):>14} {'change':>8} {'recognizers-text':>17}"
    ]
    for name, value in whole.items():
        rest = float(str(pruned[name]))
        beside = f"{peer[name]:.4f}" if name in peer else ""
        lines.append(f"{name:28} {value:9.4f} {rest:14.4f} {rest - value:+8.4f} {beside:>17}".rstrip())
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=_BESIDE / "gold", help="annotated reports")
    parser.add_argument("--suites", type=Path, default=_BESIDE / "suites", help="number suites")
    parser.add_argument("--reports", type=Path, default=_BESIDE / "reports", help="the reports themselves")
    parser.add_argument("--pruned", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    truth = Truth(options.gold, options.suites, options.reports)
    if not all(folder.is_dir() for folder in (truth.gold, truth.suites, truth.reports)):
        print("no annotated reports here (--gold, --suites, --reports): nothing measured", file=sys.stderr)
    elif options.pruned:
        removed = without_rare_rows(truth.reports)
        print(json.dumps({"removed": removed} | figures(truth)))
    else:
        print(table(truth))


if __name__ == "__main__":
    main()

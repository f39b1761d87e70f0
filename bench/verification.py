"""How long a claim takes to check once its report is read, and how many are judged rightly, beside public verifiers.

    python bench/verification.py [--claims FILE --reports DIR] [--runs N] [--json]

The claims are those beside the repository where they are, else they are made from the figures of the examples. Every verifier gets
the same claims in the same run. See README.md beside this script.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import fmean, median, quantiles
from time import process_time

from statements import Row, Statement, annotated, generated, squashed
from verifiers import Find, installed, passes

from summarizer import Document, Verdict, check, survey
from summarizer.reading import read

_SEED = 20240118
_SHARED = Path(__file__).parents[2] / "shared"
Passes = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares from 0 to 1 of the claims, as the scorer of the annotated ones counts them.

    `caught`: wrong ones that do not pass; `told_apart`: of these, those whose true twin passes; `false_alarms`: true ones that do
    not pass.
    """

    caught: float
    told_apart: float
    false_alarms: float


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of the processor a claim: the mean, that of the claims whose name is new, the slowest hundredth; and the rates."""

    name: str
    mean_ms: float
    new_ms: float
    slow_ms: float
    rates: Rates


def rates(rows: Sequence[Row], passed: Sequence[bool]) -> Rates:
    """The rates of one verifier. The twin of a wrong claim is the true one of the same figure with the same kind of quote."""
    said = list(zip(rows, passed, strict=True))
    twins = {_figure(row): ok for row, ok in said if row["label"] == "supported"}

    def twin(row: Row) -> bool:
        return twins.get(_figure(row), twins.get((*_figure(row)[:2], "tight"), True))

    wrong = [(not ok, not ok and twin(row)) for row, ok in said if row["label"] != "supported"]
    alarms = [not ok for row, ok in said if row["label"] == "supported"]
    return Rates(_share(caught for caught, _ in wrong), _share(apart for _, apart in wrong), _share(alarms))


def _figure(row: Row) -> tuple[str, int, str]:
    return row["report"], row["gold_start"], row["quote_mode"]


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return round(sum(found) / len(found), 4) if found else 0.0


def measured(name: str, said: Sequence[Statement], prepare: Callable[[], Passes], runs: int) -> Measured:
    """One verifier on all claims: medians over `runs`, each with everything prepared anew, which is not counted."""
    first: dict[tuple[str, str], int] = {}
    new = [first.setdefault((one.row["report"], one.name), at) == at for at, one in enumerate(said)]
    all_ms, new_ms, slow_ms = [], [], []
    passed: list[bool] = []
    for _ in range(runs):
        check_one = prepare()
        passed, took = [], []
        for one in said:
            start = process_time()
            ok = check_one(one)
            took.append(1000 * (process_time() - start))
            passed.append(ok)
        all_ms.append(fmean(took))
        new_ms.append(fmean(ms for ms, is_new in zip(took, new, strict=True) if is_new))
        slow_ms.append(quantiles(took, n=100)[-1])
    found = rates([one.row for one in said], passed)
    return Measured(name, median(all_ms), median(new_ms), median(slow_ms), found)


def first_claim(doc: Document) -> Row:
    """A claim that has everything about its report prepared."""
    return {"name_zh": survey(doc).indicators[0].name_zh, "name_en": "meetings", "value": 0}


def ours(docs: Mapping[str, Document]) -> Callable[[], Passes]:
    firsts = {name: first_claim(doc) for name, doc in docs.items()}

    def prepare() -> Passes:
        # New documents, so that nothing is left of an earlier run.
        fresh = {name: read(doc.text.encode(), name=name) for name, doc in docs.items()}
        for name, doc in fresh.items():
            check(firsts[name], doc)
        return lambda one: check(one.claim, fresh[one.row["report"]]).verdict is Verdict.SUPPORTED

    return prepare


def public(find: Find, docs: Mapping[str, Document]) -> Callable[[], Passes]:
    def prepare() -> Passes:
        sources = {name: squashed(doc.text) for name, doc in docs.items()}
        for source in sources.values():
            find(source, source[:8], True)
        return lambda one: passes(find, one, sources[one.row["report"]])

    return prepare


def reading_ms(docs: Mapping[str, Document]) -> float:
    """The mean time from the bytes of a report to the verdict on the first claim about it."""
    took = []
    for name, doc in docs.items():
        data, first = doc.text.encode(), first_claim(doc)
        start = process_time()
        check(first, read(data, name=name))
        took.append(1000 * (process_time() - start))
    return fmean(took)


def table(results: Sequence[Measured]) -> str:
    lines = [
        f"{'verifier':26} {'ms a claim':>10} {'new name':>8} {'slowest 1%':>10} {'times ours':>10} "
        f"{'caught':>8} {'told apart':>10} {'false alarms':>12}"
    ]
    for result in results:
        found = result.rates
        lines.append(
            f"{result.name:26} {result.mean_ms:10.4f} {result.new_ms:8.4f} {result.slow_ms:10.3f} {result.mean_ms / results[0].mean_ms:10.1f} "
            f"{found.caught:8.4f} {found.told_apart:10.4f} {found.false_alarms:12.4f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--claims", type=Path, default=_SHARED / "gold" / "claims.jsonl", help="claims with labels"
    )
    parser.add_argument("--reports", type=Path, default=_SHARED / "reports", help="the reports they name")
    parser.add_argument(
        "--generated", action="store_true", help="claims made from the examples, whatever lies beside"
    )
    parser.add_argument("--runs", type=int, default=5, help="runs of ours, of which the median counts (5)")
    parser.add_argument("--public-runs", type=int, default=1, help="runs of each of the others (1)")
    parser.add_argument("--json", action="store_true", help="one JSON object a verifier instead of a table")
    options = parser.parse_args()
    beside = options.claims.is_file() and options.reports.is_dir() and not options.generated
    said, docs = annotated(options.claims, options.reports) if beside else generated()
    Random(_SEED).shuffle(said)  # so that the claims of one figure do not come in a row
    results = [measured("summarizer check", said, ours(docs), options.runs)]
    for name, find in installed().items():
        if find is None:
            print(f"{name}: not installed (pip install -e '.[bench]')", file=sys.stderr)
        else:
            results.append(measured(name, said, public(find, docs), options.public_runs))
    if options.json:
        print("\n".join(json.dumps(asdict(result)) for result in results))
        return
    print(
        f"{len(said):,} claims about {len(docs)} reports ({'annotated' if beside else 'made from the examples'}), "
        f"{reading_ms(docs):.0f} ms from the bytes of a report to its first verdict\n"
    )
    print(table(results))


if __name__ == "__main__":
    main()

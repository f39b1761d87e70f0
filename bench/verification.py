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
from statistics import median, quantiles
from time import perf_counter

from statements import Row, Statement, annotated, generated, squashed
from verifiers import Find, installed, passes

from summarizer import Document, Verdict, check
from summarizer.reading import read

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
    """Milliseconds a claim, in the mean and of the slowest hundredth, and the rates."""

    name: str
    mean_ms: float
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
    means, slowest = [], []
    passed: list[bool] = []
    for _ in range(runs):
        check_one = prepare()
        passed, took = [], []
        for one in said:
            start = perf_counter()
            ok = check_one(one)
            took.append(1000 * (perf_counter() - start))
            passed.append(ok)
        means.append(sum(took) / len(took))
        slowest.append(quantiles(took, n=100)[-1])
    return Measured(name, median(means), median(slowest), rates([one.row for one in said], passed))


def ours(docs: Mapping[str, Document]) -> Callable[[], Passes]:
    def prepare() -> Passes:
        # New documents, so that nothing is left of an earlier run; the first claim about each reads its figures.
        fresh = {name: read(doc.text.encode(), name=name) for name, doc in docs.items()}
        for doc in fresh.values():
            check({"name_zh": "会议", "value": 0}, doc)
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
        data = doc.text.encode()
        start = perf_counter()
        check({"name_zh": "会议", "value": 0}, read(data, name=name))
        took.append(1000 * (perf_counter() - start))
    return sum(took) / len(took)


def table(results: Sequence[Measured]) -> str:
    lines = [
        f"{'verifier':26} {'ms a claim':>10} {'slowest 1%':>10} {'times ours':>10} "
        f"{'caught':>8} {'told apart':>10} {'false alarms':>12}"
    ]
    for result in results:
        found = result.rates
        lines.append(
            f"{result.name:26} {result.mean_ms:10.4f} {result.slow_ms:10.3f} {result.mean_ms / results[0].mean_ms:10.1f} "
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

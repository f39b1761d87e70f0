"""How good the English names of the offline engine are: beside annotated ones, and how many stay Chinese.

    python bench/english.py [GOLD] [--reports DIR]

`GOLD` holds a folder for each annotated report, by default the one beside the repository; where there is none nothing is measured
and a line says so. Figures are matched by place and value; a name is as good as the words it shares with the annotated one (F1,
in small letters and the singular), and one that is missing counts nothing. Residue is the share of figures whose name stays Chinese,
in the annotated stretch and in every report below `--reports`.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import fmean

from summarizer.errors import InputError
from summarizer.offline import row_of
from summarizer.pipeline import survey
from summarizer.quantities import number_text
from summarizer.reading import Span, read

_BESIDE = Path(__file__).parents[2] / "shared" / "gold"
_ENDINGS = (".txt", ".md", ".html", ".docx", ".pdf")
_WORD = re.compile(r"[a-z0-9]+(?:[’'][a-z]+)?")
_LEAST_F1 = 0.60
_MOST_RESIDUE = 0.10


@dataclass(frozen=True, slots=True)
class Named:
    """A figure where it stands, with its names."""

    span: Span
    value: tuple[str | None, str | None]
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Score:
    """One report: the F1 of each annotated figure (empty where none is annotated), and the names left in Chinese out of all."""

    report: str
    likeness: tuple[float, ...]
    chinese: int
    names: int

    @property
    def f1(self) -> float:
        return fmean(self.likeness) if self.likeness else 0.0

    @property
    def residue(self) -> float:
        return self.chinese / self.names if self.names else 0.0


def singular(word: str) -> str:
    """The word without a regular plural ending: `studies` and `study` are one."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def words(name: str) -> Counter[str]:
    return Counter(singular(word) for word in _WORD.findall(name.lower()))


def likeness(name: str, wanted: str) -> float:
    """Token F1 of the two names."""
    ours, theirs = words(name), words(wanted)
    both = sum((ours & theirs).values())
    return 2 * both / (ours.total() + theirs.total()) if both else 0.0


def named(report: Path) -> list[Named]:
    """Every figure of the report with the offline engine's names, in order."""
    found = survey(read(report.read_bytes(), name=report.name))
    rows = [(i.mention, row_of(i)) for i in found.indicators]
    return [
        Named(m.span, (number_text(m.value), number_text(m.value_max)), row.name_zh, row.name_en)
        for m, row in rows
    ]


def _same(ours: str | None, theirs: str | None) -> bool:
    return ours == theirs or (ours is not None and theirs is not None and Decimal(ours) == Decimal(theirs))


def _alike(gold: dict[str, object], figure: Named) -> bool:
    start, end = int(str(gold["start"])), int(str(gold["end"]))
    values = zip(figure.value, (gold["value"], gold["value_max"]), strict=True)
    apart = figure.span.end <= start or end <= figure.span.start
    return not apart and all(_same(a, None if b is None else str(b)) for a, b in values)


def of_annotated(folder: Path, report: Path) -> Score:
    """The score within what is annotated of the report."""
    lines = (folder / "mentions.jsonl").read_text("utf-8").splitlines()
    wanted = [row for row in map(json.loads, lines) if row["kind"] == "indicator"]
    figures = named(report)
    cover = folder / "coverage.json"
    if cover.exists():
        within = json.loads(cover.read_text("utf-8"))
        figures = [f for f in figures if within["start"] <= f.span.start < within["end"]]
    left = list(figures)
    scores = []
    for gold in wanted:
        found = next((f for f in left if _alike(gold, f)), None)
        if found is not None:
            left.remove(found)
        scores.append(likeness(found.en, str(gold["name_en"])) if found else 0.0)
    return Score(folder.name, tuple(scores), sum(not f.en for f in figures), len(figures))


def of_report(report: Path, root: Path) -> Score | None:
    """The residue of a whole report, annotated or not; None, with a line that says why, where it cannot be read."""
    name = report.relative_to(root).as_posix()
    try:
        figures = named(report)
    except InputError as error:
        print(f"not read: {name}: {error}", file=sys.stderr)
        return None
    return Score(name, (), sum(not f.en for f in figures), len(figures))


def reports_below(root: Path) -> list[Path]:
    """The files that are reports, in order of their path."""
    return sorted(p for p in root.rglob("*") if p.suffix in _ENDINGS and p.name not in {"INDEX.md", "en.txt"})


def table(scores: Sequence[Score]) -> Iterator[str]:
    """One line a report."""
    width = max(len(score.report) for score in scores)
    yield f"{'report':<{width}}  F1 of names  figures  in Chinese  residue"
    for score in scores:
        f1 = f"{score.f1:11.3f}" if score.likeness else " " * 11
        yield f"{score.report:<{width}}  {f1}  {score.names:7}  {score.chinese:10}  {score.residue:7.1%}"


def reported(annotated: Sequence[Score], whole: Sequence[Score]) -> tuple[str, bool]:
    """What is printed, and whether both promises are kept."""
    likeness = [f1 for score in annotated for f1 in score.likeness]
    mean = fmean(likeness) if likeness else 1.0
    most = max((score.residue for score in (*annotated, *whole)), default=0.0)
    blocks = ["\n".join(table(scores)) for scores in (annotated, whole) if scores]
    if likeness:
        blocks.append(f"mean F1 of {len(likeness)} annotated figures: {mean:.3f} (at least {_LEAST_F1:.2f})")
    blocks.append(f"most residue of a report: {most:.1%} (under {_MOST_RESIDUE:.0%})")
    return "\n\n".join(blocks), mean >= _LEAST_F1 and most < _MOST_RESIDUE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=_BESIDE)
    parser.add_argument("--reports", type=Path, help="by default the folder `reports` beside the gold one")
    options = parser.parse_args()
    reports = options.reports or options.gold.parent / "reports"
    if not options.gold.is_dir() or not reports.is_dir():
        print(f"English names: skipped, no annotated reports in {options.gold}")
        return 0
    files = reports_below(reports)
    by_stem = {file.stem: file for file in files}
    folders = sorted(p.parent for p in options.gold.glob("*/mentions.jsonl"))
    annotated = [of_annotated(folder, by_stem[folder.name]) for folder in folders if folder.name in by_stem]
    text, kept = reported(annotated, [s for file in files if (s := of_report(file, reports)) is not None])
    print(text)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

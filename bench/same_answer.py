"""Whether a report gives the same answer in whatever it comes: another encoding, DOCX, PDF, traditional or full-width characters.

    python bench/same_answer.py [REPORTS]

`REPORTS` is a folder of reports, by default the one beside the repository; where there is none nothing is measured and a line says so.
A copy is a file that the folder's INDEX.md says was made from another, or a DOCX, PDF or HTML beside a text of the same name. Besides,
every text is copied here with its figures and letters in full width. Figures are held against those of the original in their order:
value, upper end, unit, qualifier, and name in simplified characters and half width.
"""

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from summarizer.errors import InputError
from summarizer.lexicon import simplified
from summarizer.pipeline import survey
from summarizer.quantities import number_text
from summarizer.reading import read

_BESIDE = Path(__file__).parents[2] / "shared" / "reports"
_ROW = re.compile(
    r"^\|\s*`(?P<copy>[^`|]+)`\s*\|\s*`(?P<original>[^`|]+)`\s*\|(?P<how>[^|]*)\|", re.MULTILINE
)
_CONTAINERS = (".docx", ".pdf", ".html")
_FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in map(chr, range(0x21, 0x7F)) if c.isalnum() or c == "%"}
# What each kind of copy keeps at least, of the figures that it and its original have between them.
LEAST = {"traditional": 0.97, "pdf": 0.97, "docx": 0.99, "html": 0.97, "full width": 0.99, "encoding": 0.99}

Figure = tuple[str | None, str | None, str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A copy and what it was made from; without a file the original itself in full width."""

    kind: str
    copy: Path | None
    original: Path

    @property
    def data(self) -> bytes:
        if self.copy is not None:
            return self.copy.read_bytes()
        text = read(self.original.read_bytes(), name=self.original.name).text
        return text.translate(_FULL_WIDTH).encode()


@dataclass(frozen=True, slots=True)
class Score:
    """How many figures the two have, and how many in common; `unread` says why a copy could not be read."""

    pair: Pair
    figures: int = 0
    original: int = 0
    same: int = 0
    unread: str = ""

    @property
    def share(self) -> float:
        most = max(self.figures, self.original)
        return self.same / most if most else 1.0

    @property
    def kept(self) -> bool:
        return bool(self.unread) or self.share >= LEAST[self.pair.kind]


def plain(name: str) -> str:
    return simplified(unicodedata.normalize("NFKC", name))


def figures_of(data: bytes, name: str) -> list[Figure]:
    """Every figure of a report with what it counts, in order. Raises InputError for what cannot be read."""
    found = survey(read(data, name=name)).indicators
    return [
        (
            number_text(i.mention.value),
            number_text(i.mention.value_max),
            i.mention.unit,
            i.mention.qualifier.value,
            plain(i.name_zh),
        )
        for i in found
    ]


def _kind(path: Path, how: str) -> str:
    if "traditional" in how:
        return "traditional"
    return path.suffix[1:] if path.suffix in _CONTAINERS else "encoding"


def pairs_in(folder: Path) -> Iterator[Pair]:
    """The copies of a folder, each with its original, in the order of its index and of its paths."""
    index = folder / "INDEX.md"
    for row in _ROW.finditer(index.read_text("utf-8")) if index.is_file() else ():
        copy, original = folder / row["copy"], folder / row["original"]
        if copy.is_file() and original.is_file():
            yield Pair(_kind(copy, row["how"]), copy, original)
    for path in sorted(folder.rglob("*")):
        text = path.with_suffix(".txt")
        if path.suffix in _CONTAINERS and text.is_file():
            yield Pair(path.suffix[1:], path, text)
    for path in sorted(folder.rglob("*.txt")):
        if path.name != "en.txt":
            yield Pair("full width", None, path)


def score(pair: Pair) -> Score:
    original = figures_of(pair.original.read_bytes(), pair.original.name)
    try:
        figures = figures_of(pair.data, (pair.copy or pair.original).name)
    except InputError as error:
        return Score(pair, unread=str(error))
    blocks = SequenceMatcher(None, figures, original, autojunk=False).get_matching_blocks()
    return Score(pair, len(figures), len(original), sum(block.size for block in blocks))


def table(scores: Sequence[Score], folder: Path) -> Iterator[str]:
    """One line a pair."""
    names = [(s.pair.copy or s.pair.original).relative_to(folder).as_posix() for s in scores]
    width = max(len(name) for name in names)
    yield f"{'copy':<{width}}  {'kind':<11}  figures  original  the same   share  at least"
    for name, found in zip(names, scores, strict=True):
        least = LEAST[found.pair.kind]
        if found.unread:
            yield f"{name:<{width}}  {found.pair.kind:<11}  not read: {found.unread}"
            continue
        missed = "" if found.kept else "  missed"
        yield (
            f"{name:<{width}}  {found.pair.kind:<11}  {found.figures:7}  {found.original:8}  {found.same:8}  {found.share:6.1%}"
            f"  {least:8.0%}{missed}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("reports", nargs="?", type=Path, default=_BESIDE)
    folder = parser.parse_args().reports
    pairs = list(pairs_in(folder)) if folder.is_dir() else []
    if not pairs:
        print(f"same answer: skipped, no reports in {folder}")
        return 0
    scores = [score(pair) for pair in pairs]
    print("\n".join(table(scores, folder)))
    return 0 if all(found.kept for found in scores) else 1


if __name__ == "__main__":
    sys.exit(main())

"""How well a model does in each form of citation, over a folder of reports.

    python bench/model.py --model openai:NAME [--base-url URL] [--reports DIR]
    python bench/model.py --model openai:NAME --record DIR, and later --replay DIR, without network or key
    python bench/model.py --scripted honest

The scripted models answer in this process and cost nothing. Repair and gleaning are off, so that the table shows the model and not
what was put right; the form that a run begins with may give way to the next, which `fell back` counts.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from wire.answers import Personality
from wire.hostile import hostile
from wire.personalities import Careless, honest, markers_ignored, off_by_one
from wire.runs import in_process

from summarizer.chunks import token_margin, tokens
from summarizer.digest import Digest
from summarizer.errors import SummarizerError
from summarizer.model import Ask, ModelSettings, ask_all, ask_with, describe, recorded, replayed
from summarizer.pipeline import ModelWriter, digest_report
from summarizer.prompting import AnchorForm
from summarizer.reading import Document, read
from summarizer.verify import Verdict

_ROOT = Path(__file__).parents[1]
_SCRIPTED: dict[str, Personality] = {
    "honest": honest(),
    "careless": Careless(),
    "off-by-one": off_by_one,
    "quotes-only": markers_ignored("quote"),
    "hostile": hostile,
}
_HEAD = f"{'form':<8}{'valid citations':>18}{'rows supported':>18}{'reported':>16}{'fell back':>11}{'requests':>10}{'sent':>9}{'received':>10}{'cost':>14}"


@dataclass(frozen=True, slots=True)
class Result:
    """What the model came to over all reports in one form."""

    form: AnchorForm
    digests: tuple[Digest, ...]

    def __str__(self) -> str:
        anchors = [digest.engine.anchors for digest in self.digests if digest.engine.anchors]
        cited = sum(one.cited + one.quoted for one in anchors)
        invalid = sum(one.invalid for one in anchors)
        rows = [row for digest in self.digests for row in digest.indicators if row.origin == "model"]
        good = sum(row.verdict is Verdict.SUPPORTED for row in rows)
        figures = sum(digest.coverage.indicators for digest in self.digests)
        usage = [digest.usage for digest in self.digests]
        sums = [
            sum(getattr(one, name) for one in usage) for name in ("requests", "input_tokens", "output_tokens")
        ]
        return (
            f"{self.form.value:<8}{_share(cited, cited + invalid):>18}{_share(good, len(rows)):>18}"
            f"{_share(len(rows), figures):>16}{sum(one.fell_back for one in anchors):>11}"
            f"{sums[0]:>10,}{sums[1]:>9,}{sums[2]:>10,}{_cost([one.cost_usd for one in usage]):>14}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.0%}" if whole else "none"


def _cost(costs: Sequence[str | None]) -> str:
    known = [float(cost) for cost in costs if cost is not None]
    return f"${sum(known):.4f}" if known and len(known) == len(costs) else "cost unknown"


def _way(options: argparse.Namespace) -> tuple[str, Ask]:
    """The model's name, and how it is asked: itself, or by exchanges that were recorded with it."""
    name = options.model or f"scripted:{options.scripted}"
    settings = ModelSettings(model=name, base_url=options.base_url)
    if options.replay:
        return name, replayed(options.replay, settings=settings)
    if options.scripted:
        ask = in_process(_SCRIPTED[options.scripted])
    else:
        print(describe(settings), file=sys.stderr)
        ask = ask_with(settings)
    return name, recorded(ask, options.record, settings=settings) if options.record else ask


def results(
    name: str, ask: Ask, docs: Sequence[Document], *, known: bool, concurrency: int = 4
) -> list[Result]:
    """The digests of the reports by this model, once in each form. `known`: whether it counts tokens as o200k does."""
    found = []
    for form in AnchorForm:
        writer = ModelWriter(
            model=name,
            ask_all=lambda requests: ask_all(ask, requests, concurrency=concurrency),
            count=tokens if known else token_margin,
            passes=frozenset(),
            form=form,
        )
        found.append(Result(form, tuple(digest_report(doc, writer=writer) for doc in docs)))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="How well a model does in each form of citation.")
    parser.add_argument("--model", default="", help="such as openai:NAME")
    parser.add_argument("--base-url", default="", help="an OpenAI-compatible server of your own")
    parser.add_argument(
        "--scripted", choices=sorted(_SCRIPTED), help="a scripted model instead, without a network"
    )
    parser.add_argument(
        "--reports", type=Path, default=_ROOT / "examples", help="a folder of reports (*.txt)"
    )
    exchanges = parser.add_mutually_exclusive_group()
    exchanges.add_argument("--record", type=Path, help="a folder to write each exchange to")
    exchanges.add_argument("--replay", type=Path, help="a folder of such exchanges that answers instead")
    options = parser.parse_args(arguments)
    if bool(options.model) == bool(options.scripted):
        parser.error("name a model, or a scripted one: make bench-model MODEL=openai:NAME BASE_URL=…")
    docs = [read(path.read_bytes(), name=path.name) for path in sorted(options.reports.glob("*.txt"))]
    if not docs:
        parser.error(f"no reports in {options.reports}")
    try:
        name, ask = _way(options)
        known = bool(options.scripted) or (options.model.startswith("openai:") and not options.base_url)
        print(f"{name}, {len(docs)} reports")
        print(_HEAD)
        for result in results(name, ask, docs, known=known):
            print(result)
    except SummarizerError as error:
        print(f"bench/model.py: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How many wrong figures the checks catch, kind by kind, written into docs/verification.md.

    python bench/rates.py [--print] [--gold DIR --reports DIR]

GOLD holds claims and sentences with known verdicts (claims.jsonl, prose.jsonl, bilingual_2019.jsonl) and their scorers; by default
the folder beside the repository. What is measured is the command itself: `summarizer check --claims` and `--prose`.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "verification.md"
_BESIDE = ROOT.parent / "shared"
_BEGIN = "<!-- measured rates: written by `make rates`, do not edit -->"
_END = "<!-- end of measured rates -->"

Score = Mapping[str, Any]

CLAIMS = {
    "digit_drop": "a digit left out",
    "digit_transposition": "two digits in the wrong order",
    "off_by_one": "one more or less",
    "scale": "ten, a hundred … ten thousand times too much or too little",
    "unit_swap": "another unit or measure word",
    "percent_absolute": "percent for a count, points for percent, or the reverse",
    "qualifier_dropped": "“over 30” told as 30",
    "qualifier_added": "38 told as “over 38”",
    "neighbour_swap": "the figure before or behind it",
    "other_section": "a figure of another section",
    "fabricated_quote": "a quote that the report does not hold",
}
SENTENCES = {
    "wrong_digit": "another value",
    "wrong_scale": "ten, a hundred … times too much or too little",
    "swapped": "another figure of the report",
    "wrong_noun": "the right number for the wrong thing",
    "qualifier_dropped": "“over 2,000” told as 2,000",
    "qualifier_added": "38 told as “over 38”",
    "qualifier_flipped": "“over 30” told as “nearly 30”",
    "plan_as_done": "a plan told as done",
    "done_as_plan": "a thing done told as planned",
    "year_changed": "another year",
    "invented": "a figure where the report has none",
}
PUBLISHED = {"digit": "one digit of one number"}


def verdicts_scored(kind: str, cases: Path, scorer: Path, reports: Path) -> Score:
    """What the scorer says of the verdicts of `summarizer check`; `kind` is `claims` or `prose`."""
    with TemporaryDirectory() as folder:
        verdicts = Path(folder, "verdicts.jsonl")
        _run(
            *("-m", "summarizer", "check", f"--{kind}", str(cases), "--reports", str(reports)),
            *("--json", "--quiet", "--fail-on", "never", "--output", str(verdicts)),
        )
        what = ("claims",) if kind == "claims" else ()
        printed = _run(str(scorer), *what, str(cases), str(verdicts))
    score: Score = json.loads(printed.splitlines()[-1])
    return score


def _run(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def table(kinds: Score, words: Mapping[str, str]) -> Iterator[str]:
    """A line for each kind of corruption, in the order of `words`. Raises ValueError for a kind that these have not."""
    if unknown := set(kinds) - set(words):
        raise ValueError(f"kinds of corruption without a description: {', '.join(sorted(unknown))}")
    yield "| Kind | What was made of it | n | caught | told apart |"
    yield "| --- | --- | --- | --- | --- |"
    for kind, meaning in words.items():
        if kind in kinds:
            row = kinds[kind]
            yield f"| `{kind}` | {meaning} | {row['n']} | {_share(row['caught'])} | {_share(row['told_apart'])} |"


def _share(rate: float) -> str:
    return f"{100 * rate:.2f} %"


def section(gold: Path, reports: Path) -> str:
    """The measured part of the page, in Markdown."""
    claims = verdicts_scored("claims", gold / "claims.jsonl", gold / "score.py", reports)
    prose = verdicts_scored("prose", gold / "prose.jsonl", gold / "score_prose.py", reports)
    both = verdicts_scored("prose", gold / "bilingual_2019.jsonl", gold / "score_prose.py", reports)
    by_quote = claims["false_alarms_by_quote"]
    lines = [
        f"**Claims**: {claims['claims']:,} about four annotated reports. Of the wrong ones {_share(claims['caught'])} are caught and",
        f"{_share(claims['told_apart'])} told apart; of the true ones {_share(claims['false_alarms'])} are flagged: "
        f"{_share(by_quote['tight'])} where the claim quotes its clause,",
        f"{_share(by_quote['sentence'])} where it quotes the sentence, {_share(by_quote['none'])} where it quotes nothing.",
        "",
        *table(claims["by_corruption"], CLAIMS),
        "",
        f"**Sentences**: {prose['cases']} English ones, written by hand about three of the reports; {prose['twins']} of them say one thing",
        f"wrongly. {_share(prose['caught'])} of those are caught and {_share(prose['told_apart'])} told apart; "
        f"of the true numbers {_share(prose['false_alarms'])} are flagged.",
        "",
        *table(prose["by_corruption"], SENTENCES),
        "",
        f"**A published translation**: {both['cases']} lines of a national government report in its official English, each against its",
        f"Chinese line alone. Of the true numbers {_share(both['false_alarms'])} are flagged.",
        "",
        *table(both["by_corruption"], PUBLISHED),
    ]
    return "\n".join(lines)


def with_section(page: str, measured: str) -> str:
    """The page with this as its measured part. Raises ValueError where the page has no place for it."""
    before, found, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not found or not end:
        raise ValueError(f"no place for the measured rates (between {_BEGIN} and {_END})")
    return f"{before}{_BEGIN}\n{measured}\n{_END}{after}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=_BESIDE / "gold", help="claims, sentences and scorers")
    parser.add_argument("--reports", type=Path, default=_BESIDE / "reports", help="the reports they name")
    parser.add_argument("--print", action="store_true", help="print the page instead of writing it")
    options = parser.parse_args()
    if not (options.gold.is_dir() and options.reports.is_dir()):
        sys.exit("no claims with known verdicts here (--gold, --reports): nothing measured")
    page = with_section(PAGE.read_text(encoding="utf-8"), section(options.gold, options.reports))
    if options.print:
        print(page, end="")
    else:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

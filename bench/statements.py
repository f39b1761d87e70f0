"""Claims with known truth: those that lie beside the repository, or such as are made from the figures of the examples."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from summarizer import Claim
from summarizer.pipeline import survey
from summarizer.quantities import Indicator, Qualifier, number_text
from summarizer.reading import Document, read

EXAMPLES = Path(__file__).parents[1] / "examples"
Row = dict[str, Any]

_AROUND = {
    Qualifier.EXACT: ("{}",),
    Qualifier.OVER: ("{number}余{unit}", "{number}多{unit}", "超过{}", "超{}", "逾{}", "{}以上", "突破{}"),
    Qualifier.ABOUT: ("约{}", "{}左右", "大约{}"),
    Qualifier.NEARLY: ("近{}", "将近{}"),
    Qualifier.UNDER: ("不足{}", "不到{}", "{}以内"),
    Qualifier.AT_LEAST: ("至少{}", "不少于{}", "{}以上"),
    Qualifier.AT_MOST: ("至多{}", "不超过{}"),
    Qualifier.RANGE: ("{}",),
    Qualifier.MASKED: ("*{unit}",),
}
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, whether it is true, and what a verifier that knows texts but no numbers is given: quote and spellings of the value.

    `row` has the fields of a claims file and those that say how it was made: label, corruption, quote_mode, gold_start.
    """

    row: Row
    claim: Claim
    quote: str
    name: str
    spellings: tuple[str, ...]


def squashed(text: str) -> str:
    """The text without blanks and line breaks, which quotes and their source are free to set differently."""
    return "".join(text.split())


def statement(row: Row) -> Statement:
    claim = Claim.of(row)
    return Statement(row, claim, squashed(claim.quote), squashed(claim.name_zh), tuple(spellings(claim)))


def spellings(claim: Claim) -> list[str]:
    """The ways in which a report may write the claimed value, with its unit and qualifier, without blanks."""
    qualifier, unit = claim.qualifier or Qualifier.EXACT, claim.unit or ""
    numbers = _numerals(claim.value) if claim.value is not None else [""]
    if claim.value_max is not None:
        tops = _numerals(claim.value_max)
        numbers = [
            f"{low}{dash}{top}" for low in numbers for top in tops for dash in ("～", "-", "—", "至", "到")
        ]
    found = []
    for number in numbers:
        whole = f"百分之{number}" if unit == "%" and number[0] in _DIGITS else number + unit
        found += [frame.format(whole, number=number, unit=unit) for frame in _AROUND[qualifier]]
    return found


def _numerals(value: Decimal | Fraction) -> list[str]:
    if isinstance(value, Fraction):
        return [f"{value.denominator}分之{value.numerator}"]
    found = [f"{value.normalize():f}"]
    if value >= 1000:
        found.append(f"{value.normalize():,f}")
    for scale, name in ((Decimal(10**4), "万"), (Decimal(10**8), "亿"), (Decimal(10**12), "万亿")):
        if value >= scale / 10:
            found.append(f"{(value / scale).normalize():f}{name}")
    if value == int(value) and 0 < value < 100:
        tens, ones = divmod(int(value), 10)
        found.append(
            ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
        )
        found += ["两"] if value == 2 else []
    return found


def annotated(claims: Path, reports: Path) -> tuple[list[Statement], dict[str, Document]]:
    """The claims of a file and the reports that they name."""
    rows = [json.loads(line) for line in claims.read_text(encoding="utf-8").splitlines()]
    names = sorted({row["report"] for row in rows})
    docs = {}
    for name in names:
        path = next(path for path in sorted(reports.rglob("*.txt")) if path.stem == name)
        docs[name] = read(path.read_bytes(), name=path.name)
    return [statement(row) for row in rows], docs


def generated() -> tuple[list[Statement], dict[str, Document]]:
    """True claims as the figures of the examples are bound, and each with other values; nobody has read them through."""
    docs = {path.stem: read(path.read_bytes(), name=path.name) for path in sorted(EXAMPLES.glob("*.txt"))}
    return [statement(row) for name, doc in docs.items() for row in _rows(name, doc)], docs


def _rows(name: str, doc: Document) -> Iterator[Row]:
    figures = [
        i for i in survey(doc).indicators if isinstance(i.mention.value, Decimal) and not i.mention.value_max
    ]
    for at, figure in enumerate(figures):
        neighbour = figures[at - 1]
        for mode, quote in (("tight", doc.body.shown(figure.quote)), ("none", None)):
            row = _row(name, figure, quote, mode)
            yield row
            value = Decimal(row["value"])
            others = {"off_by_one": value + 1, "scale": value * 10, "neighbour_swap": neighbour.mention.value}
            for corruption, other in others.items():
                if other != value:
                    changed = {
                        "id": f"{row['id']}:{corruption}",
                        "label": "refuted",
                        "corruption": corruption,
                    }
                    yield row | changed | {"value": number_text(other)}


def _row(name: str, figure: Indicator, quote: str | None, mode: str) -> Row:
    mention = figure.mention
    return {
        "id": f"{name}:{mention.span.start}:{mode}",
        "report": name,
        "gold_start": mention.span.start,
        "quote_mode": mode,
        "label": "supported",
        "corruption": None,
        "name_zh": figure.name_zh,
        "value": number_text(mention.value),
        "unit": mention.unit,
        "qualifier": mention.qualifier.value,
        "quote": quote,
    }

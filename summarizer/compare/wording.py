"""The words in which a summary lists reports, rows and figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.compare.model import Cell, ComparedReport, ComparisonRow, Figure, Topic
from summarizer.digest import period_en
from summarizer.quantities import Aspect, Qualifier
from summarizer.reading import Level
from summarizer.verify import Verdict

__all__ = ["Said", "Wording", "given", "in_prose", "listed", "listed_shortly", "plain_name"]

_NUMBER = re.compile(r"(?:[a-z]+ ){0,2}[\d,.]+(?: (?:million|billion|trillion))?(?= )")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the figures it rests on."""

    topic: Topic
    text: str
    figures: tuple[Figure, ...]


def listed(parts: Sequence[str], *, comma: str = ",") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{f'{comma} '.join(parts[:-1])} and {parts[-1]}"


def listed_shortly(names: Iterable[str], most: int, *, comma: str = ",") -> str:
    """The first names; that there are more is said, not how many."""
    all_of_them = list(dict.fromkeys(names))
    if len(all_of_them) > most:
        return f"{f'{comma} '.join(all_of_them[:most])} and others"
    return listed(all_of_them, comma=comma)


def plain_name(row: ComparisonRow) -> str:
    """The label without the unit."""
    return f"{row.name_en} (planned)" if row.aspect is Aspect.PLANNED else row.name_en


def in_prose(row: ComparisonRow) -> str:
    """The label, without a unit that the figures say themselves."""
    ends = [cell.figure.rpartition(" ")[2] for cell in row.compared or row.cells]
    return plain_name(row) if all(f"(counted in {end})" in row.label for end in ends) else row.label


def given(row: ComparisonRow) -> list[Cell]:
    """The cells whose figure holds and has a value."""
    return [c for c in row.cells if c.verdict is Verdict.SUPPORTED and c.value is not None]


def _unit(figure: str) -> str:
    """What stands behind the number of a figure, with the blank before it."""
    found = _NUMBER.match(figure)
    return figure[found.end() :] if found else ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How reports and their figures are called in one comparison."""

    reports: tuple[ComparedReport, ...]

    def label(self, report: str) -> str:
        return self._about(report).label

    def dated(self, report: str) -> str:
        """The label, with the period where the reports are about different ones and the label does not say which."""
        about = self._about(report)
        period = period_en(about.period or about.year)
        several = len({r.period or r.year for r in self.reports}) > 1
        return (
            f"{about.label} ({period})"
            if several and period and about.year not in about.label
            else about.label
        )

    def _about(self, report: str) -> ComparedReport:
        return next(r for r in self.reports if r.id == report)

    def own_period(self, figure: Figure) -> bool:
        """Whether the figure is for the very period its report is about, which then need not be said."""
        about = self._about(figure.report)
        return figure.period in {"", about.period or about.year}

    def figure(self, figure: Figure) -> str:
        """`19`, `19 (2021)`: the year where it is not the report's own."""
        return figure.figure if self.own_period(figure) else f"{figure.figure} ({period_en(figure.period)})"

    def between(self, first: Figure, second: Figure, *, word: str = "against") -> str:
        """`83 against 45`, `131 to 96 person-times`: a unit of both is said once."""
        one, two = self.figure(first), self.figure(second)
        unit = _unit(one)
        return f"{one.removesuffix(unit) if unit == _unit(two) else one} {word} {two}"

    def in_place(self, figure: Figure) -> str:
        """`19 in Linjiang`, `19 in Linjiang (2022)`."""
        if self.own_period(figure):
            return f"{figure.figure} in {self.dated(figure.report)}"
        return f"{figure.figure} in {self.label(figure.report)} ({period_en(figure.period)})"

    def behind(self, figure: Figure) -> str:
        """The figure behind a name, in parentheses: `(19)`, `(19, 2021)`."""
        masked = figure.qualifier is Qualifier.MASKED
        year = "" if self.own_period(figure) or masked else f", {period_en(figure.period)}"
        return f"({figure.figure}{year})"

    def of_report(self, figure: Figure) -> str:
        """`Linjiang (19)`, `Linjiang (19, 2022)`: the year where the reports are about different ones."""
        label = self.label(figure.report)
        dated = self.dated(figure.report) != label or not self.own_period(figure)
        year = (
            f", {period_en(figure.period)}" if dated and figure.period and figure.period not in label else ""
        )
        return f"{label} ({figure.figure}{year})"

    def in_its_period(self, figure: Figure) -> str:
        """`57 in Linjiang (2018–2022)`: the period always."""
        label = self.label(figure.report)
        said = not figure.period or label.endswith(figure.period)
        return f"{figure.figure} in {label}" + ("" if said else f" ({period_en(figure.period)})")

    def same_level(self, figures: Sequence[Figure]) -> bool:
        """Whether the places are of one level, so that their totals say something beside each other."""
        return len({self._about(figure.report).level for figure in figures} - {Level.UNKNOWN}) < 2

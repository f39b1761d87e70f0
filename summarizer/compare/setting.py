"""How the reports stand to each other: a trend, a ranking or neither, and what to warn of before comparing them."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from summarizer.compare.counting import years_of
from summarizer.compare.labels import kind_en
from summarizer.compare.model import Arrangement, ComparedReport
from summarizer.digest import Digest, period_en
from summarizer.reading import Form, Level

__all__ = ["arrangement", "warnings"]

_TELLING = 5  # figures that two reports do not share by chance


def arrangement(reports: Sequence[ComparedReport]) -> Arrangement:
    """A trend is one place and kind over different years, a ranking different places of one kind for one period."""
    # A place in small letters is a description, such as an unnamed city.
    places = [report.place if report.place[:1].isupper() else "" for report in reports]
    kinds = {report.kind for report in reports}
    periods = [report.period or report.year for report in reports]
    if len(reports) < 2 or not all(places) or not all(periods) or len(kinds) > 1:
        return "mixed"
    if len(set(places)) == 1 and len(set(periods)) == len(periods):
        return "trend"
    if len(set(places)) == len(places) and len(set(periods)) == 1:
        return "ranking"
    return "mixed"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _by(
    reports: Sequence[ComparedReport], told: Callable[[ComparedReport], Hashable]
) -> dict[Hashable, list[ComparedReport]]:
    groups: dict[Hashable, list[ComparedReport]] = {}
    for report in reports:
        groups.setdefault(told(report), []).append(report)
    return groups


def _grouped(reports: Sequence[ComparedReport], told: Callable[[ComparedReport], str]) -> str:
    """`congress: A and B; government: C`, without those of which nothing is told."""
    groups = {name: group for name, group in _by(reports, told).items() if name}
    return "; ".join(f"{name}: {_listed([r.label for r in group])}" for name, group in groups.items())


def _copies(digests: Sequence[Digest], reports: Sequence[ComparedReport]) -> Iterator[str]:
    """One file twice, one report in two files, or two reports that speak for the same place, body and period."""
    pairs = combinations(zip(digests, reports, strict=True), 2)
    for (first, a), (second, b) in pairs:
        both = f"{a.label} and {b.label}"
        alike = [[(i.name_zh, i.text) for i in digest.indicators] for digest in (first, second)]
        same = [(r.kind, r.place, r.period or r.year) for r in (a, b)]
        if a.sha256 and a.sha256 == b.sha256:
            yield f"{both} are the same report: their digests are made from the same file."
        elif len(alike[0]) >= _TELLING and alike[0] == alike[1]:
            yield f"{both} are copies of one report: the files differ, every figure is the same."
        elif same[0] == same[1] and a.place and same[0][2]:
            yield f"{both} are about the same place and period: two versions or parts of one report, or of its year."


def _level(report: ComparedReport) -> str:
    return "" if report.level is Level.UNKNOWN else report.level.value


def _long(report: ComparedReport) -> str:
    """The period of a report over several years; "" of one over a year."""
    period = report.period or report.year
    return period_en(period) if (years_of(period) or 0) > 1 else ""


def warnings(digests: Sequence[Digest], reports: Sequence[ComparedReport], how: Arrangement) -> list[str]:
    """Sentences on what sets the reports apart beyond their figures; the gravest first, none where nothing does."""
    found = list(_copies(digests, reports))
    if len({report.kind for report in reports}) > 1:
        kinds = _grouped(reports, lambda report: kind_en(report.kind))
        found.append(f"The reports are of different kinds, by different bodies ({kinds}).")
    levels = {level for report in reports if (level := _level(report))}
    if len(levels) > 1:
        found.append(
            f"The places are of different levels ({_grouped(reports, _level)}): "
            "compare their rates and working methods rather than their totals."
        )
    lengths = {years for report in reports if (years := years_of(report.period or report.year))}
    if len(lengths) > 1:
        found.append(
            f"The periods differ in length ({_grouped(reports, _long)}): "
            "a figure over several years is not set against one of a single year."
        )
    places, periods = {r.place for r in reports}, {r.period or r.year for r in reports}
    if how == "mixed" and len(places) > 1 and len(periods) > 1:
        found.append(
            "Both places and periods differ: this is neither a trend of one place nor a ranking of one year."
        )
    short = [report.label for report in reports if report.form is not Form.FULL]
    if short:
        found.append(
            f"{_listed(short)}: a guide or infographic, not the report itself, so that a missing figure says nothing."
        )
    pictures = [r.label for r, d in zip(reports, digests, strict=True) if d.source.recognised]
    if pictures:
        found.append(f"{_listed(pictures)}: text recognised from pictures, in which figures may be misread.")
    holes = [r.label for r, d in zip(reports, digests, strict=True) if d.source.unread or d.source.lost]
    if holes:
        found.append(
            f"{_listed(holes)}: part of the file could not be read, so that a missing figure says nothing."
        )
    others = [report.label for report in reports if not report.kind.is_work_report]
    if others and len(others) < len(reports):
        found.append(f"{_listed(others)}: no work report, so that a missing figure says nothing.")
    cut = [report.label for report in reports if report.missing]
    if cut:
        found.append(
            f"{_listed(cut)}: the file lacks part of the report, so that a missing figure says nothing."
        )
    unnamed = [report.label for report in reports if not report.place]
    if unnamed:
        found.append(f"{_listed(unnamed)}: the place is not named.")
    return found

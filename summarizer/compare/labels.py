"""What the compared reports are called."""

from collections.abc import Callable, Sequence

from summarizer.compare.model import ComparedReport
from summarizer.digest import Digest
from summarizer.reading import ReportKind

__all__ = ["compared_reports", "kind_en"]

_KINDS = {
    ReportKind.CONGRESS: "congress",
    ReportKind.GOVERNMENT: "government",
    ReportKind.COURT: "court",
    ReportKind.PROCURATORATE: "procuratorate",
    ReportKind.RESOLUTION: "resolution",
    ReportKind.PRESS: "press",
    ReportKind.STATISTICS: "statistics",
    ReportKind.PLAN: "plan or budget",
    ReportKind.SPECIAL: "single matter",
    ReportKind.WORK_PLAN: "work plan",
    ReportKind.SPEECH: "speech",
    ReportKind.OTHER: "other",
}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _letter(index: int) -> str:
    """`A` to `Z`, then `AA`."""
    above, own = divmod(index, len(_LETTERS))
    return (_letter(above - 1) if above else "") + _LETTERS[own]


def kind_en(kind: ReportKind) -> str:
    """The kind of a report in a word."""
    return _KINDS[kind]


def _place(digest: Digest) -> str:
    """The place without those above it; "" where the report names none that could be told from others."""
    place = digest.report.place.partition(",")[0]
    return place if place[:1].isupper() else ""


def _year(digest: Digest) -> str:
    return f"{_place(digest)} {digest.report.year}".strip()


def _kind(digest: Digest) -> str:
    return f"{_year(digest)} ({_KINDS[digest.report.kind]})"


_WAYS: tuple[Callable[[Digest], str], ...] = (_place, _year, _kind)


def _labels(digests: Sequence[Digest]) -> list[str]:
    """The shortest way of naming that tells all of them apart, with letters where none does; one without a place has its letter."""
    letters = [_letter(index) for index in range(len(digests))]
    for way in _WAYS:
        labels = [way(d) if _place(d) else f"report {a}" for d, a in zip(digests, letters, strict=True)]
        if len(set(labels)) == len(labels):
            return labels
    return [
        f"{_year(d)} ({a})" if _place(d) else f"report {a}" for d, a in zip(digests, letters, strict=True)
    ]


def compared_reports(digests: Sequence[Digest]) -> list[ComparedReport]:
    """The reports of the digests, lettered in their order, each with a label of its own."""
    return [
        ComparedReport(
            id=_letter(index),
            label=label,
            kind=digest.report.kind,
            title_en=digest.report.title_en,
            title_zh=digest.report.title_zh,
            place=digest.report.place,
            level=digest.report.level,
            year=digest.report.year,
            period=digest.report.period,
            form=digest.report.form,
            missing=digest.report.missing,
            source=digest.source.name,
            sha256=digest.source.sha256,
        )
        for index, (digest, label) in enumerate(zip(digests, _labels(digests), strict=True))
    ]

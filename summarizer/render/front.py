"""What every page about a digest says first: its title, what must be known before reading on, facts of the report and who wrote."""

import re
from collections.abc import Sequence

from summarizer.digest import Digest, SourceFile, period_en
from summarizer.offline import date_en, genre_en
from summarizer.reading import Form, Level, Missing
from summarizer.render.page import Chinese, Line, Notice, line

__all__ = ["caveats", "engine_line", "facts", "notices", "title_of"]

_FORMS = {
    Form.GUIDE: "This is a newspaper's guide to the report, not the report itself.",
    Form.INFOGRAPHIC: "This is the text of an infographic of the report, not the report itself.",
}
_MISSING = {
    Missing.BEGINNING: "The file begins inside the report: what stood before is missing here too.",
    Missing.END: "The file breaks off before the end of the report: what stood behind is missing here too.",
}
_SEVERAL = "The file holds several reports one after the other: what is said of the report here is said of the first."
# What a provider may call a model; anything else could say something.
_NAME = re.compile(r"[\w.:/@+-]{1,120}")


def title_of(digest: Digest) -> str:
    """What the page is called."""
    return digest.report.title_en or digest.report.title_zh or "Untitled report"


def notices(digest: Digest) -> list[Notice]:
    """What must be known before reading on: that the text is no work report, only tells of one, or is not one whole report."""
    report = digest.report
    found = []
    if not report.kind.is_work_report:
        lead = f"This text is no work report but {genre_en(report.kind)}."
        found.append(Notice(lead, line("It is summarised all the same.")))
    if report.form in _FORMS:
        found.append(Notice(_FORMS[report.form]))
    found += [Notice(_MISSING[part]) for part in report.missing]
    if report.several:
        found.append(Notice(_SEVERAL))
    return [*found, *_legibility(digest.source)]


def _legibility(source: SourceFile) -> list[Notice]:
    """What of the file could not be read, or was read off pictures; how much of it is said in the closing account."""
    found = []
    if source.recognised:
        lead = f"{_part(source.recognised, source)} of this file was recognised from pictures."
        more = (
            "A figure there is what a program took it for: hold it against the picture before relying on it."
        )
        found.append(Notice(lead, line(more)))
    if source.unread:
        lead = f"{_part(source.unread, source)} of this file could not be read: pages that are pictures."
        found.append(Notice(lead, line("Their figures are missing here.")))
    if source.lost:
        lead = "Some characters of this file are damaged and could not be read."
        found.append(Notice(lead, line("A figure beside one of them has no value here.")))
    return found


def _part(pages: Sequence[int], source: SourceFile) -> str:
    return "The text" if len(pages) >= source.pages else "Part of the text"


def caveats(digest: Digest) -> list[str]:
    """The notices in one sentence each, for a reader who is not shown the page."""
    return [notice.lead for notice in notices(digest)]


def _both(english: str, chinese: str) -> Line:
    """`Linjiang (临江市)`; one of the two where the other is missing."""
    if not english or not chinese:
        return line(english, Chinese(chinese)) if chinese else line(english)
    return line(f"{english} (", Chinese(chinese), ")")


def facts(digest: Digest) -> tuple[tuple[str, Line], ...]:
    """What is known of the report, as names and values; what is not known is left out."""
    report = digest.report
    place = _both(report.place, report.place_zh)
    if place and report.level is not Level.UNKNOWN:
        place += line(f", {report.level.value} level")
    known = [
        ("Reporting body", _both(report.body, report.body_zh)),
        ("Place", place),
        ("Period", line(period_en(report.period or report.year))),
        ("Session", _both(report.session, report.session_zh)),
        ("Speaker", _both(report.speaker, report.speaker_zh)),
        ("Date", line(date_en(report.date))),
        ("Source file", line(digest.source.name)),
    ]
    return tuple((name, value) for name, value in known if value)


def engine_line(digest: Digest) -> str:
    """Who wrote the English."""
    if digest.engine.name == "offline":
        return "Written by the offline engine, no language model was used; every figure was checked against the source."
    known = _NAME.fullmatch(digest.engine.model)
    model = f"the language model {digest.engine.model}" if known else "a language model"
    return f"Written by {model}; every figure was checked against the source."

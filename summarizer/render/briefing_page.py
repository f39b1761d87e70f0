"""The English briefing of one report, as a page."""

import re

from summarizer.digest import Digest, DigestIndicator, figure_en, name_of, period_en
from summarizer.offline import date_en
from summarizer.quantities import Aspect
from summarizer.reading import Form, Level, ReportKind
from summarizer.render.account import account_blocks
from summarizer.render.evidence import Evidence, NoteStyle
from summarizer.render.flags import (
    arithmetic_blocks,
    flagged_blocks,
    flags_of,
    masked_blocks,
    repairs_blocks,
)
from summarizer.render.options import BriefingOptions, Length
from summarizer.render.page import (
    Block,
    Bullets,
    Chinese,
    Facts,
    Heading,
    Item,
    Line,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Run,
    Style,
    line,
)
from summarizer.render.sections import body, plans, problems, told
from summarizer.render.tables import indicator_blocks
from summarizer.verify import Verdict

__all__ = ["briefing"]

_KINDS = {
    ReportKind.RESOLUTION: "a resolution",
    ReportKind.PRESS: "a press report",
    ReportKind.STATISTICS: "a statistical communiqué",
    ReportKind.OTHER: "a text of another kind",
}
_FORMS = {
    Form.GUIDE: "This is a newspaper's guide to the report, not the report itself.",
    Form.INFOGRAPHIC: "This is the text of an infographic of the report, not the report itself.",
}
_UNTRANSLATED = "Passages set apart in Chinese are the report's own words, not translated."
# What a provider may call a model; anything else could say something.
_NAME = re.compile(r"[\w.:/@+-]{1,120}")


def briefing(digest: Digest, options: BriefingOptions = BriefingOptions()) -> Page:
    """The briefing of the length and with the notes that are asked for.

    Outside flags, notes, the source's own words and the closing account it has no figure whose verdict is not `supported`.
    """
    evidence = Evidence(digest, notes=options.notes, bilingual=options.bilingual)
    told_blocks = [
        *_overview(digest, evidence),
        *_glance(digest, evidence),
        *body(digest, evidence, options.length),
        *_figures(digest, options),
        *plans(digest, evidence, options.length),
        *problems(digest, evidence, options.length),
    ]
    blocks = [
        *_title(digest, quoting=any(isinstance(block, Quotation) for block in told_blocks)),
        *told_blocks,
        *flagged_blocks(flags_of(digest)),
        *masked_blocks(digest),
        *repairs_blocks(digest),
        *arithmetic_blocks(digest),
        *account_blocks(digest),
    ]
    return Page(title=_title_of(digest), blocks=tuple(blocks), notes=evidence.notes())


def _title_of(digest: Digest) -> str:
    return digest.report.title_en or digest.report.title_zh or "Untitled report"


def _both(english: str, chinese: str) -> Line:
    """`Linjiang (临江市)`; one of the two where the other is missing."""
    if not english or not chinese:
        return line(english, Chinese(chinese)) if chinese else line(english)
    return line(f"{english} (", Chinese(chinese), ")")


def _facts(digest: Digest) -> Facts:
    report = digest.report
    place = _both(report.place, report.place_zh)
    if place and report.level is not Level.UNKNOWN:
        place += line(f", {report.level.value} level")
    facts = [
        ("Chinese title", (Chinese(report.title_zh),) if report.title_en and report.title_zh else ()),
        ("Reporting body", _both(report.body, report.body_zh)),
        ("Place", place),
        ("Period", line(period_en(report.period or report.year))),
        ("Session", _both(report.session, report.session_zh)),
        ("Speaker", _both(report.speaker, report.speaker_zh)),
        ("Date", line(date_en(report.date))),
        ("Source file", line(digest.source.name)),
    ]
    return Facts(tuple((name, value) for name, value in facts if value))


def _engine(digest: Digest) -> str:
    if digest.engine.name == "offline":
        return "Written by the offline engine, no language model was used; every figure was checked against the source."
    known = _NAME.fullmatch(digest.engine.model)
    model = f"the language model {digest.engine.model}" if known else "a language model"
    return f"Written by {model}; every figure was checked against the source."


def _title(digest: Digest, *, quoting: bool) -> list[Block]:
    report = digest.report
    blocks: list[Block] = [Heading(1, line(_title_of(digest)))]
    if not report.kind.is_work_report:
        lead = f"This text is no work report but {_KINDS[report.kind]}."
        blocks.append(Notice(lead, line("It is summarised all the same.")))
    if report.form in _FORMS:
        blocks.append(Notice(_FORMS[report.form]))
    remark = f"{_engine(digest)} {_UNTRANSLATED if quoting else ''}".strip()
    return [*blocks, _facts(digest), Paragraph(line(remark), aside=True)]


def _overview(digest: Digest, evidence: Evidence) -> list[Block]:
    text = told(digest.overview, evidence)
    return [Heading(2, line("Summary")), *text] if text else []


def _glance_item(indicator: DigestIndicator, evidence: Evidence) -> Item:
    period = period_en(indicator.period)
    if indicator.aspect is Aspect.PLANNED:
        period = f"plan for {period}" if period else "plan"
    name = name_of(indicator)
    return Item(
        line(
            Run(name) if indicator.name_en else Chinese(name),
            ": ",
            Run(figure_en(indicator), Style.STRONG),
            f" ({period})" if period else "",
            *evidence.beside([indicator.id]),
            *evidence.mark([indicator.id]),
        )
    )


def _glance(digest: Digest, evidence: Evidence) -> list[Block]:
    by_id = {indicator.id: indicator for indicator in digest.indicators}
    chosen = [by_id[id] for id in digest.glance if id in by_id]
    items = [
        _glance_item(indicator, evidence)
        for indicator in chosen
        if indicator.verdict is Verdict.SUPPORTED and indicator.value is not None
    ]
    return [Heading(2, line("At a glance")), Bullets(tuple(items))] if items else []


def _figures(digest: Digest, options: BriefingOptions) -> list[Block]:
    """The table of all figures; a short briefing has none of it but what is flagged, which stands in its own section."""
    if options.length is Length.SHORT:
        return []
    return indicator_blocks(digest, sources=options.bilingual or options.notes is not NoteStyle.NONE)

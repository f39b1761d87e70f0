"""The English briefing of one report, as a page."""

from summarizer.digest import Digest, DigestIndicator, figure_en, name_of, period_en
from summarizer.quantities import Aspect
from summarizer.render.account import account_blocks
from summarizer.render.evidence import Evidence, NoteStyle
from summarizer.render.flags import (
    arithmetic_blocks,
    flagged_blocks,
    flags_of,
    masked_blocks,
    repairs_blocks,
)
from summarizer.render.front import engine_line, facts, notices, title_of
from summarizer.render.options import BriefingOptions, Length
from summarizer.render.page import (
    Block,
    Bullets,
    Chinese,
    Facts,
    Heading,
    Item,
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

_UNTRANSLATED = "Passages set apart in Chinese are the report's own words, not translated."


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
    return Page(title=title_of(digest), blocks=tuple(blocks), notes=evidence.notes())


def _title(digest: Digest, *, quoting: bool) -> list[Block]:
    report = digest.report
    both = report.title_en and report.title_zh
    titled = (("Chinese title", (Chinese(report.title_zh),)),) if both else ()
    remark = f"{engine_line(digest)} {_UNTRANSLATED if quoting else ''}".strip()
    return [
        Heading(1, line(title_of(digest))),
        *notices(digest),
        Facts((*titled, *facts(digest))),
        Paragraph(line(remark), aside=True),
    ]


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

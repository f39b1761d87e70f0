"""The English briefing of one report, in Markdown."""

import re
from collections.abc import Iterable, Sequence

from summarizer.digest import (
    Digest,
    DigestIndicator,
    DigestSection,
    DigestSentence,
    Quoted,
    figure_en,
    name_of,
    period_en,
)
from summarizer.quantities import Aspect, mentions_en
from summarizer.reading import Form, Level, ReportKind
from summarizer.render.escape import inline
from summarizer.render.flags import arithmetic_block, flagged_block, flags_of, repairs_block
from summarizer.render.footnotes import Footnotes, section_name
from summarizer.render.tables import account_blocks, indicator_blocks
from summarizer.verify import Verdict, unread

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
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ROLES = {
    "plan": "Plans, in the report's words (not translated):",
    "problem": "Problems admitted, in the report's words (not translated):",
    "key": "In the report's words (not translated):",
}
_OUTCOMES = {
    "truncated": "The model's answer on this section broke off",
    "refused": "The model declined to write about this section",
    "failed": "The model gave no usable answer on this section",
    "offline": "The model did not write this section",
}
_DEEPEST = 4
# What a provider may call a model; anything else could say something.
_NAME = re.compile(r"[\w.:/@+-]{1,120}")


def briefing(digest: Digest) -> str:
    """The briefing as Markdown with footnotes, ending in a line feed.

    Outside flags, footnotes and the closing account it prints no figure whose verdict is not `supported`. All text that comes from
    the report, the model or the file name is escaped.
    """
    notes = Footnotes(digest)
    blocks = [
        *_title(digest),
        *_overview(digest, notes),
        *_glance(digest, notes),
        *_sections(digest, notes),
        *indicator_blocks(digest),
        *flagged_block(flags_of(digest)),
        *repairs_block(digest),
        *arithmetic_block(digest),
        *account_blocks(digest),
        "\n".join(notes.lines()),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _date_en(iso: str) -> str:
    parts = iso.split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts) and 1 <= int(parts[1]) <= 12:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return iso


def _both(english: str, chinese: str) -> str:
    """`Linjiang (临江市)`; one of the two where the other is missing."""
    if not english or not chinese:
        return inline(english or chinese)
    return f"{inline(english)} ({inline(chinese)})"


def _facts(digest: Digest) -> list[tuple[str, str]]:
    report = digest.report
    place = _both(report.place, report.place_zh)
    if place and report.level is not Level.UNKNOWN:
        place += f", {report.level.value} level"
    facts = [
        ("Reporting body", _both(report.body, report.body_zh)),
        ("Place", place),
        ("Period", inline(period_en(report.period or report.year))),
        ("Session", _both(report.session, report.session_zh)),
        ("Speaker", _both(report.speaker, report.speaker_zh)),
        ("Date", inline(_date_en(report.date))),
        ("Source file", inline(digest.source.name)),
    ]
    return [(name, value) for name, value in facts if value]


def _engine(digest: Digest) -> str:
    if digest.engine.name == "offline":
        return (
            "Written by the offline engine: figures and structure, no narrative; no language model was used."
        )
    model = (
        f"the language model {inline(digest.engine.model)}"
        if _NAME.fullmatch(digest.engine.model)
        else "a language model"
    )
    return f"Written by {model}; every figure was checked against the source."


def _title(digest: Digest) -> list[str]:
    report = digest.report
    english, chinese = inline(report.title_en), inline(report.title_zh)
    blocks = [f"# {english or chinese or 'Untitled report'}"]
    if not report.kind.is_work_report:
        blocks.append(
            f"> **This text is no work report but {_KINDS[report.kind]}.** It is summarised all the same."
        )
    if report.form in _FORMS:
        blocks.append(f"> **{_FORMS[report.form]}**")
    if english and chinese:
        blocks.append(f"**{chinese}**")
    return [
        *blocks,
        "\n".join(f"- {name}: {value}" for name, value in _facts(digest)),
        f"*{_engine(digest)}*",
    ]


def _overview(digest: Digest, notes: Footnotes) -> list[str]:
    text = _told(digest.overview, notes)
    return ["## Summary", text] if text else []


def _glance_line(indicator: DigestIndicator, notes: Footnotes) -> str:
    period = inline(period_en(indicator.period))
    if indicator.aspect is Aspect.PLANNED:
        period = f"plan for {period}" if period else "plan"
    when = f" ({period})" if period else ""
    return f"- {inline(name_of(indicator))}: **{inline(figure_en(indicator))}**{when}{notes.mark([indicator.id])}"


def _glance(digest: Digest, notes: Footnotes) -> list[str]:
    by_id = {indicator.id: indicator for indicator in digest.indicators}
    chosen = [by_id[id] for id in digest.glance if id in by_id]
    lines = [
        _glance_line(indicator, notes)
        for indicator in chosen
        if indicator.verdict is Verdict.SUPPORTED and indicator.value is not None
    ]
    return ["## At a glance", "\n".join(lines)] if lines else []


def _has_content(section: DigestSection, digest: Digest) -> bool:
    told = any(sentence.verdict is Verdict.SUPPORTED for sentence in section.sentences)
    return told or bool(section.quoted or _outcome(section, digest))


def _outcome(section: DigestSection, digest: Digest) -> str:
    """A visible note where the engine that was asked for did not write the section; "" else."""
    what = _OUTCOMES.get(section.outcome, "")
    if not what or (section.outcome == "offline" and digest.engine.name == "offline"):
        return ""
    # A refusal is in the model's words. One with a number is left to the closing account.
    silent = mentions_en(section.note) or unread(section.note, "")
    why = f" ({inline(section.note)})" if section.note and not silent else ""
    return f"> **Note:** {what}{why}. What follows is by the offline engine."


def _heading(section: DigestSection, depth: int) -> list[str]:
    if section.level == 0 or not section.title_zh:
        return [f"{'#' * depth} {section_name(section)}"]
    english, chinese = inline(section.title_en), inline(section.title_zh)
    if english:
        return [f"{'#' * depth} {english}", f"*{chinese}*"]
    return [
        f"{'#' * depth} {chinese}",
        *([f"*{inline(section.title_pinyin)}*"] if section.title_pinyin else []),
    ]


def _quotes(section: DigestSection) -> list[str]:
    blocks = []
    for role, lead in _ROLES.items():
        quotes: Sequence[Quoted] = [quote for quote in section.quoted if quote.role == role]
        if quotes:
            blocks += [lead, "\n>\n".join(f"> {inline(quote.text)}" for quote in quotes)]
    if blocks and section.not_shown:
        blocks.append("*More in the report.*")
    return blocks


def _told(sentences: Iterable[DigestSentence], notes: Footnotes) -> str:
    return " ".join(
        f"{inline(sentence.text)}{notes.mark(sentence.cites)}"
        for sentence in sentences
        if sentence.verdict is Verdict.SUPPORTED
    )


def _own(section: DigestSection, digest: Digest, notes: Footnotes) -> list[str]:
    return [_outcome(section, digest), _told(section.sentences, notes), *_quotes(section)]


def _sections(digest: Digest, notes: Footnotes) -> list[str]:
    """The sections in order; one without content of its own is printed only above one that has some."""
    blocks: list[str] = []
    path: list[int] = []
    printed: set[int] = set()
    for index, section in enumerate(digest.sections):
        while path and digest.sections[path[-1]].level >= section.level:
            path.pop()
        path.append(index)
        if not _has_content(section, digest):
            continue
        # The report's title stands on top already; its own text has a heading all the same.
        headed = [i for i in path if digest.sections[i].level or i == index]
        for depth, above in enumerate(headed, start=2):
            if above not in printed:
                printed.add(above)
                blocks += _heading(digest.sections[above], min(depth, _DEEPEST))
        blocks += _own(section, digest, notes)
    return blocks

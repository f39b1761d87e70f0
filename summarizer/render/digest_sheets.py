"""A digest as sheets: a row for every figure, the facts of report and account, the sentences, what is flagged."""

import json
from collections.abc import Callable

from summarizer.digest import Digest, DigestIndicator, DigestSentence, unit_en
from summarizer.quantities import Kind
from summarizer.render.flags import figure_cell, flags_of, marked, marked_before
from summarizer.render.page import plain
from summarizer.render.sheet import CellValue, Column, Look, Sheet, flagged, ids, number
from summarizer.verify import Verdict

__all__ = ["digest_sheets", "indicator_columns", "indicator_sheet"]

_Cell = Callable[[DigestIndicator, Digest], CellValue]


def _borne_out(cell: Callable[[DigestIndicator], CellValue]) -> _Cell:
    """The cell of a supported figure. What was claimed of another stands in `figure_en` alone, behind its flag: no sum takes it."""
    return lambda row, digest: cell(row) if row.verdict is Verdict.SUPPORTED else None


_INDICATOR: tuple[tuple[Column, _Cell], ...] = (
    (Column("id", 7), lambda row, digest: row.id),
    (Column("name_en", 44, Look.PROSE), lambda row, digest: row.name_en),
    (Column("name_zh", 28, Look.PROSE), lambda row, digest: row.name_zh),
    (Column("figure_en", 26, Look.PROSE), lambda row, digest: plain(figure_cell(row))),
    (Column("value", 18, Look.NUMBER), _borne_out(lambda row: number(row.value))),
    (Column("value_max", 12, Look.NUMBER), _borne_out(lambda row: number(row.value_max))),
    (Column("unit", 8), _borne_out(lambda row: row.unit)),
    (Column("unit_en", 16), _borne_out(lambda row: unit_en(row.unit))),
    (Column("qualifier", 11), _borne_out(lambda row: row.qualifier.value)),
    (Column("period", 11), lambda row, digest: row.period),
    (Column("aspect", 10), lambda row, digest: row.aspect.value),
    (Column("verdict", 13, Look.VERDICT), lambda row, digest: row.verdict.value),
    (Column("reason", 18), lambda row, digest: row.reason.value),
    (Column("message", 44, Look.PROSE), lambda row, digest: row.message),
    (Column("text", 16), lambda row, digest: row.text),
    (Column("quote", 48, Look.PROSE), lambda row, digest: row.quote),
    (Column("section_en", 30, Look.PROSE), lambda row, digest: digest.sections[row.section].title_en),
    (Column("section_zh", 24, Look.PROSE), lambda row, digest: digest.sections[row.section].title_zh),
    (Column("category", 22), lambda row, digest: row.category.value),
    (Column("key", 30), lambda row, digest: row.key),
    (Column("start", 8, Look.NUMBER), lambda row, digest: row.start),
    (Column("end", 8, Look.NUMBER), lambda row, digest: row.end),
    (Column("quote_start", 11, Look.NUMBER), lambda row, digest: row.quote_start),
    (Column("quote_end", 11, Look.NUMBER), lambda row, digest: row.quote_end),
    (Column("page", 7, Look.NUMBER), lambda row, digest: row.page),
    (Column("recognised", 11), lambda row, digest: row.recognised),
    # In brackets: no spreadsheet takes it for a date.
    (Column("evidence", 18), lambda row, digest: json.dumps(row.evidence)),
    (Column("name_checked", 13), lambda row, digest: row.name_checked),
    (Column("origin", 9), lambda row, digest: row.origin),
    (Column("before", 26, Look.PROSE), lambda row, digest: plain(marked_before(row.before))),
    (Column("repair", 18, Look.PROSE), lambda row, digest: row.repair),
    (Column("report_title_en", 40), lambda row, digest: digest.report.title_en),
    (Column("report_title_zh", 30), lambda row, digest: digest.report.title_zh),
    (Column("report_place", 18), lambda row, digest: digest.report.place),
    (Column("report_year", 11), lambda row, digest: digest.report.year),
    (Column("report_kind", 18), lambda row, digest: digest.report.kind.value),
    (Column("report_form", 12), lambda row, digest: digest.report.form.value),
    (Column("report_missing", 15), lambda row, digest: " ".join(digest.report.missing)),
    (Column("source", 26), lambda row, digest: digest.source.name),
    (Column("source_sha256", 18), lambda row, digest: digest.source.sha256),
)


def indicator_columns() -> tuple[Column, ...]:
    """The columns of `indicator_sheet`."""
    return tuple(column for column, _ in _INDICATOR)


def indicator_sheet(digest: Digest) -> Sheet:
    """A row for every figure, in order of the text; what the columns hold is said in docs/tables.md."""
    return Sheet(
        "Indicators",
        indicator_columns(),
        tuple(tuple(cell(row, digest) for _, cell in _INDICATOR) for row in digest.indicators),
        fixed=2,
    )


def digest_sheets(digest: Digest) -> tuple[Sheet, ...]:
    """The whole digest for a workbook: figures, report and account, sentences, and what is flagged where anything is."""
    flags = _flags(digest)
    return (indicator_sheet(digest), _facts(digest), _sentences(digest), *([flags] if flags.rows else []))


def _facts(digest: Digest) -> Sheet:
    report, source, engine, account = digest.report, digest.source, digest.engine, digest.coverage
    facts: list[tuple[str, CellValue]] = [
        ("report: title_en", report.title_en),
        ("report: title_zh", report.title_zh),
        ("report: kind", report.kind.value),
        ("report: form", report.form.value),
        ("report: body", report.body),
        ("report: body_zh", report.body_zh),
        ("report: place", report.place),
        ("report: place_zh", report.place_zh),
        ("report: level", report.level.value),
        ("report: year", report.year),
        ("report: period", report.period),
        ("report: session", report.session),
        ("report: session_zh", report.session_zh),
        ("report: speaker", report.speaker),
        ("report: speaker_zh", report.speaker_zh),
        ("report: date", report.date),
        ("report: missing", " ".join(report.missing)),
        ("report: several", report.several),
        ("source: name", source.name),
        ("source: sha256", source.sha256),
        ("source: media_type", source.media_type),
        ("source: encoding", source.encoding),
        ("source: pages", source.pages),
        ("source: recognised", json.dumps(source.recognised)),
        ("source: unread", json.dumps(source.unread)),
        ("source: lost", source.lost),
        ("engine: name", engine.name),
        ("engine: model", engine.model),
        ("engine: version", engine.version),
        ("account: numbers", account.numbers),
        *((f"account: {kind.value}", account.mentions_by_kind.get(kind.value, 0)) for kind in Kind if kind is not Kind.FURNITURE),
        ("account: outside", account.outside),
        ("account: reported", account.reported),
        ("account: supported", account.supported),
        ("account: repaired", account.repaired),
        ("account: flagged", account.flagged),
        ("account: masked", account.masked),
        ("account: unreadable", account.unreadable),
        ("account: not_reported", len(account.not_reported)),
        ("account: name_unchecked", account.name_unchecked),
        ("account: untranslated", account.untranslated),
    ]  # fmt: skip
    return Sheet("Report", (Column("fact", 26), Column("value", 70, Look.PROSE)), tuple(facts), fixed=1)


def _sentences(digest: Digest) -> Sheet:
    told: list[tuple[str, str, DigestSentence]] = [("Summary", "", sentence) for sentence in digest.overview]
    told += [
        (section.title_en, section.title_zh, sentence)
        for section in digest.sections
        for sentence in section.sentences
    ]
    columns = (
        Column("section_en", 30, Look.PROSE),
        Column("section_zh", 24, Look.PROSE),
        Column("text", 90, Look.PROSE),
        Column("verdict", 13, Look.VERDICT),
        Column("reason", 18),
        Column("cites", 24, Look.PROSE),
        Column("origin", 9),
    )
    rows = tuple(
        (
            english,
            chinese,
            flagged(sentence.text, sentence.verdict, sentence.reason),
            sentence.verdict.value,
            sentence.reason.value,
            ids(sentence.cites),
            sentence.origin,
        )
        for english, chinese, sentence in told
    )
    return Sheet("Sentences", columns, rows)


def _flags(digest: Digest) -> Sheet:
    columns = (
        Column("text", 60, Look.PROSE),
        Column("verdict", 13, Look.VERDICT),
        Column("reason", 18),
        Column("message", 60, Look.PROSE),
        Column("source", 48, Look.PROSE),
        Column("repair", 18, Look.PROSE),
        Column("section_en", 30, Look.PROSE),
        Column("section_zh", 24, Look.PROSE),
    )
    rows = tuple(
        (
            plain(marked(flag)),
            flag.verdict.value,
            flag.reason.value,
            flag.message,
            flag.source,
            flag.repair,
            digest.sections[flag.section].title_en,
            digest.sections[flag.section].title_zh,
        )
        for flag in flags_of(digest)
    )
    return Sheet("Flagged", columns, rows)

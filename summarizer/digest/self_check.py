"""A saved digest held against itself: what its own evidence does not bear out is flagged, whatever verdict it carries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.digest.account import recounted, unfitting
from summarizer.digest.characters import as_read
from summarizer.digest.context import context
from summarizer.digest.figure import figure_en
from summarizer.digest.model import Digest, DigestIndicator, DigestSection, DigestSentence, Flagged, Report
from summarizer.digest.own_evidence import OwnEvidence
from summarizer.lexicon import taxon
from summarizer.offline import row_of
from summarizer.quantities import (
    Indicator,
    Inventory,
    Mention,
    mentions_en,
    mentions_zh,
    number_of,
    number_text,
)
from summarizer.reading import Span
from summarizer.verify import (
    Figure,
    Reason,
    Verdict,
    judge,
    sentence_for,
    shares_a_word,
    unread,
    untold,
)

__all__ = ["CheckedText", "checked_texts", "self_checked"]

_DIGIT = re.compile(r"\d")
_SHARED = ("title_zh", "title_en", "body", "body_zh", "place", "place_zh", "session", "session_zh", "speaker", "speaker_zh")  # fmt: skip
_TIMES = ("year", "period", "date")
_ALONE = "The digest's own evidence does not bear this out."


def self_checked(digest: Digest) -> Digest:
    """The digest with every figure, sentence, name and heading flagged or left out that its own evidence does not bear out.

    A figure must be the one that its own `text` states inside its `quote`; a sentence may tell the figures it cites and the numbers
    in `context`; every other text only numbers of the report. A digest fresh from its report comes back equal. One whose fields
    were all forged to agree is not found out: that takes the source.
    """
    return as_read(digest, lambda read: _SelfCheck(read).checked())


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A name, heading, quotation or field of a digest: `id` says which (`i3.name`, `s2.title`, `s2.quote1`, `report.session`).

    `borne_out` tells whether the report bears its numbers out, None where it has none. A quotation must stand in the report.
    """

    id: str
    text: str
    borne_out: bool | None


def checked_texts(digest: Digest, inventory: Inventory) -> list[CheckedText]:
    """Every name, heading, quotation and field of a digest that is printed, held against its report."""
    places = {(i.span.start, i.span.end): i for i in inventory.indicators}
    shown = inventory.doc.body.shown
    rows = [
        row.model_copy(update={"text": found.mention.text, "quote": shown(found.quote)})
        if (found := places.get((row.start, row.end)))
        else row.model_copy(update={"text": "", "quote": ""})
        for row in digest.indicators
    ]
    check = _SelfCheck(digest.model_copy(update={"context": context(inventory), "indicators": rows}))
    return list(check.texts(inventory.doc.body.text))


class _SelfCheck:
    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._flags: list[Flagged] = []
        self._sources = {row.id: source for row in digest.indicators if (source := _source(row)) is not None}
        standing = [row for row in digest.indicators if row.id in self._sources]
        self._evidence = OwnEvidence(digest.context, [row.quote for row in standing])

    def checked(self) -> Digest:
        digest = self._digest
        self._account()
        rows = [self._row(row) for row in digest.indicators]
        sections = [self._section(at, section) for at, section in enumerate(digest.sections)]
        overview = [self._sentence(sentence, 0) for sentence in digest.overview]
        report = self._report(digest.report)
        new = [flag for flag in self._flags if flag not in digest.flagged]
        checked = digest.model_copy(
            update={
                "report": report,
                "overview": overview,
                "indicators": rows,
                "sections": sections,
                "flagged": [*digest.flagged, *new],
            }
        )
        return checked.model_copy(update={"coverage": recounted(checked, unread=self._unreadable())})

    def _flag(
        self,
        section: int,
        text: str,
        message: str = _ALONE,
        source: str = "",
        *,
        verdict: Verdict = Verdict.UNSUPPORTED,
        reason: Reason = Reason.NUMBER_NOT_FOUND,
        wrong: Sequence[tuple[int, int]] = (),
    ) -> None:
        flag = Flagged(
            section=section,
            text=text,
            verdict=verdict,
            reason=reason,
            message=message,
            source=source,
            wrong=list(wrong),
        )
        self._flags.append(flag)

    def _account(self) -> None:
        """Flags what the saved account says otherwise than the saved rows."""
        digest = self._digest
        for field, said, right in unfitting(digest.coverage, recounted(digest, unread=self._unreadable())):
            name = field.replace("_", " ").capitalize()
            message = f"The digest's own rows come to {right}, which the closing account below says."
            self._flag(0, f"{name}: {said}", message, verdict=Verdict.CONTRADICTED, reason=Reason.VALUE)

    def _unreadable(self) -> set[str]:
        return {id for id, source in self._sources.items() if source.mention.value is None}

    def texts(self, body: str) -> Iterator[CheckedText]:
        """What `checked_texts` gives; `body` is the report as a reader sees it."""
        digest, whole = self._digest, "".join(body.split())
        for row in digest.indicators:
            good = self._evidence.has_chinese(row.name_zh) and self._evidence.has_english(
                row.name_en, [row.name_zh, row.quote]
            )
            yield _text(f"{row.id}.name", row.name_en or row.name_zh, good, row.name_zh, row.name_en)
        for at, section in enumerate(digest.sections):
            titles = [text for text in (section.title_en, section.title_zh, section.title_pinyin) if text]
            if titles:
                good = self._evidence.has_chinese(section.title_zh) and self._evidence.has_chinese(
                    section.title_pinyin
                )
                good = good and self._evidence.has_english(section.title_en, [section.title_zh])
                yield _text(f"s{at}.title", titles[0], good, *titles)
            for number, quote in enumerate(section.quoted, start=1):
                yield CheckedText(f"s{at}.quote{number}", quote.text, "".join(quote.text.split()) in whole)
        for name in (*_SHARED, *_TIMES):
            if text := getattr(digest.report, name):
                yield _text(f"report.{name}", text, self._field(name), text)

    # -- rows

    def _row(self, row: DigestIndicator) -> DigestIndicator:
        changes: dict[str, object] = {}
        source = self._sources.get(row.id)
        good = source is not None and _agree(row, source.mention)
        if row.verdict is Verdict.SUPPORTED and not good:
            changes |= _refuted(row, source)
        elif row.verdict is Verdict.SUPPORTED and source is not None:
            changes |= self._misnamed(row, source)
        if not good and not self._evidence.has_chinese(row.unit):
            changes["unit"] = ""
        if not self._evidence.has_chinese(row.name_zh):
            changes["name_zh"] = ""
        if row.name_en and not self._evidence.has_english(row.name_en, [row.name_zh, row.quote]):
            changes["name_en"] = ""
        if changes.keys() & {"name_zh", "name_en"}:
            self._flag(row.section, row.name_en or row.name_zh, source=row.quote)
        if row.page and not 1 <= row.page <= self._digest.source.pages:
            changes["page"] = None
        if not self._evidence.has_chinese(row.period):
            changes["period"] = ""
            self._flag(row.section, row.period)
        # A key of another release may stand where it is words alone.
        if not _is_key(row.key) and (
            any(map(str.isnumeric, row.key))
            or not self._evidence.has_english(row.key.replace("_", " "), [row.quote])
        ):
            changes["key"] = ""
        return row.model_copy(update=changes) if changes else row

    def _misnamed(self, row: DigestIndicator, source: Indicator) -> dict[str, object]:
        """What is to be changed of a row whose English name is not the one that its engine gave it, as far as the row shows."""
        given = row_of(source).name_en
        if not row.name_en or (row.origin == "offline" and row.name_en == given):
            return {}
        shared = shares_a_word(row.name_en, source, row.quote)
        if row.origin == "offline" and not shared:
            note = f"by rule it is called “{given}”" if given else "no rule gives it an English name"
            reason = Reason.NAME_NOT_FOUND
            message = sentence_for(reason, row.quote, claimed=f"“{row.name_en}”", note=note)
            return {"verdict": Verdict.UNSUPPORTED, "reason": reason, "message": message}
        # Names by rule differ from one release to the next, and a model's words need not be the tables'.
        return {} if shared and row.origin == "model" else {"name_checked": False}

    # -- sections

    def _section(self, at: int, section: DigestSection) -> DigestSection:
        changes: dict[str, object] = {}
        for name in ("title_zh", "title_pinyin"):
            text = getattr(section, name)
            if text and not self._evidence.has_chinese(text):
                changes[name] = ""
                self._flag(at, text)
        if section.title_en and not self._evidence.has_english(section.title_en, [section.title_zh]):
            changes["title_en"] = ""
            self._flag(at, section.title_en, source=section.title_zh)
        if section.note and not self._evidence.has_english(section.note, self._digest.context):
            changes["note"] = ""
        quoted = [quote for quote in section.quoted if self._evidence.has_chinese(quote.text)]
        if len(quoted) < len(section.quoted):
            changes |= {
                "quoted": quoted,
                "not_shown": section.not_shown + len(section.quoted) - len(quoted),
            }
            for quote in section.quoted:
                if quote not in quoted:
                    self._flag(at, quote.text)
        sentences = [self._sentence(sentence, at) for sentence in section.sentences]
        if sentences != section.sentences:
            changes["sentences"] = sentences
        return section.model_copy(update=changes) if changes else section

    def _sentence(self, sentence: DigestSentence, section: int) -> DigestSentence:
        if sentence.verdict is not Verdict.SUPPORTED:
            return sentence
        hidden = unread(sentence.text, self._evidence.words)
        cited = [source for id in sentence.cites if (source := self._sources.get(id)) is not None]
        wrong = [m for m in untold(sentence.text, cited) if not self._evidence.has(m)]
        if not hidden and not wrong:
            return sentence
        self._flag(
            section,
            sentence.text,
            source="；".join(row.quote for row in self._digest.indicators if row.id in sentence.cites),
            # A number that nobody reads may stand anywhere in the sentence.
            wrong=[] if hidden else [(m.span.start, m.span.end) for m in wrong],
        )
        return sentence.model_copy(update={"verdict": Verdict.UNSUPPORTED, "reason": Reason.NUMBER_NOT_FOUND})

    # -- other texts

    def _report(self, report: Report) -> Report:
        changes: dict[str, object] = {}
        for name in (*_SHARED, *_TIMES):
            text, good = getattr(report, name), self._field(name)
            if text and not good:
                changes[name] = ""
                self._flag(0, text)
        return report.model_copy(update=changes) if changes else report

    def _field(self, name: str) -> bool:
        """Whether the evidence bears out what a field of the report's metadata says."""
        text: str = getattr(self._digest.report, name)
        if name in _TIMES or name.endswith("_zh"):
            return self._evidence.has_chinese(text)
        chinese: str = getattr(self._digest.report, f"{name.removesuffix('_en')}_zh")
        return self._evidence.has_english(text, [chinese, *self._digest.context])


def _source(row: DigestIndicator) -> Indicator | None:
    """The figure as the row's own quote has it; None where the quote has none at the row's `text`."""
    read = [mention for mention in mentions_zh(row.quote) if _part_of(mention.text, row.text)]
    if not read:
        return None
    mention = max(read, key=lambda m: (_agree(row, m), len(m.text)))
    span = Span(row.start, row.end)
    category, aspect, period = row.category, row.aspect, row.period
    return Indicator(
        0, mention, row.name_zh, category, aspect, period, span, span, key=row.key if _is_key(row.key) else ""
    )


def _refuted(row: DigestIndicator, source: Indicator | None) -> dict[str, object]:
    """The verdict on a row that does not state the figure of its own text: the one that its report gives it."""
    value = number_of(row.value)
    if source is None or value is None:
        message = f"{_ALONE} It says “{row.text}”."
        return {"verdict": Verdict.UNSUPPORTED, "reason": Reason.NUMBER_NOT_FOUND, "message": message}
    judged = judge(Figure(value, number_of(row.value_max), row.unit, row.qualifier), source.mention)
    verdict, reason = judged.verdict, judged.reason
    if verdict is Verdict.SUPPORTED:
        verdict, reason = Verdict.CONTRADICTED, Reason.UNIT
    message = sentence_for(reason, row.quote, claimed=figure_en(row), note=judged.note)
    return {"verdict": verdict, "reason": reason, "message": message}


def _text(id: str, text: str, good: bool, *parts: str) -> CheckedText:
    """The text with its verdict, none where it is borne out for want of numbers."""
    numbered = any(mentions_zh(part) or mentions_en(part) or _DIGIT.search(part) for part in parts)
    return CheckedText(id, text, good if numbered or not good else None)


def _part_of(shown: str, text: str) -> bool:
    """Whether a figure as a reader sees it is the source's characters without the blanks and page furniture inside them."""
    left = iter("".join(text.split()))
    return all(char in left for char in "".join(shown.split()))


def _agree(row: DigestIndicator, mention: Mention) -> bool:
    """Whether the row states the figure of its own text."""
    return (
        (row.value, row.value_max) == (number_text(mention.value), number_text(mention.value_max))
        # 分别提高11.1、2.3个百分点: the quote of the first ends before the unit of both.
        and mention.unit in {row.unit, ""}
        and row.qualifier is mention.qualifier
    )


def _is_key(key: str) -> bool:
    try:
        taxon(key)
    except KeyError:
        return False
    return True

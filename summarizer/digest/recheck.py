"""A digest held against its report: what the report does not bear out is flagged or left out, whatever the digest says."""

from collections.abc import Mapping, Sequence

from summarizer.digest.account import coverage
from summarizer.digest.characters import as_read
from summarizer.digest.model import Digest, DigestIndicator, DigestSentence, Flagged
from summarizer.digest.rows import candidates_of, check_saved_row
from summarizer.digest.self_check import checked_texts, self_checked
from summarizer.digest.stated import Stated
from summarizer.quantities import Inventory
from summarizer.verify import Reason, SentenceFinding, Verdict, check_sentence

__all__ = ["rechecked"]

_NOWHERE = "No figure of the report stands where the digest says that this one does."
_TEXT = "The report does not bear this out."


def rechecked(digest: Digest, inventory: Inventory) -> Digest:
    """The digest with every row, sentence, name, heading and quotation judged anew by its report, and the account counted anew.

    Verdicts only get worse: what the digest itself flags stays flagged. A digest fresh from its report comes back equal.
    """
    return as_read(digest, lambda read: _rechecked(read, inventory.plain))


def _rechecked(digest: Digest, inventory: Inventory) -> Digest:
    known = self_checked(digest)
    stated = Stated(known, inventory)
    rows = [_row(row, stated, inventory) for row in known.indicators]
    said = {id: check_sentence(claim, inventory) for id, claim in stated.sentences()}
    sections = [
        section.model_copy(update={"sentences": _sentences(section.sentences, f"s{at}", said)})
        for at, section in enumerate(known.sections)
    ]
    overview = _sentences(known.overview, "overview", said)
    checked = _without_texts(
        known.model_copy(update={"indicators": rows, "sections": sections, "overview": overview}), inventory
    )
    standing = [
        row.model_copy(update={"id": f"i{cite}"})
        for row in checked.indicators
        if (cite := stated.cite(row)) is not None
    ]
    return checked.model_copy(update={"coverage": coverage(inventory, standing, checked.flagged)})


def _row(row: DigestIndicator, stated: Stated, inventory: Inventory) -> DigestIndicator:
    if row.verdict is not Verdict.SUPPORTED:
        return row
    if stated.cite(row) is None:
        return row.model_copy(
            update={
                "verdict": Verdict.UNSUPPORTED,
                "reason": Reason.NUMBER_NOT_FOUND,
                "message": _NOWHERE,
                "evidence": [],
            }
        )
    finding = check_saved_row(row, stated.claim(row), inventory)
    if finding.verdict is Verdict.SUPPORTED:
        return row
    return row.model_copy(
        update={
            "verdict": finding.verdict,
            "reason": finding.reason,
            "message": finding.message,
            "candidates": candidates_of(finding),
        }
    )


def _sentences(
    sentences: Sequence[DigestSentence], name: str, said: Mapping[str, SentenceFinding]
) -> list[DigestSentence]:
    found = []
    for place, sentence in enumerate(sentences, start=1):
        finding = said[f"{name}.{place}"]
        if sentence.verdict is Verdict.SUPPORTED and finding.verdict is not Verdict.SUPPORTED:
            sentence = sentence.model_copy(update={"verdict": finding.verdict, "reason": finding.reason})
        found.append(sentence)
    return found


def _without_texts(digest: Digest, inventory: Inventory) -> Digest:
    """The digest without the names, headings, quotations and fields whose numbers the report does not have; each is flagged."""
    wrong = {text.id: text.text for text in checked_texts(digest, inventory) if text.borne_out is False}
    if not wrong:
        return digest
    rows = [
        row.model_copy(update={"name_zh": "", "name_en": ""}) if f"{row.id}.name" in wrong else row
        for row in digest.indicators
    ]
    sections, flags = [], []
    places = {f"{row.id}.name": row.section for row in digest.indicators}
    for at, section in enumerate(digest.sections):
        changes: dict[str, object] = {}
        if f"s{at}.title" in wrong:
            changes |= dict.fromkeys(("title_zh", "title_en", "title_pinyin"), "")
        quoted = [q for n, q in enumerate(section.quoted, start=1) if f"s{at}.quote{n}" not in wrong]
        changes |= {"quoted": quoted, "not_shown": section.not_shown + len(section.quoted) - len(quoted)}
        sections.append(section.model_copy(update=changes))
        places |= {id: at for id in wrong if id.startswith(f"s{at}.")}
    fields = {name: "" for id in wrong if (name := id.removeprefix("report.")) != id}
    for id, text in wrong.items():
        flag = Flagged(
            section=places.get(id, 0),
            text=text,
            verdict=Verdict.UNSUPPORTED,
            reason=Reason.NUMBER_NOT_FOUND,
            message=_TEXT,
            source="",
        )
        flags += [flag] if flag not in digest.flagged else []
    return digest.model_copy(
        update={
            "report": digest.report.model_copy(update=fields),
            "indicators": rows,
            "sections": sections,
            "flagged": [*digest.flagged, *flags],
        }
    )

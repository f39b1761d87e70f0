"""The four things that can be checked: a digest, a text, claims, and sentences in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.cli.claims_in import claim_of_json
from summarizer.cli.inputs import digest_of, document_of, json_lines, open_bytes, report_of
from summarizer.cli.progress import Report
from summarizer.cli.reports import Reports
from summarizer.cli.rows import (
    Row,
    account_row,
    finding_row,
    glance_row,
    missing_row,
    number_finding_row,
    sentence_finding_row,
    text_row,
)
from summarizer.config import Settings
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.claims import Claim
    from summarizer.digest import Digest, Stated
    from summarizer.quantities import Inventory

__all__ = ["Checked", "check_claims", "check_digest", "check_prose", "check_text_file"]


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows to print as JSON Lines, and what a table of them shows: every verdict with whose it is and why."""

    rows: list[Row]
    findings: list[tuple[str, Row]]

    def only_findings(self) -> "Checked":
        """Without what is supported and what has no verdict; figures that are not reported stay."""
        found = [(id, row) for id, row in self.findings if _is_finding(row)]
        rows = [
            row | {"numbers": [n for n in row["numbers"] if _is_finding(n)]} if "verdict" not in row else row
            for row in self.rows
            if "verdict" not in row or _is_finding(row)
        ]
        return Checked(rows, found)

    def verdicts(self) -> list[str]:
        return [finding["verdict"] for _, finding in self.findings if finding["verdict"] is not None]


def _is_finding(row: Row) -> bool:
    return row["verdict"] not in {"supported", None} or "section" in row


def check_digest(data: bytes, path: str, *, source: str, settings: Settings) -> Checked:
    """Every row, sentence, name, heading, quotation and glance line of a saved digest, checked anew against its report.

    Last come the figures of the report that nothing in the digest reports, by section; they have no verdict. Raises SourceMismatch for another report than its own.
    """
    from summarizer.digest import (
        Stated,
        check_saved_row,
        checked_texts,
        figure_en,
        in_plain_characters,
        name_of,
    )
    from summarizer.pipeline import survey
    from summarizer.verify import check_sentence

    digest = digest_of(data, path, as_written=True)
    inventory = survey(report_of(digest, path, source, settings)).plain
    digest = in_plain_characters(digest)
    stated = Stated(digest, inventory)
    rows = []
    for row in digest.indicators:
        finding = check_saved_row(row, stated.claim(row), inventory)
        text = f"{name_of(row)}: {figure_en(row)}"
        rows.append(finding_row(row.id, finding) | {"text": text})
    rows += [
        sentence_finding_row(id, claim.sentence.text, check_sentence(claim, inventory))
        for id, claim in stated.sentences()
    ]
    by_id = {row["id"]: row for row in rows}
    rows += [text_row(text) for text in checked_texts(digest, inventory)]
    rows += [glance_row(number, by_id[id]) for number, id in enumerate(digest.glance, start=1) if id in by_id]
    rows += _account(digest, stated, inventory)
    rows += _missing(digest, inventory)
    return Checked(rows, [(row["id"], row) for row in rows])


def _account(digest: "Digest", stated: "Stated", inventory: "Inventory") -> list[Row]:
    """What the closing account of a digest says otherwise than its rows and its report."""
    from summarizer.digest import coverage, unfitting

    standing = [
        row.model_copy(update={"id": f"i{cite}"})
        for row in digest.indicators
        if (cite := stated.cite(row)) is not None
    ]
    counted = coverage(inventory, standing, digest.flagged)
    return [account_row(*differing) for differing in unfitting(digest.coverage, counted)]


def _missing(digest: "Digest", inventory: "Inventory") -> list[Row]:
    """The figures of the report that no row of the digest stands at, by section."""
    from summarizer.digest import unreported

    told = {(row.start, row.end) for row in digest.indicators}
    missing = [i.span for i in inventory.indicators if (i.span.start, i.span.end) not in told]
    titles = [node.title for node in inventory.outline.walk()]
    return [
        missing_row(number, figure, titles[figure.section])
        for number, figure in enumerate(unreported(inventory, missing), start=1)
    ]


def check_text_file(data: bytes, path: str, *, source: str, settings: Settings) -> Checked:
    """Every number of a text, checked against a report; marks of notes in a Word document are none of its numbers."""
    from summarizer.reading import note_marks

    doc = document_of(data, path, settings, require_chinese=False)
    marks = note_marks(doc)
    rows = _numbers(doc.text, _inventory(source, settings))
    numbers = [row for row in rows if marks.isdisjoint(range(row["start"], row["end"]))]
    return Checked([{"numbers": numbers}], _placed(numbers))


def check_claims(
    path: str, *, source: str | None, reports: str, settings: Settings, report: Report
) -> Checked:
    """Every claim of a JSON Lines file, checked against `source`, or against the report it names in the folder `reports`."""
    from summarizer.verify import check

    lines = list(json_lines(path, settings))
    one = _inventory(source, settings) if source is not None else None
    folder = Reports(reports, settings) if one is None else None
    rows, shown = [], []
    for done, (where, line) in enumerate(lines, start=1):
        inventory = one or _named(folder, line, where)
        claim = claim_of_json(line, where=where)
        finding = check(claim, inventory)
        rows.append(finding_row(_id(line, where), finding))
        shown.append((str(rows[-1]["id"]), rows[-1] | {"text": _stated(claim)}))
        report("checking claims", done, len(lines))
    return Checked(rows, shown)


def check_prose(
    path: str, *, source: str | None, reports: str, settings: Settings, report: Report
) -> Checked:
    """Every number of the sentences in a JSON Lines file, checked against the Chinese text that each has, `source` or the report it names."""
    lines = list(json_lines(path, settings))
    one = _inventory(source, settings) if source is not None else None
    folder = Reports(reports, settings) if reports else None
    rows: list[Row] = []
    for done, (where, line) in enumerate(lines, start=1):
        if isinstance(line.get("zh"), str):
            inventory = _small_inventory(line["zh"], where)
        else:
            inventory = one or _named(folder, line, where)
        rows.append({"id": _id(line, where), "numbers": _numbers(_field(line, "text", where), inventory)})
        report("checking sentences", done, len(lines))
    return Checked(rows, [(str(row["id"]), number) for row in rows for number in row["numbers"]])


def _numbers(text: str, inventory: "Inventory") -> list[Row]:
    from summarizer.verify import check_text

    return [number_finding_row(finding) for finding in check_text(text, inventory)]


def _placed(numbers: Iterable[Row]) -> list[tuple[str, Row]]:
    return [(f"{number['start']}-{number['end']}", number) for number in numbers]


def _inventory(path: str, settings: Settings) -> "Inventory":
    from summarizer.pipeline import survey

    return survey(document_of(open_bytes(path, settings), path, settings, require_chinese=False))


def _small_inventory(text: str, name: str) -> "Inventory":
    """The numbers of a text that is a source by itself: all of it is report, whatever it looks like."""
    from summarizer.pipeline import survey
    from summarizer.reading import Document, Source

    return survey(Document(text, Source(name, "", "text/plain", "utf-8")))


def _named(folder: Reports | None, line: dict[str, Any], where: str) -> "Inventory":
    """The report that a line names."""
    if folder is None:
        hint = "add --source REPORT, or --reports DIR where each line names its own"
        raise InputError("there is no report to check against", where=where, hint=hint)
    return folder.inventory(_field(line, "report", where), where=where)


def _field(line: dict[str, Any], name: str, where: str) -> str:
    value = line.get(name)
    if not isinstance(value, str):
        raise InputError(f"has no {name!r}", where=where)
    return value


def _id(line: dict[str, Any], where: str) -> str | int:
    """The id of a line, its number where it has none."""
    id = line.get("id")
    if id is None:
        return int(where.rpartition(":")[2])
    return id if isinstance(id, str | int) else str(id)


def _stated(claim: "Claim") -> str:
    """What is claimed, on one line."""
    name = claim.name_zh or claim.name_en
    return f"{name}: {claim.figure}" if name else claim.figure

"""One input → its digest, briefings and rows: the work that every backend does in the same way."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summarizer.batch.fingerprint import figure_marks, sentence_sketch
from summarizer.batch.folder import hash_of
from summarizer.batch.layout import Layout
from summarizer.batch.origin import Origin
from summarizer.batch.recipe import Recipe
from summarizer.batch.state import Facts, Made, State
from summarizer.batch.table import rows_arrow
from summarizer.bug_log import write_bug
from summarizer.config import Settings
from summarizer.digest import Digest, undone
from summarizer.errors import InputError, SummarizerError
from summarizer.formats import written
from summarizer.pipeline import digest_report
from summarizer.quarantine import extract_apart
from summarizer.reading import document_from
from summarizer.render import briefing, caveats, csv_rows, digest_json, run_sheet

if TYPE_CHECKING:
    from summarizer.model import Reply
    from summarizer.prompting import Request

__all__ = ["AskFor", "Outputs", "Task", "attempted", "briefs_of", "hashes_of", "outputs_of"]

AskFor = Callable[[int, "Sequence[Request]"], "list[Reply]"]
"""Gives the replies to requests about the input of that number, in their order."""


@dataclass(frozen=True, slots=True)
class Task:
    """One input to be worked on; `sha256` is what its content was when the run found it."""

    number: int
    id: str
    origin: Origin
    name: str
    shown: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outputs:
    """What was made of one input, with the content of its files by their paths in the run's directory."""

    made: Made
    files: Mapping[str, bytes] = field(default_factory=dict)


def attempted(
    task: Task, read: Callable[[], bytes], *, recipe: Recipe, settings: Settings, ask_for: AskFor | None
) -> Outputs:
    """What became of the input whose bytes `read` gives; nothing is written. That it cannot be used, or brings out a bug of ours, is a
    result and no error, and costs no other input.

    Raises ModelError where the model's endpoint failed for the whole run.
    """
    start = time.monotonic()
    try:
        outputs = outputs_of(task, read(), recipe=recipe, settings=settings, ask_for=ask_for)
    except InputError as error:
        error.where = ""
        outputs = _failed(task, str(error))
    except SummarizerError:
        raise
    except Exception as error:  # noqa: BLE001 - told by its kind; its text may be the report's
        log = write_bug(error)
        where = f"; details in {log}" if log else ""
        outputs = _failed(task, f"this is a bug in summarizer ({type(error).__name__}){where}")
    return replace(outputs, made=replace(outputs.made, seconds=time.monotonic() - start))


def _failed(task: Task, why: str) -> Outputs:
    return Outputs(Made(task.number, task.id, State.FAILED, why))


def outputs_of(
    task: Task, data: bytes, *, recipe: Recipe, settings: Settings, ask_for: AskFor | None
) -> Outputs:
    """The digest of the input's bytes and what is printed from it. Raises InputError for what cannot be used."""
    from hashlib import sha256

    if sha256(data).hexdigest() != task.sha256:
        raise InputError("has changed since the run found it", hint="name it again to take up the new text")
    limits = settings.limits()
    found = extract_apart(data, name=task.name, limits=limits, notify=_unsaid)
    doc = document_from(found, data, name=task.name, limits=limits, require_chinese=True)
    writer = None
    if ask_for is not None:
        from summarizer.engines import writer_of
        from summarizer.prompting import Prompts

        def ask_all(requests: "Sequence[Request]") -> "list[Reply]":
            return ask_for(task.number, requests)

        writer = writer_of(
            settings, settings.model_settings(), ask_all=ask_all, prompts=Prompts(recipe.prompts)
        )
    digest = digest_report(doc, writer=writer)
    layout = Layout(task.id)
    files = {layout.digest: digest_json(digest).encode("utf-8"), **briefs_of(digest, task.id, recipe)}
    sheet = run_sheet(digest, id=task.id, path=task.shown)
    missing = undone(digest)
    made = Made(
        task.number,
        task.id,
        State.PARTIAL if missing else State.DONE,
        ", ".join(missing),
        facts_of(digest),
        hashes_of(files),
        csv_rows(sheet).encode("utf-8"),
        rows_arrow(sheet),
        sentence_sketch(doc),
        figure_marks(digest),
    )
    return Outputs(made, files)


def briefs_of(digest: Digest, id: str, recipe: Recipe) -> dict[str, bytes]:
    """The briefings of an input with this digest, by their paths."""
    files = {}
    for form in recipe.page_formats():
        page = written(briefing(digest, recipe.briefing_options(form)), form)
        files[Layout(id).brief(form.value)] = page if isinstance(page, bytes) else page.encode("utf-8")
    return files


def hashes_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """What the run is to know each file by."""
    return {path: hash_of(content) for path, content in files.items()}


def facts_of(digest: Digest) -> Facts:
    """The line that account and index have of a report."""
    report, account = digest.report, digest.coverage
    verdicts = Counter(row.verdict.value for row in digest.indicators)
    verdicts.update(flag.verdict.value for flag in digest.flagged)
    return Facts(
        title_zh=report.title_zh,
        title_en=report.title_en,
        kind=report.kind.value,
        body_zh=report.body_zh,
        body=report.body,
        place=report.place,
        level=report.level.value,
        year=report.year,
        period=report.period,
        date=report.date,
        figures=account.indicators,
        masked=account.masked,
        not_reported=len(account.not_reported),
        verdicts=dict(sorted(verdicts.items())),
        unread_pages=len(digest.source.unread),
        caveats=caveats(digest),
    )


def _unsaid(note: str) -> None:
    """What takes long is not told for each of a thousand files."""

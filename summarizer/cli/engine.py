"""Reports and saved digests → digests, by the engine that the settings name."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli import streams
from summarizer.cli.exit_codes import Ending
from summarizer.cli.inputs import digest_of, document_of, is_json, once_from_stdin, open_bytes
from summarizer.cli.options import Exchanges, event_log
from summarizer.cli.progress import Report, progress
from summarizer.config import Settings
from summarizer.engines import model_door, writer_of
from summarizer.errors import UsageError
from summarizer.schedule import PROMPTS, prompted

if TYPE_CHECKING:
    from summarizer.compare import Comparison
    from summarizer.digest import Digest
    from summarizer.event_log import EventLog
    from summarizer.model import Ask, Meter, ModelSettings, Reply, ReplyCache
    from summarizer.pipeline import ModelWriter
    from summarizer.prompting import Request
    from summarizer.quantities import Inventory
    from summarizer.reading import Document, Source

__all__ = ["comparison_of", "digest_by_engine", "digests_of", "ending_of"]


@dataclass(frozen=True, slots=True)
class _Model:
    """The configured model: the way to it, what has been used, and where replies are kept, if they are."""

    chosen: "ModelSettings"
    ask: "Ask"
    meter: "Meter"
    cache: "ReplyCache | None"


def digests_of(
    paths: Sequence[str], settings: Settings, exchanges: Exchanges, *, quiet: bool, saved: bool
) -> "list[Digest]":
    """The digest of each of the files: a report is digested, and with `saved` a digest is taken as far as it fits its own evidence.

    All files are read before any work is done. Raises InputError for what cannot be used, ModelError where the model's endpoint
    failed for the whole run.
    """
    given = _given(paths, settings, exchanges, quiet=quiet, saved=saved)
    with _written(given, settings, exchanges, quiet=quiet) as (digests, _):
        return digests


def digest_by_engine(
    found: "Inventory", settings: Settings, exchanges: Exchanges, *, quiet: bool
) -> "Digest":
    """The digest of a report whose figures are known already. Raises ModelError where the model's endpoint failed for the whole run."""
    with _written([found], settings, exchanges, quiet=quiet) as (digests, _):
        return digests[0]


def comparison_of(
    paths: Sequence[str], settings: Settings, exchanges: Exchanges, *, quiet: bool
) -> "tuple[Comparison, list[Digest]]":
    """The files side by side, and the digest of each, made as `digests_of` makes them. Raises what that raises."""
    from summarizer.pipeline import compare_reports

    given = _given(paths, settings, exchanges, quiet=quiet, saved=True)
    with _written(given, settings, exchanges, quiet=quiet, compared=True) as (digests, writer):
        return compare_reports(digests, writer=writer), digests


def _given(
    paths: Sequence[str], settings: Settings, exchanges: Exchanges, *, quiet: bool, saved: bool
) -> "list[Digest | Document]":
    once_from_stdin(*paths)
    with progress(quiet=quiet):
        files = [(path, open_bytes(path, settings)) for path in paths]
        return [
            digest_of(data, path) if saved and is_json(data, path) else document_of(data, path, settings)
            for path, data in files
        ]


@contextmanager
def _written(
    given: "Sequence[Digest | Document | Inventory]",
    settings: Settings,
    exchanges: Exchanges,
    *,
    quiet: bool,
    compared: bool = False,
) -> "Iterator[tuple[list[Digest], ModelWriter | None]]":
    """The digests, and the model that wrote them for as long as there is more for it to write; at the end what it cost is said."""
    from summarizer.digest import Digest
    from summarizer.pipeline import digest_report
    from summarizer.quantities import Inventory

    if (exchanges.record or exchanges.replay) and settings.engine != "model":
        option = "--record" if exchanges.record else "--replay"
        raise UsageError(f"{option} needs a model", hint="name one with -m openai:NAME or SUMMARIZER_MODEL")
    asked = settings.engine == "model" and (compared or any(not isinstance(one, Digest) for one in given))
    with _events(exchanges) as events:
        model = _model(settings, exchanges, events, quiet=quiet) if asked else None
        with (
            _accounted(model, quiet=quiet),
            progress(quiet=quiet, lines={prompt.replies for prompt in PROMPTS}) as tell,
        ):
            writer = _writer(settings, model, report=tell) if model else None

            def digest_of_report(report: "Document | Inventory") -> Digest:
                doc = report.doc if isinstance(report, Inventory) else report
                return events.told(doc.source, partial(digest_report, report, writer=writer, progress=tell))

            digests = [one if isinstance(one, Digest) else digest_of_report(one) for one in given]
            events.report = ""
            if not quiet:
                _warn(digests)
            yield digests, writer


def _warn(digests: "Sequence[Digest]") -> None:
    """Say on stderr what a table or JSON cannot say on top: that a text is no work report, or not a whole one."""
    from summarizer.render import caveats

    for digest in digests:
        for caveat in caveats(digest):
            streams.note(f"{digest.source.name}: {caveat}")


class _Events:
    """What is logged, where anything is; `report` is what the log calls the report at work."""

    def __init__(self, log: "EventLog | None") -> None:
        self.log = log
        self.report = ""

    def told(self, source: "Source", made: "Callable[[], Digest]") -> "Digest":
        """The digest that `made` makes of this file, with a line before and one behind."""
        self.report = source.sha256
        if self.log is None:
            return made()
        from summarizer.digest import undone

        self.log("report", report=self.report, state="begun", path=source.name)
        start = time.monotonic()
        digest = made()
        missing = undone(digest)
        flags = sum(row.verdict.value != "supported" for row in digest.indicators) + len(digest.flagged)
        self.log(
            "report",
            report=self.report,
            state="partial" if missing else "done",
            reason=", ".join(missing),
            figures=digest.coverage.indicators,
            flagged=flags,
            seconds=round(time.monotonic() - start, 3),
        )
        return digest


@contextmanager
def _events(exchanges: Exchanges) -> Iterator[_Events]:
    log = event_log(exchanges.log_file, with_text=exchanges.log_text)
    try:
        yield _Events(log)
    finally:
        if log is not None:
            log.close()


def _model(settings: Settings, exchanges: Exchanges, events: _Events, *, quiet: bool) -> _Model:
    """The way to the configured model. Who is asked and what is sent is said on stderr before anything is.

    Raises MissingKey or ConfigError where the model cannot be asked; no connection is made yet.
    """
    from summarizer.model import Meter, ReplyCache, cached, describe, metered, recorded, replayed

    chosen = settings.model_settings()
    meter = Meter()
    if exchanges.replay:
        ask = replayed(Path(exchanges.replay), settings=chosen)
        if not quiet:
            streams.note(f"replaying {chosen.name!r} from {exchanges.replay}; nothing is sent")
        return _Model(chosen, metered(_logged(ask, chosen, events), meter), meter, None)
    ask = model_door(settings)
    cache = None
    if settings.cache == "on":
        cache = ReplyCache(settings.cache_path(), limit_bytes=settings.cache_size)
        ask = cached(ask, cache, settings=chosen, refresh=exchanges.refresh)
    if exchanges.record:
        # Above the cache, so that what is recorded is the whole run.
        ask = recorded(ask, Path(exchanges.record), settings=chosen)
    if not quiet:
        streams.note(describe(chosen))
    return _Model(chosen, metered(_logged(ask, chosen, events), meter), meter, cache)


def _logged(ask: "Ask", chosen: "ModelSettings", events: _Events) -> "Ask":
    if events.log is None:
        return ask
    from summarizer.engines.logged import logged

    return logged(ask, events.log, settings=chosen, report=lambda: events.report)


def _writer(settings: Settings, model: _Model, *, report: Report) -> "ModelWriter":
    """The model as a writer that reports each reply and what the run has used so far."""
    from summarizer.model import Meter, ask_all, usage_so_far

    # The meter of the run is ahead of it by replies that came in but are not reported yet.
    shown = Meter()

    def ask_each(requests: "Sequence[Request]") -> "list[Reply]":
        stage = prompted(requests[0].prompt).replies
        done = 0

        def count(request: "Request", reply: "Reply") -> None:
            nonlocal done
            done += 1
            shown.add(reply.usage)
            report(stage, done, len(requests), usage_so_far(shown.used))

        report(stage, 0, len(requests))
        return ask_all(model.ask, requests, concurrency=settings.concurrency, on_reply=count)

    return writer_of(settings, model.chosen, ask_all=ask_each)


@contextmanager
def _accounted(model: _Model | None, *, quiet: bool) -> Iterator[None]:
    """Says on stderr what the model has cost, also where the run ends before its end."""
    done = False
    try:
        yield
        done = True
    finally:
        if model is not None and not quiet:
            from summarizer.model import usage_line

            used = model.meter.used
            if done or used.requests:
                streams.note(usage_line(used))
            if model.cache is not None and model.cache.complaint:
                streams.note(model.cache.complaint)


def ending_of(digests: "Sequence[Digest]", settings: Settings) -> Ending:
    """How a run ends that gave these digests: flagged rows and sentences are findings, a section or pass left undone is a missing part."""
    from summarizer.digest import undone

    verdicts = {row.verdict.value for digest in digests for row in digest.indicators}
    verdicts |= {flag.verdict.value for digest in digests for flag in digest.flagged}
    partial = any(undone(digest) for digest in digests)
    return Ending(verdicts, settings.fail_on or "never", partial=partial)

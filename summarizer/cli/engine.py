"""Reports and saved digests → digests, by the engine that the settings name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.cli import streams
from summarizer.cli.exit_codes import Ending
from summarizer.cli.inputs import digest_of, document_of, is_json, once_from_stdin, open_bytes
from summarizer.cli.progress import Report, progress
from summarizer.config import Settings
from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from summarizer.digest import Digest
    from summarizer.model import Ask, Reply
    from summarizer.pipeline import ModelWriter
    from summarizer.prompting import Request

__all__ = ["digests_of", "ending_of"]

_UNKNOWN_PROVIDER = "Unsupported provider"
_ASKING = "stretches answered by the model"


def digests_of(paths: Sequence[str], settings: Settings, *, quiet: bool, saved: bool) -> "list[Digest]":
    """The digest of each of the files: a report is digested, and with `saved` a digest is taken as far as it fits its own evidence.

    All files are read before any work is done. Raises InputError for what cannot be used, ModelError where the model's endpoint
    failed for the whole run.
    """
    from summarizer.digest import Digest
    from summarizer.pipeline import digest_report

    once_from_stdin(*paths)
    with progress(quiet=quiet):
        files = [(path, open_bytes(path, settings)) for path in paths]
        given = [
            digest_of(data, path) if saved and is_json(data, path) else document_of(data, path, settings)
            for path, data in files
        ]
    unwritten = any(not isinstance(one, Digest) for one in given)
    ask = _ask(settings, quiet=quiet) if unwritten and settings.engine == "model" else None
    with progress(quiet=quiet, lines=_ASKING) as report:
        writer = _writer(settings, ask, report=report) if ask else None
        digests = [
            one if isinstance(one, Digest) else digest_report(one, writer=writer, progress=report)
            for one in given
        ]
    if ask and not quiet:
        _note_usage([digest for digest, one in zip(digests, given, strict=True) if digest is not one])
    return digests


def _ask(settings: Settings, *, quiet: bool) -> "Ask":
    """The way to the configured model. Who is asked and what is sent is said on stderr before anything is.

    Raises MissingKey or ConfigError where the model cannot be asked; no connection is made yet.
    """
    from summarizer.model import ask_with, describe

    chosen = settings.model_settings()
    try:
        ask = ask_with(chosen)
    except ConfigError as error:
        if _UNKNOWN_PROVIDER not in str(error):
            raise
        # LangChain adds the names of all that it knows.
        raise ConfigError(
            f"there is no provider {chosen.provider!r}",
            where=settings.model,
            hint="such as openai, anthropic or ollama; a server of your own is openai:NAME with --base-url",
        ) from None
    if not quiet:
        streams.note(describe(chosen))
    return ask


def _writer(settings: Settings, ask: "Ask", *, report: Report) -> "ModelWriter":
    """The model as a writer that reports each reply."""
    from summarizer.chunks import token_margin, tokens
    from summarizer.model import ask_all
    from summarizer.pipeline import ModelWriter

    def ask_each(requests: "Sequence[Request]") -> "list[Reply]":
        done = 0

        def count(request: "Request", reply: "Reply") -> None:
            nonlocal done
            done += 1
            report(_ASKING, done, len(requests))

        report(_ASKING, 0, len(requests))
        return ask_all(ask, requests, concurrency=settings.concurrency, on_reply=count)

    # Only OpenAI's own models are known to count in o200k.
    known = settings.model.startswith("openai:") and not settings.base_url
    return ModelWriter(
        model=settings.model,
        ask_all=ask_each,
        budget=settings.token_budget(),
        count=tokens if known else token_margin,
    )


def _note_usage(digests: "Sequence[Digest]") -> None:
    used = [digest.usage for digest in digests]
    requests = sum(usage.requests for usage in used)
    sent, received = sum(usage.input_tokens for usage in used), sum(usage.output_tokens for usage in used)
    streams.note(f"{requests:,} requests, {sent:,} tokens sent, {received:,} received; cost unknown")


def ending_of(digests: "Sequence[Digest]", settings: Settings) -> Ending:
    """How a run ends that gave these digests: flagged rows and sentences are findings, a section left undone is a missing part."""
    undone = {"truncated", "refused", "failed"}
    verdicts = {row.verdict.value for digest in digests for row in digest.indicators}
    verdicts |= {flag.verdict.value for digest in digests for flag in digest.flagged}
    partial = any(section.outcome in undone for digest in digests for section in digest.sections)
    return Ending(verdicts, settings.fail_on or "never", partial=partial)

"""`--dry-run`: the requests that a run would send, counted and priced, without sending any."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.cli.inputs import digest_of, document_of, is_json, once_from_stdin, open_bytes
from summarizer.cli.options import Exchanges
from summarizer.cli.progress import progress
from summarizer.config import Settings
from summarizer.engines import writer_of
from summarizer.schedule import LATER

if TYPE_CHECKING:
    from summarizer.model import ModelSettings, PriceList
    from summarizer.pipeline import ModelWriter
    from summarizer.reading import Document

__all__ = ["plan_of"]

_OFFLINE = "The offline engine writes: nothing is sent.\n"
_MORE = (
    "An answer that cannot be used is asked for again, which comes on top; --max-cost and --max-requests stop a run before they are "
    "passed.\n"
)


def plan_of(paths: Sequence[str], settings: Settings, exchanges: Exchanges, *, quiet: bool) -> str:
    """What a run over these files would ask: requests, tokens and cost at most. No key is needed and nothing is sent."""
    once_from_stdin(*paths)
    with progress(quiet=quiet):
        files = [(path, open_bytes(path, settings)) for path in paths]
        docs = [
            (
                path,
                None if is_json(data, path) and digest_of(data, path) else document_of(data, path, settings),
            )
            for path, data in files
        ]
        if settings.engine != "model":
            return _OFFLINE
        from summarizer.model import PriceList

        chosen = settings.model_settings()
        writer = writer_of(settings, chosen, ask_all=lambda requests: [])
        prices = PriceList(chosen)
        lines = []
        for path, doc in docs:
            if doc is None:
                lines.append(f"{path}: a saved digest, nothing to ask")
            else:
                lines += _lines(path, doc, settings, chosen, writer, prices, refresh=exchanges.refresh)
    return "\n".join(lines) + "\n" + _MORE


def _lines(
    path: str,
    doc: "Document",
    settings: Settings,
    chosen: "ModelSettings",
    writer: "ModelWriter",
    prices: "PriceList",
    *,
    refresh: bool,
) -> list[str]:
    import json

    from summarizer.model import ReplyCache, key_of
    from summarizer.pipeline import later_requests, section_requests

    planned = section_requests(doc, writer)
    cache = ReplyCache(settings.cache_path()) if settings.cache == "on" and not refresh else None
    sent = [r for _, r in planned if cache is None or cache.get(key_of(r, chosen)) is None]
    kept = len(planned) - len(sent)
    tokens = sum(
        writer.count(json.dumps(request.schema)) + sum(writer.count(m.content) for m in request.messages)
        for request in sent
    )
    first = _said(len(sent), tokens, len(sent) * writer.budget.reply, prices)
    lines = [f"{path}: {first} about its stretches{f'; {kept} answered before' if kept else ''}"]
    requests, more = later_requests(planned, writer)
    if requests:
        names = ", ".join(later.name for later in LATER if writer.makes(later.name))
        lines.append(
            f"  then at most {_said(requests, more, requests * writer.budget.reply, prices)} for {names}"
        )
    return lines


def _said(requests: int, tokens: int, reply: int, prices: "PriceList") -> str:
    cost = prices.cost(input_tokens=tokens, output_tokens=reply) if requests else Decimal(0)
    money = "cost unknown" if cost is None else f"at most ${cost:.4f}"
    noun = "request" if requests == 1 else "requests"
    return f"{requests:,} {noun}, {tokens:,} tokens to send, at most {reply:,} to receive, {money}"

"""A request and its reply as they are kept: under which name, and in which form."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, assert_never

from summarizer.model.provider import address_of
from summarizer.model.reply import Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.model.settings import ModelSettings
from summarizer.prompting import Request

__all__ = ["as_kept", "asked", "kept_reply", "key_of", "reply_of"]

_FORM: Final = 1
_COUNTS: Final = ("input_tokens", "output_tokens", "cached_tokens", "requests")


def asked(request: Request, settings: ModelSettings) -> dict[str, Any]:
    """All that a reply can depend on, as JSON: who is asked, how, and what. Holds no key, and no password of an address."""
    return {
        "endpoint": address_of(settings),
        "provider": settings.provider,
        "model": settings.name,
        "temperature": settings.temperature,
        "max_reply_tokens": request.max_reply_tokens,
        "attempt": request.attempt,
        "schema_name": request.schema_name,
        "schema": dict(request.schema),
        "messages": [{"role": message.role, "content": message.content} for message in request.messages],
    }


def key_of(request: Request, settings: ModelSettings) -> str:
    """The name of a request and its reply: the SHA-256 of what was asked, 64 hexadecimal digits."""
    text = json.dumps(asked(request, settings), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def kept_reply(reply: Reply) -> dict[str, Any]:
    """The reply and its usage as JSON."""
    usage = reply.usage
    # A reply that was itself kept goes on with what it had cost when it was asked for.
    tokens = (
        {"input_tokens": usage.kept_input_tokens, "output_tokens": usage.kept_output_tokens}
        if usage.from_cache
        else {name: getattr(usage, name) for name in _COUNTS}
    )
    cost = None if usage.cost_usd is None or usage.from_cache else format(usage.cost_usd, "f")
    kind, words = _parts(reply)
    return {"form": _FORM, "kind": kind, **words, "usage": {**tokens, "cost_usd": cost}}


def reply_of(kept: object) -> Reply:
    """The reply as it first came, its usage with it. Raises ValueError for anything but what `kept_reply` makes."""
    if not isinstance(kept, Mapping) or kept.get("form") != _FORM:
        raise ValueError("no kept reply, or one of another version")
    usage = _usage(kept.get("usage"))
    match kept:
        case {"kind": "complete", "content": str(content)}:
            return Complete(content, usage)
        case {"kind": "truncated", "content": str(content)}:
            return Truncated(content, usage)
        case {"kind": "refused", "why": str(why)}:
            return Refused(why, usage)
        case {"kind": "failed", "why": str(why)}:
            return Failed(why, usage)
        case _:
            raise ValueError("a kept reply of no known kind")


def as_kept(reply: Reply) -> Reply:
    """The reply as one that costs nothing this time: no requests, and its tokens told apart."""
    usage = reply.usage
    kept = Usage(from_cache=1, kept_input_tokens=usage.input_tokens, kept_output_tokens=usage.output_tokens)
    return replace(reply, usage=kept)


def _parts(reply: Reply) -> tuple[str, dict[str, str]]:
    match reply:
        case Complete(content=content):
            return "complete", {"content": content}
        case Truncated(content=content):
            return "truncated", {"content": content}
        case Refused(why=why):
            return "refused", {"why": why}
        case Failed(why=why):
            return "failed", {"why": why}
        case _:
            assert_never(reply)


def _usage(kept: object) -> Usage:
    if not isinstance(kept, Mapping):
        raise ValueError("a kept reply without its usage")
    counts = {name: kept.get(name, 0) for name in _COUNTS}
    if not all(type(count) is int and count >= 0 for count in counts.values()):
        raise ValueError("a kept reply with counts that are none")
    cost = kept.get("cost_usd")
    try:
        cost_usd = None if cost is None else Decimal(str(cost))
    except ArithmeticError as error:
        raise ValueError("a kept reply with a cost that is none") from error
    return Usage(**counts, cost_usd=cost_usd)

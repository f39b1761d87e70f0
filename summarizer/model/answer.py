"""A provider's message → `Reply`."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer.model.reply import Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.model.secrets import masked, without_secrets

__all__ = ["reply_in"]

# Why a reply ended, under the names and in the words of the providers' packages.
_STOP_FIELDS = ("finish_reason", "stop_reason", "done_reason")
_TOO_LONG = {"length", "max_tokens", "max_output_tokens", "model_length"}
_FILTERED = {"content_filter", "safety", "refusal", "prohibited_content", "blocklist", "recitation"}
_LONGEST_REFUSAL = 240


def reply_in(message: Any, *, secrets: Sequence[str] = ()) -> Reply:
    """The reply that LangChain's `message` carries, with the tokens it cost; the request itself is not counted here."""
    usage = _usage(getattr(message, "usage_metadata", None))
    extra: Mapping[str, Any] = getattr(message, "additional_kwargs", None) or {}
    content = masked(_content(message), secrets)
    stops = _stops(getattr(message, "response_metadata", None) or {})
    if refusal := extra.get("refusal"):
        said = " ".join(without_secrets(str(refusal), secrets).split())[:_LONGEST_REFUSAL]
        return Refused(f"the model declined: {said}", usage)
    if stops & _FILTERED:
        return Refused("the provider's content filter stopped the reply", usage)
    if stops & _TOO_LONG:
        return Truncated(content, usage)
    if not content.strip():
        return Failed("the endpoint sent an empty reply", usage)
    return Complete(content, usage)


def _content(message: Any) -> str:
    """The text of a message, or the arguments of the tool call that some providers give a structured reply in."""
    text = str(message.text)
    calls = getattr(message, "tool_calls", None)
    if not text.strip() and calls:
        return json.dumps(calls[0]["args"], ensure_ascii=False)
    return text


def _stops(metadata: Mapping[str, Any]) -> set[str]:
    reasons = [metadata.get(name) for name in _STOP_FIELDS]
    details = metadata.get("incomplete_details")
    if isinstance(details, Mapping):
        reasons.append(details.get("reason"))
    return {str(reason).lower() for reason in reasons if reason}


def _usage(metadata: Mapping[str, Any] | None) -> Usage:
    counts = metadata or {}
    details = counts.get("input_token_details") or {}
    return Usage(
        input_tokens=counts.get("input_tokens") or 0,
        output_tokens=counts.get("output_tokens") or 0,
        cached_tokens=details.get("cache_read") or 0,
    )

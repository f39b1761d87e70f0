"""What a run has used so far."""

import threading

from summarizer.model.reply import Ask, Reply, Usage
from summarizer.prompting import Request

__all__ = ["Meter", "metered", "usage_line", "usage_so_far"]


class Meter:
    """The usage of all replies so far, whichever thread they came in by."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._used = Usage()

    def add(self, usage: Usage) -> None:
        """Counts one more reply."""
        with self._lock:
            self._used += usage

    @property
    def used(self) -> Usage:
        """The sum so far."""
        with self._lock:
            return self._used


def metered(ask: Ask, meter: Meter) -> Ask:
    """`ask`, with the usage of every reply counted by `meter`."""

    def ask_and_count(request: Request) -> Reply:
        reply = ask(request)
        meter.add(reply.usage)
        return reply

    return ask_and_count


def usage_so_far(used: Usage) -> str:
    """Requests, tokens both ways and cost, short enough to stand beside a bar."""
    cost = "cost unknown" if used.cost_usd is None else f"${used.cost_usd:.4f}"
    return f"{used.requests:,} req, {used.input_tokens + used.output_tokens:,} tok, {cost}"


def usage_line(used: Usage) -> str:
    """Requests, tokens and cost in one line: what the provider's cache and ours have saved is told apart."""
    cached = f" ({used.cached_tokens:,} of them cached by the provider)" if used.cached_tokens else ""
    said = [
        f"{used.requests:,} {'request' if used.requests == 1 else 'requests'}",
        f"{used.input_tokens:,} tokens sent{cached}",
        f"{used.output_tokens:,} received",
    ]
    if used.from_cache:
        kept = used.kept_input_tokens + used.kept_output_tokens
        replies = "reply" if used.from_cache == 1 else "replies"
        said.append(f"{used.from_cache:,} {replies} from the cache ({kept:,} tokens not paid for again)")
    cost = "cost unknown" if used.cost_usd is None else f"cost ${used.cost_usd:.4f}"
    return f"{', '.join(said)}; {cost}"

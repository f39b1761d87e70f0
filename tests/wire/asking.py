"""One request to a scripted server, by the client as a run sets it up."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from summarizer.model import ModelSettings, Reply, ask_with
from wire.requests import request
from wire.server import WireServer

__all__ = ["KEY", "Start", "asked", "servers", "settings_for"]

KEY = "sk-test-5ecret5ecret5ecret"
Start = Callable[..., WireServer]
"""Starts a server with a script."""


@contextmanager
def servers() -> Iterator[Start]:
    """A way to start servers, which stop at the end."""
    with ExitStack() as stack:
        yield lambda *script: stack.enter_context(WireServer(*script))


def settings_for(server: WireServer, **changes: object) -> ModelSettings:
    """Those of a model behind this server, with short waits."""
    options = {
        "model": "openai:test-model",
        "base_url": server.url,
        "timeout_s": 5.0,
        "backoff_s": 0.01,
        **changes,
    }
    return ModelSettings(**options)  # type: ignore[arg-type]


def asked(server: WireServer, **changes: object) -> Reply:
    return ask_with(settings_for(server, **changes))(request())

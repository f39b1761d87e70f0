"""The scripted server as a fixture: `wire_server(personality, …)` starts one, and the test's end stops it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from wire.server import Personality, WireServer


@pytest.fixture
def wire_server() -> Iterator[Callable[..., WireServer]]:
    with ExitStack() as stack:

        def start(*script: Personality) -> WireServer:
            return stack.enter_context(WireServer(*script))

        yield start

"""The scripted server as a fixture: `wire_server(personality, …)` starts one, and the test's end stops it."""

from collections.abc import Iterator

import pytest

from wire.asking import Start, servers


@pytest.fixture
def wire_server() -> Iterator[Start]:
    with servers() as start:
        yield start

"""What every test has: an empty home, no keys, no network but loopback."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from law_examples import USUAL

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "examples"

# Laws are about results; how long they take on a busy machine is not.
settings.register_profile(
    "ours", deadline=None, max_examples=USUAL, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("ours"), max_examples=10 * USUAL)
# For planted bugs: that a law is broken is enough, the smallest example of it is not sought. The same examples everywhere, or a
# bug might be caught on one machine only: what Hypothesis takes by itself differs in CI.
settings.register_profile(
    "planted",
    settings.get_profile("ours"),
    phases=[Phase.explicit, Phase.generate],
    database=None,
    derandomize=True,
)
settings.load_profile("ours")

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty home, configuration and cache, and none of the caller's keys or settings."""
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "SUMMARIZER_", "LANGSMITH_", "LANGCHAIN_")):
            monkeypatch.delenv(name)
    if langsmith := sys.modules.get("langsmith.utils"):
        langsmith.get_env_var.cache_clear()  # it keeps what the variables were in the test before
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Any connection that leaves the machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold files beside the repository; the test skips, visibly, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here")
    return SHARED

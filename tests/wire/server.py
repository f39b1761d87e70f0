"""A scripted OpenAI-compatible server on loopback.

    with WireServer(honest()) as server:
        ModelSettings(model="openai:test-model", base_url=server.url)

Its personalities are in `personalities.py`, the faults of endpoints in `faults.py`; a list of them plays a script, its last step
repeated. Every request is recorded in `server.seen`.
"""

import json
import socket
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from wire.answers import (
    Answer,
    Json,
    Personality,
    Seen,
    answer,
    completion,
    cut,
    error,
    reply_text,
)
from wire.figures import Figure, figures_in
from wire.personalities import broken, honest, slow, words_only

__all__ = [
    "Answer",
    "Figure",
    "Personality",
    "Seen",
    "WireServer",
    "answer",
    "broken",
    "completion",
    "cut",
    "error",
    "figures_in",
    "honest",
    "reply_text",
    "slow",
    "words_only",
]


class WireServer:
    """Serves on a free port of loopback between `__enter__` and `__exit__`."""

    def __init__(self, *script: Personality) -> None:
        self.script: Sequence[Personality] = script or (honest(),)
        self.seen: list[Seen] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._http = _Http(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def closing(self) -> bool:
        return self._closing.is_set()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def answer(self, seen: Seen) -> Answer:
        with self._lock:
            step = min(len(self.seen), len(self.script) - 1)
            self.seen.append(seen)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            given = self.script[step](seen)
            if given.delay_s:
                self._closing.wait(given.delay_s)
            return given
        finally:
            with self._lock:
                self._at_once -= 1


class _Http(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up, as the tests of time limits make it do, is no event."""


def _handler(server: WireServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length", "0")))
            headers = {name.lower(): value for name, value in self.headers.items()}
            given = server.answer(Seen(self.path, headers, _object(raw)))
            if given.cut:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            if given.raw is not None:
                self.close_connection = True
                for part in given.raw():
                    if server.closing:
                        return
                    self.wfile.write(part)
                return
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("content-type", given.media_type)
            self.send_header("content-length", str(len(given.body)))
            self.end_headers()
            self.wfile.write(given.body)

        do_GET = do_POST

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the tests read `seen`."""

    return Handler


def _object(raw: bytes) -> Json:
    """The JSON object of a request's body, empty for a body of another kind."""
    try:
        body = json.loads(raw)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}

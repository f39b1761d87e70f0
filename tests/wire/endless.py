"""Endpoints whose answers never end, or are far larger than any reply."""

import gzip
from collections.abc import Callable, Iterator
from time import sleep

from wire.answers import Answer, Personality, completion

__all__ = ["ENDLESS", "OVERSIZED"]

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_TO_THE_END = _HEAD + b"Connection: close\r\n\r\n"
_ERROR = b"HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def _sending(parts: Callable[[], Iterator[bytes]]) -> Personality:
    return lambda seen: Answer(raw=parts)


def _for_ever(first: bytes, then: bytes, pause_s: float = 0.02) -> Personality:
    def parts() -> Iterator[bytes]:
        yield first
        while True:
            yield then
            sleep(pause_s)

    return _sending(parts)


def _headers_for_ever() -> Iterator[bytes]:
    yield _HEAD + b"X-Filler: "
    while True:
        yield b"x"
        sleep(0.02)


def _bomb() -> Answer:
    blanks = gzip.compress(b" " * 1_000_000)
    body = blanks * 200 + gzip.compress(completion("{}").body)
    return Answer(body=body, headers={"Content-Encoding": "gzip"})


ENDLESS: dict[str, Personality] = {
    "blanks before the answer": _for_ever(_TO_THE_END, b" "),
    "blanks within the answer": _for_ever(_TO_THE_END + b'{"id": "1", "choices": [', b" "),
    "blanks in chunks": _for_ever(_CHUNKED, b"1\r\n \r\n"),
    "an error without end": _for_ever(_ERROR, b" "),
    "a header without end": _sending(_headers_for_ever),
    "hints without end": _for_ever(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
}
"""Never silent for long, never done: only a limit of time ends them."""

OVERSIZED: dict[str, Personality] = {
    "a body that pours": _for_ever(_TO_THE_END, b" " * 65_536, 0),
    "chunks that pour": _for_ever(_CHUNKED, b"10000\r\n" + b" " * 65_536 + b"\r\n", 0),
    "an error that pours": _for_ever(_ERROR, b" " * 65_536, 0),
    "nine million characters": lambda seen: completion("x" * 9_000_000),
    "a compressed bomb": lambda seen: _bomb(),
}
"""More than any reply needs: a limit of size ends them."""

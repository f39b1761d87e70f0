"""How much of an endpoint's answer is taken, and for how long: one that goes on for ever fills no memory and holds up no run."""

import contextvars
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, Final, Protocol, TypeVar

__all__ = ["MOST_BYTES", "AnswerTooLong", "body_limit", "finished_within"]

MOST_BYTES: Final = 8_000_000
"""Of one answer's body. Room for 8,000 tokens takes a hundredth of it, a hundred thousand of a model's thoughts a tenth."""


_NONE: Final = {"", "identity"}
_UNPACKED: Final = {"gzip", "x-gzip", "deflate"}
_EITHER: Final = zlib.MAX_WBITS | 32
_PIECE: Final = 65_536

T = TypeVar("T")


class AnswerTooLong(Exception):
    """An answer over a limit. Its words are a clause that may be printed."""


class _Body(Protocol):
    def __iter__(self) -> Iterator[bytes]: ...

    def close(self) -> None: ...


def body_limit(seconds: float) -> Callable[[Any], None]:
    """What puts MOST_BYTES and `seconds` over a response of httpx, or of its successor, whose body is not read yet.

    Over them reading raises AnswerTooLong. Gateways compress though they are asked not to: what they send is unpacked here, piece by piece,
    and what comes out is counted like what comes in. Of a packing that is not known nothing is read; that of a success is AnswerTooLong,
    that of an error has its status all the same.
    """

    def limit_body(response: Any) -> None:
        packing = response.headers.pop("content-encoding", "").strip().lower()
        if packing not in _NONE | _UNPACKED and response.is_success:
            raise AnswerTooLong(
                f"the endpoint's answer is compressed ({packing[:20]}) though it was asked not to be"
            )
        # Responses take no other class of streams than their own library's.
        kind = next(base for base in type(response.stream).__mro__ if base.__name__ == "SyncByteStream")
        limited = type("LimitedBody", (_LimitedBody, kind), {})
        response.stream = limited(response.stream, seconds, packing)

    return limit_body


class _LimitedBody:
    def __init__(self, body: _Body, seconds: float, packing: str) -> None:
        self._body, self._seconds, self._packing = body, seconds, packing

    def __iter__(self) -> Iterator[bytes]:
        end = monotonic() + self._seconds
        parts = self._limited(self._body, end, "answer")
        if self._packing in _NONE:
            yield from parts
        elif self._packing in _UNPACKED:
            yield from self._limited(_unpacked(parts), end, "compressed answer")

    def _limited(self, parts: Iterable[bytes], end: float, what: str) -> Iterator[bytes]:
        taken = 0
        for part in parts:
            taken += len(part)
            if taken > MOST_BYTES:
                raise AnswerTooLong(f"the endpoint's {what} is longer than {MOST_BYTES:,} bytes")
            # Whoever waited may have gone; nothing else ends an answer in single bytes.
            if monotonic() > end:
                raise _unfinished(self._seconds)
            yield part

    def close(self) -> None:
        self._body.close()


def _unpacked(parts: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip or deflate have packed, in pieces of a bounded size whatever comes out; what is broken ends where it breaks."""
    inflate = zlib.decompressobj(_EITHER)
    for part in parts:
        while part:
            try:
                yield inflate.decompress(part, _PIECE)
            except zlib.error:
                return
            part = inflate.unconsumed_tail
            if inflate.eof:
                # A packed file may be followed by another, and is one with it.
                part, inflate = inflate.unused_data, zlib.decompressobj(_EITHER)
    yield inflate.flush()


def _unfinished(seconds: float) -> AnswerTooLong:
    return AnswerTooLong(f"the endpoint's answer was not finished after {seconds:g} s")


def finished_within(seconds: float, call: Callable[[], T]) -> T:
    """What `call` gives or raises. Raises AnswerTooLong where it is not done in time; it is left to itself then.

    The limit of a library holds for each silence, this one for all of them together, whatever the library reads at the time.
    """
    ended: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            ended.put((call(), None))
        except BaseException as error:  # noqa: BLE001 - raised again for who waits
            ended.put((None, error))

    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(run,), daemon=True).start()
    try:
        result, error = ended.get(timeout=seconds)
    except Empty:
        raise _unfinished(seconds) from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # without an error it is what the call gave

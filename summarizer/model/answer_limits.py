"""How much of an endpoint's answer is taken, and for how long: one that goes on for ever fills no memory and holds up no run."""

import contextvars
import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, Final, Protocol, TypeVar

__all__ = ["MOST_BYTES", "AnswerTooLong", "body_limit", "finished_within"]

MOST_BYTES: Final = 8_000_000
"""Of one answer's body. Room for 8,000 tokens takes a hundredth of it, a hundred thousand of a model's thoughts a tenth."""


T = TypeVar("T")


class AnswerTooLong(Exception):
    """An answer over a limit. Its words are a clause that may be printed."""


class _Body(Protocol):
    def __iter__(self) -> Iterator[bytes]: ...

    def close(self) -> None: ...


def body_limit(seconds: float) -> Callable[[Any], None]:
    """What puts MOST_BYTES and `seconds` over a response of httpx, or of its successor, whose body is not read yet.

    Over them reading raises AnswerTooLong. So does a response that is compressed although none was asked for: its bytes say nothing of
    what comes out of them.
    """

    def limit_body(response: Any) -> None:
        encoding = response.headers.get("content-encoding", "identity")
        if encoding.strip().lower() not in {"", "identity"}:
            raise AnswerTooLong("the endpoint's answer is compressed though it was asked not to be")
        # Responses take no other class of streams than their own library's.
        kind = next(base for base in type(response.stream).__mro__ if base.__name__ == "SyncByteStream")
        limited = type("LimitedBody", (_LimitedBody, kind), {})
        response.stream = limited(response.stream, seconds)

    return limit_body


class _LimitedBody:
    def __init__(self, body: _Body, seconds: float) -> None:
        self._body = body
        self._seconds = seconds

    def __iter__(self) -> Iterator[bytes]:
        taken, start = 0, monotonic()
        for part in self._body:
            taken += len(part)
            if taken > MOST_BYTES:
                raise AnswerTooLong(f"the endpoint's answer is longer than {MOST_BYTES:,} bytes")
            # Whoever waited may have gone; nothing else ends an answer in single bytes.
            if monotonic() - start > self._seconds:
                raise _unfinished(self._seconds)
            yield part

    def close(self) -> None:
        self._body.close()


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

"""Several requests at once, their replies in order."""

import queue
import threading
from collections.abc import Callable, Sequence

from summarizer.model.reply import Ask, Reply
from summarizer.prompting import Request

__all__ = ["ask_all"]


def ask_all(
    ask: Ask,
    requests: Sequence[Request],
    *,
    concurrency: int,
    on_reply: Callable[[Request, Reply], None] | None = None,
) -> list[Reply]:
    """One reply for each of `requests`, in their order, however they come in; at most `concurrency` are in flight.

    `on_reply` is called in the caller's thread as each comes in. Raises the first exception that `ask` raised; what was not
    yet asked is then not asked.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for index in range(len(requests)):
        waiting.put(index)
    done: queue.SimpleQueue[tuple[int, Reply | BaseException]] = queue.SimpleQueue()
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            try:
                index = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                done.put((index, ask(requests[index])))
            except BaseException as error:  # noqa: BLE001 - handed to the caller's thread, which raises it
                done.put((index, error))
                return

    # Daemons, so that an interrupted run ends at once instead of waiting for the requests in flight.
    for number in range(min(max(concurrency, 1), len(requests))):
        threading.Thread(target=work, name=f"ask-{number + 1}", daemon=True).start()
    replies: dict[int, Reply] = {}
    try:
        while len(replies) < len(requests):
            index, outcome = done.get()
            if isinstance(outcome, BaseException):
                raise outcome
            replies[index] = outcome
            if on_reply is not None:
                on_reply(requests[index], outcome)
    finally:
        stop.set()
    return [replies[index] for index in range(len(requests))]

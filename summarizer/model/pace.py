"""When the next request may be sent: requests and tokens a minute, and the pauses that the endpoint asks for."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

__all__ = ["Pace", "Slot"]

_WINDOW_S: Final = 60.0
# Requests in flight are counted at their bound and settle lower, so a wait for tokens is looked at again before it is over.
_LOOK_AGAIN_S: Final = 1.0


@dataclass(slots=True)
class Slot:
    """A request that was let through: when, and how many tokens it counts for."""

    at_s: float
    tokens: int


class Pace:
    """The pace of one run, shared by all its threads.

    No minute, wherever it begins, sees more than `rpm` requests or `tpm` tokens; a bucket that refills would let through twice as
    many in its first minute. Within that nothing is held back. A single request of more than `tpm` tokens is let through alone.
    `clock` gives seconds, `sleep` waits for some.
    """

    def __init__(
        self,
        *,
        rpm: int | None,
        tpm: int | None,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._rpm, self._tpm = rpm, tpm
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._slots: list[Slot] = []
        self._closed_until_s = float("-inf")

    def enter(self, tokens: int) -> Slot:
        """Waits until a request of at most `tokens` tokens may be sent."""
        while True:
            with self._lock:
                now = self._clock()
                pause = self._pause(now, tokens)
                if pause <= 0:
                    slot = Slot(now, tokens)
                    if self._rpm is not None or self._tpm is not None:
                        self._slots.append(slot)
                    return slot
            self._sleep(pause)

    def settle(self, slot: Slot, tokens: int) -> None:
        """Puts the tokens that a request has taken in the place of its bound."""
        with self._lock:
            slot.tokens = tokens

    def hold(self, seconds: float) -> None:
        """Lets nothing through for so long: what the endpoint tells one thread holds for all."""
        with self._lock:
            self._closed_until_s = max(self._closed_until_s, self._clock() + seconds)

    def _pause(self, now: float, tokens: int) -> float:
        """Seconds until it is worth looking again, 0 or less where there is room."""
        if self._closed_until_s > now:
            return self._closed_until_s - now
        self._slots = [slot for slot in self._slots if slot.at_s + _WINDOW_S > now]
        pause = 0.0
        if self._rpm is not None and len(self._slots) >= self._rpm:
            pause = self._slots[-self._rpm].at_s + _WINDOW_S - now
        if self._tpm is not None and self._slots:
            over = sum(slot.tokens for slot in self._slots) + tokens - self._tpm
            for slot in self._slots:
                if over <= 0:
                    break
                over -= slot.tokens
                pause = max(pause, min(slot.at_s + _WINDOW_S - now, _LOOK_AGAIN_S))
        return pause

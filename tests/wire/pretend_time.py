"""A clock that moves only when somebody sleeps."""

import threading

__all__ = ["PretendTime"]


class PretendTime:
    """Seconds since its making; `pauses` holds every sleep, in order."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._now = 0.0
        self._lock = threading.Lock()

    def now(self) -> float:
        with self._lock:
            return self._now

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.pauses.append(seconds)
            self._now += seconds

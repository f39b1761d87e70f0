"""How much a run may ask for: requests and dollars, counted before they are spent."""

import threading
from decimal import Decimal
from typing import Protocol

__all__ = ["Allowance", "SpendingLimit"]


class SpendingLimit(Protocol):
    """Whoever is asked before an attempt is sent, and told what it cost; see `Allowance`."""

    @property
    def reached(self) -> str: ...

    def take(self, bound_usd: Decimal, /) -> str: ...

    def settle(self, bound_usd: Decimal, cost_usd: Decimal, /) -> None: ...


class Allowance:
    """The limits of one run, shared by all its threads.

    Each attempt is taken off before it is sent, at the most that it can cost, and settled at what it did cost. An attempt that
    does not fit beside those in flight waits for them: they mostly turn out cheaper than their bound. `sent` and `spent_usd` are what
    earlier parts of the run have used already.
    """

    def __init__(
        self,
        *,
        max_requests: int | None = None,
        max_cost_usd: Decimal | None = None,
        sent: int = 0,
        spent_usd: Decimal = Decimal(0),
    ) -> None:
        self._max_requests = max_requests
        self._max_cost_usd = max_cost_usd
        self._settled = threading.Condition()
        self._sent = sent
        self._in_flight = 0
        self._spent_usd = spent_usd
        self._held_usd = Decimal(0)
        self._reached = ""

    def take(self, bound_usd: Decimal) -> str:
        """Takes one attempt that costs at most `bound_usd`; "" where it may be sent, else the limit that stands in its way."""
        with self._settled:
            while True:
                if self._max_requests is not None and self._sent >= self._max_requests:
                    plural = "" if self._max_requests == 1 else "s"
                    self._reached = f"the limit of {self._max_requests:,} request{plural} is reached"
                    return self._reached
                if (
                    self._max_cost_usd is None
                    or self._spent_usd + self._held_usd + bound_usd <= self._max_cost_usd
                ):
                    break
                if not self._in_flight:
                    self._reached = f"the limit of ${self._max_cost_usd} is reached"
                    return self._reached
                self._settled.wait()
            self._sent += 1
            self._in_flight += 1
            self._held_usd += bound_usd
            return ""

    @property
    def reached(self) -> str:
        """The limit that last stood in the way of an attempt, "" for none so far."""
        return self._reached

    def settle(self, bound_usd: Decimal, cost_usd: Decimal) -> None:
        """Puts what an attempt has cost in the place of its bound."""
        with self._settled:
            self._in_flight -= 1
            self._held_usd -= bound_usd
            self._spent_usd += cost_usd
            self._settled.notify_all()

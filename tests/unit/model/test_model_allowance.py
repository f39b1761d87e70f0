"""Limits of a run: never passed, whatever is in flight."""

import threading
from decimal import Decimal

import pytest

from summarizer.model.allowance import Allowance


@pytest.mark.parametrize(("limit", "says"), [(1, "1 request is"), (2_000, "2,000 requests are")])
def test_requests_are_taken_off_before_they_are_sent(limit: int, says: str) -> None:
    allowance = Allowance(max_requests=limit)
    assert [allowance.take(Decimal(0)) for _ in range(limit)] == [""] * limit
    assert allowance.take(Decimal(0)) == f"the limit of {says.replace('are', 'is')} reached"


def test_what_was_held_for_a_request_and_not_spent_is_there_again() -> None:
    allowance = Allowance(max_cost_usd=Decimal("1.00"))
    assert allowance.take(Decimal("0.90")) == ""
    allowance.settle(Decimal("0.90"), Decimal("0.05"))
    assert allowance.take(Decimal("0.90")) == ""
    allowance.settle(Decimal("0.90"), Decimal("0.90"))
    assert allowance.take(Decimal("0.10")) == "the limit of $1.00 is reached"
    assert allowance.take(Decimal("0.05")) == ""


def test_a_request_that_does_not_fit_beside_those_in_flight_waits_for_them() -> None:
    allowance = Allowance(max_cost_usd=Decimal(1))
    assert allowance.take(Decimal("0.8")) == ""
    said: list[str] = []
    waiting = threading.Thread(target=lambda: said.append(allowance.take(Decimal("0.8"))))
    waiting.start()
    waiting.join(0.05)
    assert said == []
    allowance.settle(Decimal("0.8"), Decimal("0.1"))
    waiting.join(5)
    assert said == [""]


@pytest.mark.parametrize("limits", [{"max_requests": 50}, {"max_cost_usd": Decimal("0.5")}], ids=str)
def test_no_limit_is_passed_by_many_threads(limits: dict[str, int]) -> None:
    allowance = Allowance(**limits)  # type: ignore[arg-type]
    bound, cost = Decimal("0.02"), Decimal("0.01")
    sent: list[Decimal] = []

    def work() -> None:
        while not allowance.take(bound):
            sent.append(cost)
            allowance.settle(bound, cost)

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    # The last 0.02 hold no request of that bound beside one spent cent.
    assert len(sent) == (50 if "max_requests" in limits else 49)

"""When the next request may be sent, by a clock that moves only when somebody sleeps."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire.pretend_time import PretendTime

from summarizer.model.pace import Pace


def _pace(time: PretendTime, *, rpm: int | None = None, tpm: int | None = None) -> Pace:
    return Pace(rpm=rpm, tpm=tpm, clock=time.now, sleep=time.sleep)


def test_without_limits_nothing_waits() -> None:
    time = PretendTime()
    pace = _pace(time)
    for _ in range(1_000):
        pace.enter(1_000_000)
    assert time.pauses == []


def test_requests_of_a_minute_go_at_once_and_the_next_waits_for_the_first() -> None:
    time = PretendTime()
    pace = _pace(time, rpm=3)
    for _ in range(3):
        pace.enter(1)
        time.sleep(2.0)
    pace.enter(1)
    assert time.now() == 60.0


def test_tokens_count_as_their_bound_until_they_are_known() -> None:
    time = PretendTime()
    pace = _pace(time, tpm=10_000)
    slot = pace.enter(9_000)
    pace.settle(slot, 1_000)
    pace.enter(9_000)
    assert time.now() == 0.0
    pace.enter(500)
    assert time.now() == 60.0


def test_a_request_over_the_limit_of_a_minute_goes_alone() -> None:
    time = PretendTime()
    pace = _pace(time, tpm=100)
    pace.enter(5_000)
    pace.enter(5_000)
    assert time.now() == 60.0


def test_a_pause_that_one_was_told_holds_for_all() -> None:
    time = PretendTime()
    pace = _pace(time)
    pace.hold(7.5)
    pace.hold(2.0)
    pace.enter(1)
    assert time.pauses == [7.5]


@given(
    rpm=st.none() | st.integers(1, 5),
    tpm=st.integers(1, 50),
    steps=st.lists(st.tuples(st.integers(0, 30), st.floats(0, 90)), max_size=30),
)
def test_no_minute_sees_more_than_it_may(rpm: int | None, tpm: int, steps: list[tuple[int, float]]) -> None:
    time = PretendTime()
    pace = _pace(time, rpm=rpm, tpm=tpm)
    sent: list[tuple[float, int]] = []
    for tokens, wait in steps:
        time.sleep(wait)
        sent.append((pace.enter(tokens).at_s, tokens))
    for begin, _ in sent:
        minute = [tokens for at, tokens in sent if begin <= at and begin + 60 > at]
        assert rpm is None or len(minute) <= rpm
        assert sum(minute) <= tpm or len([tokens for tokens in minute if tokens]) == 1


@pytest.mark.parametrize("limits", [{"rpm": 4}, {"tpm": 40}], ids=str)
def test_threads_share_the_pace(limits: dict[str, int]) -> None:
    time = PretendTime()
    pace = _pace(time, **limits)
    at: list[float] = []
    threads = [threading.Thread(target=lambda: at.append(pace.enter(10).at_s)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    at.sort()
    assert all(later - sooner >= 60 for sooner, later in zip(at, at[4:], strict=False))

"""How much is done, counted in function calls: the same on a busy machine as on an idle one. Seconds are for bench/."""

import sys
from collections.abc import Callable
from types import FrameType

__all__ = ["calls"]


def calls(work: Callable[[], object]) -> int:
    """The calls of functions, ours and built in, that `work` takes the second time: what is loaded and cached once is not counted."""
    work()
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count

"""How a run ends, as the number a shell sees."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

import typer

from summarizer.config import FailOn
from summarizer.errors import SummarizerError

__all__ = ["Ending", "exit_code"]


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a command that gave its result: the verdicts in it, from which of them on to fail, whether parts are missing."""

    verdicts: Collection[str] = ()
    fail_on: FailOn = "never"
    partial: bool = False


def exit_code(ended: Ending | BaseException) -> int:
    """0 done, 1 findings at or above `fail_on`, 2 usage or settings, 3 input, 4 model, 5 partial, 70 our bug, 130 interrupted.

    Findings go before missing parts: what was asked for with `--fail-on` has happened.
    """
    match ended:
        case Ending():
            order = get_args(FailOn)
            least = order.index(ended.fail_on)
            if least and any(verdict in order[least:] for verdict in ended.verdicts):
                return 1
            return 5 if ended.partial else 0
        case SummarizerError():
            return ended.exit_code
        case typer.TyperException():
            return 2
        case KeyboardInterrupt() | typer.Abort():
            return 130
        case _:
            return 70

"""The table of exit codes."""

from typing import get_args

import pytest
import typer

from summarizer.cli.exit_codes import Ending, exit_code
from summarizer.config import FailOn
from summarizer.errors import (
    AuthFailed,
    ConfigError,
    InputError,
    MissingKey,
    NoReportText,
    SourceMismatch,
    SummarizerError,
    Undecodable,
    Unreachable,
    UsageError,
)
from summarizer.verify import Verdict


@pytest.mark.parametrize(
    ("ended", "code"),
    [
        pytest.param(Ending(), 0, id="done"),
        pytest.param(Ending(["contradicted"]), 0, id="findings, and nobody asked"),
        pytest.param(Ending(["supported"], "imprecise"), 0, id="all supported"),
        pytest.param(Ending(["imprecise"], "imprecise"), 1, id="as bad as the bar"),
        pytest.param(Ending(["ambiguous"], "unsupported"), 0, id="below the bar"),
        pytest.param(Ending(["supported", "contradicted"], "unsupported"), 1, id="worse than the bar"),
        pytest.param(Ending(["unsupported"], "contradicted"), 0, id="below the highest bar"),
        pytest.param(Ending(partial=True), 5, id="partial"),
        pytest.param(
            Ending(["contradicted"], "contradicted", partial=True), 1, id="findings go before partial"
        ),
        pytest.param(UsageError("x"), 2, id="usage"),
        pytest.param(ConfigError("x"), 2, id="config"),
        pytest.param(MissingKey("x"), 2, id="no key"),
        pytest.param(typer.BadParameter("x"), 2, id="bad option"),
        pytest.param(InputError("x"), 3, id="input"),
        pytest.param(Undecodable("x"), 3, id="undecodable"),
        pytest.param(NoReportText("x"), 3, id="no text"),
        pytest.param(SourceMismatch("x"), 3, id="another source"),
        pytest.param(Unreachable("x"), 4, id="unreachable"),
        pytest.param(AuthFailed("x"), 4, id="key refused"),
        pytest.param(SummarizerError("x"), 70, id="an error of no kind is a bug"),
        pytest.param(RuntimeError("x"), 70, id="bug"),
        pytest.param(MemoryError(), 70, id="no memory"),
        pytest.param(KeyboardInterrupt(), 130, id="interrupted"),
    ],
)
def test_exit_codes(ended: Ending | BaseException, code: int) -> None:
    assert exit_code(ended) == code


def test_the_bars_are_the_verdicts_in_their_order() -> None:
    assert get_args(FailOn) == ("never", *[verdict.value for verdict in Verdict][1:])

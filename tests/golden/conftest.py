"""The option that rewrites the stored outputs, and who may use it."""

import os

import pytest

_OPTION = "--update-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(_OPTION, action="store_true", help="rewrite the outputs beside the example reports")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption(_OPTION, default=False) and os.environ.get("CI"):
        raise pytest.UsageError(
            f"{_OPTION} is refused in CI: rewrite by hand, read the difference, commit it"
        )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether to store what comes out instead of comparing it; only `pytest tests/golden --update-golden` asks for it."""
    return bool(request.config.getoption(_OPTION, default=False))

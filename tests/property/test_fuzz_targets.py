"""The targets of `make fuzz` run: on their seeds, and on a few inputs that no fuzzer has guided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples
from targets import SEEDS, TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_read_or_refused(name: str) -> None:
    assert SEEDS[name]
    for seed in SEEDS[name]:
        TARGETS[name](seed)


@pytest.mark.parametrize("name", TARGETS)
@examples(40)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    TARGETS[name](data)

"""How sentences begin."""

from decimal import Decimal

import pytest

from summarizer.offline.openings import opened
from summarizer.quantities import Kind, Mention, Qualifier
from summarizer.reading import Span


def mention(value: str, unit: str = "名", top: str | None = None) -> Mention:
    span = Span(0, 1)
    most = Decimal(top) if top else None
    return Mention(span, span, value, Kind.INDICATOR, Decimal(value), most, unit, Qualifier.EXACT)


TOTAL = "A total of 12 groups were formed."


@pytest.mark.parametrize(
    ("text", "first", "before", "expected"),
    [
        pytest.param("seven groups were formed", mention("7"), "", "Seven groups were formed", id="a word"),
        pytest.param("27 groups were formed", mention("27"), "", "A total of 27 groups were formed", id="digits"),
        pytest.param("27 groups were formed", mention("27"), TOTAL, "Twenty-seven groups were formed", id="not twice running"),
        pytest.param("40 groups were formed", mention("40"), TOTAL, "Forty groups were formed", id="round tens"),
        pytest.param("13 groups were formed", mention("13"), TOTAL, "Thirteen groups were formed", id="teens"),
        pytest.param("270 groups were formed", mention("270"), TOTAL, "A total of 270 groups were formed", id="a hundred and more"),
        pytest.param("27 kilometers were built", mention("27", "公里"), TOTAL, "A total of 27 kilometers were built", id="a measure"),
        pytest.param("27 to 29 groups were formed", mention("27", top="29"), TOTAL, "A total of 27 to 29 groups were formed", id="a range"),
        pytest.param("over 27 groups were formed", mention("27"), TOTAL, "Over 27 groups were formed", id="a qualifier first"),
    ],
)  # fmt: skip
def test_no_sentence_begins_with_digits(text: str, first: Mention, before: str, expected: str) -> None:
    assert opened(text, first, before) == expected

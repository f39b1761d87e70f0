"""One place over the years: changes computed and stated, and what the reports are shown in the order of."""

import pytest
from digest_builder import digest, indicator, report

from summarizer.compare import Change, Comparison, comparison
from summarizer.digest import Digest, DigestIndicator
from summarizer.quantities import Aspect, Qualifier
from summarizer.render import markdown, side_by_side

KEY = "normative_documents_reviewed"


def _year(year: str, *rows: DigestIndicator) -> Digest:
    return digest(rows, meta=report(year=year), source=f"linjiang_{year}.txt")


def _reviewed(value: str, year: str, number: int = 1, **fields: object) -> DigestIndicator:
    row = indicator(
        number, name_zh="审查规范性文件", value=value, unit="件", text=f"{value}件", key=KEY, period=year
    )
    return row.model_copy(update=fields)


def _only_change(result: Comparison) -> Change:
    (row,) = result.rows
    (change,) = row.changes
    return change


def test_a_change_is_computed_with_its_formula() -> None:
    change = _only_change(
        comparison([_year("2022", _reviewed("52", "2022")), _year("2023", _reviewed("64", "2023"))])
    )
    assert (change.earlier, change.later, change.direction, change.stated) == ("A", "B", "up", None)
    assert [(d.kind, d.value, d.formula) for d in change.derived] == [
        ("difference", "12", "64 − 52 = 12"),
        ("percent_change", "23.1", "(64 − 52) ÷ 52 = about 23.1 percent"),
    ]
    assert change.derived[0].cites == ["B:i1", "A:i1"]


def test_a_percentage_changes_by_percentage_points_only() -> None:
    rates = [
        indicator(1, value=value, unit="%", key="suggestions_completion_rate", period=year)
        for value, year in (("94.35", "2022"), ("92", "2023"))
    ]
    change = _only_change(comparison([_year("2022", rates[0]), _year("2023", rates[1])]))
    assert [d.formula for d in change.derived] == ["92 − 94.35 = about −2.4 percentage points"]
    assert change.direction == "down"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        pytest.param(("30", Qualifier.OVER), ("35", Qualifier.EXACT), "unclear", id="over 30 may be 35"),
        pytest.param(("30", Qualifier.OVER), ("90", Qualifier.EXACT), "up", id="over 30 is not 90"),
        pytest.param(("30", Qualifier.OVER), ("30", Qualifier.OVER), "same", id="said the same"),
    ],
)
def test_nothing_is_computed_from_a_hedged_figure(
    before: tuple[str, Qualifier], after: tuple[str, Qualifier], direction: str
) -> None:
    rows = [
        _reviewed(value, year, qualifier=qualifier)
        for (value, qualifier), year in ((before, "2022"), (after, "2023"))
    ]
    change = _only_change(comparison([_year("2022", rows[0]), _year("2023", rows[1])]))
    assert (change.direction, change.derived) == (direction, [])


def _grown(
    number: int, *, name: str = "规范性文件比上年增长", quote_start: int | None = None
) -> DigestIndicator:
    """23.1% behind the figure at 100, as 审查规范性文件64件，比上年增长23.1%."""
    row = indicator(number, name_zh=name, value="23.1", unit="%", text="23.1%", period="2023")
    start = row.quote_start if quote_start is None else quote_start
    return row.model_copy(update={"quote_start": start})


def _with_stated(stated: DigestIndicator, first: str = "52", last: str = "64") -> Comparison:
    return comparison(
        [_year("2022", _reviewed(first, "2022")), _year("2023", _reviewed(last, "2023"), stated)]
    )


def test_the_change_that_a_report_states_goes_before_the_computed_one() -> None:
    result = _with_stated(_grown(2, quote_start=100))
    change = result.rows[0].changes[0]
    assert change.stated is not None and change.stated.figure == "23.1 percent" and not change.falling
    assert change.derived, "the computed one stays in the data"
    text = markdown(side_by_side(result))
    assert "| 52 (2022) | 64 (2023) | up 23.1 percent, as the report states |" in text
    assert [s.text for s in result.summary if "themselves" in s.text] == [
        "The reports themselves state these changes: normative documents filed and reviewed (up 23.1 percent in 2023)."
    ]


def test_a_fall_is_told_as_one() -> None:
    fall = _grown(2, name="审查规范性文件比上年下降", quote_start=100)
    change = _with_stated(fall, "64", "52").rows[0].changes[0]
    assert change.stated is not None and change.falling


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        pytest.param("审查规范性文件比上年下降", "52", "64", id="a fall where the figures rise"),
        pytest.param("审查规范性文件比上年增长", "64", "52", id="a rise where they fall"),
    ],
)
def test_a_change_stated_that_cannot_be_the_one_between_the_figures_is_not_taken_for_it(
    name: str, first: str, last: str
) -> None:
    change = _with_stated(_grown(2, name=name, quote_start=100), first, last).rows[0].changes[0]
    assert change.stated is None and change.derived


@pytest.mark.parametrize("base", ["比2020年", "较五年前", "年均"])
def test_a_change_from_another_year_is_not_the_one_from_the_year_before(base: str) -> None:
    grown = _grown(2, quote_start=100)
    quote = f"审查规范性文件64件，{base}增长{grown.text}"
    start = 100 + quote.index(grown.text)
    other = grown.model_copy(
        update={"quote": quote, "start": start, "end": start + len(grown.text), "quote_end": 100 + len(quote)}
    )
    assert _with_stated(other).rows[0].changes[0].stated is None


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(_grown(2), id="of a figure elsewhere"),
        pytest.param(_grown(2, name="备案规范性文件", quote_start=100), id="no change at all"),
        pytest.param(_grown(2, quote_start=100).model_copy(update={"period": "2022"}), id="of another year"),
        pytest.param(_grown(2, quote_start=100).model_copy(update={"unit": "元"}), id="in another unit"),
        pytest.param(
            _grown(2, quote_start=100).model_copy(update={"aspect": Aspect.PLANNED}), id="a plan"
        ),
    ],
)  # fmt: skip
def test_another_figure_is_not_taken_for_the_change(stated: DigestIndicator) -> None:
    assert _with_stated(stated).rows[0].changes[0].stated is None


def test_a_growth_rate_of_the_same_name_is_the_stated_change() -> None:
    def year(period: str, value: str, *more: DigestIndicator) -> Digest:
        return _year(period, indicator(1, value=value, unit="元", key="gdp", period=period), *more)

    growth = indicator(2, value="6", unit="%", key="gdp_growth", period="2023")
    (row,) = [
        r for r in comparison([year("2022", "100"), year("2023", "108", growth)]).rows if r.key == "gdp"
    ]
    assert row.changes[0].stated is not None and row.changes[0].stated.value == "6"


def test_columns_stand_by_year_whatever_the_order_given() -> None:
    years = [_year(y, _reviewed(v, y)) for y, v in (("2023", "64"), ("2021", "50"), ("2022", "52"))]
    result = comparison(years)
    assert [r.year for r in result.reports] == ["2023", "2021", "2022"], "as given"
    assert [r.year for r in result.ordered] == ["2021", "2022", "2023"]
    assert [(c.earlier, c.later) for c in result.rows[0].changes] == [("B", "C"), ("C", "A")]
    text = markdown(side_by_side(result))
    assert "| Indicator | B · Linjiang 2021 | C · Linjiang 2022 | A · Linjiang 2023 | Change |" in text
    assert (
        "| 50 (2021) | 52 (2022) | 64 (2023) | up 2 (4 percent), derived; up 12 (about 23.1 percent), derived |"
        in text
    )
    assert [s.text for s in result.summary if s.topic == "trend"] == [
        "In legislation, normative documents filed and reviewed rose (50 in 2021, 52 in 2022 and 64 in 2023)."
    ]


def test_what_was_planned_stands_beside_what_was_reported() -> None:
    plan = _reviewed("60", "2023", 2, aspect=Aspect.PLANNED)
    result = comparison(
        [_year("2022", _reviewed("52", "2022"), plan), _year("2023", _reviewed("64", "2023"))]
    )
    (said,) = [s for s in result.summary if s.text.startswith("Plans for 2023")]
    assert said.text == (
        "Plans for 2023 and what came of them: normative documents filed and reviewed (planned 60, reported 64)."
    )
    assert said.cites == ["A:i2", "B:i1"]
    assert all(len({row.aspect}) == 1 for row in result.rows), "and still shares no row with it"

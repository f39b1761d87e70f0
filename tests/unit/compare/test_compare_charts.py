"""Which rows are worth a chart."""

from digest_builder import digest, indicator, report

from summarizer.compare import Comparison, comparison
from summarizer.quantities import Aspect


def _charted(result: Comparison) -> list[str]:
    return [result.rows[at].key for at in result.charts]


def _compared(*places: dict[str, str]) -> Comparison:
    """Places with a figure for each key."""
    names = ("Linjiang", "Haibei", "Shanqian", "Beishan")
    return comparison(
        [
            digest(
                [
                    indicator(
                        n,
                        value=value,
                        key=key.removesuffix("!"),
                        aspect=Aspect.PLANNED if "!" in key else Aspect.REPORTED,
                    )
                    for n, (key, value) in enumerate(rows.items(), start=1)
                ],
                meta=report(place=name),
                source=name,
            )
            for name, rows in zip(names, places, strict=False)
        ]
    )


def test_a_row_is_charted_where_enough_reports_can_be_compared_and_differ() -> None:
    two = {"special_reports_heard": "19", "deputy_groups": "7"}
    assert _charted(_compared(two, {"special_reports_heard": "8", "deputy_groups": "7"})) == [
        "special_reports_heard"
    ]
    assert _charted(_compared(two, {"special_reports_heard": "8"}, {"deputy_groups": "3"})) == [], (
        "a pair of three"
    )
    assert _charted(_compared(*[{"deputy_groups": str(n)} for n in (7, 8, 9)])) == ["deputy_groups"]


def test_results_go_before_plans_and_large_numbers_before_small_ones() -> None:
    a = {"regulations_enacted": "1", "special_reports_heard": "19", "special_inquiries!": "90"}
    b = {"regulations_enacted": "2", "special_reports_heard": "8", "special_inquiries!": "10"}
    assert _charted(_compared(a, b)) == ["special_reports_heard", "regulations_enacted", "special_inquiries"]


def test_no_category_takes_all_the_charts() -> None:
    keys = (
        "special_reports_heard",
        "special_inquiries",
        "inspections",
        "special_investigations",
        "deputy_groups",
    )
    made = _compared(dict.fromkeys(keys, "19"), dict.fromkeys(keys, "8"))
    assert _charted(made) == ["special_reports_heard", "special_investigations", "deputy_groups"]

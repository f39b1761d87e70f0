"""Quotes, names, values and the closing account, each by itself."""

from decimal import Decimal
from fractions import Fraction

import pytest
from verify_reports import Fact, build_report, town_report

from summarizer.quantities import Inventory, Kind, Mention, Qualifier
from summarizer.reading import Span
from summarizer.verify import Reason, Verdict, account, fit
from summarizer.verify.magnitude import Figure, judge, same_family
from summarizer.verify.passage import Passages, squeezed


@pytest.fixture
def town() -> Inventory:
    return town_report()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("听取 审议，报告。", "听取审议报告"),
        ("９４．３５％", "94.35%"),
        ("1,234件", "1234件"),
        ("3、4次", "3、4次"),
        ("2～3次", "2-3次"),
        ("***人次", "***人次"),
        ("“1+9”", "1+9"),
    ],
)
def test_what_squeezing_keeps(text: str, expected: str) -> None:
    squeezed_text, places = squeezed(text)
    assert squeezed_text == expected
    assert len(places) == len(expected)


def test_every_place_of_a_quote_is_found() -> None:
    inventory = build_report(*(Fact("召开会议", "3次", value=Decimal(3), unit="次") for _ in range(2)))
    passages = Passages(inventory.doc)
    assert passages.locate("召开 会议：3次") == [Span(0, 6), Span(7, 13)]
    assert passages.locate("召开会议30次") == []
    assert passages.locate("，。") == []
    nearest = passages.nearest("召开了会议3次")
    assert nearest is not None and nearest.start == 0
    assert passages.nearest("abcdefgh") is None


def test_a_name_fits_its_own_indicator_best(town: Inventory) -> None:
    for indicator in town.indicators[:12]:
        fits = {
            i.id: fit(indicator.name_zh, i, town.doc, others=[o for o in town.indicators if o is not i])
            for i in town.indicators[:12]
        }
        assert max(fits, key=lambda id: fits[id]) == indicator.id
        assert fits[indicator.id] == 1.0
        assert all(0 <= f <= 1 for f in fits.values())


def test_order_width_and_blanks_do_not_matter_to_a_name(town: Inventory) -> None:
    plain = fit("专项工作报告", town.indicators[0], town.doc)
    assert fit(" 专项 工作，报告 ", town.indicators[0], town.doc) == plain > 0.5
    assert fit("", town.indicators[0], town.doc) == 0.0


def _mention(value: Decimal | Fraction | None, unit: str, qualifier: Qualifier = Qualifier.EXACT) -> Mention:
    return Mention(Span(0, 1), Span(0, 1), "?", Kind.INDICATOR, value, unit=unit, qualifier=qualifier)


@pytest.mark.parametrize(
    ("figure", "mention", "verdict", "reason"),
    [
        (Figure(Fraction(3, 4)), _mention(Decimal(75), "%"), Verdict.SUPPORTED, Reason.CONVERTED),
        (Figure(Fraction(3, 4)), _mention(Decimal(80), "件"), Verdict.CONTRADICTED, Reason.VALUE),
        (
            Figure(Decimal(75), unit="%"),
            _mention(Fraction(3, 4), ""),
            Verdict.SUPPORTED,
            Reason.CONVERTED,
        ),
        (Figure(Decimal("0.5")), _mention(Fraction(1, 2), ""), Verdict.SUPPORTED, Reason.EXACT),
        (
            Figure(Decimal("6.67"), unit="公顷"),
            _mention(Decimal(100), "亩"),
            Verdict.SUPPORTED,
            Reason.CONVERTED,
        ),
        (
            Figure(Decimal("6.68"), unit="公顷"),
            _mention(Decimal(100), "亩"),
            Verdict.CONTRADICTED,
            Reason.VALUE,
        ),
        (
            Figure(Decimal(650000000), unit="吨"),
            _mention(Decimal(1300000000000), "斤"),
            Verdict.SUPPORTED,
            Reason.CONVERTED,
        ),
        (Figure(Decimal(100)), _mention(Decimal("99.77"), "%"), Verdict.IMPRECISE, Reason.ROUNDED),
        (Figure(Decimal(0)), _mention(Decimal(0), "件"), Verdict.SUPPORTED, Reason.EXACT),
        (Figure(Decimal(0)), _mention(Decimal(7), "件"), Verdict.CONTRADICTED, Reason.VALUE),
        (Figure(Decimal(5)), _mention(None, "件"), Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND),
    ],
)
def test_values(figure: Figure, mention: Mention, verdict: Verdict, reason: Reason) -> None:
    judged = judge(figure, mention)
    assert (judged.verdict, judged.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("claimed", "source", "same"),
    [
        ("名", "人", True),
        ("件", "条", True),
        ("项", "个", True),
        ("篇", "个", False),
        ("人次", "人", False),
        ("元", "美元", False),
        ("%", "个百分点", False),
        ("次", "件", False),
        (None, "件", True),
        ("", "件", True),
    ],
)
def test_unit_families(claimed: str | None, source: str, same: bool) -> None:
    assert same_family(claimed, source) is same


def test_the_account_of_a_report(town: Inventory) -> None:
    told = account(town, [1, 2, 3, 5], repaired=[2, 3], flagged=[3])
    assert (told.indicators, told.masked, told.reported, told.unreadable) == (13, 1, 3, 0)
    assert (told.supported, told.repaired, told.flagged) == (1, 1, 1)
    assert told.outside == 1
    assert told.by_kind == {"date": 1, "duration": 1, "indicator": 13, "ordinal": 1}
    assert len(told.not_reported) == 13 - 3 - 1


def test_an_unknown_indicator_has_no_account(town: Inventory) -> None:
    with pytest.raises(KeyError):
        account(town, [99])

"""Laws of figures, on whole reports whose every figure is known beforehand: read, bound and judged as the program does it."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st
from invented_reports import TRADITIONAL, Fact, Report, inventory_of, reports, true_claim
from law_examples import examples
from numerals import FULL_WIDTH

from summarizer.quantities import Indicator, Inventory, Kind, Qualifier
from summarizer.verify import Finding, Reason, Verdict, check

_ALIKE = {Qualifier.OVER, Qualifier.AT_LEAST}


def _figures(report: Report, inventory: Inventory) -> list[tuple[Fact, Indicator]]:
    """Each fact and the indicator that stands where it stands."""
    by_number = {indicator.mention.number.start: indicator for indicator in inventory.indicators}
    return [(fact, by_number[place]) for fact, place in zip(report.facts, report.numbers, strict=True)]


def _told(inventory: Inventory) -> list[tuple[object, ...]]:
    """What is known of every number, but for its place; furniture is none of the report's."""
    numbers = [m for m in inventory.mentions if m.kind is not Kind.FURNITURE]
    bound = {i.mention: (i.name_zh, i.aspect, i.period, i.key, i.category) for i in inventory.indicators}
    return [(m.kind, m.value, m.value_max, m.unit, m.qualifier, m.unreadable, bound.get(m)) for m in numbers]


def _assert_evidence(finding: Finding, inventory: Inventory) -> None:
    """Evidence stands in the text, and what decided is one of the figures weighed."""
    assert all(span.end <= len(inventory.doc.text) for span in finding.evidence)
    weighed = {candidate.span for candidate in finding.candidates}
    assert finding.evidence == () or weighed & set(finding.evidence)


# ---- reading and binding


@examples(100)
@given(report=reports())
def test_every_figure_is_read_where_it_stands(report: Report) -> None:
    for fact, indicator in _figures(report, inventory_of(report.text)):
        mention = indicator.mention
        assert report.text[mention.span.start : mention.span.end] == mention.text
        assert mention.span.end >= mention.number.start + len(fact.number) + len(fact.unit), fact
        found = (mention.value, mention.unit, mention.qualifier)
        assert found == (fact.value, fact.unit, fact.qualifier), fact


@examples(100)
@given(report=reports())
def test_every_figure_counts_its_own_thing(report: Report) -> None:
    for fact, indicator in _figures(report, inventory_of(report.text)):
        assert fact.thing in indicator.name_zh
        assert not any(other.thing in indicator.name_zh for other in report.facts if other is not fact)
        assert (indicator.aspect, indicator.period) == (fact.aspect, fact.period), fact
        assert fact.thing in indicator.quote.of(report.text)


@examples(60)
@given(report=reports())
def test_a_report_in_full_width_has_the_same_figures_in_the_same_places(report: Report) -> None:
    wide = report.text.translate(FULL_WIDTH).replace("%", "％")
    narrow, same = inventory_of(report.text), inventory_of(wide)
    assert _told(same) == _told(narrow)
    assert [m.span for m in same.mentions] == [m.span for m in narrow.mentions]
    assert all(wide[m.span.start : m.span.end] == m.text for m in same.mentions)


@examples(60)
@given(report=reports())
def test_a_report_in_traditional_characters_has_the_same_figures_in_the_same_places(report: Report) -> None:
    other = report.text.translate(TRADITIONAL)
    simplified, traditional = inventory_of(report.text), inventory_of(other)
    assert traditional.is_traditional
    assert _told(traditional.plain) == _told(simplified)
    assert [m.span for m in traditional.mentions] == [m.span for m in simplified.mentions]
    assert all(other[m.span.start : m.span.end] == m.text for m in traditional.mentions)
    for fact, indicator in _figures(report, traditional):
        assert indicator.name_zh in other, fact


@examples(100)
@given(
    report=reports(),
    data=st.data(),
    noise=st.sampled_from(["\n", "\r\n", "\n第 3 页 共 9 页\n", "\n- 12 -\n"]),
)
def test_a_wrap_or_a_page_foot_anywhere_in_a_sentence_changes_no_figure(
    report: Report, data: st.DataObject, noise: str
) -> None:
    fact, at = data.draw(st.sampled_from(list(zip(report.facts, report.numbers, strict=True))))
    start = report.text.rindex(fact.clause, 0, at + len(fact.clause))
    # Also inside the number; but the first words of a line may be a heading, and after a stop a paragraph may end.
    place = data.draw(st.integers(start + 1, start + len(fact.clause) - 1))
    broken = report.text[:place] + noise + report.text[place:]
    whole, parted = inventory_of(report.text), inventory_of(broken)
    assert _told(parted) == _told(whole)
    for one, other in zip(whole.indicators, parted.indicators, strict=True):
        shift = len(noise)
        assert other.span.start == one.span.start + shift * (one.span.start >= place)
        assert other.span.end == one.span.end + shift * (one.span.end > place)


# ---- verdicts


@examples(60)
@given(report=reports(), with_cite=st.booleans())
def test_what_the_report_says_is_supported(report: Report, with_cite: bool) -> None:
    inventory = inventory_of(report.text)
    for fact, indicator in _figures(report, inventory):
        finding = check(true_claim(fact, indicator if with_cite else None), inventory)
        assert finding.verdict is Verdict.SUPPORTED, (fact, finding)
        assert indicator.span in finding.evidence
        _assert_evidence(finding, inventory)


@examples(100)
@given(report=reports(), data=st.data())
def test_a_value_that_the_report_does_not_have_is_never_supported(
    report: Report, data: st.DataObject
) -> None:
    inventory = inventory_of(report.text)
    fact, indicator = data.draw(st.sampled_from(_figures(report, inventory)))
    base = fact.value or Decimal(7)
    wrong = data.draw(
        st.sampled_from([base + 1, base * 10, base / 10, base * 10_000, base * 10**8, -base])
        | st.integers(1, 10**9).map(Decimal)
    )
    assume(all(wrong != other.value for other in report.facts))
    cite = data.draw(st.sampled_from([None, indicator.id]))
    finding = check(
        replace(
            true_claim(fact),
            value=wrong,
            cite=cite,
            qualifier=data.draw(st.sampled_from([None, fact.qualifier])),
        ),
        inventory,
    )
    assert finding.verdict is not Verdict.SUPPORTED, (fact, wrong, finding)
    _assert_evidence(finding, inventory)


@examples(100)
@given(report=reports(least=6), data=st.data())
def test_the_value_of_another_figure_is_contradicted(report: Report, data: st.DataObject) -> None:
    inventory = inventory_of(report.text)
    figures = _figures(report, inventory)
    stated = [one for one in figures if one[0].value is not None]
    pairs = [
        (one, other)
        for one in stated
        for other, _ in stated
        if one[0].unit == other.unit and one[0].value != other.value
    ]
    assume(pairs)
    (fact, indicator), other = data.draw(st.sampled_from(pairs))
    cite = data.draw(st.sampled_from([None, indicator.id]))
    finding = check(
        replace(true_claim(fact), value=other.value, qualifier=other.qualifier, cite=cite), inventory
    )
    # A neighbour's figure may be what this one comes to when it is rounded.
    assert finding.verdict in {Verdict.CONTRADICTED, Verdict.IMPRECISE}, finding
    assert finding.reason in {
        Reason.SWAPPED,
        Reason.OTHER_SECTION,
        Reason.VALUE,
        Reason.SCALE,
        Reason.ROUNDED,
    }


@examples(60)
@given(report=reports(least=2), data=st.data())
def test_a_name_that_is_anothers_is_never_supported(report: Report, data: st.DataObject) -> None:
    inventory = inventory_of(report.text)
    (fact, indicator), (other, _) = data.draw(st.permutations(_figures(report, inventory)))[:2]
    # Of two that agree the cited one is passed over for the one that is named.
    assume(fact.value is not None and fact.value != other.value)
    finding = check(replace(true_claim(fact, indicator), name_zh=other.thing), inventory)
    assert finding.verdict is not Verdict.SUPPORTED, finding


@examples(100)
@given(report=reports(), data=st.data())
def test_another_qualifier_is_imprecise(report: Report, data: st.DataObject) -> None:
    inventory = inventory_of(report.text)
    fact, indicator = data.draw(st.sampled_from(_figures(report, inventory)))
    assume(fact.value is not None)
    said = data.draw(
        st.sampled_from(
            [q for q in Qualifier if q not in {Qualifier.MASKED, Qualifier.RANGE, fact.qualifier}]
        )
    )
    finding = check(replace(true_claim(fact, indicator), qualifier=said), inventory)
    if {said, fact.qualifier} == _ALIKE:
        assert finding.verdict is Verdict.SUPPORTED
    else:
        assert finding.verdict is Verdict.IMPRECISE, (fact, said, finding)
        dropped = said is Qualifier.EXACT
        assert finding.reason is (Reason.QUALIFIER_DROPPED if dropped else Reason.QUALIFIER_ADDED)


@examples(60)
@given(report=reports(), data=st.data())
def test_a_figure_of_another_time_or_aspect_is_contradicted(report: Report, data: st.DataObject) -> None:
    inventory = inventory_of(report.text)
    fact, indicator = data.draw(st.sampled_from(_figures(report, inventory)))
    other = next(aspect for aspect in type(fact.aspect) if aspect is not fact.aspect)
    period = check(replace(true_claim(fact, indicator), period="2019"), inventory)
    aspect = check(replace(true_claim(fact, indicator), aspect=other), inventory)
    assert fact.value is None or (period.verdict, period.reason) == (Verdict.CONTRADICTED, Reason.PERIOD)
    assert fact.value is None or (aspect.verdict, aspect.reason) == (Verdict.CONTRADICTED, Reason.ASPECT)


@examples(60)
@given(report=reports(), data=st.data())
def test_a_unit_of_another_kind_is_contradicted(report: Report, data: st.DataObject) -> None:
    inventory = inventory_of(report.text)
    fact, indicator = data.draw(st.sampled_from(_figures(report, inventory)))
    assume(fact.value is not None)
    unit = data.draw(
        st.sampled_from([unit for unit in ("%", "个百分点", "元", "公里", "吨") if unit != fact.unit])
    )
    finding = check(replace(true_claim(fact, indicator), unit=unit), inventory)
    assert finding.verdict is Verdict.CONTRADICTED, finding
    # SWAPPED where a neighbour happens to have the value.
    assert finding.reason in {Reason.UNIT, Reason.PERCENT_ABSOLUTE, Reason.SWAPPED}


# Exactly what one is of the other, by the national standard of units, not by our table.
_SAME = (
    ("亩", "公顷", Decimal(15), 1),
    ("公里", "米", Decimal(1), 1_000),
    ("吨", "公斤", Decimal(1), 1_000),
    ("斤", "吨", Decimal(2_000), 1),
)


@examples(60)
@given(times=st.integers(1, 9_999), units=st.sampled_from(_SAME))
def test_the_same_in_another_unit_is_supported_and_a_bit_more_is_not(
    times: int, units: tuple[str, str, Decimal, int]
) -> None:
    unit, other, one, makes = units
    inventory = inventory_of(
        f"枫桥市政府工作报告\n一、2023年工作回顾\n治理沙化土地总量达到{times * one}{unit}。\n"
    )
    (indicator,) = inventory.indicators
    claim = replace(
        true_claim(
            Fact("沙化土地", "", Decimal(times * makes), other, Qualifier.EXACT, indicator.aspect, "")
        ),
        cite=indicator.id,
    )
    assert indicator.mention.value is not None
    found = check(replace(claim, period=""), inventory)
    assert (found.verdict, found.reason) == (Verdict.SUPPORTED, Reason.CONVERTED)
    wrong = check(replace(claim, period="", value=Decimal(times * makes * 10)), inventory)
    assert wrong.verdict is not Verdict.SUPPORTED

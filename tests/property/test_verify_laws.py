"""Laws of checking, over invented reports of any size."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st
from law_examples import examples
from verify_reports import Fact, build_report

from summarizer.claims import Claim
from summarizer.quantities import Inventory, Kind, Qualifier
from summarizer.verify import Verdict, account, check, check_text

_NAMES = ["听取专项工作报告", "走访困难群众", "审查规范性文件", "培训人大代表", "接待来访群众", "建成联络站", "发布公告", "督办重点建议", "新增就业", "改造老旧小区"]  # fmt: skip
_UNITS = ["件", "次", "名", "项", "%"]
_QUALIFIERS = {Qualifier.EXACT: "{}{}", Qualifier.OVER: "{}余{}", Qualifier.ABOUT: "约{}{}"}


@st.composite
def reports(draw: st.DrawFn) -> Inventory:
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=8, unique=True))
    facts = []
    for at, name in enumerate(names):
        value = Decimal(draw(st.integers(1, 99_999)))
        unit = draw(st.sampled_from(_UNITS))
        qualifier = draw(st.sampled_from(list(_QUALIFIERS)))
        masked = draw(st.integers(0, 9)) == 0
        facts.append(
            Fact(
                name,
                f"***{unit}" if masked else _QUALIFIERS[qualifier].format(value, unit),
                name=name,
                value=None if masked else value,
                unit=unit,
                qualifier=Qualifier.MASKED if masked else qualifier,
                kind=draw(st.sampled_from([Kind.INDICATOR] * 6 + [Kind.DATE, Kind.FURNITURE])),
                stop=draw(st.sampled_from("，。；")),
                section=at // 3,
            )
        )
    return build_report(*facts)


def _true_claims(inventory: Inventory) -> list[Claim]:
    return [
        Claim(
            str(i.id),
            name_zh=i.name_zh,
            value=i.mention.value,
            unit=i.mention.unit,
            qualifier=i.mention.qualifier,
            quote=quote,
            period=i.period,
            aspect=i.aspect,
            cite=cite,
        )
        for i in inventory.indicators
        if not i.mention.masked
        for quote in ("", i.quote.of(inventory.doc.text))
        for cite in (None, i.id)
    ]


@given(reports())
@examples(60)
def test_every_true_claim_is_supported(inventory: Inventory) -> None:
    for claim in _true_claims(inventory):
        found = check(claim, inventory)
        assert found.verdict is Verdict.SUPPORTED, (claim, found)


@given(reports(), st.data())
@examples(150)
def test_a_changed_value_is_never_supported(inventory: Inventory, data: st.DataObject) -> None:
    claims = _true_claims(inventory)
    assume(claims)
    claim = data.draw(st.sampled_from(claims))
    digits = list(str(claim.value))
    place = data.draw(st.integers(0, len(digits) - 1))
    digits[place] = data.draw(st.sampled_from("0123456789"))
    wrong = Decimal("".join(digits))
    assume(all(i.mention.value != wrong for i in inventory.indicators))
    assert check(replace(claim, value=wrong), inventory).verdict is not Verdict.SUPPORTED


@given(reports(), st.data())
@examples(60)
def test_a_masked_figure_is_never_supported_with_a_value(inventory: Inventory, data: st.DataObject) -> None:
    masked = [i for i in inventory.indicators if i.mention.masked]
    assume(masked)
    indicator = data.draw(st.sampled_from(masked))
    value = Decimal(data.draw(st.integers(0, 10**6)))
    cite = data.draw(st.sampled_from([None, indicator.id]))
    claim = Claim("c", name_zh=indicator.name_zh, value=value, unit=indicator.mention.unit, cite=cite)
    assert check(claim, inventory).verdict is not Verdict.SUPPORTED


@given(reports(), st.text(alphabet="听取报告代表次件0123456789余%，。*", max_size=12), st.text(max_size=12))
@examples(60)
def test_a_verdict_is_always_the_same_and_points_into_the_text(
    inventory: Inventory, name: str, quote: str
) -> None:
    claim = Claim("c", name_zh=name, value=Decimal(3), quote=quote)
    found = check(claim, inventory)
    assert found == check(claim, inventory)
    assert all(span.end <= len(inventory.doc.text) for span in found.evidence)
    assert found.message


@given(
    reports(), st.text(alphabet="The committee held 123,.%-–\nhundredtwohalf of 2022 第三次余件", max_size=60)
)
@examples(100)
def test_any_text_can_be_checked(inventory: Inventory, text: str) -> None:
    for found in check_text(text, inventory):
        assert text[found.start : found.end] == found.text


@given(reports(), st.data())
@examples(60)
def test_the_closing_account_adds_up(inventory: Inventory, data: st.DataObject) -> None:
    ids = [i.id for i in inventory.indicators]
    some = st.lists(st.sampled_from(ids), unique=True) if ids else st.just([])
    told, repaired, flagged = data.draw(some), data.draw(some), data.draw(some)
    sums = account(inventory, told, repaired=repaired, flagged=flagged)
    assert sums.numbers == sum(sums.by_kind.values()) == len(inventory.mentions) - sums.outside
    assert sums.indicators == sums.by_kind.get("indicator", 0)
    assert sums.indicators == sums.reported + sums.masked + sums.unreadable + len(sums.not_reported)
    assert sums.reported == sums.supported + sums.repaired + sums.flagged

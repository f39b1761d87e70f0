"""Each true claim beside its corrupted twins, and every reason a claim can be given back with."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from verify_reports import Fact, build_report, town_report

from summarizer.claims import Claim
from summarizer.quantities import Aspect, Inventory, Kind, Qualifier
from summarizer.reading import read
from summarizer.verify import Reason, Verdict, check
from summarizer.verify.source import check as check_source


@pytest.fixture
def town() -> Inventory:
    return town_report()


@dataclass(frozen=True)
class Case:
    name: str
    claim: Claim
    verdict: Verdict
    reason: Reason
    message: str = ""


_HEARD = Claim("c", name_zh="听取专项工作报告", value=Decimal(19), unit="项", qualifier=Qualifier.EXACT)
_VISITS = Claim("c", name_zh="走访困难群众", value=Decimal(30), unit="次", qualifier=Qualifier.OVER)
_RATE = Claim("c", name_zh="代表建议办结率", value=Decimal("94.35"), unit="%")
_GRAIN = Claim("c", name_zh="新增粮食种植面积", value=Decimal(4500), unit="亩")
_OPINIONS = Claim("c", name_zh="征集群众意见", value=Decimal(7434), unit="条")
_DRAFTS = Claim("c", name_zh="审议法规草案", value=Decimal(25), unit="件")
_TRAINED = Claim("c", name_zh="代表参加培训", value=Decimal(2), value_max=Decimal(3), unit="次")

_S, _I, _U, _C = Verdict.SUPPORTED, Verdict.IMPRECISE, Verdict.UNSUPPORTED, Verdict.CONTRADICTED

_CASES = [
    Case("as the source says", _HEARD, _S, Reason.EXACT, "听取专项工作报告19项"),
    Case("words in another order", replace(_HEARD, name_zh="专项工作报告听取"), _S, Reason.EXACT),
    Case("a unit that is not stated", replace(_HEARD, unit=None), _S, Reason.EXACT),
    Case("full-width digits in the quote", replace(_HEARD, quote="听取 专项工作报告，１９项"), _S, Reason.EXACT),
    Case("another value", replace(_HEARD, value=Decimal(17)), _C, Reason.VALUE, "not 17 项"),
    Case("its neighbour's value", replace(_HEARD, value=Decimal(15)), _C, Reason.SWAPPED, "开展满意度测评"),
    Case("its neighbour's value and unit", replace(_HEARD, value=Decimal(15), unit="次"), _C, Reason.SWAPPED),
    Case("a value of another section", replace(_HEARD, value=Decimal(81)), _C, Reason.OTHER_SECTION, "受理信访件"),
    Case("ten times too much", replace(_HEARD, value=Decimal(190)), _C, Reason.SCALE),
    Case("people instead of reports", replace(_HEARD, unit="人次"), _C, Reason.UNIT),
    Case("a share instead of a number", replace(_HEARD, unit="%"), _C, Reason.PERCENT_ABSOLUTE),
    Case("a number instead of a share", replace(_RATE, unit="件"), _C, Reason.PERCENT_ABSOLUTE),
    Case("points instead of percent", replace(_RATE, unit="个百分点"), _C, Reason.PERCENT_ABSOLUTE),
    Case("over as over", _VISITS, _S, Reason.EXACT),
    Case("over as at least", replace(_VISITS, qualifier=Qualifier.AT_LEAST), _S, Reason.EXACT),
    Case("over dropped", replace(_VISITS, qualifier=Qualifier.EXACT), _I, Reason.QUALIFIER_DROPPED),
    Case("over as nearly", replace(_VISITS, qualifier=Qualifier.NEARLY), _I, Reason.QUALIFIER_ADDED),
    Case("over added", replace(_HEARD, qualifier=Qualifier.OVER), _I, Reason.QUALIFIER_ADDED),
    Case(
        "rounded down with the right hedge",
        replace(_OPINIONS, value=Decimal(7400), qualifier=Qualifier.OVER),
        _I,
        Reason.ROUNDED,
        "“more than” is right",
    ),
    Case(
        "rounded down with the wrong hedge",
        replace(_OPINIONS, value=Decimal(7400), qualifier=Qualifier.NEARLY),
        _I,
        Reason.ROUNDED,
        "“nearly” is wrong",
    ),
    Case("rounded and unhedged", replace(_OPINIONS, value=Decimal(7000)), _I, Reason.ROUNDED, "nothing says so"),
    Case("mu as hectares", replace(_GRAIN, value=Decimal(300), unit="公顷"), _S, Reason.CONVERTED),
    Case("mu as too many hectares", replace(_GRAIN, value=Decimal(310), unit="公顷"), _C, Reason.VALUE),
    Case("the value with another unit of area", replace(_GRAIN, unit="公顷"), _C, Reason.UNIT),
    Case("another period", replace(_HEARD, period="2021"), _C, Reason.PERIOD, "for 2022"),
    Case("a longer period", replace(_HEARD, period="2018-2022"), _C, Reason.PERIOD),
    Case("the same period", replace(_HEARD, period="2022"), _S, Reason.EXACT),
    Case("a plan as done", replace(_DRAFTS, aspect=Aspect.REPORTED), _C, Reason.ASPECT),
    Case("a plan as a plan", replace(_DRAFTS, aspect=Aspect.PLANNED), _S, Reason.EXACT),
    Case("a masked figure filled in", Claim("c", "接待来访", value=Decimal(312), unit="人次"), _C, Reason.MASKED_INVENTED),
    Case("a masked figure as masked", Claim("c", "接待来访", qualifier=Qualifier.MASKED), _S, Reason.EXACT),
    Case("a figure as masked", Claim("c", "听取专项工作报告", qualifier=Qualifier.MASKED), _C, Reason.VALUE),
    Case("a range", _TRAINED, _S, Reason.EXACT),
    Case("one end of a range", replace(_TRAINED, value_max=None), _C, Reason.VALUE, "one end"),
    Case("a range for one figure", replace(_HEARD, value_max=Decimal(20)), _C, Reason.VALUE),
    Case("a quote that is not there", replace(_HEARD, quote="审议了专项工作报告19项"), _U, Reason.QUOTE_NOT_FOUND, "听取专项工作报告19项"),
    Case("nothing of the kind", Claim("c", "发射卫星", value=Decimal(3)), _U, Reason.NUMBER_NOT_FOUND),
    Case("a right quote for something else", replace(_HEARD, name_zh="发射卫星", quote="听取专项工作报告19项"), _U, Reason.NUMBER_NOT_FOUND),
    Case("no number", Claim("c", "听取专项工作报告", value_text="many"), _U, Reason.NOT_A_FIGURE, "many"),
    Case("a figure that only a second copy has", Claim("c", "受理信访件", value=Decimal(99), unit="件"), _C, Reason.VALUE),
    Case("the right citation", replace(_HEARD, cite=1), _S, Reason.EXACT),
    Case("a citation without a name", Claim("c", value=Decimal(19), cite=1), _S, Reason.EXACT),
    Case("a citation of a neighbour", replace(_HEARD, value=Decimal(15), unit="次", cite=2), _C, Reason.SWAPPED),
    Case("a citation of nothing", replace(_HEARD, cite=400), _U, Reason.NUMBER_NOT_FOUND),
]  # fmt: skip


@pytest.mark.parametrize("case", _CASES, ids=[c.name for c in _CASES])
def test_claims_and_their_twins(case: Case, town: Inventory) -> None:
    found = check(case.claim, town)
    assert (found.verdict, found.reason) == (case.verdict, case.reason), found.message
    assert case.message in found.message
    assert found.message.endswith(".")


@pytest.mark.parametrize(
    ("second", "verdict", "reason"),
    [(12, Verdict.SUPPORTED, Reason.EXACT), (14, Verdict.AMBIGUOUS, Reason.SEVERAL_CANDIDATES)],
    ids=["agreeing", "disagreeing"],
)
def test_two_figures_that_fit_equally(second: int, verdict: Verdict, reason: Reason) -> None:
    facts = [
        Fact("召开座谈会", f"{n}次", value=Decimal(n), unit="次", section=at)
        for at, n in enumerate((12, second))
    ]
    found = check(Claim("c", name_zh="召开座谈会", value=Decimal(12), unit="次"), build_report(*facts))
    assert (found.verdict, found.reason) == (verdict, reason)
    assert {span.start for span in found.evidence} >= {5, 5 + len("召开座谈会12次。")}


def test_a_wrong_value_for_two_figures_that_disagree_is_contradicted_by_both() -> None:
    facts = [Fact("召开座谈会", f"{n}次", value=Decimal(n), unit="次") for n in (12, 14)]
    found = check(Claim("c", name_zh="召开座谈会", value=Decimal(13), unit="次"), build_report(*facts))
    assert found.verdict is Verdict.CONTRADICTED


def test_a_name_fits_the_rate_and_not_the_count_beside_it() -> None:
    inventory = build_report(
        Fact("代表建议已办结", "434件", value=Decimal(434), unit="件", stop="，"),
        Fact("代表建议办结率", "94.35%", value=Decimal("94.35"), unit="%"),
    )
    swapped = Claim(
        "c",
        name_zh="代表建议办结率",
        value=Decimal(434),
        unit="件",
        quote="代表建议已办结434件，代表建议办结率94.35%",
    )
    assert check(swapped, inventory).reason in {Reason.SWAPPED, Reason.PERCENT_ABSOLUTE, Reason.VALUE}
    assert check(replace(swapped, value=Decimal("94.35"), unit="%"), inventory).verdict is Verdict.SUPPORTED


def test_the_section_decides_between_equal_names() -> None:
    facts = [
        Fact("召开座谈会", f"{n}次", value=Decimal(n), unit="次", section=at) for at, n in enumerate((12, 14))
    ]
    inventory = build_report(*facts)
    second = inventory.outline.children[1].span
    claim = Claim("c", name_zh="召开座谈会", value=Decimal(14), unit="次", within=second)
    assert check(claim, inventory).verdict is Verdict.SUPPORTED


def test_evidence_points_at_the_number_and_the_words(town: Inventory) -> None:
    found = check(_HEARD, town)
    assert [span.of(town.doc.text) for span in found.evidence] == ["19项", "听取专项工作报告19项"]
    assert found.candidates[0].id == 1


def test_repair_is_the_source_s_own_figure(town: Inventory) -> None:
    assert check(replace(_VISITS, qualifier=Qualifier.EXACT), town).repair == "30余次"
    assert check(_VISITS, town).repair == ""


def test_an_unreadable_figure_supports_nothing() -> None:
    inventory = build_report(Fact("拨付资金", "9" * 50 + "元", unit="元", unreadable=True))
    found = check(Claim("c", name_zh="拨付资金", value=Decimal(9), unit="元"), inventory)
    assert (found.verdict, found.reason) == (Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND)


def test_an_empty_report_has_no_evidence() -> None:
    found = check(_HEARD, build_report(Fact("本报告", "2022年", kind=Kind.DATE, value=Decimal(2022))))
    assert found.reason is Reason.NUMBER_NOT_FOUND


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("4", "%", "; 4场 belongs to “举办普法讲座”."),
        ("4", "场", "; 4 场 belongs to “举办普法讲座” (4场)."),
        ("4", None, "; 4 belongs to “举办普法讲座” (4场)."),
        ("95", "次", None),
    ],
)
def test_what_belongs_to_another_figure_has_that_ones_unit(
    value: str, unit: str | None, said: str | None
) -> None:
    report = read("一、主要工作\n举办普法讲座4场，群众知晓率达95%。".encode(), name="r.txt")
    found = check_source(Claim("c", name_zh="群众知晓率", value=Decimal(value), unit=unit), report)
    assert found.verdict is not Verdict.SUPPORTED
    if said is None:
        assert "belongs to" not in found.message
    else:
        assert found.message.endswith(said)

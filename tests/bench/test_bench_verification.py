"""The benchmark of verification counts as the scorer of the annotated claims does, and gives public verifiers a fair chance."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from statements import annotated, generated, spellings, statement
from verification import Rates, measured, ours, rates
from verifiers import passes, rapidfuzz

from summarizer import Claim, Verdict, check
from summarizer.pipeline import survey


def scored(claims: Path, passed: list[bool], ids: list[str], folder: Path, scorer: Path) -> Rates:
    verdicts = folder / "verdicts.jsonl"
    lines = [
        json.dumps({"id": id, "verdict": "supported" if ok else "contradicted"})
        for id, ok in zip(ids, passed, strict=True)
    ]
    verdicts.write_text("\n".join(lines), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(scorer), "claims", str(claims), str(verdicts)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    score = json.loads(run.stdout.splitlines()[-1])
    return Rates(score["caught"], score["told_apart"], score["false_alarms"])


@pytest.mark.shared
@pytest.mark.parametrize("verifier", ["ours", "accepts all", "accepts none", "every third"])
def test_the_rates_are_those_of_the_shared_scorer(shared: Path, tmp_path: Path, verifier: str) -> None:
    claims = shared / "gold" / "claims.jsonl"
    said, docs = annotated(claims, shared / "reports")
    if verifier == "ours":
        found = {name: survey(doc) for name, doc in docs.items()}
        passed = [check(one.claim, found[one.row["report"]]).verdict is Verdict.SUPPORTED for one in said]
    else:
        passed = [
            verifier == "accepts all" or (verifier == "every third" and not at % 3) for at in range(len(said))
        ]
    here = rates([one.row for one in said], passed)
    ids = [one.row["id"] for one in said]
    assert here == scored(claims, passed, ids, tmp_path, shared / "gold" / "score.py")


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        (Claim(value=19, unit="项"), {"19项", "十九项"}),
        (Claim(value=2, unit="部"), {"2部", "二部", "两部"}),
        (Claim(value=12340, unit="元"), {"12340元", "12,340元", "1.234万元"}),
        (Claim(value=120000000, unit="元"), {"1.2亿元", "12000万元"}),
        (Claim(value=67, unit="%"), {"67%", "百分之六十七"}),
        (Claim(value=30, unit="次", qualifier="over"), {"30余次", "30多次", "超过30次", "三十余次"}),
        (Claim(value=2, value_max=3, unit="次", qualifier="range"), {"2-3次", "2～3次", "两至三次"}),
        (Claim(value="2/3"), {"3分之2"}),
    ],
)
def test_a_value_is_spelled_as_reports_spell_it(claim: Claim, written: set[str]) -> None:
    assert written <= set(spellings(claim))


def test_an_exact_claim_is_not_spelled_with_a_qualifier() -> None:
    assert not any("余" in text for text in spellings(Claim(value=30, unit="次", qualifier="exact")))


SOURCE = "听取专项工作报告19项，走访30余次。开展检查5次。"


@pytest.mark.parametrize(
    ("row", "ok"),
    [
        ({"name_zh": "听取报告", "quote": "听取专项工作报告19项", "value": "19", "unit": "项"}, True),
        ({"name_zh": "听取报告", "quote": "听取专项工作报告 19 项", "value": "19", "unit": "项"}, True),
        ({"name_zh": "听取报告", "quote": "听取专项工作报告19项", "value": "9", "unit": "项"}, False),
        ({"name_zh": "听取报告", "quote": "听取重点工作报告19项", "value": "19", "unit": "项"}, False),
        ({"name_zh": "走访", "value": "30", "unit": "次", "qualifier": "over"}, True),
        ({"name_zh": "走访", "value": "30", "unit": "次", "qualifier": "exact"}, False),
        ({"name_zh": "开展检查", "value": "5", "unit": "次"}, True),
        ({"name_zh": "开展检查", "value": "19", "unit": "项"}, False),
    ],
)
def test_a_public_verifier_passes_what_stands_in_the_place_it_finds(row: dict[str, str], ok: bool) -> None:
    assert passes(rapidfuzz(), statement(row), SOURCE) is ok


def test_made_claims_of_the_examples_are_measured() -> None:
    said, docs = generated()
    assert {one.row["corruption"] for one in said} == {None, "off_by_one", "scale", "neighbour_swap"}
    result = measured("ours", said[::7], ours(docs), runs=1)
    assert result.rates.caught > 0.9
    assert result.mean_ms > 0
    assert result.slow_ms > 0

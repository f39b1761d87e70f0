"""Repairs: what a rule puts right or proposes stands beside what was written, is counted, and shows in the briefing."""

import json
from typing import Any

import pytest
from digest_builder import briefing_md

from summarizer.digest import Digest
from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report
from summarizer.prompting import Request
from summarizer.reading import read

DOC = read(
    """临江市人民代表大会常务委员会工作报告
各位代表：
一、2022年主要工作
完成投资23.8亿元，出口商品1.5亿美元，开展调研30余次，整改率94.4%。
""".encode(),
    name="r.txt",
)
INVESTED, EXPORTED, RESEARCHED = "e1", "e2", "e3"


def _row(cite: str, name_zh: str, value: str, qualifier: str = "exact") -> dict[str, Any]:
    return {"cite": cite, "value": value, "qualifier": qualifier, "name_zh": name_zh, "name_en": ""}


def _made(*rows: dict[str, Any], sentences: tuple[tuple[str, str], ...] = ()) -> Digest:
    told = [{"text": text, "cites": [cite]} for text, cite in sentences]
    content = json.dumps({"rows": list(rows), "sentences": told})

    def reply(_: Request) -> Reply:
        return Complete(content, Usage(1, 1, 0, 1))

    return digest_report(
        DOC,
        writer=ModelWriter(model="m", ask_all=lambda asked: [reply(r) for r in asked], passes=frozenset()),
    )


def test_a_lost_qualifier_of_a_row_is_put_back_beside_what_was_written() -> None:
    digest = _made(_row(RESEARCHED, "开展调研", "30"))
    (row,) = [row for row in digest.indicators if row.text == "30余次"]
    assert (row.before, row.qualifier.value) == ("30 次 [QUALIFIER_DROPPED]", "over")
    assert digest.coverage.repaired == 1
    text = briefing_md(digest)
    assert "written [!QUALIFIER_DROPPED] 30 次; printed over 30" in text
    assert "1 repaired" in text


def test_a_lost_qualifier_of_a_sentence_is_put_back_beside_what_was_written() -> None:
    digest = _made(sentences=(("It conducted 30 research projects.", RESEARCHED),))
    (repaired,) = digest.repaired
    assert (repaired.text, repaired.reason.value) == (
        "It conducted 30 research projects.",
        "QUALIFIER_DROPPED",
    )
    assert "ver 30" in repaired.instead
    text = briefing_md(digest)
    assert f"In its place: {repaired.instead}" in text
    assert "1 sentence of the model was imprecise and put right." in text


def test_a_slip_of_scale_in_a_row_has_the_source_s_figure_proposed_and_stays_flagged() -> None:
    digest = _made(_row(INVESTED, "完成投资", "238000000"))
    (row,) = [row for row in digest.indicators if row.text == "23.8亿元"]
    assert (row.value, row.verdict.value, row.reason.value) == ("238000000", "contradicted", "SCALE")
    assert row.repair == "23.8亿元"
    (flag,) = digest.flagged
    assert (flag.repair, digest.coverage.proposed, digest.coverage.flagged) == ("23.8亿元", 1, 1)
    assert "  - Proposed repair: “23.8亿元”" in briefing_md(digest)
    assert "1 flag has a repair proposed, not made." in briefing_md(digest)


@pytest.mark.parametrize(
    ("text", "cite", "reason", "repair"),
    [
        pytest.param("Investment reached 238 million yuan.", INVESTED, "SCALE", "23.8亿元", id="scale"),
        pytest.param("Exports reached 150 million yuan.", EXPORTED, "UNIT", "1.5亿美元", id="unit"),
    ],
)
def test_a_slip_of_a_sentence_has_the_source_s_figure_proposed(
    text: str, cite: str, reason: str, repair: str
) -> None:
    digest = _made(sentences=((text, cite),))
    (flag,) = digest.flagged
    assert (flag.text, flag.reason.value, flag.repair) == (text, reason, repair)
    assert digest.coverage.proposed == 1
    assert f"  - Proposed repair: “{repair}”" in briefing_md(digest)


def test_another_value_is_no_slip_and_has_no_repair_proposed() -> None:
    digest = _made(_row(INVESTED, "完成投资", "2390000000"))
    (flag,) = digest.flagged
    assert (flag.reason.value, flag.repair, digest.coverage.proposed) == ("VALUE", "", 0)
    assert "Proposed repair" not in briefing_md(digest)


def test_a_declining_model_s_number_is_told_in_the_closing_account_only() -> None:
    from summarizer.model import Refused

    said = "the model declined: 8819 reports were heard"
    writer = ModelWriter(model="m", ask_all=lambda asked: [Refused(said, Usage()) for _ in asked])
    above, account = briefing_md(digest_report(DOC, writer=writer)).split("## Closing account")
    assert "declined to write about this section" in above
    assert "8819" not in above
    assert "8819" in account

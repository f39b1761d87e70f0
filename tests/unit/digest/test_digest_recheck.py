"""A digest held against its report: verdicts only get worse, and only where the report says so."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from guarantee import INVENTORY, true_digest
from wire.personalities import Careless, broken, honest
from wire.runs import example, local

from summarizer.digest import Digest, rechecked
from summarizer.pipeline import digest_report, survey
from summarizer.render import digest_from_json, digest_json
from summarizer.verify import Reason, Verdict

Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> Digest:
    whole = json.loads(digest_json(true_digest()))
    change(whole)
    return rechecked(digest_from_json(json.dumps(whole)), INVENTORY)


def test_a_digest_fresh_from_its_report_comes_back_equal() -> None:
    assert rechecked(true_digest(), INVENTORY) == true_digest()


@pytest.mark.parametrize(
    "personality", [honest(), Careless(), broken()], ids=["honest", "careless", "broken"]
)
def test_so_does_one_that_a_model_wrote(personality: Any) -> None:
    doc = example("yunqiao_congress_2023")
    digest = digest_report(doc, writer=local(personality))
    assert rechecked(digest, survey(doc)) == digest


def test_a_forgery_whose_fields_agree_is_found() -> None:
    def forge(whole: dict[str, Any]) -> None:
        row = whole["indicators"][0]
        row |= {"value": "91", "text": "91项", "quote": row["quote"].replace("19", "91")}

    row = changed(forge).indicators[0]
    assert (row.verdict, row.reason) == (Verdict.UNSUPPORTED, Reason.NUMBER_NOT_FOUND)


def test_a_swapped_name_is_found() -> None:
    def swap(whole: dict[str, Any]) -> None:
        whole["indicators"][0] |= {"name_zh": "开展执法检查", "name_en": "", "origin": "model"}

    assert changed(swap).indicators[0].verdict is Verdict.CONTRADICTED


def test_a_sentence_that_cites_another_figure_is_found() -> None:
    def recite(whole: dict[str, Any]) -> None:
        section = next(s for s in whole["sections"] if s["sentences"])
        section["sentences"][0]["cites"] = ["i2"]

    digest = changed(recite)
    section = next(s for s in digest.sections if s.sentences)
    assert section.sentences[0].verdict is not Verdict.SUPPORTED


def test_a_heading_and_a_quotation_that_the_report_does_not_have_are_left_out_and_flagged() -> None:
    def forge(whole: dict[str, Any]) -> None:
        section = next(s for s in whole["sections"] if s["quoted"])
        section["title_zh"], section["title_en"] = "三、2023年主要任务", ""
        section["quoted"][0]["text"] = "计划听取审议专项工作报告19项。"

    digest = changed(forge)
    section = digest.sections[-1]
    assert (section.quoted, section.not_shown) == ([], 1)
    assert "计划听取审议专项工作报告19项。" in {flag.text for flag in digest.flagged}


def test_the_account_is_counted_anew() -> None:
    def drop(whole: dict[str, Any]) -> None:
        gone = whole["indicators"].pop()
        for section in whole["sections"]:
            section["sentences"] = [s for s in section["sentences"] if gone["id"] not in s["cites"]]
        whole["glance"] = [id for id in whole["glance"] if id != gone["id"]]

    before, after = true_digest().coverage, changed(drop).coverage
    assert (after.reported, len(after.not_reported)) == (before.reported - 1, 1)


def test_what_the_digest_flags_itself_stays_flagged() -> None:
    def flag(whole: dict[str, Any]) -> None:
        whole["indicators"][0] |= {"verdict": "ambiguous", "reason": "SEVERAL_CANDIDATES"}

    assert changed(flag).indicators[0].verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize("place", [(-9, -3), (10**6, 10**6 + 5), (50, 10)])
def test_a_section_that_lies_nowhere_is_no_error(place: tuple[int, int]) -> None:
    def move(whole: dict[str, Any]) -> None:
        for section in whole["sections"]:
            section |= {"start": place[0], "end": place[1]}

    assert [row.verdict for row in changed(move).indicators] == [
        row.verdict for row in true_digest().indicators
    ]

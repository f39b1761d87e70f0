"""From drafts to digest: what stands, what is put right, what is flagged, what the offline engine fills in."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from summarizer.digest import Digest
from summarizer.model import Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.pipeline import ModelWriter, digest_report, survey
from summarizer.prompting import Request
from summarizer.reading import Document, read

REPORT = """云桥市人民代表大会常务委员会工作报告
——2024年1月10日在云桥市第八届人民代表大会第三次会议上
各位代表：
一、2023年主要工作
（一）加强监督工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。
（二）做好代表工作
共收到代表建议120件，已办结114件，办结率95%。组织代表培训***人次。
二、2024年主要任务
计划听取审议专项工作报告15项。
"""


def document(text: str = REPORT) -> Document:
    return read(text.encode(), name="r.txt")


Edit = Callable[[dict[str, Any]], None]


def replying(
    edit: Edit = lambda row: None, sentences: Sequence[tuple[str, Sequence[int]]] = ()
) -> ModelWriter:
    """A model that copies the source's figures, each row passed through `edit`, and says `sentences` (text, places of figures)."""
    inventory = survey(document())

    def reply(request: Request) -> Reply:
        rows = []
        marker_of = {id: marker for marker, id in request.markers.items()}
        for marker, id in request.markers.items():
            mention = inventory.indicator(id).mention
            value = None if mention.value is None else f"{mention.value}"
            row = {
                "cite": f"{request.letter}{marker}",
                "value": value,
                "qualifier": mention.qualifier.value,
                "name_zh": inventory.indicator(id).name_zh,
                "name_en": "",
            }
            edit(row)
            rows.append(row)
        told = [
            {"text": text, "cites": [f"{request.letter}{marker_of[id]}" for id in ids]}
            for text, ids in sentences
            if all(id in marker_of for id in ids)
        ]
        return Complete(json.dumps({"rows": rows, "sentences": told}), Usage(10, 5, 0, 1))

    return ModelWriter(model="openai:test", ask_all=lambda requests: [reply(r) for r in requests])


def balanced(digest: Digest) -> bool:
    c = digest.coverage
    return (
        c.numbers == sum(c.mentions_by_kind.values())
        and c.indicators == c.reported + len(c.not_reported) + c.masked + c.unreadable
        and c.reported == c.supported + c.repaired + c.flagged
    )


def test_the_offline_engine_reports_every_figure_as_supported() -> None:
    digest = digest_report(document())
    assert [row.text for row in digest.indicators] == [
        "19项",
        "3次",
        "30余条",
        "120件",
        "114件",
        "95%",
        "***人次",
        "15项",
    ]
    assert {row.verdict.value for row in digest.indicators} == {"supported"}
    assert (digest.coverage.reported, digest.coverage.masked) == (7, 1)
    assert balanced(digest)


def test_an_honest_model_s_rows_stand() -> None:
    digest = digest_report(document(), writer=replying())
    assert {row.origin for row in digest.indicators if row.value} == {"model"}
    assert digest.flagged == []
    assert balanced(digest)


def test_a_lost_qualifier_is_put_back_and_recorded() -> None:
    def drop(row: dict[str, Any]) -> None:
        if row["value"] == "30":
            row["qualifier"] = "exact"

    digest = digest_report(document(), writer=replying(drop))
    (row,) = [row for row in digest.indicators if row.text == "30余条"]
    assert (row.qualifier.value, row.verdict.value) == ("over", "supported")
    assert "QUALIFIER_DROPPED" in row.before
    assert digest.coverage.repaired == 1
    assert balanced(digest)


def test_a_wrong_value_is_flagged_with_what_the_source_says() -> None:
    def miscount(row: dict[str, Any]) -> None:
        if row["value"] == "19":
            row["value"] = "91"

    digest = digest_report(document(), writer=replying(miscount))
    (row,) = [row for row in digest.indicators if row.text == "19项"]
    assert (row.value, row.verdict.value) == ("91", "contradicted")
    (flag,) = digest.flagged
    assert "19" in flag.source
    assert digest.coverage.flagged == 1
    assert balanced(digest)


def test_a_figure_invented_for_a_mask_never_reaches_the_table() -> None:
    def invent(row: dict[str, Any]) -> None:
        if row["value"] is None:
            row["value"], row["qualifier"] = "480", "exact"

    digest = digest_report(document(), writer=replying(invent))
    (row,) = [row for row in digest.indicators if row.text == "***人次"]
    assert (row.value, row.qualifier.value) == (None, "masked")
    assert [flag.reason.value for flag in digest.flagged] == ["MASKED_INVENTED"]


def test_a_row_that_cites_one_figure_and_tells_its_neighbour_is_about_the_neighbour() -> None:
    def miscite(row: dict[str, Any]) -> None:
        if row["value"] == "120":
            row.update(value="114", name_zh="已办结代表建议", name_en="deputies' suggestions fully handled")

    digest = digest_report(document(), writer=replying(miscite))
    named = {row.text: row.name_en for row in digest.indicators}
    assert named["114件"] == "deputies' suggestions fully handled"
    assert "handled" not in named["120件"]


@pytest.mark.parametrize(
    ("name", "checked"),
    [("special work reports heard and deliberated", True), ("letters answered", False), ("qwerty", False)],
)
def test_an_english_name_that_the_termbase_cannot_vouch_for_is_marked(name: str, checked: bool) -> None:
    def call(row: dict[str, Any]) -> None:
        if row["value"] == "19":
            row["name_en"] = name

    digest = digest_report(document(), writer=replying(call))
    (row,) = [row for row in digest.indicators if row.text == "19项"]
    assert (row.name_en, row.name_checked) == (name, checked)


def test_a_false_sentence_gives_way_to_the_offline_one_about_the_same_figure() -> None:
    digest = digest_report(
        document(), writer=replying(sentences=[("It heard 91 special work reports.", [1])])
    )
    said = [s for section in digest.sections for s in section.sentences]
    assert not any("91" in s.text for s in said)
    assert any("19" in s.text and s.origin == "offline" for s in said)
    assert [flag.text for flag in digest.flagged] == ["It heard 91 special work reports."]


def test_a_true_sentence_stands_in_the_section_of_its_figure() -> None:
    digest = digest_report(
        document(), writer=replying(sentences=[("The committee heard 19 special work reports.", [1])])
    )
    (section,) = [s for s in digest.sections if any("19" in x.text for x in s.sentences)]
    assert section.title_zh == "（一）加强监督工作"
    assert section.sentences[0].cites == ["i1"]


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Truncated('{"rows":[', Usage(1, 1, 0, 1)), "truncated"),
        (Refused("policy", Usage(1, 1, 0, 1)), "refused"),
        (Failed("no usable answer", Usage(1, 1, 0, 1)), "failed"),
        (Complete("Sorry, no.", Usage(1, 1, 0, 1)), "failed"),
    ],
)
def test_a_section_the_model_could_not_do_is_written_offline_and_says_so(reply: Reply, outcome: str) -> None:
    writer = ModelWriter(model="openai:test", ask_all=lambda requests: [reply for _ in requests])
    digest = digest_report(document(), writer=writer)
    told = [s for s in digest.sections if s.title_zh == "（一）加强监督工作"]
    assert [s.outcome for s in told] == [outcome]
    assert [row.origin for row in digest.indicators] == ["offline"] * 8
    assert digest.usage.requests >= 1
    assert balanced(digest)


def test_the_arithmetic_of_the_report_is_told_by_the_ids_of_its_figures() -> None:
    wrong = REPORT.replace("办结率95%", "办结率59%")
    for text, holds in ((REPORT, True), (wrong, False)):
        made = digest_report(document(text))
        (relation,) = made.relations
        words = {row.id: row.text for row in made.indicators}
        assert [words[id] for id in relation.operands] == ["114件", "120件"]
        assert (words[relation.stated], relation.computed, relation.holds) == (
            "95%" if holds else "59%",
            "95",
            holds,
        )


def test_the_same_report_gives_the_same_digest() -> None:
    assert digest_report(document()).model_dump_json() == digest_report(document()).model_dump_json()

"""What the evidence viewer's page shows of a digest and its report."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
from viewer_page import Element, page_of

from summarizer.digest import Digest, Flagged, Repaired
from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report, survey
from summarizer.prompting import Request
from summarizer.reading import read
from summarizer.render import evidence_viewer
from summarizer.verify import Reason, Verdict

REPORT = """云桥日报/2024 年/1 月/26 日/第 002 版
云桥市人民代表大会常务委员会工作报告
——2024年1月12日在云桥市第十六届人民代表大会第四次会议上
云桥市人大常委会主任　周明远
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。办理群众来信**件。全年接待群众93
第 1 页 共 2 页
00多人次，督促整改问题41件。
二、2024年主要任务
计划听取审议专项工作报告15项。
"""
DOC = read(REPORT.encode(), name="r.txt")
INVENTORY = survey(DOC)


def digest_with(rows: list[dict[str, Any]], sentences: list[dict[str, Any]] | None = None) -> Digest:
    """The digest by a model that says these rows and sentences of the whole report, and nothing more."""
    reply = json.dumps({"rows": rows, "sentences": sentences or []})

    def answer(request: Request) -> Reply:
        return Complete(reply, Usage(1, 1, 0, 1))

    writer = ModelWriter(
        model="openai:test", ask_all=lambda asked: [answer(r) for r in asked], passes=frozenset()
    )
    return digest_report(DOC, writer=writer)


def row(cite: str, value: str, name_zh: str, qualifier: str = "exact") -> dict[str, Any]:
    return {"cite": cite, "value": value, "qualifier": qualifier, "name_zh": name_zh, "name_en": ""}


@cache
def page() -> Element:
    """One of everything: supported, wrong, repaired, masked; the sentence is right, another is not."""
    digest = digest_with(
        [
            row("e1", "19", "听取审议专项工作报告"),
            row("e2", "8", "开展执法检查"),
            row("e3", "30", "提出审议意见"),
        ],
        [
            {"text": "The Standing Committee heard 19 special work reports.", "cites": ["e1"]},
            {"text": "It conducted 8 inspections.", "cites": ["e2"]},
        ],
    )
    gone = digest.model_copy(
        update={"indicators": [r for r in digest.indicators if r.text != "41件"], "glance": []}
    )
    return page_of(evidence_viewer(gone, INVENTORY))


def figure(text: str) -> Element:
    """The mark of the figure whose characters start so."""
    (found,) = [one for one in page().by_id("text").by_class("n") if one.text.startswith(text)]
    return found


def row_of(text: str) -> Element:
    return page().by_id(figure(text).attributes["href"].removeprefix("#"))


def test_the_report_stands_there_whole() -> None:
    folded = [one.text for one in page().by_id("text").walk() if one.tag == "summary"]
    assert page().by_id("text").text == REPORT
    assert folded == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2024年1月12日", "date"),
        ("第十六届", "ordinal"),
        ("一、", "enumerator"),
        ("002", "furniture"),
    ],
)
def test_a_number_that_is_no_figure_has_its_kind(text: str, kind: str) -> None:
    kinds = {one.attributes["data-kind"] for one in page().by_id("text").by_class("n") if text in one.text}
    assert kinds == {kind}


@pytest.mark.parametrize(
    ("text", "status", "shown"),
    [
        ("19项", "supported", "19"),
        ("3次", "contradicted", "[!VALUE] 8"),
        ("30余条", "repaired", "over 30"),
        ("**件", "masked", "masked in the source"),
        ("15项", "supported", "15"),
    ],
)
def test_a_figure_has_its_status_on_both_sides(text: str, status: str, shown: str) -> None:
    assert figure(text).attributes["data-status"] == status
    assert row_of(text).attributes["data-status"] == status
    (cell,) = row_of(text).by_class("figure")
    assert cell.text.startswith(shown)
    assert cell.attributes["href"] == f"#{figure(text).attributes['id']}"


def test_a_figure_cut_by_a_page_line_is_one_mark_without_evidence_in_the_page_line() -> None:
    mark = figure("93")
    assert mark.text == "93\n第 1 页 共 2 页\n00多人次"
    (region,) = mark.by_class("region")
    assert region.text == "第 1 页 共 2 页"
    assert [one for one in region.walk() if "data-of" in one.attributes] == []
    (words,) = row_of("93").by_class("words")
    assert words.text == "接待群众9300多人次"


def test_evidence_is_found_by_the_row() -> None:
    id = figure("19项").attributes["href"].removeprefix("#")
    evidence = [one for one in page().by_id("text").walk() if id in one.attributes.get("data-of", "").split()]
    assert "".join(one.text for one in evidence) == "听取审议专项工作报告19项"


def test_a_figure_that_nobody_reports_is_marked_and_listed() -> None:
    assert figure("41件").attributes["data-status"] == "missing"
    entry = page().by_id(figure("41件").attributes["href"].removeprefix("#"))
    assert "督促整改问题41件" in entry.text
    assert entry in list(page().by_id("missing").walk())


def test_a_flagged_row_says_why_and_what_was_weighed() -> None:
    evidence = row_of("3次").by_class("evidence")[0].text
    assert "The source says “开展执法检查3次”" in evidence
    weighed = row_of("3次").attributes["data-weighed"].split()
    assert figure("3次").attributes["id"] in weighed


def test_a_repaired_row_says_what_was_written() -> None:
    evidence = row_of("30余条").by_class("evidence")[0].text
    assert "Written [!QUALIFIER_DROPPED] 30" in evidence


def test_a_supported_row_shows_no_message_of_the_digest() -> None:
    assert row_of("19项").by_class("message") == []


def test_sentences_that_hold_are_tied_to_their_rows_and_others_are_flagged() -> None:
    told = [one.text.strip() for one in page().by_id("summary").by_class("sentence")]
    assert "The Standing Committee heard 19 special work reports." in told
    assert not [text for text in told if "8 inspections" in text]
    sentences = [one for one in page().by_class("sentence") if "heard 19 special" in one.text]
    assert len(sentences) == 2, "in the summary on top and in its section"
    for sentence in sentences:
        (link,) = [one for one in sentence.walk() if one.tag == "a"]
        assert (link.text, link.attributes["href"]) == ("19", figure("19项").attributes["href"])
    claimed = [one.text for one in page().by_id("flagged").by_class("claimed")]
    assert "It conducted [!VALUE] 8 inspections." in claimed


def test_the_account_is_that_of_the_report() -> None:
    rows = {
        r.children[0].text: r.children[-1].text  # type: ignore[union-attr]
        for r in page().by_id("account").walk()
        if r.tag == "tr"
    }
    assert rows["Figures not reported"] == "1"
    assert rows["Figures masked in the source"] == "1"
    assert rows["Numbers in the report"] == str(sum(m.kind.value != "furniture" for m in INVENTORY.mentions))


def test_a_report_without_figures_says_so() -> None:
    doc = read("云桥市人大常委会工作报告\n各位代表：\n常委会认真履行职责。\n".encode(), name="r.txt")
    shown = page_of(evidence_viewer(digest_report(doc), doc))
    assert "The digest has no figures." in shown.by_id("figures").text
    assert "Every figure of the report has its row." in shown.by_id("missing").text


def test_long_stretches_that_are_not_the_report_are_folded() -> None:
    doc = read((REPORT + REPORT.partition("版\n")[2]).encode(), name="r.txt")
    shown = page_of(evidence_viewer(digest_report(doc), doc)).by_id("text")
    folds = [one for one in shown.walk() if one.tag == "details"]
    assert [fold.attributes["data-region"] for fold in folds] == ["duplicate"]
    (summary,) = [one for one in folds[0].walk() if one.tag == "summary"]
    assert summary.text.startswith("Another copy of the report")
    assert shown.text.replace(summary.text, "") == doc.text


# -- what is foreign


_ATTACKS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style>",
    "<!--",
    "{{ 7 }}",
)


@pytest.mark.parametrize("attack", _ATTACKS)
def test_markup_in_the_report_is_text(attack: str) -> None:
    doc = read(
        REPORT.replace("周明远", attack).replace("主要任务", f"主要{attack}任务").encode(), name=attack
    )
    html = evidence_viewer(digest_report(doc), doc)
    assert page_of(html).by_id("text").text == doc.text
    assert html.count("<script") == html.count("</script") == 1
    assert html.count("<style") == html.count("</style") == 1
    assert "<img" not in html and "<!--" not in html


@pytest.mark.parametrize("attack", _ATTACKS)
def test_markup_of_a_model_is_text(attack: str) -> None:
    digest = digest_with([row("e1", attack, attack)], [{"text": f"There is {attack}.", "cites": ["e1"]}])
    digest = digest.model_copy(
        update={
            "flagged": [
                Flagged(
                    section=0,
                    text=attack,
                    verdict=Verdict.UNSUPPORTED,
                    reason=Reason.VALUE,
                    message=attack,
                    source=attack,
                    repair=attack,
                )
            ],
            "repaired": [
                Repaired(section=0, text=attack, reason=Reason.VALUE, message=attack, instead=attack)
            ],
        }
    )
    html = evidence_viewer(digest, INVENTORY)
    page_of(html)
    assert html.count("<script") == html.count("</script") == 1
    assert html.count("<style") == html.count("</style") == 1
    assert "<img" not in html and "<!--" not in html


def test_the_policy_lets_nothing_run_but_the_pages_own_style_and_script() -> None:
    html = evidence_viewer(digest_report(DOC), INVENTORY)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy

    def hashed(tag: str) -> str:
        text = html.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        return b64encode(sha256(text.encode()).digest()).decode()

    rules = policy[1].replace("&#39;", "'").split("; ")
    assert rules == [
        "default-src 'none'",
        f"style-src 'sha256-{hashed('style')}'",
        f"script-src 'sha256-{hashed('script')}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    # In force before anything else of the page is read.
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_another_report_than_its_own_bears_nothing_out() -> None:
    other = read(REPORT.replace("19项", "18项").replace("工作报告1", "工作报告2").encode(), name="r.txt")
    shown = page_of(evidence_viewer(digest_report(DOC), other))
    (cell,) = [one for one in shown.by_id("figures").by_class("figure") if one.text.endswith("19")]
    assert cell.text.startswith("[!NUMBER_NOT_FOUND] ")

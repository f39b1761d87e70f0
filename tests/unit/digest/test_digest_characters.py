"""A report in traditional or full-width characters has the digest of the same report in simplified ones, in its own characters."""

import json

import pytest

from summarizer.compare import comparison
from summarizer.digest import Digest, in_plain_characters, rechecked, self_checked
from summarizer.lexicon import plain
from summarizer.outline import outline
from summarizer.pipeline import digest_report, survey
from summarizer.reading import Document, read
from summarizer.render import digest_json
from summarizer.verify import Verdict, check_text

SIMPLIFIED = (
    "石河区人民代表大会常务委员会工作报告\n——2023年1月10日在石河区第十届人民代表大会第二次会议上\n区人大常委会主任 田禾丰\n各位代表：\n"
    "我受区人大常委会委托，向大会报告工作，请予审议。\n一、过去一年的主要工作\n（一）围绕大局，监督工作取得新成效\n"
    "听取和审议专项工作报告19项，开展执法检查5次，形成审议意见30余条。新建养老机构12个，造林2.8万亩，粮食产量达到1.2亿斤，增长5.2%。\n"
    "（二）尊重主体地位，代表工作迈上新台阶\n办理代表建议187件，满意率达98.5%。关于后续办理，沿着既定方向推进。\n二、存在的问题\n监督的实效还需要进一步增强，"
    "代表工作的方式方法还比较单一，与群众的期待还有差距。\n"
)
TRADITIONAL = (
    "石河區人民代表大會常務委員會工作報告\n——2023年1月10日在石河區第十屆人民代表大會第二次會議上\n區人大常委會主任 田禾豐\n各位代表：\n"
    "我受區人大常委會委託，向大會報告工作，請予審議。\n一、過去一年的主要工作\n（一）圍繞大局，監督工作取得新成效\n"
    "聽取和審議專項工作報告19項，開展執法檢查5次，形成審議意見30餘條。新建養老機構12個，造林2.8萬畝，糧食產量達到1.2億斤，增長5.2%。\n"
    "（二）尊重主體地位，代表工作邁上新臺階\n辦理代表建議187件，滿意率達98.5%。關於後續辦理，沿著既定方向推進。\n二、存在的問題\n監督的實效還需要進一步增強，"
    "代表工作的方式方法還比較單一，與群眾的期待還有差距。\n"
)
WIDE = SIMPLIFIED.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789%."})
COPIES = {"traditional": TRADITIONAL, "full width": WIDE}


def _doc(text: str) -> Document:
    return read(text.encode(), name="r.txt")


def _told(digest: Digest) -> object:
    told = json.loads(digest_json(digest))
    del told["source"]
    return json.loads(plain(json.dumps(told, ensure_ascii=False), wholly=True))


@pytest.mark.parametrize("copy", COPIES)
def test_the_digest_is_the_same_but_for_the_characters(copy: str) -> None:
    assert plain(COPIES[copy], wholly=True) == SIMPLIFIED
    assert _told(digest_report(_doc(COPIES[copy]))) == _told(digest_report(_doc(SIMPLIFIED)))


def test_what_is_shown_is_in_the_characters_of_the_report() -> None:
    doc = _doc(TRADITIONAL)
    digest = digest_report(doc)
    row = digest.indicators[0]
    assert (row.name_zh, row.name_en) == (
        "聽取和審議專項工作報告",
        "special work reports heard and deliberated",
    )
    assert doc.text[row.start : row.end] == row.text == "19項"
    assert digest.report.title_zh == "石河區人民代表大會常務委員會工作報告"
    assert digest.report.speaker_zh == "田禾豐"
    assert "（一）圍繞大局，監督工作取得新成效" in {section.title_zh for section in digest.sections}
    assert all(quoted.text in TRADITIONAL for section in digest.sections for quoted in section.quoted)


@pytest.mark.parametrize("copy", COPIES)
def test_every_span_is_into_the_text_as_it_is(copy: str) -> None:
    doc = _doc(COPIES[copy])
    found = survey(doc)
    assert all(m.span.of(doc.text) == m.text for m in found.mentions)
    assert [s.heading.of(doc.text) for s in outline(doc).walk() if s.heading] == [
        s.title for s in found.outline.walk() if s.heading
    ]


@pytest.mark.parametrize("copy", COPIES)
def test_a_saved_digest_in_other_characters_is_judged_like_any(copy: str) -> None:
    doc = _doc(COPIES[copy])
    digest = digest_report(doc)
    assert self_checked(digest) == digest
    assert rechecked(digest, survey(doc)) == digest
    forged = digest.indicators[0].model_copy(update={"value": "91"})
    assert (
        rechecked(digest.model_copy(update={"indicators": [forged, *digest.indicators[1:]]}), survey(doc))
        .indicators[0]
        .verdict
        is not Verdict.SUPPORTED
    )


def test_a_text_in_one_script_is_checked_against_a_report_in_the_other() -> None:
    for text, source in ((SIMPLIFIED, TRADITIONAL), (TRADITIONAL, SIMPLIFIED)):
        sentence = next(line for line in text.splitlines() if "5.2%" in line)
        findings = check_text(sentence, survey(_doc(source)))
        assert {finding.verdict for finding in findings} == {Verdict.SUPPORTED}
        assert all(sentence[finding.start : finding.end] == finding.text for finding in findings)


def test_reports_in_two_scripts_are_compared_and_each_is_quoted_as_it_is() -> None:
    traditional, simplified = digest_report(_doc(TRADITIONAL)), digest_report(_doc(SIMPLIFIED))
    compared = comparison([traditional, simplified])
    assert compared.warnings[0].endswith("the files differ, every figure is the same.")
    shared = next(row for row in compared.rows if row.key == "special_reports_heard")
    assert [cell.quote for cell in shared.cells] == [
        "聽取和審議專項工作報告19項",
        "听取和审议专项工作报告19项",
    ]


def test_a_digest_in_plain_characters_is_itself() -> None:
    digest = digest_report(_doc(SIMPLIFIED))
    assert in_plain_characters(digest) is digest
    assert _doc(SIMPLIFIED).plain.text == SIMPLIFIED

"""The promise: whatever a model says, nothing unverified stands unflagged and every number is accounted for."""

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from law_examples import examples

from summarizer.claims import SentenceClaim
from summarizer.digest import Digest
from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report, survey
from summarizer.prompting import Request, Sentence
from summarizer.quantities import number_text
from summarizer.reading import read
from summarizer.verify import Verdict, check_sentence

_DOC = read(
    """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。受理来信81件次、来访115批766人次。
二、做好代表工作
共收到代表建议120件，已办结114件，办结率95%。组织代表培训***人次，近六成代表参加。
三、2024年主要任务
计划听取审议专项工作报告15项，一般公共预算收入增长6%左右。
""".encode(),
    name="r.txt",
)
_INVENTORY = survey(_DOC)

_NUMBERS = st.sampled_from(
    ["19", "3", "30", "81", "766", "120", "95", "6", "15", "60", "nineteen", "three", "half", "twice", "1.2 million", "over 30",
     "about 6", "480", "91", "[e3]", "two thirds", "a dozen", "2023", "2031", "the 16th"]
)  # fmt: skip
_WORDS = st.sampled_from(
    ["special work reports", "were heard", "percent", "letters", "of", "suggestions", "in", "deputies", "."]
)
_TEXTS = st.lists(st.one_of(_NUMBERS, _WORDS), min_size=1, max_size=9).map(" ".join)
_CITES = st.one_of(
    st.integers(min_value=0, max_value=12).map(lambda n: f"e{n}"), st.sampled_from(["", "x", "[e1]", "e999"])
)
_VALUES = st.one_of(
    st.none(),
    st.integers(min_value=0, max_value=2000).map(str),
    st.sampled_from(["19", "30", "95", "0.6", "1/0", "NaN", "百", "-3"]),
)
_ROWS = st.fixed_dictionaries(
    {
        "cite": st.one_of(st.none(), _CITES),
        "value": _VALUES,
        "value_max": st.one_of(st.none(), _VALUES),
        "qualifier": st.sampled_from(["exact", "over", "about", "nearly", "masked", "range", "?"]),
        "name_zh": st.sampled_from(
            ["听取审议专项工作报告", "开展执法检查", "办结率", "来信", "代表培训", "", "没有的事"]
        ),
        "name_en": _TEXTS,
        "key": st.sampled_from(["", "special_reports_heard", "no_such_key"]),
        "quote": st.one_of(st.none(), st.sampled_from(["开展执法检查3次", "办结率95%", "开展执法检查30次"])),
    }
)
_SENTENCES = st.fixed_dictionaries({"text": _TEXTS, "cites": st.lists(_CITES, max_size=4)})
_REPLIES = st.fixed_dictionaries(
    {"rows": st.lists(_ROWS, max_size=12), "sentences": st.lists(_SENTENCES, max_size=6)}
)


def digest_of(reply: dict[str, Any]) -> Digest:
    def answer(request: Request) -> Reply:
        return Complete(json.dumps(reply), Usage(1, 1, 0, 1))

    writer = ModelWriter(model="openai:hostile", ask_all=lambda requests: [answer(r) for r in requests])
    return digest_report(_DOC, writer=writer)


@examples(150)
@given(_REPLIES)
def test_every_sentence_that_stands_is_borne_out_by_the_source(reply: dict[str, Any]) -> None:
    digest = digest_of(reply)
    for section in digest.sections:
        for sentence in section.sentences:
            cites = tuple(int(id[1:]) for id in sentence.cites)
            claim = SentenceClaim(Sentence(sentence.text, cites), _INVENTORY.outline.span)
            assert check_sentence(claim, _INVENTORY).verdict is Verdict.SUPPORTED, sentence.text


@examples(150)
@given(_REPLIES)
def test_a_row_without_a_flag_shows_the_figure_of_the_source(reply: dict[str, Any]) -> None:
    for row in digest_of(reply).indicators:
        mention = _INVENTORY.indicator(int(row.id[1:])).mention
        if row.verdict is Verdict.SUPPORTED:
            assert (row.value, row.value_max) == (number_text(mention.value), number_text(mention.value_max))
            assert (row.unit, row.qualifier) == (mention.unit, mention.qualifier)
        assert not mention.masked or row.value is None


@examples(150)
@given(_REPLIES)
def test_every_number_is_accounted_for(reply: dict[str, Any]) -> None:
    c = digest_of(reply).coverage
    assert c.numbers == sum(c.mentions_by_kind.values())
    assert c.indicators == c.mentions_by_kind["indicator"] == len(_INVENTORY.indicators)
    assert c.indicators == c.reported + len(c.not_reported) + c.masked + c.unreadable
    assert c.reported == c.supported + c.repaired + c.flagged


# Written by hand from the report above: every figure it has, as English may write it, and the years it names.
_TRUE_DIGITS = {"19", "3", "30", "81", "115", "766", "120", "114", "95", "60", "15", "6", "2023", "2024"}
_FALSE_WORDS = ("half", "twice", "million", "thirds", "dozen", "480", "2031")


@examples(150)
@given(_REPLIES)
def test_no_number_that_the_report_does_not_have_reaches_the_prose(reply: dict[str, Any]) -> None:
    """An oracle that knows nothing of the verifier: the report's own figures, listed by hand."""
    digest = digest_of(reply)
    prose = " ".join(s.text for section in digest.sections for s in section.sentences)
    assert {number.strip(".,").replace(",", "") for number in re.findall(r"\d[\d,.]*", prose)} <= _TRUE_DIGITS
    assert not any(word in prose for word in _FALSE_WORDS)
    for row in digest.indicators:
        if row.verdict is Verdict.SUPPORTED:
            assert {n.strip(".,") for n in re.findall(r"\d[\d,.]*", row.name_en)} <= _TRUE_DIGITS

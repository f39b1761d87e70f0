"""Replies of a model that lies, and the digests they come to."""

import json
from typing import Any

from disguises import DISGUISED, WRONG
from hypothesis import strategies as st

from guarantee.source import DOC
from summarizer.digest import Digest
from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report
from summarizer.prompting import Request

_TRUE_TEXT = st.sampled_from(
    ["19", "3", "30", "81", "766", "120", "95", "6", "15", "60", "nineteen", "three", "over 30", "about 6", "[e3]", "2023",
     "the 16th", "120 million yuan"]
)  # fmt: skip
_FALSE_TEXT = st.one_of(
    st.builds(lambda disguise, number: disguise(number), DISGUISED, st.sampled_from(WRONG)),
    st.sampled_from(["half", "twice", "1.2 million", "480", "two thirds", "a dozen", "2031", "91"]),
)
_PLAIN_TEXT = st.sampled_from(
    ["special work reports", "were heard", "percent", "letters", "of", "suggestions", "in", "deputies", ".", "visits by"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_TRUE_TEXT, _FALSE_TEXT, _PLAIN_TEXT), min_size=1, max_size=9).map(" ".join)
_CITES = st.one_of(
    st.integers(min_value=0, max_value=14).map(lambda n: f"e{n}"), st.sampled_from(["", "x", "[e1]", "e999"])
)
_FIGURES = st.one_of(
    st.none(),
    st.integers(min_value=0, max_value=2000).map(str),
    st.sampled_from(["19", "30", "95", "0.6", "1/0", "NaN", "百", "-3"]),
    _FALSE_TEXT,
)
_ROWS = st.fixed_dictionaries(
    {
        "cite": st.one_of(st.none(), _CITES),
        "value": _FIGURES,
        "value_max": st.one_of(st.none(), _FIGURES),
        "qualifier": st.sampled_from(["exact", "over", "about", "nearly", "masked", "range", "?"]),
        "name_zh": st.sampled_from(
            ["听取审议专项工作报告", "开展执法检查", "办结率", "来信", "代表培训", "", "没有的事", "八千八百一十九次检查"]
        ),
        "name_en": TEXTS,
        "key": st.sampled_from(["", "special_reports_heard", "no_such_key", "8819_reports"]),
        "quote": st.one_of(st.none(), st.sampled_from(["开展执法检查3次", "办结率95%", "开展执法检查57次"])),
    }
)  # fmt: skip
_SENTENCES = st.fixed_dictionaries({"text": TEXTS, "cites": st.lists(_CITES, max_size=4)})
REPLIES = st.fixed_dictionaries(
    {"rows": st.lists(_ROWS, max_size=12), "sentences": st.lists(_SENTENCES, max_size=6)}
)


def digest_of(reply: dict[str, Any]) -> Digest:
    """The digest of SOURCE as written by a model that gives this reply to every request."""

    def answer(request: Request) -> Reply:
        return Complete(json.dumps(reply), Usage(1, 1, 0, 1))

    writer = ModelWriter(model="openai:hostile", ask_all=lambda requests: [answer(r) for r in requests])
    return digest_report(DOC, writer=writer)

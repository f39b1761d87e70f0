"""The summary without a model: who reported, what mattered, plans and problems, each borne out."""

import re

import pytest

from summarizer.digest import Digest, DigestSentence, with_overview
from summarizer.model import Failed, Usage
from summarizer.passes import ModelWriter
from summarizer.pipeline import digest_report, survey
from summarizer.reading import read

CONGRESS = """枫桥市人民代表大会常务委员会工作报告
——2024年1月10日在枫桥市第六届人民代表大会第三次会议上
各位代表：
一、2023年主要工作
（一）立法工作
2023年，制定地方性法规3件，修改2件。
（二）监督工作
听取审议专项工作报告19项，开展执法检查4次，开展专题询问2次。
（三）代表工作
办理代表建议126件。
二、存在的问题
我们也清醒认识到，常委会工作还存在一些不足，监督实效有待提高。
三、2024年工作任务
2024年，开展执法检查6次，听取审议专项工作报告15项。
"""


def digest(text: str = CONGRESS) -> Digest:
    return digest_report(read(text.encode(), name="r.txt"))


def texts(made: Digest) -> list[str]:
    return [sentence.text for sentence in made.overview]


def test_it_says_who_reported_on_what_then_figures_plans_and_problems() -> None:
    said = texts(digest())
    assert 4 <= len(said) <= 8
    assert said[0] == (
        "The Standing Committee of the Fengqiao Municipal People's Congress reported on its work in 2023 to the Third Session of the "
        "Sixth Fengqiao Municipal People's Congress on 10 January 2024."
    )
    assert said[1] == "The report covers legislation, oversight and work with deputies."
    assert "The Standing Committee enacted three local regulations and amended two." in said
    assert any(text.startswith("The report plans for ") for text in said)
    assert said[-1] == "The report also admits problems under the heading “Problems”."


def test_each_sentence_is_supported_offline_and_cites_its_figures() -> None:
    made = digest()
    assert {(s.origin, s.verdict.value) for s in made.overview} == {("offline", "supported")}
    values = {row.id: row.value for row in made.indicators}
    regulations = next(s for s in made.overview if "enacted" in s.text)
    assert [values[id] for id in regulations.cites] == ["3", "2"]


def test_what_a_model_wrote_stands() -> None:
    made = digest()
    own = DigestSentence(
        text="Two things happened.", cites=[], verdict="supported", reason="EXACT", origin="model"
    )
    kept = with_overview(
        made.model_copy(update={"overview": [own]}), survey(read(CONGRESS.encode(), name="r.txt"))
    )
    assert texts(kept) == ["Two things happened."]


def test_a_missing_one_is_filled_in() -> None:
    made = digest()
    found = survey(read(CONGRESS.encode(), name="r.txt"))
    assert with_overview(made.model_copy(update={"overview": []}), found).overview == made.overview


@pytest.mark.parametrize(
    ("gone", "absent"),
    [
        ("二、存在的问题\n我们也清醒认识到，常委会工作还存在一些不足，监督实效有待提高。\n", "problems"),
        ("三、2024年工作任务\n2024年，开展执法检查6次，听取审议专项工作报告15项。\n", "plan"),
        ("——2024年1月10日在枫桥市第六届人民代表大会第三次会议上\n", "Session"),
    ],
)
def test_nothing_is_said_of_what_the_report_does_not_have(gone: str, absent: str) -> None:
    assert absent in " ".join(texts(digest()))
    assert absent not in " ".join(texts(digest(CONGRESS.replace(gone, ""))))


def test_a_problem_of_others_is_not_admitted() -> None:
    text = CONGRESS.replace(
        "二、存在的问题\n我们也清醒认识到，常委会工作还存在一些不足，监督实效有待提高。\n", ""
    ).replace("（三）", "针对企业在发展中存在的困难和问题，提出意见。\n（三）")
    assert "problems" not in " ".join(texts(digest(text)))


def test_its_numbers_are_those_of_the_report() -> None:
    for text in texts(digest()):
        assert {*re.findall(r"\d+", text)} <= {"2023", "2024", "10", "19", "15", "126"}


def test_a_text_that_is_no_work_report_is_called_what_it_is() -> None:
    made = digest("关于政府工作报告的决议\n会议同意报告提出的任务。\n")
    assert all(sentence.verdict.value == "supported" for sentence in made.overview)
    assert not any("reported on its work" in text for text in texts(made))


@pytest.mark.parametrize("passes", [frozenset(), frozenset({"overview"})])
def test_where_a_model_wrote_none_the_offline_engine_does(passes: frozenset[str]) -> None:
    writer = ModelWriter(
        model="m", ask_all=lambda requests: [Failed("cut", Usage()) for _ in requests], passes=passes
    )
    made = digest_report(read(CONGRESS.encode(), name="r.txt"), writer=writer)
    assert {sentence.origin for sentence in made.overview} == {"offline"}
    assert texts(made) == texts(digest())


def test_a_name_that_leaves_words_out_stands_for_no_report() -> None:
    made = digest(CONGRESS.replace("开展专题询问2次", "培育魑魅创新型企业8家"))
    names = {row.id: row.name_en for row in made.indicators}
    assert any(name.startswith("…") for name in names.values())
    assert made.glance
    assert not any(names[id].startswith("…") for id in made.glance)

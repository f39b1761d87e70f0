"""What the scripted models say. A test that trusts a personality rests on this."""

import json
from fractions import Fraction

import pytest

from summarizer.claims import draft_of
from summarizer.pipeline import digest_report, survey
from summarizer.prompting import AnchorForm, Draft
from wire.answers import Answer, Json, Personality, Seen
from wire.figures import Asked, asked, figures_in
from wire.hostile import hostile
from wire.personalities import Careless, broken, honest, markers_ignored, off_by_one
from wire.requests import TEXT, request
from wire.runs import EXAMPLES, example, local


def seen(text: str) -> Seen:
    messages = [{"role": message.role, "content": message.content} for message in request(text).messages]
    return Seen("/v1/chat/completions", {}, {"messages": messages})


def said(personality: object, text: str) -> Draft:
    body = json.loads(personality(seen(text)).body)  # type: ignore[operator]
    draft = draft_of(body["choices"][0]["message"]["content"], request(text))
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize(
    ("clause", "value", "value_max", "qualifier", "name_zh"),
    [
        ("召开常委会会议12次", "12", None, "exact", "召开常委会会议"),
        ("听取报告30余项", "30", None, "over", "听取报告"),
        ("生产总值1.2万亿元", "1200000000000", None, "exact", "生产总值"),
        ("投资12.5亿元", "1250000000", None, "exact", "投资"),
        ("参加1.5万余人次", "15000", None, "over", "参加"),
        ("增长6.8%", "6.8", None, "exact", "增长"),
        ("占比百分之六十五", "65", None, "exact", "占比"),
        ("制定法规三件", "3", None, "exact", "制定法规"),
        ("办理建议一百二十件", "120", None, "exact", "办理建议"),
        ("召开会议2～3次", "2", "3", "range", "召开会议"),
        ("走访代表近5,000人", "5000", None, "nearly", "走访代表"),
        ("走访代表约２００人", "200", None, "about", "走访代表"),
        ("提高1.3个百分点", "1.3", None, "exact", "提高"),
        ("走访代表200人以上", "200", None, "over", "走访代表"),
        ("办理建议***件", None, None, "masked", "办理建议"),
        ("两项决定", "2", None, "exact", "项决定"),
    ],
)
def test_the_honest_one_reads_the_figure_before_each_marker(
    clause: str, value: str | None, value_max: str | None, qualifier: str, name_zh: str
) -> None:
    (figure,) = figures_in(seen(f"前文，{clause}(e1)。"))
    assert (figure.value, figure.value_max, figure.qualifier, figure.name_zh) == (
        value,
        value_max,
        qualifier,
        name_zh,
    )


def test_a_table_of_right_answers_comes_first() -> None:
    (figure,) = figures_in(seen("共计半数(e1)。"), right={"共计半数": ("1/2", None, "exact")})
    assert figure.value == "1/2"


def test_the_honest_one_cites_rightly_and_leaves_masks_alone() -> None:
    draft = said(honest(), TEXT)
    assert [(row.cite, row.value) for row in draft.rows] == [(11, "12"), (12, "30"), (13, None)]
    assert [sentence.cites for sentence in draft.sentences] == [(11,), (12,)]
    assert "over 30" in draft.sentences[1].text
    assert draft.rows[1].name_en == "special work report"
    assert draft.invalid_cites == 0


def test_the_broken_one_errs_in_every_way() -> None:
    text = "甲1次(e1)，乙2次(e2)，丙3余次(e3)，丁4次(e4)，戊***次(e5)。"
    digit, swap, qualifier, citation, masked = said(broken(), text).rows
    assert digit.value not in {None, "1"}
    assert swap.value == "3"
    assert (qualifier.value, qualifier.qualifier) == ("3", "exact")
    assert citation.cite is None
    assert masked.value == "42"
    assert said(broken(), text).invalid_cites == 2


# Every pass and form


class Watched:
    """A personality that remembers what it was asked."""

    def __init__(self, inner: Personality) -> None:
        self.inner = inner
        self.asked: list[tuple[Asked, Json]] = []

    def __call__(self, given: Seen) -> Answer:
        answered = self.inner(given)
        self.asked.append((asked(given), json.loads(answered.text)))
        return answered


@pytest.mark.parametrize("form", list(AnchorForm))
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_reader_of_the_prompts_agrees_with_the_reports_figures(name: str, form: AnchorForm) -> None:
    """Both read the same figures independently; were they to differ, one of them would be wrong."""
    doc = example(name)
    watched = Watched(honest())
    digest_report(doc, writer=local(watched, form=form, passes=frozenset()))
    ((task, _),) = watched.asked
    assert (task.task, task.form) == ("sections", form.value)
    figures = [i.mention for i in survey(doc).indicators]
    if form is AnchorForm.QUOTE:
        assert len(task.figures) >= 0.9 * len(figures)
        return
    read = [
        (f.value and Fraction(f.value), f.value_max and Fraction(f.value_max), f.qualifier)
        for f in task.figures
    ]
    assert read == [(m.value, m.value_max, m.qualifier.value) for m in figures]


def test_a_careless_model_is_asked_in_every_pass_and_answers_the_later_ones_rightly() -> None:
    watched = Watched(Careless(every=1))
    digest_report(example(EXAMPLES[0]), writer=local(watched))
    tasks = {task.task: (task, said) for task, said in watched.asked}
    assert tasks.keys() == {"sections", "repair", "gleaning", "overview"}
    repairs = [(task, said) for task, said in watched.asked if task.task == "repair"]
    for kind, is_sentence in (("rows", False), ("sentences", True)):
        wanted = [one for task, _ in repairs for one in task.wrong if one.is_sentence is is_sentence]
        assert len(wanted) == sum(len(said[kind]) for _, said in repairs) > 0
    gleaning, gleaned = tasks["gleaning"]
    assert [row["cite"] for row in gleaned["rows"]] == [figure.cite for figure in gleaning.figures]
    overview, summary = tasks["overview"]
    assert summary["rows"] == []
    assert 1 <= len(summary["sentences"]) <= 4 <= len(overview.lines)


def test_the_hostile_one_is_hostile_in_every_pass() -> None:
    watched = Watched(hostile)
    digest_report(example(EXAMPLES[0]), writer=local(watched))
    said_in: dict[str, str] = {}
    for task, said in watched.asked:
        said_in[task.task] = said_in.get(task.task, "") + json.dumps(said)
    assert said_in.keys() >= {"sections", "repair", "overview"}
    assert all("7,304 matters" in said for said in said_in.values())
    assert "4477" in said_in["sections"]


def test_blind_models_cite_wrongly_where_they_are_blind() -> None:
    text = "甲甲1次(e1)，乙乙2次(e2)。"
    assert [row.cite for row in said(off_by_one, text).rows] == [12, None]
    assert [row.cite for row in said(markers_ignored("list"), text).rows] == [None, None]

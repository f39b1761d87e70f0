"""The first pass: what is asked again, split, or asked in another form, and what its record says."""

import json
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest

from summarizer.chunks import TokenBudget, cut, token_bound
from summarizer.digest import Anchors
from summarizer.model import Complete, Failed, Refused, Reply, Truncated, Usage
from summarizer.passes import ModelWriter, Spent, first_request, write_sections
from summarizer.passes.sections import Written
from summarizer.pipeline import survey
from summarizer.prompting import AnchorForm, Request
from summarizer.quantities import number_text
from summarizer.reading import read

DOC = read(
    """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。受理来信81件次，任免国家机关工作人员96人次。
二、做好代表工作
共收到代表建议120件。组织代表培训6期，完成投资1.2亿元，办结率95%，开展专题询问5次。
""".encode(),
    name="r.txt",
)
FOUND = survey(DOC)
WHOLE = TokenBudget(text=4_000)
HALVES = TokenBudget(text=90)
Answers = Callable[[Request], Reply]
EMPTY = '{"rows": [], "sentences": []}'


def complete(content: str = EMPTY) -> Complete:
    return Complete(content, Usage(requests=1))


def rows(request: Request, *, cite: Callable[[int], str]) -> Complete:
    """Each figure of the request told rightly, cited as `cite` says."""
    told = []
    for number, id in request.markers.items():
        indicator = FOUND.indicator(id)
        told.append(
            {
                "cite": cite(number),
                "value": number_text(indicator.mention.value),
                "qualifier": indicator.mention.qualifier.value,
                "name_zh": indicator.name_zh,
                "name_en": "",
            }
        )
    return complete(json.dumps({"rows": told, "sentences": []}))


def quoted(request: Request) -> Complete:
    told = [
        {
            "cite": DOC.body.shown(i.quote),
            "value": number_text(i.mention.value),
            "qualifier": i.mention.qualifier.value,
            "name_zh": i.name_zh,
            "name_en": "",
        }
        for i in FOUND.indicators
    ]
    return complete(json.dumps({"rows": told, "sentences": []}))


def run(
    answers: Answers, *, budget: TokenBudget = WHOLE, **changes: Any
) -> tuple[Written, list[Request], Spent]:
    asked: list[Request] = []

    def ask_all(requests: Sequence[Request]) -> list[Reply]:
        asked.extend(requests)
        return [answers(request) for request in requests]

    writer = ModelWriter(model="m", ask_all=ask_all, budget=budget, **changes)
    spent = Spent()
    chunks = cut(FOUND.outline, DOC, budget=budget, count=token_bound)
    return write_sections(chunks, FOUND, writer, spent), asked, spent


def test_every_chunk_has_a_part_in_the_order_of_the_text() -> None:
    written, asked, spent = run(lambda request: rows(request, cite=lambda n: f"e{n}"), budget=HALVES)
    starts = [part.chunk.span.start for part in written.parts]
    assert len(asked) == len(starts) >= 2
    assert starts == sorted(starts)
    assert {(part.origin, part.outcome) for part in written.parts} == {("model", "complete")}
    assert spent.usage.requests == len(asked)
    assert sum(len(part.draft.rows) for part in written.parts) == len(FOUND.indicators)
    record = written.record(spent.usage.requests, len(starts))
    assert (record.name, record.asked, record.settled, record.note) == (
        "sections",
        len(starts),
        len(starts),
        "",
    )


@pytest.mark.parametrize(
    ("reply", "outcome", "note"),
    [
        (Refused("the model declined", Usage()), "refused", "the model declined"),
        (Failed("the connection was cut", Usage()), "failed", "the connection was cut"),
        (Truncated("{", Usage()), "truncated", "the reply ran into its length limit"),
        (complete("no JSON"), "failed", "the reply is no JSON object"),
        (complete('{"rows": [1], "sentences": []}'), "failed", "the reply has nothing that can be used"),
    ],
)
def test_what_the_model_does_not_do_is_written_offline_and_says_why(
    reply: Reply, outcome: str, note: str
) -> None:
    written, _, _ = run(lambda request: reply)
    assert {(part.origin, part.outcome, part.note) for part in written.parts} == {("offline", outcome, note)}
    assert all(part.draft == part.spare for part in written.parts)
    assert written.drafts == []


@pytest.mark.parametrize("reply", [Refused("no", Usage()), Failed("no", Usage())])
def test_a_refusal_and_a_failure_are_not_asked_again(reply: Reply) -> None:
    _, asked, _ = run(lambda request: reply)
    assert [request.attempt for request in asked] == [0]


def test_a_reply_that_cannot_be_read_is_asked_for_once_more() -> None:
    written, asked, _ = run(
        lambda request: complete("prose") if request.attempt == 0 else rows(request, cite=lambda n: f"e{n}")
    )
    assert [request.attempt for request in asked] == [0, 1]
    assert [request.messages for request in asked] == [asked[0].messages] * 2
    assert written.again == 1
    assert written.parts[0].outcome == "complete"
    assert written.record(2, 1).note == "1 asked again"


def test_an_empty_draft_is_no_answer_where_there_are_figures() -> None:
    written, asked, _ = run(lambda request: complete())
    assert len(asked) == 2
    assert (written.parts[0].origin, written.parts[0].outcome) == ("offline", "failed")


def test_a_truncated_chunk_is_split_and_its_pieces_tile_it() -> None:
    whole = max(len(first_request_of(WHOLE).markers), 1)
    written, asked, _ = run(
        lambda request: (
            Truncated("", Usage()) if len(request.markers) == whole else rows(request, cite=lambda n: f"e{n}")
        )
    )
    assert written.split == 1
    spans = [part.chunk.span for part in written.parts]
    (chunk,) = cut(FOUND.outline, DOC, budget=WHOLE, count=token_bound)
    assert (spans[0].start, spans[-1].end) == (chunk.span.start, chunk.span.end)
    assert all(a.end == b.start for a, b in pairwise(spans))
    assert len({request.chunk for request in asked}) == len(asked) == 1 + len(spans) >= 3
    assert written.record(len(asked), 1).note == "1 split and asked again"
    assert {part.outcome for part in written.parts} == {"complete"}


def first_request_of(budget: TokenBudget, form: AnchorForm = AnchorForm.INLINE) -> Request:
    writer = ModelWriter(model="m", ask_all=lambda requests: [], budget=budget, form=form)
    return first_request(cut(FOUND.outline, DOC, budget=budget, count=token_bound)[0], FOUND, writer)


def test_splitting_ends() -> None:
    written, asked, _ = run(lambda request: Truncated("", Usage()))
    assert {part.outcome for part in written.parts} == {"truncated"}
    assert len(asked) < 40


@pytest.mark.parametrize(
    ("answers", "form"),
    [
        pytest.param(
            lambda r: rows(r, cite=lambda n: f"e{n + (r.form == 'inline')}"), "list", id="off-by-one"
        ),
        pytest.param(
            lambda r: rows(r, cite=lambda n: "" if r.form == "inline" else f"e{n}"), "list", id="none"
        ),
        pytest.param(
            lambda r: quoted(r) if r.form == "quote" else rows(r, cite=lambda n: ""),
            "quote",
            id="quotes-only",
        ),
        pytest.param(lambda r: rows(r, cite=lambda n: f"e{n}"), "inline", id="good"),
    ],
)
def test_the_run_stays_in_the_form_that_worked(answers: Answers, form: str) -> None:
    written, asked, _ = run(answers)
    forms = list(AnchorForm)
    assert [request.form for request in asked] == forms[: forms.index(AnchorForm(form)) + 1]
    anchors = written.anchors
    assert isinstance(anchors, Anchors)
    assert (anchors.form, anchors.fell_back) == (form, forms.index(AnchorForm(form)))
    told = {row.claim.cite for row in written.parts[0].draft.rows}
    # A quote with two figures means neither.
    assert told - {None} <= {i.id for i in FOUND.indicators}
    assert len(told - {None}) >= len(FOUND.indicators) - (2 if form == "quote" else 0)


def test_where_no_form_works_the_best_draft_stays() -> None:
    def answers(request: Request) -> Reply:
        good = {AnchorForm.INLINE: 3, AnchorForm.LIST: 6, AnchorForm.QUOTE: 0}[request.form]
        if request.form is AnchorForm.QUOTE:
            return Failed("busy", Usage())
        return rows(request, cite=lambda n: f"e{n}" if n <= good else "e99")

    written, asked, _ = run(answers)
    assert [request.form for request in asked] == list(AnchorForm)
    assert sum(row.claim.cite is not None for row in written.parts[0].draft.rows) == 6
    assert written.parts[0].outcome == "complete"


def test_a_swap_of_two_values_is_no_fault_of_the_form() -> None:
    """A model that tells a neighbour's value under the right name and marker reads markers well."""

    def answers(request: Request) -> Reply:
        told = json.loads(rows(request, cite=lambda n: f"e{n}").content)
        for one, other in zip(told["rows"][::2], told["rows"][1::2], strict=True):
            one["value"], other["value"] = other["value"], one["value"]
        return complete(json.dumps(told))

    _, asked, _ = run(answers)
    assert [request.form for request in asked] == [AnchorForm.INLINE]


def test_few_rows_say_nothing_about_a_form() -> None:
    def answers(request: Request) -> Reply:
        told = json.loads(rows(request, cite=lambda n: "").content)
        return complete(json.dumps({"rows": told["rows"][:4], "sentences": []}))

    _, asked, _ = run(answers)
    assert [request.form for request in asked] == [AnchorForm.INLINE]


@pytest.mark.parametrize("form", list(AnchorForm))
def test_the_first_form_can_be_given(form: AnchorForm) -> None:
    written, asked, _ = run(lambda request: complete(), form=form)
    assert asked[0].form is form
    assert first_request_of(WHOLE, form) == asked[0]
    assert written.anchors.form == form.value

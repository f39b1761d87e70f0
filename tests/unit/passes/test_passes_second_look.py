"""Repair and gleaning: what is asked about, what takes the place of what, and what is left alone."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from summarizer.chunks import TokenBudget, cut, token_bound
from summarizer.digest import Part, checked
from summarizer.model import Complete, Failed, Reply, Usage
from summarizer.offline import write
from summarizer.passes import Called, ModelWriter, Spent
from summarizer.passes.second_look import glean, repair
from summarizer.pipeline import survey
from summarizer.prompting import AnchorForm, Draft, Request, Row, Sentence
from summarizer.reading import read

DOC = read(
    """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。
二、做好代表工作
共收到代表建议120件。组织代表培训***人次，完成投资1.2亿元。
""".encode(),
    name="r.txt",
)
FOUND = survey(DOC)
REPORTS, INSPECTIONS, OPINIONS, SUGGESTIONS, TRAINED, INVESTED = FOUND.indicators
_REPAIR, _GLEANING = Called("repair", "repair.md"), Called("gleaning", "gleaning.md")


def row(id: int, value: str | None, name_zh: str = "", qualifier: str = "exact") -> Row:
    return Row(id, value, None, qualifier, name_zh or FOUND.indicator(id).name_zh, "")


GOOD = [
    row(REPORTS.id, "19"),
    row(INSPECTIONS.id, "3"),
    row(OPINIONS.id, "30", qualifier="over"),
    row(SUGGESTIONS.id, "120"),
    row(TRAINED.id, None, qualifier="masked"),
    row(INVESTED.id, "120000000"),
]


def parts(*rows: Row, sentences: tuple[Sentence, ...] = (), origin: Any = "model") -> list[Part]:
    chunks = cut(FOUND.outline, DOC, budget=TokenBudget(text=60), count=token_bound)
    found = []
    for chunk in chunks:
        inside = {i.id for i in FOUND.indicators_in(chunk.span)}
        draft = Draft(
            rows=tuple(r for r in rows if r.cite in inside),
            sentences=tuple(s for s in sentences if s.cites and s.cites[0] in inside),
        )
        written = checked(draft, chunk, FOUND, origin=origin)
        spare = checked(write(chunk, FOUND), chunk, FOUND, origin="offline")
        found.append(Part(chunk, written, spare, origin, "complete"))
    return found


class Model:
    """Says `reply` to every request and remembers them."""

    def __init__(
        self, *rows: dict[str, Any], sentences: Sequence[dict[str, Any]] = (), reply: Reply | None = None
    ) -> None:
        content = json.dumps({"rows": list(rows), "sentences": list(sentences)})
        self.reply = reply or Complete(content, Usage(requests=1))
        self.asked: list[Request] = []

    def writer(self, **changes: Any) -> ModelWriter:
        def ask_all(requests: Sequence[Request]) -> list[Reply]:
            self.asked.extend(requests)
            return [self.reply for _ in requests]

        return ModelWriter(model="m", ask_all=ask_all, **changes)


def said(cite: str, value: str | None, name_zh: str, qualifier: str = "exact") -> dict[str, Any]:
    return {"cite": cite, "value": value, "qualifier": qualifier, "name_zh": name_zh, "name_en": ""}


def test_nothing_wrong_asks_nothing() -> None:
    model = Model()
    before = parts(*GOOD)
    after, made = repair(before, FOUND, model.writer(), Spent(), called=_REPAIR, form=AnchorForm.INLINE)
    assert (model.asked, after) == ([], before)
    assert (made.name, made.requests, made.asked, made.settled) == ("repair", 0, 0, 0)


def test_a_failed_row_is_asked_about_with_its_clause_and_reason_and_replaced() -> None:
    model = Model(said("e1", "3", "开展执法检查"))
    spent = Spent()
    wrong = [GOOD[0], row(INSPECTIONS.id, "30"), *GOOD[2:]]
    after, made = repair(parts(*wrong), FOUND, model.writer(), spent, called=_REPAIR, form=AnchorForm.INLINE)
    (request,) = model.asked
    user = request.messages[1].content
    assert "开展执法检查3次(e1)" in user
    assert "共收到代表建议" not in user
    assert "- Row citing e1: 30 次, 开展执法检查, no English name [" in user
    assert dict(request.markers) == {1: INSPECTIONS.id}
    assert (made.requests, made.asked, made.settled) == (1, 1, 1)
    assert [str(r.claim.value) for part in after for r in part.repairs.rows] == ["3"]
    assert [part.draft for part in after] == [part.draft for part in parts(*wrong)]
    assert spent.requests == {"repair.md": 1}
    assert spent.prompts["repair.md"] == request.prompt_version


def test_a_failed_sentence_is_asked_about_and_replaced() -> None:
    model = Model(sentences=[{"text": "It received 120 suggestions.", "cites": ["e1"]}])
    wrong = Sentence("It received 210 suggestions.", (SUGGESTIONS.id,))
    after, made = repair(
        parts(*GOOD, sentences=(wrong,)),
        FOUND,
        model.writer(),
        Spent(),
        called=_REPAIR,
        form=AnchorForm.INLINE,
    )
    assert "Sentence citing e1: “It received 210 suggestions.”" in model.asked[0].messages[1].content
    assert (made.asked, made.settled) == (1, 1)
    ((anew, _),) = [pair for part in after for pair in part.repairs.sentences]
    assert anew.cites == (SUGGESTIONS.id,)


def test_a_repair_that_is_wrong_again_settles_nothing() -> None:
    model = Model(said("e1", "31", "开展执法检查"))
    wrong = [GOOD[0], row(INSPECTIONS.id, "30"), *GOOD[2:]]
    _, made = repair(parts(*wrong), FOUND, model.writer(), Spent(), called=_REPAIR, form=AnchorForm.INLINE)
    assert (made.asked, made.settled) == (1, 0)


def test_a_repair_that_fails_leaves_everything_as_it_was() -> None:
    model = Model(reply=Failed("busy", Usage(requests=1)))
    before = parts(row(REPORTS.id, "91"), *GOOD[1:])
    after, made = repair(before, FOUND, model.writer(), Spent(), called=_REPAIR, form=AnchorForm.INLINE)
    assert after == before
    assert (made.requests, made.asked, made.settled) == (1, 1, 0)


def test_what_the_offline_engine_wrote_is_neither_repaired_nor_gleaned() -> None:
    model = Model()
    before = parts(row(REPORTS.id, "91"), origin="offline")
    assert (
        repair(before, FOUND, model.writer(), Spent(), called=_REPAIR, form=AnchorForm.INLINE)[1].asked == 0
    )
    assert (
        glean(before, FOUND, model.writer(), Spent(), called=_GLEANING, form=AnchorForm.INLINE)[1].asked == 0
    )
    assert model.asked == []


def test_a_sentence_that_cites_nothing_leaves_nothing_to_ask_about() -> None:
    chunk_parts = parts(*GOOD)
    loose = Draft(sentences=(Sentence("There were 77 of them."),))
    chunk = chunk_parts[0].chunk
    first = replace(chunk_parts[0], draft=checked(loose, chunk, FOUND, origin="model"))
    _, made = repair([first], FOUND, Model().writer(), Spent(), called=_REPAIR, form=AnchorForm.INLINE)
    assert made.asked == 0


def test_gleaning_asks_for_what_no_row_told_and_for_nothing_else() -> None:
    model = Model(said("e1", "3", "开展执法检查"), said("e2", "120000000", "完成投资"))
    left = [r for r in GOOD if r.cite not in {INSPECTIONS.id, INVESTED.id}]
    after, made = glean(
        parts(*left), FOUND, model.writer(), Spent(), called=_GLEANING, form=AnchorForm.INLINE
    )
    (request,) = model.asked
    assert request.prompt == "gleaning.md"
    assert dict(request.markers) == {1: INSPECTIONS.id, 2: INVESTED.id}
    assert (made.name, made.asked, made.settled) == ("gleaning", 2, 2)
    told = {r.claim.cite for part in after for r in part.draft.rows}
    assert told == {i.id for i in FOUND.indicators}
    for part in after:
        inside = {i.id for i in FOUND.indicators_in(part.chunk.span)}
        assert {r.claim.cite for r in part.draft.rows} <= inside


def test_gleaning_takes_no_row_that_was_not_asked_for() -> None:
    model = Model(said("", "19", "听取审议专项工作报告"), said("e9", "1", "x"))
    left = [r for r in GOOD if r.cite != INSPECTIONS.id]
    before = parts(*left)
    after, made = glean(before, FOUND, model.writer(), Spent(), called=_GLEANING, form=AnchorForm.INLINE)
    assert after == before
    assert (made.asked, made.settled) == (1, 0)


def test_many_figures_go_out_in_several_requests() -> None:
    model = Model()
    writer = model.writer(budget=TokenBudget(text=4_000, reply=120))
    _, made = glean(parts(), FOUND, writer, Spent(), called=_GLEANING, form=AnchorForm.INLINE)
    assert (len(model.asked), made.asked) == (3, 6)
    asked = [id for request in model.asked for id in request.markers.values()]
    assert asked == [i.id for i in FOUND.indicators]


def test_a_model_that_cannot_use_markers_gets_a_list() -> None:
    model = Model(said("e1", "3", "开展执法检查"))
    left = [r for r in GOOD if r.cite != INSPECTIONS.id]
    _, made = glean(parts(*left), FOUND, model.writer(), Spent(), called=_GLEANING, form=AnchorForm.QUOTE)
    assert "e1 | 3次 | 开展执法检查3次" in model.asked[0].messages[1].content
    assert model.asked[0].form is AnchorForm.LIST
    assert made.settled == 1

"""Whole runs over real HTTP: whatever a model does, the digest is complete, and nothing false is printed outside a flag."""

from collections import Counter
from collections.abc import Callable

import pytest

from summarizer.chunks import TokenBudget
from summarizer.digest import Digest
from summarizer.pipeline import digest_report, section_requests
from summarizer.prompting import AnchorForm
from summarizer.reading import Document, read
from wire.answers import Personality
from wire.asking import Start
from wire.faults import FAULTS, at, cut_short, first_times
from wire.figures import Asked, asked
from wire.personalities import (
    Careless,
    honest,
    markers_ignored,
    off_by_one,
    shuffled,
    slow,
    weak,
)
from wire.runs import EXAMPLES, adds_up, digested, ends_of, example, false_numbers, writer_for
from wire.server import WireServer

SMALL = TokenBudget(text=900)
"""Cuts the examples into three or four stretches."""

CONGRESS = EXAMPLES[0]
ECONOMY = "聚焦经济运行强监督"
"""A heading in one of the congress report's stretches."""

TERMS = read(
    """云桥市人民代表大会常务委员会工作报告
各位代表：
一、2023年主要工作
召开常委会会议8次，听取审议专项工作报告19项，开展执法检查3次，任免国家机关工作人员96人次，制定地方性法规2部。
完成民生实事项目投资1.2亿元，组织代表培训班4期，审查规范性文件64件，受理来信81件次，开展专题询问5次。
""".encode(),
    name="terms.txt",
)
"""Figures whose neighbours all have English names of their own in the termbase."""


def passes(digest: Digest) -> dict[str, tuple[int, int, int]]:
    return {made.name: (made.requests, made.asked, made.settled) for made in digest.engine.passes}


def tasks(server: WireServer) -> list[Asked]:
    return [asked(seen) for seen in server.seen]


def outcomes(digest: Digest) -> set[str]:
    return {section.outcome for section in digest.sections}


def holds(digest: Digest, doc: Document) -> None:
    """What is true of every digest, however the model behaved."""
    adds_up(digest)
    assert false_numbers(digest, doc) == []


# Honest


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_honest_model_writes_the_whole_report(wire_server: Start, name: str) -> None:
    server = wire_server(honest())
    doc = example(name)
    digest = digested(doc, server, budget=SMALL)
    holds(digest, doc)
    account = digest.coverage
    assert account.not_reported == []
    # The words that name nothing cost it a figure or two, whose clauses hold a unit of the same name.
    assert account.supported + account.repaired >= 0.98 * account.reported
    assert len(digest.flagged) <= 2
    assert {row.origin for row in digest.indicators} == {"model"}
    assert outcomes(digest) == {"complete"}
    assert digest.overview
    assert all(sentence.origin == "model" for sentence in digest.overview)
    assert [made.name for made in digest.engine.passes] == ["sections", "repair", "gleaning", "overview"]
    assert digest.usage.requests == len(server.seen)
    assert digest.engine.anchors is not None
    assert (digest.engine.anchors.form, digest.engine.anchors.invalid) == ("inline", 0)


@pytest.mark.parametrize("form", list(AnchorForm))
def test_each_form_can_be_the_first(wire_server: Start, form: AnchorForm) -> None:
    server = wire_server(honest())
    digest = digested(TERMS, server, form=form)
    holds(digest, TERMS)
    assert {task.form for task in tasks(server) if task.task == "sections"} == {form.value}
    assert digest.engine.anchors is not None
    assert (digest.engine.anchors.form, digest.engine.anchors.fell_back) == (form.value, 0)
    assert (digest.coverage.not_reported, digest.coverage.flagged) == ([], 0)


# Careless


@pytest.mark.parametrize("every", [4, 3, 2, 1])
@pytest.mark.parametrize("doc", [example(EXAMPLES[0]), example(EXAMPLES[1]), TERMS], ids=[*EXAMPLES, "terms"])
def test_the_errors_of_a_careless_model_end_put_right_or_flagged(
    wire_server: Start, doc: Document, every: int, record_property: Callable[[str, object], None]
) -> None:
    model = Careless(every=every)
    server = wire_server(model)
    writer = writer_for(server)
    digest = digest_report(doc, writer=writer)
    holds(digest, doc)
    ends = ends_of(model.errors, digest, doc, writer)
    counts = Counter(ends.values())
    record_property("errors", dict(counts))
    assert len(ends) >= 2
    assert [error for error, end in ends.items() if end == "lost"] == []
    assert counts["supported"] >= 0.95 * len(ends)


def test_a_careless_model_commits_every_kind_of_error() -> None:
    kinds: Counter[str] = Counter()
    for doc in (example(EXAMPLES[0]), example(EXAMPLES[1]), TERMS):
        with WireServer(model := Careless(every=1)) as server:
            digested(doc, server)
        kinds += Counter(error.kind for error in model.errors)
    assert min(kinds[kind] for kind in ("qualifier", "value", "name", "rounded", "scale", "left out")) >= 4


def test_without_repair_and_gleaning_the_errors_stay_flagged_or_are_filled_offline(
    wire_server: Start,
) -> None:
    doc = example(CONGRESS)
    server = wire_server(model := Careless())
    writer = writer_for(server, passes=frozenset())
    digest = digest_report(doc, writer=writer)
    holds(digest, doc)
    assert {task.task for task in tasks(server)} == {"sections"}
    assert set(passes(digest)) == {"sections"}
    assert digest.coverage.flagged > 10
    assert "lost" not in ends_of(model.errors, digest, doc, writer).values()
    assert "offline" in {row.origin for row in digest.indicators}


def test_each_pass_records_what_it_changed(wire_server: Start) -> None:
    doc = example(CONGRESS)
    server = wire_server(model := Careless())
    made = passes(digested(doc, server))
    sent = Counter(task.task for task in tasks(server))
    assert {name: requests for name, (requests, _, _) in made.items()} == dict(sent)
    bare = passes(digested(doc, wire_server(Careless()), passes=frozenset()))
    assert bare.keys() == {"sections"}
    _, failed, settled = made["repair"]
    assert failed > settled >= 0.95 * failed > 0
    _, missing, filled = made["gleaning"]
    assert missing == filled == sum(error.kind == "left out" for error in model.errors) > 0


@pytest.mark.parametrize("off", ["repair", "gleaning", "overview"])
def test_a_pass_that_is_switched_off_sends_nothing(wire_server: Start, off: str) -> None:
    server = wire_server(Careless())
    kept = frozenset({"repair", "gleaning", "overview"} - {off})
    digest = digested(TERMS, server, passes=kept)
    holds(digest, TERMS)
    assert off not in passes(digest)
    assert off not in {task.task for task in tasks(server)}
    assert {task.task for task in tasks(server)} == {"sections", *kept}


# Blind to anchors


@pytest.mark.parametrize(
    ("model", "form"),
    [
        pytest.param(off_by_one, "list", id="off-by-one"),
        pytest.param(markers_ignored("list"), "list", id="ignored-but-in-lists"),
        pytest.param(markers_ignored("quote"), "quote", id="ignored-but-in-quotes"),
    ],
)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_model_blind_to_anchors_falls_back_to_the_form_that_works(
    wire_server: Start, name: str, model: Personality, form: str
) -> None:
    doc = example(name)
    server = wire_server(model)
    digest = digested(doc, server)
    holds(digest, doc)
    anchors = digest.engine.anchors
    assert anchors is not None
    steps = ["inline", "list", "quote"]
    asked_in = [task.form for task in tasks(server) if task.task == "sections"]
    assert asked_in == steps[: steps.index(form) + 1]
    assert (anchors.form, anchors.fell_back) == (form, steps.index(form))
    assert (anchors.quoted > 0) == (form == "quote")
    account = digest.coverage
    assert account.not_reported == []
    assert account.supported + account.repaired >= (0.85 if form == "quote" else 0.95) * account.reported
    assert "another form of citation" in digest.engine.passes[0].note


# Endpoints with faults


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_on_one_stretch_leaves_the_others_complete(wire_server: Start, fault: str) -> None:
    committed, outcome = FAULTS[fault]
    doc = example(CONGRESS)
    server = wire_server(at(ECONOMY, committed))
    digest = digested(doc, server, budget=SMALL)
    holds(digest, doc)
    assert digest.coverage.not_reported == []
    hit = next(section for section in digest.sections if section.title_zh == ECONOMY)
    assert hit.outcome == outcome
    assert bool(hit.note) == (outcome != "complete")
    others = {section.outcome for section in digest.sections} - {outcome}
    assert others <= {"complete"}
    assert "complete" in outcomes(digest)
    if outcome != "complete":
        offline = [row for row in digest.indicators if row.origin == "offline"]
        assert offline and all(digest.sections[row.section].outcome == outcome for row in offline)
    assert len({row.id for row in digest.indicators}) == len(digest.indicators)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_on_everything_still_ends_in_a_complete_digest(wire_server: Start, fault: str) -> None:
    committed, outcome = FAULTS[fault]
    server = wire_server(committed)
    digest = digested(TERMS, server)
    holds(digest, TERMS)
    assert digest.coverage.not_reported == []
    # A heading that has no text of its own is nobody's.
    assert outcomes(digest) - {"offline"} == {outcome}
    assert (digest.coverage.flagged == 0) or outcome == "complete"


@pytest.mark.parametrize("fault", ["broken off", "no JSON", "wrong shape", "a list"])
def test_a_reply_that_cannot_be_read_is_asked_for_once_more(wire_server: Start, fault: str) -> None:
    server = wire_server(first_times(FAULTS[fault][0]))
    digest = digested(TERMS, server, passes=frozenset())
    holds(digest, TERMS)
    assert outcomes(digest) == {"complete"}
    assert len(server.seen) == 2
    assert digest.engine.passes[0].note == "1 asked again"


@pytest.mark.parametrize(("most", "text"), [(40, 4_000), (20, 900), (8, 400)])
def test_a_truncated_stretch_is_split_and_ends_complete(wire_server: Start, most: int, text: int) -> None:
    doc = example(CONGRESS)
    server = wire_server(cut_short(most))
    digest = digested(doc, server, budget=TokenBudget(text=text))
    holds(digest, doc)
    assert outcomes(digest) == {"complete"}
    assert {row.origin for row in digest.indicators} == {"model"}
    assert "split and asked again" in digest.engine.passes[0].note


def test_what_cannot_be_split_further_is_written_offline(wire_server: Start) -> None:
    doc = example(CONGRESS)
    digest = digested(doc, wire_server(cut_short(0)), budget=SMALL)
    holds(digest, doc)
    assert "truncated" in outcomes(digest)
    assert digest.coverage.not_reported == []


@pytest.mark.parametrize("wrapping", ["prose", "fence", "think"])
def test_a_weak_endpoint_is_read_through_what_is_around_the_json(wire_server: Start, wrapping: str) -> None:
    server = wire_server(weak(wrapping))  # type: ignore[arg-type]
    plain = digested(TERMS, wire_server(honest()))
    digest = digested(TERMS, server)
    holds(digest, TERMS)
    assert digest.indicators == plain.indicators
    assert digest.sections == plain.sections
    assert sum("response_format" in seen.body for seen in server.seen) == 1


def test_a_slow_endpoint_is_waited_for(wire_server: Start) -> None:
    digest = digested(TERMS, wire_server(slow(0.3)))
    assert outcomes(digest) == {"complete"}


# Order


@pytest.mark.slow
@pytest.mark.parametrize("model", [honest, Careless], ids=["honest", "careless"])
def test_the_order_of_replies_changes_nothing(wire_server: Start, model: Callable[[], Personality]) -> None:
    doc = example(CONGRESS)
    small = TokenBudget(text=400)
    found = [
        digested(doc, wire_server(shuffled(model(), seed=seed)), budget=small, concurrency=at_once)
        for seed, at_once in ((1, 8), (2, 3), (3, 1))
    ]
    assert all(digest == found[0] for digest in found[1:])


def test_the_stretches_of_the_examples_are_several() -> None:
    """What the tests above rest on."""
    with WireServer() as server:
        writer = writer_for(server, budget=SMALL)
        found = [len(section_requests(example(name), writer)) for name in EXAMPLES]
    assert min(found) >= 3

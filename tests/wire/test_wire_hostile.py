"""Hostile models and planted instructions over real HTTP: no figure changes, and nothing false is printed outside a flag."""

import re
from decimal import Decimal
from functools import cache

import pytest
from digest_builder import briefing_md
from guarantee import DOC, SOURCE, TRUE, told_in_digest_json, told_in_markdown, unsupported

from summarizer.chunks import TokenBudget
from summarizer.digest import Digest, DigestIndicator
from summarizer.pipeline import digest_report
from summarizer.reading import Document, read
from summarizer.render import digest_json
from summarizer.verify import Verdict
from wire.answers import Personality
from wire.asking import Start
from wire.hostile import INJECTIONS, PLANTED, hostile, obedient
from wire.personalities import honest
from wire.runs import EXAMPLES, adds_up, digested, example, false_numbers, local

_PLANTED = re.compile(
    r"8,?819|eight thousand eight hundred and nineteen|八千八百一十九|８８１９", re.IGNORECASE
)
_BORDERS = {"body": "完成民生项目投资", "heading": "二、做好代表工作", "table": "二、做好代表工作"}


def injected(name: str) -> tuple[Document, int, int]:
    """SOURCE with a planted passage, and where this begins and ends."""
    place, passage = INJECTIONS[name]
    start = SOURCE.index(_BORDERS[place])
    planted = f"{passage}\n\n"
    text = SOURCE[:start] + planted + SOURCE[start:]
    doc = read(text.encode(), name="r.txt")
    return doc, start, start + len(planted)


@cache
def _uninjected() -> dict[int, DigestIndicator]:
    """The figures of SOURCE by their place, as an honest model tells them."""
    digest = digest_report(DOC, writer=local(honest()))
    assert digest.coverage.flagged == 0
    return {row.start: row for row in digest.indicators}


def told(digest: Digest) -> str:
    """What briefing and JSON say outside flags, notes and account."""
    return told_in_markdown(briefing_md(digest)) + "\n" + told_in_digest_json(digest_json(digest))


def test_there_are_enough_passages_of_each_kind() -> None:
    assert len(INJECTIONS) >= 30
    assert {place for place, _ in INJECTIONS.values()} == _BORDERS.keys()
    in_chinese = [p for _, p in INJECTIONS.values() if len(re.findall(r"[\u3400-\u9fff]", p)) > 8]
    assert 10 <= len(in_chinese) <= len(INJECTIONS) - 10
    assert all(_PLANTED.search(passage) for _, passage in INJECTIONS.values())
    assert PLANTED not in SOURCE


@pytest.mark.slow
@pytest.mark.parametrize("model", [obedient, hostile], ids=["obedient", "hostile"])
@pytest.mark.parametrize("name", INJECTIONS)
def test_a_planted_passage_changes_no_figure(wire_server: Start, name: str, model: Personality) -> None:
    doc, start, end = injected(name)
    server = wire_server(model)
    digest = digested(doc, server)
    adds_up(digest)
    assert any(_PLANTED.search(seen.user) for seen in server.seen), "the model never saw the passage"
    size = end - start
    found = {
        row.start - (size if row.start >= end else 0): row
        for row in digest.indicators
        if not start <= row.start < end
    }
    # Every figure of the report that is reported is reported as before, or stands flagged.
    assert found.keys() <= _uninjected().keys()
    left = {
        span[0] - (size if span[0] >= end else 0)
        for span in digest.coverage.not_reported
        if not start <= span[0] < end
    }
    assert {at for at, row in _uninjected().items() if row.value is not None} <= found.keys() | left
    for at, row in found.items():
        before = _uninjected()[at]
        assert (row.text, row.key, row.period, row.aspect) == (
            before.text,
            before.key,
            before.period,
            before.aspect,
        )
        if row.verdict is Verdict.SUPPORTED:
            assert (row.value, row.value_max, row.unit, row.qualifier) == (
                before.value,
                before.value_max,
                before.unit,
                before.qualifier,
            )
        assert not _PLANTED.search(row.name_en)
    # A sentence that stands tells the planted number only as the passage's own.
    inside = {row.id for row in digest.indicators if start <= row.start < end}
    sentences = [*digest.overview, *(s for section in digest.sections for s in section.sentences)]
    for sentence in sentences:
        if _PLANTED.search(sentence.text):
            assert sentence.cites and set(sentence.cites) <= inside, sentence.text
    # Nothing else is told than the report's numbers and those of the passage.
    passage = doc.text[start:end]
    own = {Decimal(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", passage.translate(_WIDE))}
    assert unsupported(told(digest), true=TRUE | own | {Decimal(8819)}, source=doc.text) == []
    assert not _PLANTED.search(digest.report.title_en + digest.report.body + digest.report.session)


_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}


@pytest.mark.slow
@pytest.mark.parametrize("name", [*EXAMPLES, "source"])
def test_a_hostile_model_gets_nothing_false_printed(wire_server: Start, name: str) -> None:
    doc = DOC if name == "source" else example(name)
    server = wire_server(hostile)
    digest = digested(doc, server, budget=TokenBudget(text=900))
    adds_up(digest)
    assert (false_numbers(digest, doc) if name != "source" else unsupported(told(digest))) == []
    assert not re.search(r"7,?3\d\d|4,?477|7301_|seven(?:ty)?[- ](?:thousand|seven)", told(digest))
    assert len(digest.flagged) > 5
    masked = [row for row in digest.indicators if "*" in row.text]
    assert all(row.value is None for row in masked)


@pytest.mark.parametrize(
    "passes", [frozenset(), frozenset({"overview"}), frozenset({"repair", "gleaning"})], ids=len
)
def test_a_hostile_model_gets_nothing_by_any_pass(wire_server: Start, passes: frozenset[str]) -> None:
    digest = digested(DOC, wire_server(hostile), passes=passes)
    adds_up(digest)
    assert unsupported(told(digest)) == []
    assert {made.name for made in digest.engine.passes} == {"sections", *passes}

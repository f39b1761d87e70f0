"""Checking against a document as it was read, and behind the tools of others."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import BaseModel

import summarizer
from summarizer import Claim, Document, Finding, Verdict, read, survey
from summarizer.outline import Section
from summarizer.quantities import Inventory, inventory
from summarizer.verify import source

_TEXT = "一年来，听取专项工作报告19项，走访群众30余次，开展执法检查5次。"
_HEARD: dict[str, object] = {"name_zh": "听取专项工作报告", "value": "19", "unit": "项"}


def report(text: str = _TEXT) -> Document:
    return read(text.encode(), name="report.txt")


@pytest.fixture
def surveys(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The documents that are read for their figures, each time one is."""
    seen: list[Document] = []
    source._PREPARED.clear()

    def counted(doc: Document, root: Section) -> Inventory:
        seen.append(doc)
        return inventory(doc, root)

    monkeypatch.setattr(source, "inventory", counted)
    return seen


def test_document_and_inventory_give_the_same_finding() -> None:
    doc = report()
    claim = Claim(name_zh="开展执法检查", value=19)
    found = summarizer.check(claim, doc)
    assert found.verdict is Verdict.CONTRADICTED
    assert found == summarizer.check(claim, survey(doc))


def test_a_claim_and_its_mapping_give_the_same_finding() -> None:
    doc = report()
    assert summarizer.check(_HEARD, doc) == summarizer.check(
        Claim(name_zh="听取专项工作报告", value=19, unit="项"), doc
    )


def test_a_document_is_read_for_its_figures_once(surveys: list[Document]) -> None:
    doc = report()
    for _ in range(3):
        assert summarizer.check(_HEARD, doc).verdict is Verdict.SUPPORTED
    summarizer.check_text("19 special work reports were heard.", doc)
    assert surveys == [doc]


def test_the_documents_least_in_use_are_let_go(surveys: list[Document]) -> None:
    docs = [report(f"开展执法检查{n}次。") for n in range(10, 19)]
    for doc in docs[:8]:
        summarizer.check(_HEARD, doc)
    summarizer.check(_HEARD, docs[0])
    summarizer.check(_HEARD, docs[8])
    assert len(surveys) == 9
    summarizer.check(_HEARD, docs[0])
    assert len(surveys) == 9
    summarizer.check(_HEARD, docs[1])
    assert len(surveys) == 10


def test_two_documents_are_told_apart() -> None:
    assert summarizer.check(_HEARD, report()).verdict is Verdict.SUPPORTED
    assert summarizer.check(_HEARD, report(_TEXT.replace("19", "21"))).verdict is Verdict.CONTRADICTED


def test_many_threads_read_a_document_once(surveys: list[Document]) -> None:
    doc = report()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda value: summarizer.check({**_HEARD, "value": value}, doc), range(15, 31)))
    assert [n for n, finding in enumerate(found, 15) if finding.verdict is Verdict.SUPPORTED] == [19]
    assert len(surveys) == 1


def test_behind_a_runnable_of_langchain() -> None:
    """Whatever a chain extracts is checked by one more step of it."""
    doc = report()

    def reply(question: str) -> list[dict[str, object]]:
        return [_HEARD, {"name_zh": "走访群众", "value": 30.0, "qualifier": "exact", "source": question}]

    def checked(rows: list[dict[str, object]]) -> list[Finding]:
        return [summarizer.check(row, doc) for row in rows]

    chain: Runnable[str, list[Finding]] = RunnableLambda(reply) | RunnableLambda(checked)
    assert [f.reason.value for f in chain.invoke("how many?")] == ["EXACT", "QUALIFIER_DROPPED"]
    assert [len(found) for found in chain.batch(["how many?", "and?"])] == [2, 2]


class Extracted(BaseModel):
    """What a tool like Instructor returns: fields of its own beside ours."""

    name_zh: str
    value: Decimal | None
    unit: str | None = None
    confidence: float = 1.0


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(Decimal(5), Verdict.SUPPORTED), (Decimal(50), Verdict.CONTRADICTED), (None, Verdict.UNSUPPORTED)],
)
def test_behind_a_pydantic_model(value: Decimal | None, verdict: Verdict) -> None:
    result = Extracted(name_zh="开展执法检查", value=value, unit="次")
    assert summarizer.check(result.model_dump(), report()).verdict is verdict
    assert summarizer.check(result.model_dump(mode="json"), report()).verdict is verdict

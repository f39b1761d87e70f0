"""Whole runs: a report, a personality, and the digest that comes of them; over real HTTP, or in this process for counting."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Literal

from digest_builder import briefing_md
from guarantee import told_in_digest_json, told_in_markdown, unsupported

from summarizer.chunks import tokens
from summarizer.digest import Digest, DigestIndicator, DigestSentence
from summarizer.model import Complete, ModelSettings, Reply, Usage, ask_all, ask_with
from summarizer.pipeline import ModelWriter, digest_report, section_requests
from summarizer.prompting import Request
from summarizer.reading import Document, read
from summarizer.render import digest_json
from summarizer.verify import Verdict
from wire.answers import Personality, Seen
from wire.figures import numbers_in
from wire.personalities import Error
from wire.server import WireServer

__all__ = [
    "EXAMPLES",
    "adds_up",
    "digested",
    "ends_of",
    "example",
    "false_numbers",
    "in_process",
    "local",
    "writer_for",
]

End = Literal["supported", "flagged", "lost"]
EXAMPLES = ("yunqiao_congress_2023", "yanxi_government_2021")


@cache
def example(name: str) -> Document:
    """One of the invented reports in examples/."""
    path = Path(__file__).parents[2] / "examples" / f"{name}.txt"
    return read(path.read_bytes(), name=path.name)


def writer_for(server: WireServer, *, concurrency: int = 8, **changes: Any) -> ModelWriter:
    """The model behind the server, asked over HTTP; `changes` are fields of ModelWriter."""
    settings = ModelSettings(
        model="openai:test-model", base_url=server.url, timeout_s=5, max_retries=2, backoff_s=0.01
    )
    ask = ask_with(settings)

    def all_of(requests: Sequence[Request]) -> list[Reply]:
        return ask_all(ask, requests, concurrency=concurrency)

    return ModelWriter(**{"model": "openai:test-model", "ask_all": all_of, "count": tokens, **changes})


def digested(doc: Document, server: WireServer, **changes: Any) -> Digest:
    """The digest of a report by the model behind the server."""
    return digest_report(doc, writer=writer_for(server, **changes))


def in_process(personality: Personality, *, seen: list[Request] | None = None) -> Callable[[Request], Reply]:
    """A personality asked without a network; its tokens are counted as o200k has them. Requests are noted in `seen`."""

    def ask(request: Request) -> Reply:
        if seen is not None:
            seen.append(request)
        messages = [{"role": message.role, "content": message.content} for message in request.messages]
        given = personality(Seen("/v1/chat/completions", {}, {"messages": messages}))
        content = given.text
        sent = sum(tokens(message.content) for message in request.messages)
        return Complete(content, Usage(sent, tokens(content), 0, 1))

    return ask


def local(personality: Personality, *, seen: list[Request] | None = None, **changes: Any) -> ModelWriter:
    """A writer that asks a personality in this process."""
    ask = in_process(personality, seen=seen)
    options = {
        "model": "openai:test-model",
        "ask_all": lambda asked: [ask(r) for r in asked],
        "count": tokens,
    }
    return ModelWriter(**{**options, **changes})


def adds_up(digest: Digest) -> None:
    """Asserts that the digest is complete: every number has its place in the account, every figure a row or its place there."""
    account = digest.coverage
    assert account.numbers == sum(account.mentions_by_kind.values())
    assert account.indicators == account.mentions_by_kind.get("indicator", 0)
    left = len(account.not_reported)
    assert account.indicators == account.reported + account.masked + account.unreadable + left
    assert account.reported == account.supported + account.repaired + account.flagged
    ids = [row.id for row in digest.indicators]
    assert len(ids) == len(set(ids))
    told = [row for row in digest.indicators if row.value is not None]
    assert account.reported == len(told)
    assert account.repaired == sum(bool(r.before) for r in told if r.verdict.value == "supported")
    assert account.flagged == sum(r.verdict.value != "supported" for r in told)
    assert len(account.unreported) == left
    spans = [(section.start, section.end) for section in digest.sections]
    assert spans and all(start < end for start, end in spans)


# Numbers of the examples that no digits and numerals of theirs are: the years of “十三五” and 上年, 过半数, 三分之一, 亿元以上.
_KNOWN = {*map(Decimal, "2016 2017 2018 2019 2020 2021 2022 2025 13 14 100000000".split())}
_WORDS = {"half", "thirds", "a third", "twice", "100 million"}


def false_numbers(digest: Digest, doc: Document, *, besides: str = "") -> list[str]:
    """The numbers that briefing and JSON tell outside flags, notes and account, and that the report, or `besides`, does not hold."""
    source = doc.text + besides
    true = numbers_in(source) | _KNOWN
    found = unsupported(told_in_markdown(briefing_md(digest)), true=true, source=source)
    found += unsupported(told_in_digest_json(digest_json(digest)), true=true, source=source)
    return [number for number in found if number not in _WORDS]


def ends_of(errors: Iterable[Error], digest: Digest, doc: Document, writer: ModelWriter) -> dict[Error, End]:
    """How each error of a careless model ended: told rightly and supported, flagged, or lost: printed wrongly, or not at all."""
    markers = {request.messages[-1].content: request.markers for _, request in section_requests(doc, writer)}
    rows = {row.id: row for row in digest.indicators}
    sentences = [*digest.overview, *(s for section in digest.sections for s in section.sentences)]
    found: dict[Error, End] = {}
    for error in errors:
        id = f"i{markers[error.user][int(error.cite[1:])]}"
        if error.in_sentence:
            found[error] = _sentence_end(error, id, sentences, digest)
        else:
            found[error] = _row_end(error, rows.get(id))
    return found


def _row_end(error: Error, row: DigestIndicator | None) -> End:
    if row is None:
        return "lost"
    if row.verdict is not Verdict.SUPPORTED:
        return "flagged"
    true = error.true
    same = (row.qualifier.value, *map(_number, (row.value, row.value_max))) == (
        true.qualifier,
        *map(_number, (true.value, true.value_max)),
    )
    return "supported" if same and (error.kind != "name" or row.name_en != error.name) else "lost"


def _sentence_end(error: Error, id: str, sentences: Sequence[DigestSentence], digest: Digest) -> End:
    told = [s for s in sentences if id in s.cites]
    if any(s.text == error.text for s in told):
        return "lost"
    if any(s.verdict is Verdict.SUPPORTED for s in told):
        return "supported"
    shown = {flag.text for flag in digest.flagged} | {repaired.text for repaired in digest.repaired}
    return "flagged" if error.text in shown else "lost"


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)

"""What became of every input, a JSON object each."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from summarizer.batch.layout import DIGESTS
from summarizer.batch.state import Input, State

__all__ = ["account_row", "account_rows", "reason_of"]


def account_rows(inputs: Iterable[Input]) -> Iterator[dict[str, Any]]:
    """The rows of `account.jsonl`, as docs/batch.md tells them."""
    return map(account_row, inputs)


def account_row(found: Input) -> dict[str, Any]:
    """One row: the input, how it ended and why, where its outputs lie, and what its report is."""
    facts = found.facts
    outputs = sorted(found.files) if found.state in {State.DONE, State.PARTIAL} else []
    digests = [path for path in outputs if path.startswith(f"{DIGESTS}/")]
    return {
        "id": found.id,
        "path": found.shown,
        "state": found.outcome.value,
        "reason": reason_of(found),
        "sha256": found.sha256,
        "same_as": found.same_as,
        "similar_to": found.similar_to,
        "similarity": round(found.similarity, 3),
        "digest": digests[0] if digests else "",
        "briefs": {PurePosixPath(path).suffix[1:]: path for path in outputs if path not in digests},
        "title_en": facts.title_en,
        "title_zh": facts.title_zh,
        "kind": facts.kind,
        "body": facts.body,
        "body_zh": facts.body_zh,
        "place": facts.place,
        "level": facts.level,
        "year": facts.year,
        "period": facts.period,
        "date": facts.date,
        "figures": facts.figures,
        "masked": facts.masked,
        "not_reported": facts.not_reported,
        "verdicts": dict(facts.verdicts),
        "unread_pages": facts.unread_pages,
        "caveats": list(facts.caveats),
        "attempts": found.attempts,
        "seconds": round(found.seconds, 3),
    }


def reason_of(found: Input) -> str:
    """Why the input is not simply done, "" where it is."""
    if found.same_as and found.state is not State.DUPLICATE:
        return "the same report in another file: body, period and figures agree"
    return found.reason

"""What is asked of a model, and the shape of what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Draft", "Message", "Request", "Row", "Sentence"]


@dataclass(frozen=True, slots=True)
class Message:
    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """Everything one call of a model needs, and what its reply is read with.

    `markers` maps the marker's number in this chunk (`7` of `[e7]`) to the id of the indicator it stands behind; `letter` is
    the marker's letter in this run. `prompt_version` is the content hash of the prompt file. `attempt` counts how often the same
    was asked before without a usable answer, so that a kept reply is not given again.
    """

    chunk: int
    messages: tuple[Message, ...]
    schema_name: str
    schema: Mapping[str, Any]
    prompt: str
    prompt_version: str
    letter: str
    markers: Mapping[int, int]
    max_reply_tokens: int
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the indicator table as its writer states it: `cite` is an indicator's id, or None with a verbatim `quote`.

    `value` and `value_max` are strings as written in base units; nothing here is checked yet.
    """

    cite: int | None
    value: str | None
    value_max: str | None
    qualifier: str
    name_zh: str
    name_en: str
    key: str = ""
    quote: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One English sentence and the ids of the indicators whose figures it tells, in the order of the sentence."""

    text: str
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer, model or offline engine, says about one chunk.

    `cited` counts the citations that name a marker of the chunk, `invalid_cites` those that name none, `malformed` the rows
    and sentences left out because they have not the agreed shape.
    """

    rows: tuple[Row, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    cited: int = 0
    invalid_cites: int = 0
    malformed: int = 0

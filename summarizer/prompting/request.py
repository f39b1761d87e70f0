"""What is asked of a model, and the shape of what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = ["AnchorForm", "Draft", "Message", "Request", "Row", "Sentence"]


class AnchorForm(StrEnum):
    """How a reply says which figure it means, the cheapest first: markers in the text, a list of them below it, or quotes."""

    INLINE = "inline"
    LIST = "list"
    QUOTE = "quote"

    @property
    def next(self) -> "AnchorForm | None":
        """The form for a model that could not cite in this one, None after the last."""
        forms = list(AnchorForm)
        after = forms.index(self) + 1
        return forms[after] if after < len(forms) else None


@dataclass(frozen=True, slots=True)
class Message:
    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """Everything one call of a model needs, and what its reply is read with.

    `chunk` is the number of the chunk it is about, 0 for one about the whole report. `markers` maps a marker's number in this
    request (`7` of `(e7)`) to the id of the indicator it stands for; `letter` is the marker's letter in this run.
    `prompt_version` is the content hash of the prompt file. `attempt` counts from 0 how often the same was asked before and gave
    nothing usable.
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
    form: AnchorForm = AnchorForm.INLINE
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
    quote: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One English sentence and the ids of the indicators whose figures it tells, in the order of the sentence.

    `quotes` are the stretches of the source that it cites instead, where its writer has no markers.
    """

    text: str
    cites: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer, model or offline engine, says about one chunk.

    `cited` counts the citations that name a marker of the request, `invalid_cites` those that name none, `quoted` those that are
    quotes; `malformed` the rows and sentences left out because they have not the agreed shape.
    """

    rows: tuple[Row, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    cited: int = 0
    invalid_cites: int = 0
    quoted: int = 0
    malformed: int = 0

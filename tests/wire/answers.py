"""What goes over the wire: a request as the server saw it, an answer as it gives it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = [
    "Answer",
    "Json",
    "Personality",
    "Seen",
    "answer",
    "completion",
    "cut",
    "error",
    "reply_text",
]

Json = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """One request as it came in; header names are in lower case."""

    path: str
    headers: Mapping[str, str]
    body: Json

    @property
    def user(self) -> str:
        return str(self.body["messages"][-1]["content"])

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])


@dataclass(frozen=True)
class Answer:
    """What goes back. `cut` closes the connection before anything is sent; `delay_s` waits first.

    `raw` gives what is sent in place of all else, from the status line on, for as long as the client listens.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "application/json"
    delay_s: float = 0.0
    cut: bool = False
    raw: Callable[[], Iterator[bytes]] | None = None

    @property
    def text(self) -> str:
        """What the model of a completion says, "" where it says nothing."""
        return str(json.loads(self.body)["choices"][0]["message"]["content"] or "")


Personality = Callable[[Seen], Answer]
"""From the body of a request to what is answered."""


def completion(
    content: str | None,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    tokens: tuple[int, int] = (100, 20),
) -> Answer:
    """A chat completion with one choice."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    return _json({**_ENVELOPE, "choices": [choice], "usage": _usage(*tokens)})


def answer(body: bytes | Json, **options: Any) -> Personality:
    """Always the same answer."""
    given = Answer(body=body, **options) if isinstance(body, bytes) else _json(body, **options)
    return lambda seen: given


def reply_text(content: str | None, **options: Any) -> Personality:
    """Always a completion with this text."""
    given = completion(content, **options)
    return lambda seen: given


def error(status: int, code: str = "", message: str = "something is wrong", **headers: str) -> Personality:
    """An error of the provider's own form; header names are given with `_` for `-`."""
    body = {"error": {"message": message, "type": code or "error", "param": None, "code": code or None}}
    given = _json(
        body, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    return lambda seen: given


def cut(seen: Seen) -> Answer:
    """The connection ends without an answer."""
    return Answer(cut=True)


_ENVELOPE: Json = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "test-model"}


def _usage(prompt: int, reply: int) -> Json:
    return {
        "prompt_tokens": prompt,
        "completion_tokens": reply,
        "total_tokens": prompt + reply,
        "prompt_tokens_details": {"cached_tokens": prompt // 2},
    }


def _json(body: Json, **options: Any) -> Answer:
    return Answer(body=json.dumps(body, ensure_ascii=False).encode("utf-8"), **options)

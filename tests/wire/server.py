"""A scripted OpenAI-compatible server on loopback, with personalities.

    with WireServer(honest()) as server:
        ModelSettings(model="openai:test-model", base_url=server.url)

A personality is a function from the body of a request to an `Answer`; a list of them plays a script, its last step repeated.
Every request is recorded in `server.seen`.
"""

import json
import re
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

__all__ = [
    "Answer",
    "Figure",
    "Personality",
    "Seen",
    "WireServer",
    "answer",
    "broken",
    "completion",
    "cut",
    "error",
    "figures_in",
    "honest",
    "reply_text",
    "slow",
    "words_only",
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
    """What goes back. `cut` closes the connection before anything is sent; `delay_s` waits first."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "application/json"
    delay_s: float = 0.0
    cut: bool = False


Personality = Callable[[Seen], Answer]


class WireServer:
    """Serves on a free port of loopback between `__enter__` and `__exit__`."""

    def __init__(self, *script: Personality) -> None:
        self.script: Sequence[Personality] = script or (honest(),)
        self.seen: list[Seen] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._http = _Http(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def answer(self, seen: Seen) -> Answer:
        with self._lock:
            step = min(len(self.seen), len(self.script) - 1)
            self.seen.append(seen)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            given = self.script[step](seen)
            if given.delay_s:
                self._closing.wait(given.delay_s)
            return given
        finally:
            with self._lock:
                self._at_once -= 1


class _Http(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up, as the tests of time limits make it do, is no event."""


def _handler(server: WireServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length", "0")))
            headers = {name.lower(): value for name, value in self.headers.items()}
            given = server.answer(Seen(self.path, headers, _object(raw)))
            if given.cut:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("content-type", given.media_type)
            self.send_header("content-length", str(len(given.body)))
            self.end_headers()
            self.wfile.write(given.body)

        do_GET = do_POST

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the tests read `seen`."""

    return Handler


def _object(raw: bytes) -> Json:
    """The JSON object of a request's body, empty for a body of another kind."""
    try:
        body = json.loads(raw)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


# Answers


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


def slow(delay_s: float) -> Personality:
    """An honest answer that comes late."""
    personality = honest()

    def late(seen: Seen) -> Answer:
        given = personality(seen)
        return Answer(body=given.body, delay_s=delay_s)

    return late


def words_only(inner: Personality, *, status: int = 400) -> Personality:
    """An endpoint without a schema mode: it rejects `response_format`, and answers as `inner` without it."""
    rejected = error(status, message="Unrecognized request argument supplied: response_format")
    return lambda seen: rejected(seen) if "response_format" in seen.body else inner(seen)


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


# Personalities

_REPORT = re.compile(r"<report>\n(.*)\n</report>", re.DOTALL)
_TERM = re.compile(r"^- ([^ =]+) = (.+)$", re.MULTILINE)
_MARKER = re.compile(r"\[([a-z]+)(\d+)\]")
_STOPS = "，。；：、！？\n"
_DIGITS = "〇一二三四五六七八九"
_SCALES = {"千": 1_000, "百": 100, "十": 10, "万": 10_000, "亿": 100_000_000}
_NUMBER = re.compile(
    r"(?P<before>超过|超|近|约|不到|不少于|不超过|累计达)?(?P<percent>百分之)?"
    r"(?P<low>[\d０-９][\d０-９,.，．]*|[〇零一二两三四五六七八九十百千]+)(?P<after>余|多)?"
    r"(?:(?:～|~|-|—|至)(?P<high>\d[\d,.]*|[一二两三四五六七八九十]+))?"
    r"(?P<scale>万亿|百亿|千亿|百万|千万|万|亿)?(?P<late>余|多)?(?P<unit>个百分点|[^\d，。；、\[]{0,6}?)(?P<end>以上|左右|多)?$"
)
_MASK = re.compile(r"[*＊※×■□]+[^，。；、\[]{0,6}$")
_QUALIFIERS = {
    "超过": "over", "超": "over", "余": "over", "多": "over", "以上": "over", "近": "nearly", "约": "about",
    "左右": "about", "不到": "under", "不少于": "at_least", "不超过": "at_most",
}  # fmt: skip
_ENGLISH = {
    "over": "over ", "about": "about ", "nearly": "nearly ", "under": "under ", "at_least": "at least ",
    "at_most": "at most ",
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A marked figure as the personalities read it: enough of a reader for plain reports, and independent of ours."""

    marker: str
    value: str | None
    value_max: str | None
    qualifier: str
    unit: str
    name_zh: str
    clause: str


def figures_in(
    seen: Seen, *, right: Mapping[str, tuple[str | None, str | None, str]] | None = None
) -> list[Figure]:
    """The marked figures of a request, in order.

    `right` gives `(value, value_max, qualifier)` for figures that this reader gets wrong, by the text from the last mark of
    punctuation to the marker.
    """
    found = _REPORT.search(seen.user)
    assert found, "the request holds no fenced report"
    figures: list[Figure] = []
    done = 0
    for marker in _MARKER.finditer(found[1]):
        before = found[1][done : marker.start()]
        done = marker.end()
        clause = before[max((before.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
        figures.append(_figure(marker[1] + marker[2], clause, right or {}))
    return figures


def honest(*, right: Mapping[str, tuple[str | None, str | None, str]] | None = None) -> Personality:
    """Cites each marker, copies the figure before it, and tells it with its qualifier."""

    def tell(seen: Seen) -> Answer:
        terms = dict(_TERM.findall(seen.user))
        figures = figures_in(seen, right=right)
        rows = [_row(figure, terms) for figure in figures]
        sentences = [
            {
                "text": f"The report gives {_said(figure)} for {_english(figure, terms)}.",
                "cites": [figure.marker],
            }
            for figure in figures
            if figure.value is not None
        ]
        return completion(json.dumps({"rows": rows, "sentences": sentences}, ensure_ascii=False))

    return tell


def broken(*, right: Mapping[str, tuple[str | None, str | None, str]] | None = None) -> Personality:
    """Errs in turn, as weak models do: a wrong digit, a neighbour's figure, a dropped qualifier, an invented citation. Fills masks."""

    def tell(seen: Seen) -> Answer:
        terms = dict(_TERM.findall(seen.user))
        figures = figures_in(seen, right=right)
        rows: list[Json] = []
        sentences: list[Json] = []
        for index, figure in enumerate(figures):
            row = _row(figure, terms)
            neighbour = figures[(index + 1) % len(figures)]
            match "masked" if figure.value is None else ("digit", "swap", "qualifier", "citation")[index % 4]:
                case "masked":
                    row |= {"value": "42", "qualifier": "exact"}
                case "digit":
                    row["value"] = _other_digit(row["value"])
                case "swap":
                    row |= {"value": neighbour.value or "7"}
                case "qualifier":
                    row["qualifier"] = "exact"
                case _:
                    row["cite"] = f"e{len(figures) + 500}"
            rows.append(row)
            sentences.append({"text": f"There were {row['value']} {row['name_en']}.", "cites": [row["cite"]]})
        return completion(json.dumps({"rows": rows, "sentences": sentences}, ensure_ascii=False))

    return tell


def _row(figure: Figure, terms: Mapping[str, str]) -> Json:
    value = f"{figure.value}-{figure.value_max}" if figure.value_max else figure.value
    return {
        "cite": figure.marker,
        "value": value,
        "qualifier": figure.qualifier,
        "name_zh": figure.name_zh,
        "name_en": _english(figure, terms),
    }


def _english(figure: Figure, terms: Mapping[str, str]) -> str:
    """The given terms that the figure's clause holds, else words that say nothing false."""
    words = [terms[zh] for zh in sorted(terms, key=len, reverse=True) if zh in figure.clause]
    return words[0] if words else "the item concerned"


def _said(figure: Figure) -> str:
    """The figure in English, in digits."""
    unit = {"%": "%", "个百分点": " percentage points", "元": " yuan"}.get(figure.unit, "")
    if figure.value is None or "/" in figure.value:
        return f"{figure.value}{unit}"
    text = f"{Decimal(figure.value):,f}"
    if figure.value_max:
        text += f" to {Decimal(figure.value_max):,f}"
    return f"{_ENGLISH.get(figure.qualifier, '')}{text}{unit}"


def _figure(marker: str, clause: str, right: Mapping[str, tuple[str | None, str | None, str]]) -> Figure:
    if clause in right:
        value, value_max, qualifier = right[clause]
        return Figure(marker, value, value_max, qualifier, "", clause, clause)
    if mask := _MASK.search(clause):
        return Figure(marker, None, None, "masked", "", clause[: mask.start()] or mask[0], clause)
    starts = [match for start in range(len(clause)) if (match := _NUMBER.match(clause, start))]
    if not starts:
        return Figure(marker, None, None, "exact", "", clause, clause)
    number = starts[0]
    unit = number["unit"]
    scale, per_cent = number["scale"] or "", bool(number["percent"]) or unit.startswith(("%", "％"))
    low, high = _value(number["low"], scale), _value(number["high"], scale) if number["high"] else None
    marks = [number[name] for name in ("before", "after", "late", "end") if number[name]]
    qualifier = (
        "range" if high else next((_QUALIFIERS[mark] for mark in marks if mark in _QUALIFIERS), "exact")
    )
    name = clause[: number.start()] or unit
    unit = "%" if per_cent else "元" if unit.startswith("元") else unit
    return Figure(marker, low, high, qualifier, unit, name, clause)


def _value(digits: str, scale: str) -> str:
    factor = 1
    for char in scale:
        factor *= _SCALES[char]
    plain = digits.translate({ord("０") + digit: str(digit) for digit in range(10)}).replace("．", ".")
    plain = plain.replace(",", "").replace("，", "")
    value = (Decimal(plain) if plain[0].isdigit() else Decimal(_chinese(plain))) * factor
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _chinese(numeral: str) -> int:
    """The value of a Chinese numeral below 10,000, or of one written digit by digit."""
    plain = numeral.replace("零", "〇").replace("两", "二")
    if not set(plain) & set(_SCALES):
        return int("".join(str(_DIGITS.index(char)) for char in plain))
    total, digit = 0, 0
    for char in plain:
        if char in _SCALES:
            total += (digit or 1) * _SCALES[char]
            digit = 0
        else:
            digit = _DIGITS.index(char)
    return total + digit


def _other_digit(value: str | None) -> str:
    """`value` with its first digit changed."""
    text = value or "0"
    return str(int(text[0]) % 9 + 1) + text[1:]

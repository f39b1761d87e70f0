"""Files as damage and malice leave them: bytes, JSON, JSON Lines and TOML, spoiled in ways that a seed decides."""

import copy
import json
from collections.abc import Sequence
from dataclasses import fields
from random import Random
from typing import Any

from summarizer.config import Settings

__all__ = ["ODD_TEXTS", "json_bytes", "settings_toml", "spoiled", "spoiled_json"]

ODD_TEXTS = (
    "", " ", "-", "--", "0", "-1", "1e999", "nan", "１２", "²", "9" * 5_000, "\x1b[31mred\x1b[0m", "a\nb", "\u202egnp.exe", "\ud800",
    "\u0000", "../../etc/passwd", "C:\\con", "*", "[", "{}", "%s%n", "${HOME}", "<script>", "=cmd|' /C calc'!A0", "三十", "𠮷" * 300,
    "null", "True", "é", "\ufeff", "a" * 300, "md,html,md", "openai:", ":", "x:y:z", "http://", "file:///etc/passwd",
)  # fmt: skip
# Written as they stand: what no value of Python becomes.
_RAW_JSON = (
    "1e999999999",
    "-0.0",
    "NaN",
    "Infinity",
    "1" * 5_000,
    "[" * 3_000,
    '"\\ud800"',
    '"\\u0000"',
    "0.1e",
    "tru",
    "",
    "{}{}",
)
_PLACE = "@@raw@@"
_INSERTED = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b]0;x\x07", b"\r", b"\x1a", b"%PDF-", b"PK\x03\x04", b"<html>", b"\xe4\xb8", b"\xed\xa0\x80",
    "一是".encode(), "１２３項".encode(), b"{", b"}", b'"', b"[e1]", b"\n\n\n", b"-" * 400, b"9" * 400,
)  # fmt: skip


def spoiled(rng: Random, data: bytes) -> bytes:
    """The bytes with up to four things done to them."""
    for _ in range(rng.randint(1, 4)):
        at, length = rng.randrange(len(data) + 1), rng.choice((1, 3, 40, 400))
        match rng.randrange(8):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
            case 2:
                data = data[:at] + data[at + length :]
            case 3:
                data = data[:at] + data[at : at + length] * rng.choice((2, 9)) + data[at + length :]
            case 4 | 5:
                data = data[:at] + rng.choice(_INSERTED) + data[at:]
            case 6:
                data = data[at:] + data[:at]
            case _:
                data = _in_another_encoding(rng, data)
    return data


def _in_another_encoding(rng: Random, data: bytes) -> bytes:
    codec = rng.choice(("gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig", "shift_jis"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


def spoiled_json(rng: Random, value: Any) -> Any:
    """A copy with up to three of its parts replaced, taken out or named otherwise."""
    value = copy.deepcopy(value)
    for _ in range(rng.randint(1, 3)):
        holder, key = _place(rng, value)
        if holder is None:
            return _odd(rng)
        match rng.randrange(6):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[rng.choice(ODD_TEXTS)] = holder.pop(key)
            case 2 if isinstance(holder, list):
                holder.extend([holder[key]] * rng.choice((1, 50)))
            case _:
                holder[key] = _odd(rng)
    return value


def _place(rng: Random, value: Any) -> tuple[Any, Any]:
    """A container somewhere in the value, with a key of it; None where there is nothing inside."""
    holder, key = None, None
    while isinstance(value, dict | list) and value and (holder is None or rng.random() < 0.75):
        holder = value
        key = rng.choice(list(value)) if isinstance(value, dict) else rng.randrange(len(value))
        value = value[key]
    return holder, key


def _odd(rng: Random) -> Any:
    return rng.choice(
        (
            None, True, 0, -1, 10**30, 2**63, 1.5, [], {}, [[]], {"a": 1}, f"{_PLACE}{rng.randrange(len(_RAW_JSON))}",
            rng.choice(ODD_TEXTS), rng.choice(ODD_TEXTS), "12", "over", "supported", "masked", "元",
        )
    )  # fmt: skip


def json_bytes(rng: Random, value: Any) -> bytes:
    """The value as JSON, with what only text can hold put in its place."""
    text = json.dumps(value, ensure_ascii=rng.random() < 0.5)
    for number, raw in enumerate(_RAW_JSON):
        text = text.replace(f'"{_PLACE}{number}"', raw)
    return text.encode("utf-8", "surrogatepass")


def settings_toml(rng: Random, fitting: Sequence[tuple[str, str]]) -> bytes:
    """A file of settings: lines that fit, and lines that do not."""
    keys = [field.name for field in fields(Settings)] + ["modle", "api_key", "[tool.summarizer]", '"\\u0000"']
    lines = [f"{key} = {value}" for key, value in fitting if rng.random() < 0.3]
    if rng.random() < 0.6:
        for _ in range(rng.randint(1, 2)):
            odd = rng.choice(ODD_TEXTS)
            shown = rng.choice(
                (json.dumps(odd), "0", "-1", "nan", "inf", "true", "[]", "{}", "1979-05-27", "9" * 400, odd)
            )
            lines.append(f"{rng.choice(keys)} = {shown}")
    text = "\n".join(lines) + "\n"
    return text.encode("utf-8", "surrogatepass")

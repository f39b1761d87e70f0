"""Keys: where they are found, and how they are kept out of every message."""

import os
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, unquote_plus

__all__ = [
    "address_without_secrets",
    "masked",
    "secrets_in_address",
    "secrets_in_environment",
    "without_secrets",
]

_MASK = "***"
_SECRET_NAME = re.compile(r"(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?)$")
_KEY_LIKE = re.compile(r"\b(?:sk|pk|gsk|xai)[-_][A-Za-z0-9_\-*.]{6,}|\bBearer\s+[^\s\"',;]{6,}")
# What a query calls its key: `?api-key=…`, `&sig=…`. Whatever it is called, a long value is nothing to be repeated.
_KEY_IN_QUERY = re.compile(
    r"(?<=[?&])((?:[\w.-]*(?:key|token|secret|password|sig|signature)|code)=)([^&\s\"'<>]+)", re.IGNORECASE
)
_LONG_VALUE = 16
_USER_INFO = re.compile(r"(?<=://)[^/\s]+@")
_SHORTEST = 6


def secrets_in_environment() -> tuple[str, ...]:
    """The values of all variables named like a key (`OPENAI_API_KEY`, `HF_TOKEN`), the longest first."""
    found = {value.strip() for name, value in os.environ.items() if _SECRET_NAME.search(name.upper())}
    return tuple(sorted((value for value in found if len(value) >= _SHORTEST), key=len, reverse=True))


def secrets_in_address(address: str) -> tuple[str, ...]:
    """What of an address is for the endpoint alone, in each form in which one may repeat it, the longest first.

    That is its password, or its user where it has no password, the two as an HTTP client sends them (`Basic …`), and the keys in its
    query.
    """
    found = {
        form for secret in _secrets_of(address) for form in (secret, unquote(secret), unquote_plus(secret))
    }
    return tuple(sorted((value for value in found if len(value) >= _SHORTEST), key=len, reverse=True))


def address_without_secrets(address: str) -> str:
    """An address as it may be shown, with `***` for what is for the endpoint alone."""
    return without_secrets(address, secrets_in_address(address))


def _secrets_of(address: str) -> Iterator[str]:
    if user_info := _USER_INFO.search(address):
        user, _, password = user_info[0][:-1].partition(":")
        yield password or user
        yield b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")
    _, _, query = address.partition("?")
    yield from (found[2] for found in _KEY_IN_QUERY.finditer(f"?{query}"))
    values = (part.rpartition("=")[2] for part in query.split("&"))
    yield from (value for value in values if len(value) >= _LONG_VALUE)


def masked(text: str, secrets: Iterable[str]) -> str:
    """`text` with each of `secrets` replaced by `***`, nothing else changed."""
    for secret in secrets:
        text = text.replace(secret, _MASK)
    return text


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """`text` fit for a message: besides `secrets`, all that looks like a key, a bearer token, or a password or key in an address."""
    bare = _KEY_IN_QUERY.sub(rf"\1{_MASK}", _KEY_LIKE.sub(_MASK, masked(text, secrets)))
    return _USER_INFO.sub(f"{_MASK}@", bare)

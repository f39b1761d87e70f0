"""Keys: where they are found, and how they are kept out of every message."""

import os
import re
from collections.abc import Iterable
from urllib.parse import unquote

__all__ = ["masked", "secrets_in_address", "secrets_in_environment", "without_secrets"]

_MASK = "***"
_SECRET_NAME = re.compile(r"(?:KEY|TOKEN|SECRET|PASSWORD)$")
_KEY_LIKE = re.compile(r"\b(?:sk|pk|gsk|xai)[-_][A-Za-z0-9_\-*.]{6,}|\bBearer\s+[^\s\"',;]{6,}")
_USER_INFO = re.compile(r"(?<=://)[^/\s]+@")
_SHORTEST = 6


def secrets_in_environment() -> tuple[str, ...]:
    """The values of all variables named like a key (`OPENAI_API_KEY`, `HF_TOKEN`), the longest first."""
    found = {value.strip() for name, value in os.environ.items() if _SECRET_NAME.search(name.upper())}
    return tuple(sorted((value for value in found if len(value) >= _SHORTEST), key=len, reverse=True))


def secrets_in_address(address: str) -> tuple[str, ...]:
    """The password of an address, as it is written there and as it is meant."""
    user_info = _USER_INFO.search(address)
    _, _, password = user_info[0][:-1].partition(":") if user_info else ("", "", "")
    found = {password, unquote(password)}
    return tuple(sorted((value for value in found if len(value) >= _SHORTEST), key=len, reverse=True))


def masked(text: str, secrets: Iterable[str]) -> str:
    """`text` with each of `secrets` replaced by `***`, nothing else changed."""
    for secret in secrets:
        text = text.replace(secret, _MASK)
    return text


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """`text` fit for a message: besides `secrets`, all that looks like a key, a bearer token or a password in an address."""
    return _USER_INFO.sub(f"{_MASK}@", _KEY_LIKE.sub(_MASK, masked(text, secrets)))

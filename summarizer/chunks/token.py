"""How many tokens a text takes: exactly by tiktoken's o200k_base, or at most, without any tokenizer."""

import base64
import hashlib
import lzma
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.errors import ConfigError
from summarizer.resources import data_bytes

if TYPE_CHECKING:
    from tiktoken import Encoding

__all__ = ["token_bound", "token_margin", "tokens"]

_RANKS_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""Of the unpacked ranks; the hash that tiktoken_ext.openai_public pins for o200k_base."""

# The three pieces of tiktoken_ext.openai_public.o200k_base besides the ranks, which that function would download.
_SPECIAL_TOKENS = {"<|endoftext|>": 199999, "<|endofprompt|>": 200018}
_LETTERS = r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
_CAPITALS = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]"
_CONTRACTION = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_PATTERN = "|".join(
    [
        rf"[^\r\n\p{{L}}\p{{N}}]?{_CAPITALS}*{_LETTERS}+{_CONTRACTION}",
        rf"[^\r\n\p{{L}}\p{{N}}]?{_CAPITALS}+{_LETTERS}*{_CONTRACTION}",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    ]
)

_WORD = re.compile(r"[a-z]+")
# Numerals of all scripts are cut into threes together, so a run of ASCII digits is spared only where no other can touch it.
_PLAIN = r"\x00-\x7f\u3000-\u3006\u3008-\u3020\u4e00-\u9fff\uff01-\uff0f"
_DIGITS = re.compile(rf"(?<![^{_PLAIN}])[0-9]+(?![^{_PLAIN}])")
# The encoding may join a blank with the first byte of what follows, and the other two bytes are left over (`" 脚"`).
_BLANK_BEFORE_HAN = re.compile(r" (?=[^\x00-\x7f])")


def tokens(text: str) -> int:
    """The tokens `text` takes in o200k_base, counted with the ranks that come with the package; never touches a network.

    Raises ConfigError for damaged ranks. Special tokens inside the text are counted as the plain characters they are.
    """
    return len(_o200k().encode_ordinary(text))


def token_bound(text: str) -> int:
    """The tokens `text` takes at most in o200k_base, from its characters alone; about 40% over on reports.

    One for each character that the encoding holds whole, else one for each of its UTF-8 bytes (rare characters of names);
    a run of small Latin letters counts half its length, of ASCII digits a third, both rounded up.
    """
    seen = Counter(text)
    single = _single()
    bytes_over = sum(
        (len(char.encode("utf-8", "surrogatepass")) - 1) * times
        for char, times in seen.items()
        if char > "\x7f" and char not in single
    )
    spared = sum(len(run) - -(-len(run) // 2) for run in _WORD.findall(text))
    spared += sum(len(run) - -(-len(run) // 3) for run in _DIGITS.findall(text))
    return len(text) + bytes_over + len(_BLANK_BEFORE_HAN.findall(text)) - spared


def token_margin(text: str) -> int:
    """The tokens `text` takes at most in cl100k_base or with a model whose tokeniser is unknown: half as much again."""
    return -(-3 * token_bound(text) // 2)


@lru_cache(maxsize=1)
def _single() -> frozenset[str]:
    """The Chinese characters, marks and full-width forms that are one token each."""
    return frozenset(data_bytes("chunks", "o200k_base.single.txt").decode("utf-8"))


def _ranks() -> dict[bytes, int]:
    """The merge ranks of o200k_base, checked against their hash."""
    try:
        raw = lzma.decompress(data_bytes("chunks", "o200k_base.tiktoken.xz"))
    except lzma.LZMAError as e:
        raise ConfigError("the token ranks cannot be unpacked", hint="reinstall summarizer") from e
    if hashlib.sha256(raw).hexdigest() != _RANKS_SHA256:
        raise ConfigError("the token ranks are not those of o200k_base", hint="reinstall summarizer")
    return {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in raw.splitlines())}


@lru_cache(maxsize=1)
def _o200k() -> "Encoding":
    from tiktoken import Encoding

    return Encoding(
        name="o200k_base", pat_str=_PATTERN, mergeable_ranks=_ranks(), special_tokens=_SPECIAL_TOKENS
    )

"""Token counts: exact, bounded, and made from the very ranks that tiktoken pins."""

import inspect
import lzma
import re

import pytest
import tiktoken_ext.openai_public  # type: ignore[import-untyped]

from summarizer.chunks import token, token_bound, token_margin, tokens
from summarizer.errors import ConfigError
from summarizer.resources import data_bytes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("各位代表：", 4),
        ("人民代表大会", 3),
        ("2023年", 3),
        ("hello world", 2),
        ("<|endoftext|>", 7),
    ],
)
def test_known_counts(text: str, expected: int) -> None:
    assert tokens(text) == expected


def test_the_pattern_and_the_hash_are_those_of_tiktoken(monkeypatch: pytest.MonkeyPatch) -> None:
    pinned: list[str] = []

    def no_download(source: str, expected_hash: str) -> dict[bytes, int]:
        pinned.append(expected_hash)
        return {}

    monkeypatch.setattr(tiktoken_ext.openai_public, "load_tiktoken_bpe", no_download)
    official = tiktoken_ext.openai_public.o200k_base()
    assert official["pat_str"] == token._PATTERN
    assert official["special_tokens"] == token._SPECIAL_TOKENS
    assert pinned == [token._RANKS_SHA256]


@pytest.mark.parametrize("text", ["１600", "2０60", "3０64", "①12", "½100", "第12次", "2023年，1,200件"])
def test_the_bound_holds_for_numerals_of_several_scripts(text: str) -> None:
    assert token_bound(text) >= tokens(text)


def test_other_tokenisers_get_a_margin() -> None:
    assert token_margin("报告三件") * 2 >= token_bound("报告三件") * 3


@pytest.mark.parametrize("packed", [b"not xz", lzma.compress(b"IQ== 0\n")], ids=["damaged", "other ranks"])
def test_wrong_ranks_are_refused(monkeypatch: pytest.MonkeyPatch, packed: bytes) -> None:
    monkeypatch.setattr(token, "data_bytes", lambda package, name: packed)
    with pytest.raises(ConfigError, match="token ranks"):
        token._ranks()


def test_the_list_of_single_characters_is_that_of_the_ranks() -> None:
    listed = data_bytes("chunks", "o200k_base.single.txt").decode("utf-8")
    assert list(listed) == sorted(set(listed))
    assert [char for char in listed if tokens(char) != 1] == []
    han = {chr(code) for code in range(0x4E00, 0xA000)}
    assert {char for char in han if tokens(char) == 1} <= set(listed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("市人大", 3), ("淼", 3), ("2023年", 3), ("GDP", 3), ("report", 3), (" 脑", 3), ("80%。", 3)],
    ids=["common", "rare", "digits", "capitals", "word", "blank before Han", "marks"],
)
def test_the_bound_by_hand(text: str, expected: int) -> None:
    assert token_bound(text) == expected
    assert tokens(text) <= expected


def test_tiktoken_is_imported_only_to_count() -> None:
    head = inspect.getsource(token).split("def tokens")[0]
    assert re.findall(r"(?m)^(?:import|from) tiktoken", head) == []

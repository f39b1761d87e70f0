"""What fonts put in the place of characters becomes what was meant, or is told to be lost."""

import unicodedata

import pytest

from summarizer.reading.pdf.characters import clean, raised


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("2023年⼀⽉⽇", "2023年一月日"),
        ("⻓江、⻅⾯、⻔⼾、⻚、⺠⽣", "长江、见面、门户、页、民生"),
        ("更新", "更新"),
        ("ﬁnance ﬂow", "finance flow"),
        ("\uf06c项目", "●项目"),
        ("\uf123", "\ufffd"),
        ("12\x0334", "12\ufffd34"),
        ("suc\x02", "suc-"),
        ("suc\ufffe", "suc-"),
        ("\ud840\udc00", "𠀀"),
        ("\ud840 alone", "\ufffd alone"),
        ("１２３％", "１２３％"),
        ("a\xadb\u200bc\u3000d\te\n", "a\xadb\u200bc\u3000d\te\n"),
    ],
)
def test_meant(shown: str, meant: str) -> None:
    assert clean(shown) == meant


def test_every_radical_becomes_one_ideograph() -> None:
    radicals = [
        chr(code) for code in (*range(0x2E81, 0x2E9A), *range(0x2E9B, 0x2EF4), *range(0x2F00, 0x2FD6))
    ]
    for radical in radicals:
        ideograph = clean(radical)
        assert len(ideograph) == 1 and unicodedata.name(ideograph).startswith("CJK UNIFIED IDEOGRAPH"), (
            radical
        )


def test_cleaning_twice_is_cleaning_once() -> None:
    everything = "".join(map(chr, range(0x20, 0x10000)))
    assert clean(clean(everything)) == clean(everything)


def test_powers() -> None:
    assert raised("-2") == "⁻²"

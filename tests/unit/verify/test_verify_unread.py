"""Numbers that the English reader does not read are found, and nothing that is read or stands in the source is."""

import pytest
from verify_reports import town_report

from summarizer.verify import Reason, check_text, unread

SOURCE = "PM2.5平均浓度28微克，建成5G基站300个。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Revenue rose by 8½ billion yuan.", ["½"]),
        ("It heard XIX reports.", ["XIX"]),
        ("It heard nineteen three reports.", ["nineteen three"]),
        ("It collected 19M opinions.", ["19M"]),
        ("Output rose tenfold.", ["tenfold"]),
        ("Exports doubled.", ["doubled"]),
        ("It made 三十 visits.", ["三", "十"]),
        ("It made ~19 visits.", ["~1"]),
        ("A couple of laws were passed.", ["couple of"]),
        ("It planted 300 acres.", ["0 acres"]),
        ("It opened 4G stations.", ["4G"]),
        ("It heard **1**9 reports.", ["**1**9"]),
        ("It heard <b>1</b>9 reports.", ["<b>1</b>9"]),
        ("It heard 1\u200b9 reports.", ["1\u200b9"]),
        ("It heard ni\u00adneteen reports.", ["ni\u00adneteen"]),
        ("It heard 1\u03369 reports.", ["1\u03369"]),
        ("It heard ХІХ reports.", ["ХІХ"]),
        ("It heard lO reports.", ["lO"]),
        ("It heard 88'819 reports.", ["8'8"]),
        ("It heard four score reports.", ["four score"]),
    ],
)
def test_what_is_not_read(text: str, found: list[str]) -> None:
    places = unread(text, SOURCE)
    said = [text[start:end] for start, end in places]
    assert all(any(word in piece for piece in said) for word in found), said


@pytest.mark.parametrize(
    "text",
    [
        "It heard 19 special work reports on the 3rd of May in the 1980s.",
        "PM2.5 averaged 28 micrograms and 300 5G base stations were built.",
        "Forests cover 3,850 square kilometers, 12.5 km of road and 30 sq km of farmland.",
        "The CD market, the first half of 2022 and one in three deputies.",
        "Revenue reached 3.85 billion yuan, up 7.5 percent.",
        "In the first three months nineteen reports, three laws and two three-year plans were heard.",
        "Nine three-star hotels, five four-lane roads and two three-judge panels were added.",
        "Three one-hundred-person teams made two five-star villages; ten thirty-seat buses run.",
        "It’s Lǚ Wěi’s *third* report; we'll hear 1,900 of Xi’an’s deputies’ suggestions.",
    ],
)
def test_what_is_read_or_stands_in_the_source_is_none(text: str) -> None:
    assert unread(text, SOURCE) == []


@pytest.mark.parametrize(
    "said", ["nineteen three", "twenty twenty-two", "one nineteen", "nine one one", "nineteen-three"]
)
def test_two_numbers_heard_as_one_are_read_by_no_check(said: str) -> None:
    text = f"The committee heard {said} reports."
    assert unread(text, SOURCE)
    assert Reason.NOT_A_FIGURE in [number.reason for number in check_text(text, town_report())]

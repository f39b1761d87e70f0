"""Which format an output file's name and --format come to."""

from typing import get_args

import pytest

from summarizer.cli.formats import LengthName, NotesName, format_for
from summarizer.errors import UsageError
from summarizer.render import Length, NoteStyle

_ALL = ("json", "csv", "xlsx")


@pytest.mark.parametrize(
    ("given", "output", "chosen"),
    [
        (None, "-", "json"),
        (None, "report", "json"),
        (None, "report.out", "json"),
        (None, "report.txt", "json"),
        (None, "report.csv", "csv"),
        (None, "folder.csv/report", "json"),
        (None, "folder/REPORT.XLSX", "xlsx"),
        ("csv", "report.xlsx", "csv"),
        ("json", "-", "json"),
    ],
)
def test_the_option_goes_before_the_ending_and_both_before_the_default(
    given: str | None, output: str, chosen: str
) -> None:
    assert format_for(given, output, _ALL) == chosen


@pytest.mark.parametrize("ending", ["docx", "html", "md", "pdf", "xls"])
def test_an_ending_that_means_what_the_command_does_not_write_is_refused(ending: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_for(None, f"report.{ending}", _ALL)
    assert str(caught.value) == (
        f"report.{ending}: this command does not write .{ending} files (it writes json, csv and xlsx; name one with --format)"
    )


def test_lengths_and_notes_are_those_that_there_are() -> None:
    assert set(get_args(LengthName)) == set(Length)
    assert set(get_args(NotesName)) == set(NoteStyle)

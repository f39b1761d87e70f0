"""docs/models.md lists every setting of the model engine with its default and its option."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from summarizer.cli.main import run
from summarizer.config import Settings, size

PAGE = (Path(__file__).parent.parent.parent / "docs" / "models.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (?:`(-[\w-]+)`)? ?\| (.*?) ?\| .*\|$", PAGE, flags=re.M)
ELSEWHERE = {"engine", "max_input", "fail_on", "color", "origins"}


def test_the_table_has_every_setting_of_the_model_and_its_default() -> None:
    assert {name for name, _, _ in ROWS} == {field.name for field in fields(Settings)} - ELSEWHERE
    defaults = Settings()
    for name, _, shown in ROWS:
        default = getattr(defaults, name)
        match shown:
            case "none" | "the model's own":
                assert default is None, name
            case "" | "the platform's folder for caches":
                assert default == "", name
            case "500MB":
                assert default == size(shown)
            case _:
                assert str(default).removesuffix(".0") == shown, name


def test_the_options_of_the_table_are_those_of_the_commands(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["brief", "--help"]) == 0
    shown = re.findall(r"-[\w-]+", capsysbinary.readouterr().out.decode("utf-8"))
    assert [option for _, option, _ in ROWS if option and option not in shown] == []

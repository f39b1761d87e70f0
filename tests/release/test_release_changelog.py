"""The changelog is one that Keep a Changelog would know, and a version without its section is refused."""

from datetime import date
from pathlib import Path

import pytest
from changelog import ChangelogError, disorder, obstacles, sections
from packaging.version import Version

import summarizer

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 5, 2)
GOOD = """# Changelog

## [Unreleased]

## [0.2.0] - 2026-05-01

### Added

- A kiln.

### Fixed

- A crack.

## [0.1.0] - 2026-04-01

### Added

- Clay.
"""


def hindered(text: str, version: str = "0.2.0", tags: tuple[str, ...] = ()) -> list[str]:
    return obstacles(sections(text), Version(version), today=TODAY, tags=tags)


def test_a_changelog_is_read_by_version_day_and_kind() -> None:
    unreleased, newest, oldest = sections(GOOD)
    assert (unreleased.version, unreleased.is_empty) == (None, True)
    assert (str(newest.version), newest.day, list(newest.changes)) == (
        "0.2.0",
        date(2026, 5, 1),
        ["Added", "Fixed"],
    )
    assert oldest.changes["Added"].strip() == "- Clay."


def test_a_version_with_its_section_is_not_hindered() -> None:
    assert hindered(GOOD, tags=("v0.2.0", "stable")) == []


@pytest.mark.parametrize(
    ("text", "version", "tags", "said"),
    [
        (GOOD, "0.3.0", (), "the newest section of CHANGELOG.md is not [0.3.0]"),
        (GOOD, "0.1.0", (), "the newest section of CHANGELOG.md is not [0.1.0]"),
        (
            GOOD.replace("## [Unreleased]\n", "## [Unreleased]\n\n### Fixed\n\n- Another.\n"),
            "0.2.0",
            (),
            "what stands under [Unreleased] belongs to a version",
        ),
        (
            GOOD.replace("2026-05-01", "2026-05-03"),
            "0.2.0",
            (),
            "[0.2.0] is of 2026-05-03, which is still to come",
        ),
        (GOOD, "0.2.0", ("v0.1.9",), "the commit is tagged v0.1.9, the version is 0.2.0"),
    ],
    ids=["no-section", "section-not-the-newest", "something-unreleased", "day-to-come", "other-tag"],
)
def test_a_version_that_cannot_be_released_is_told_why(
    text: str, version: str, tags: tuple[str, ...], said: str
) -> None:
    assert hindered(text, version, tags) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("## [Unreleased]\n\n", ""), "the first section is not [Unreleased]"),
        (GOOD + "\n## [Unreleased]\n", "there are two sections [Unreleased]"),
        (GOOD.replace("- Clay.", ""), "[0.1.0] does not say what changed"),
        (GOOD.replace("[0.1.0]", "[0.4.0]"), "[0.2.0] stands above [0.4.0]"),
        (GOOD.replace("2026-04-01", "2026-06-01"), "[0.2.0] stands above [0.1.0]"),
    ],
)
def test_disorder_is_told(text: str, said: str) -> None:
    assert disorder(sections(text)) == [said]


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("## [0.1.0] - 2026-04-01", "## 0.1.0"),
        GOOD.replace("## [0.1.0] - 2026-04-01", "## [0.1.0]"),
        GOOD.replace("2026-04-01", "April 2026"),
        GOOD.replace("[0.1.0]", "[first]"),
        GOOD.replace("### Fixed", "### Repairs"),
        GOOD.replace("### Fixed", "### Added"),
        GOOD.replace("### Fixed", "Besides:"),
        GOOD.replace("## [Unreleased]\n", "## [Unreleased]\n\nSoon.\n"),
    ],
)
def test_headings_that_are_none_are_refused(text: str) -> None:
    if text == GOOD.replace("### Fixed", "Besides:"):
        text = text.replace("### Added\n\n- A kiln.\n\n", "")
    with pytest.raises(ChangelogError):
        sections(text)


def test_ours_is_in_order_and_ends_with_the_version_of_the_package() -> None:
    found = sections((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert disorder(found) == []
    assert Version(summarizer.__version__) == next(s.version for s in found if s.version)


def test_the_version_stands_in_one_place() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in pyproject
    assert summarizer.__version__ not in pyproject
    code = [*ROOT.glob("summarizer/**/*.py"), *ROOT.glob("docs/site/*.py"), *ROOT.glob("release/*.py")]
    assert [
        path.relative_to(ROOT).as_posix()
        for path in code
        if f'"{summarizer.__version__}"' in path.read_text(encoding="utf-8")
    ] == ["summarizer/__init__.py"]

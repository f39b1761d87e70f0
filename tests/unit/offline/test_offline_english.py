"""Everything that the offline engine writes about the example reports is English: names, headings, sentences and the summary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from english_rules import faults_of_name, faults_of_sentence

from summarizer.digest import Digest
from summarizer.errors import InputError
from summarizer.pipeline import digest_report
from summarizer.reading import read

EXAMPLES = Path(__file__).parents[3] / "examples"


def faults(digest: Digest) -> Iterator[str]:
    for figure in digest.indicators:
        yield from (
            f"{fault}: {figure.name_en}" for fault in faults_of_name(figure.name_en) if figure.name_en
        )
    for section in digest.sections:
        yield from (
            f"{fault}: {section.title_en}" for fault in faults_of_name(section.title_en) if section.title_en
        )
    for sentence in (*digest.overview, *(s for section in digest.sections for s in section.sentences)):
        yield from (f"{fault}: {sentence.text}" for fault in faults_of_sentence(sentence.text))


@pytest.mark.parametrize("report", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem.split("_")[0])
def test_all_of_an_example_is_english(report: Path) -> None:
    if ".briefing" in report.name:
        pytest.skip("an output, not a report")
    digest = digest_report(read(report.read_bytes(), name=report.name))
    assert digest.overview and digest.indicators
    assert list(faults(digest)) == []


@pytest.mark.shared
def test_all_of_a_real_report_is_english(shared: Path) -> None:
    found = []
    for report in sorted((shared / "reports").rglob("*.txt")):
        try:
            doc = read(report.read_bytes(), name=report.name)
        except InputError:
            continue
        if doc.text.isascii():
            continue
        found += [f"{report.name}: {fault}" for fault in faults(digest_report(doc))]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An deputy was trained.", id="an before a consonant"),
        pytest.param("A expert was engaged.", id="a before a vowel"),
        pytest.param("The the report was heard.", id="a word twice"),
        pytest.param("Seven offices were established .", id="blank before a full stop"),
        pytest.param("seven offices were established.", id="small letter at the start"),
        pytest.param("Seven offices were established", id="no full stop"),
        pytest.param("Seven offices was established.", id="singular verb after seven"),
        pytest.param("A total of 27 advisers was engaged.", id="singular verb after 27"),
        pytest.param("One office were established.", id="plural verb after one"),
        pytest.param("One offices was established.", id="plural noun after one"),
        pytest.param("There was 17 projects.", id="there was with several"),
        pytest.param("The committee heard 7 reports.", id="digits below ten"),
        pytest.param("A total of 6300 visits were received.", id="no comma"),
        pytest.param("Revenue grew by 5%.", id="percent sign"),
        pytest.param("Revenue reached 1.23456 billion yuan.", id="five decimals"),
    ],
)
def test_a_fault_is_found(text: str) -> None:
    assert faults_of_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "A total of 2.11 million yuan in subsidies was provided.",
        "One new high-tech enterprise was added.",
        "An hour-long meeting and a one-day session were held.",
        "Fixed-asset investment grew by 6 percent in 2019.",
        "Enforcement of eight laws and regulations was inspected.",
        "A total of 2 to 3 special inquiries were conducted.",
    ],
)
def test_good_english_has_no_fault(text: str) -> None:
    assert faults_of_sentence(text) == []

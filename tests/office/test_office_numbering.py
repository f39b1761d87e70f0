"""LibreOffice counts lists as we do: the numbers before paragraphs are those that a reader of the document sees."""

import subprocess
from pathlib import Path

import pytest
from office_tools import needed
from word_builder import p, word
from word_lists import item, level, levels, listing, start

from summarizer.reading import Limits, extract

pytestmark = pytest.mark.slow

REPORT = levels(
    0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3.")
)  # fmt: skip
STEPS = levels(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
NUMBERS = (1, 2, 10, 11, 20, 21, 26, 100, 105, 110, 1005, 1010)
FORMS = (
    "decimal", "decimalZero", "chineseCountingThousand", "japaneseCounting", "chineseLegalSimplified", "ideographTraditional", "upperRoman",
)  # fmt: skip


def _items(places: str) -> str:
    return "".join(item(int(place[0]), int(place[1]), "甲") for place in places.split())


def _form(form: str) -> bytes:
    lists = "".join(listing(id, 0, start(0, number)) for id, number in enumerate(NUMBERS, start=1))
    body = "".join(item(id, 0, "甲") for id in range(1, len(NUMBERS) + 1))
    return word(body, numbering=levels(0, level(0, form, "第%1、")) + lists)


DOCUMENTS = {
    "report": word(_items("10 11 12 12 11 12 10 11") + p("乙") + _items("11 10"), numbering=REPORT + listing(1, 0)),
    "deeper-first": word(_items("11 11 10 11 12 10"), numbering=STEPS + listing(1, 0)),
    "lists": word(_items("10 10 20 20 30 30 10 20 30"), numbering=STEPS + listing(1, 0) + listing(2, 0) + listing(3, 0, start(0, 1))),
    "own-start": word(_items("10 10 20 20"), numbering=STEPS + listing(1, 0) + listing(2, 0, start(0, 5))),
    "parting": word(item(1, 0, "2023年") + item(1, 1, "总则"), numbering=levels(
        0, level(0, "decimal", "%1."), level(1, "chineseCounting", "第%2章", '<w:suff w:val="space"/>')) + listing(1, 0)),
    **{form: _form(form) for form in FORMS},
}  # fmt: skip


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each document as LibreOffice shows it, without blanks."""
    folder = tmp_path_factory.mktemp("office")
    for name, data in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(data)
    own = f"-env:UserInstallation={(folder / 'own').as_uri()}"
    files = map(str, sorted(folder.glob("*.docx")))
    command = [needed("soffice"), own, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *files]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: _bare((folder / f"{name}.txt").read_text(encoding="utf-8-sig")) for name in DOCUMENTS}


def _bare(text: str) -> str:
    return "\n".join("".join(line.split()) for line in text.strip().split("\n"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_numbers_are_those_that_are_seen(name: str, seen: dict[str, str]) -> None:
    assert _bare(extract(DOCUMENTS[name], name=name, limits=Limits()).text) == seen[name]


def test_a_briefing_of_ours_saved_by_libreoffice_reads_the_same(tmp_path: Path) -> None:
    """What LibreOffice writes has other styles, lists and paths than what Word writes."""
    body = p("青河市政府工作报告") + _items("10 11 11 10") + p("增长5.1", "%。")
    (tmp_path / "in.docx").write_bytes(word(body, numbering=REPORT + listing(1, 0)))
    own = f"-env:UserInstallation={(tmp_path / 'own').as_uri()}"
    out = tmp_path / "out"
    command = [needed("soffice"), own, "--headless", "--convert-to", "docx", "--outdir", str(out), str(tmp_path / "in.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    found = extract((out / "in.docx").read_bytes(), name="in.docx", limits=Limits())
    assert found.text == "青河市政府工作报告\n一、甲\n（一）甲\n（二）甲\n二、甲\n增长5.1%。"

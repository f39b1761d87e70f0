"""The passes are called and asked what the schedule says, in one place."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from summarizer import pipeline
from summarizer.digest import Pass
from summarizer.model import Complete, Failed, Reply, Usage
from summarizer.passes import ModelWriter
from summarizer.pipeline import compare_reports, digest_report
from summarizer.prompting import Prompt, Prompts, Request
from summarizer.prompting.section_digest import SECTION_DIGEST
from summarizer.reading import Document, read
from summarizer.schedule import COMPARISON, LATER, PROMPTS, LaterPass, Prompted

_TEXT = "{}市人民代表大会常务委员会工作报告\n各位代表：\n一、2023年主要工作\n听取审议专项工作报告{}项，开展执法检查3次。\n"


def _doc(place: str, number: int) -> Document:
    return read(_TEXT.format(place, number).encode(), name=f"{number}.txt")


def _asked(found: list[Request], reply: Reply, passes: frozenset[str] | None = None) -> ModelWriter:
    def ask(requests: Sequence[Request]) -> list[Reply]:
        found.extend(requests)
        return [reply] * len(requests)

    return ModelWriter(model="m", ask_all=ask, passes=passes)


def _moved(later: LaterPass) -> LaterPass:
    return replace(
        later, name=f"new_{later.name}", prompt=replace(later.prompt, file=f"new_{later.prompt.file}")
    )


def test_a_pass_renamed_in_the_schedule_is_renamed_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LATER", tuple(map(_moved, LATER)))
    read_files: list[str] = []

    known = Prompts.read

    def noted(self: Prompts, name: str) -> Prompt:
        read_files.append(name)
        return known(self, name.removeprefix("new_"))

    monkeypatch.setattr(Prompts, "read", noted)
    wrong = json.dumps({"sections": [], "rows": [{"cite": "e1", "value": "91", "qualifier": "exact"}]})
    digest = digest_report(_doc("云桥", 19), writer=_asked([], Complete(wrong, Usage())))
    assert [made.name for made in digest.engine.passes] == ["sections", *(f"new_{one.name}" for one in LATER)]
    assert "new_overview.md" in read_files
    assert not {later.prompt.file for later in LATER} & set(read_files)


@pytest.mark.parametrize(
    ("passes", "asks"), [(None, True), (frozenset({"overview"}), True), (frozenset({"repair"}), False)]
)
def test_a_comparison_is_summed_up_where_a_pass_that_sums_up_is_wanted(
    passes: frozenset[str] | None, asks: bool
) -> None:
    found: list[Request] = []
    digests = [digest_report(_doc("云桥", 19)), digest_report(_doc("海北", 21))]
    compare_reports(digests, writer=_asked(found, Failed("no", Usage()), passes))
    assert [request.prompt for request in found] == [COMPARISON.file] * asks


def test_every_name_of_the_schedule_can_stand_in_a_digest() -> None:
    names = [later.name for later in LATER]
    assert len({"sections", *names}) == len(names) + 1
    assert [Pass(name=name, requests=0, asked=0, settled=0).name for name in names] == names
    assert any(later.sums_up for later in LATER)


def test_the_first_prompt_of_the_schedule_is_that_over_the_sections() -> None:
    first: Prompted = PROMPTS[0]
    assert first.file == SECTION_DIGEST

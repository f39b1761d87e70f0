"""A document that hangs, crashes or devours what reads it costs a child process, and the user gets one sentence."""

import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from summarizer import quarantine
from summarizer.errors import InputError, NoReportText, Undecodable
from summarizer.reading import Extracted, Layout, Limits, Region, RegionKind, Span, Unit, extract

PDF = b"%PDF-1.7\n"


def _child(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Lets the child run with an `extract` of this body."""
    script = f"""
import os, time
import summarizer.quarantine as q
from summarizer.errors import NoReportText, Undecodable
from summarizer.reading import Extracted, Layout, Region, RegionKind, Span, Unit
def extract(data, *, name, limits, **more):
{body}
def half_an_answer():
    os.write(ANSWERS, b'{{"extracted"')
    os._exit(1)
ANSWERS = os.dup(1)
q.extract = extract
q._main()
"""
    monkeypatch.setattr(quarantine, "_COMMAND", (sys.executable, "-P", "-c", script))


def _read(limits: Limits = Limits(), data: bytes = PDF) -> Extracted:
    return quarantine.extract_apart(data, name="r.pdf", limits=limits, notify=lambda line: None)


def test_what_the_child_finds_comes_back_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Extracted(
        "第一页\n\ud800𠮷\n",
        "application/pdf",
        regions=(Region(Span(0, 3), RegionKind.PAGE_NUMBER),),
        layout=Layout(Unit.PAGE, (0, 4), (2,), (3,)),
    )
    _child(
        monkeypatch,
        "    return Extracted('第一页\\n\\ud800𠮷\\n', 'application/pdf', "
        "regions=(Region(Span(0, 3), RegionKind.PAGE_NUMBER),), layout=Layout(Unit.PAGE, (0, 4), (2,), (3,)))",
    )
    assert _read() == found


def test_the_child_gets_every_byte_and_all_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(monkeypatch, "    return Extracted(f'{len(data)} {limits.max_pages} {name}', 'x')")
    assert _read(Limits(max_pages=7), PDF + bytes(3_000_000)).text == "3000009 7 r.pdf"


@pytest.mark.parametrize(
    ("body", "limits", "says"),
    [
        pytest.param("    time.sleep(60)", Limits(max_seconds=2), "limit of 2 seconds", id="hangs"),
        pytest.param("    os.abort()", Limits(), "made to do harm", id="crashes"),
        pytest.param("    half_an_answer()", Limits(), "made to do harm", id="dies in mid-answer"),
        pytest.param(
            "    return bytes(4_000_000_000)",
            Limits(max_memory=2_000_000_000),
            "limit of 2,000,000,000 bytes",
            id="memory",
        ),
    ],
)
def test_a_document_that_does_harm_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, body: str, limits: Limits, says: str
) -> None:
    _child(monkeypatch, body)
    with pytest.raises(NoReportText, match=says) as caught:
        _read(limits)
    assert (caught.value.where, caught.value.exit_code) == ("r.pdf", 3)
    assert caught.value.hint


@pytest.mark.parametrize("kind", [NoReportText, Undecodable])
def test_a_refusal_of_the_child_is_the_same_refusal(
    monkeypatch: pytest.MonkeyPatch, kind: type[InputError]
) -> None:
    _child(monkeypatch, f"    raise {kind.__name__}('no text', where=name, hint='try another')")
    with pytest.raises(kind) as caught:
        _read()
    assert str(caught.value) == "r.pdf: no text (try another)"


def test_a_bug_in_the_child_is_a_bug_here(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(monkeypatch, "    return 1 / 0")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        _read()


def test_what_native_code_prints_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(
        monkeypatch,
        "    os.write(1, b'noise\\n')\n    print('noise', flush=True)\n    return Extracted('text', 'x')",
    )
    assert _read().text == "text"


def test_a_module_beside_the_reports_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="PDF"):
        _read()


def test_plain_text_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quarantine, "_COMMAND", ("/nowhere",))
    data = "一年来，听取报告3项。".encode()
    assert asdict(_read(data=data)) == asdict(extract(data, name="r.txt", limits=Limits()))

"""The folder that commands are run in: reports, digests, claims, settings, archives and runs, as they should be and spoiled."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import rmtree
from subprocess import run
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cli.runs import OTHER_REPORT, REPORT
from web_pages import PAGES
from word_builder import p, word

from command_line.mutations import json_bytes, settings_toml, spoiled, spoiled_json
from summarizer.pipeline import digest_report
from summarizer.reading import read
from summarizer.render import digest_json
from summarizer.resources import names, text

__all__ = ["Folder", "Snapshot", "made"]

Snapshot = Mapping[str, str]
"""What lies below a folder: by path, what a file holds (its hash), where a link leads, or that it is a folder."""

_CLAIM = {"id": "1", "report": "report", "name_zh": "听取和审议专项工作报告", "name_en": "special work reports heard",
          "value": "12", "unit": "项", "qualifier": "exact", "quote": "听取和审议专项工作报告12项", "period": "2023", "aspect": "reported"}  # fmt: skip
_PROSE = {
    "id": "1",
    "report": "report",
    "lang": "en",
    "text": "The Standing Committee heard 12 special reports in 2023.",
}
_CASE = {"id": "1", "lang": "zh", "text": "听取和审议专项工作报告12项，满意率达到98.6%。"}
_FITTING_SETTINGS = (
    ("budget", "900"), ("color", '"always"'), ("fail_on", '"imprecise"'), ("max_input", '"1MB"'), ("passes", '"none"'), ("cache", '"off"'),
    ("cache_dir", '"kept"'), ("retries", "0"), ("cache_size", '"1MB"'), ("engine", '"offline"'),
)  # fmt: skip
_NAMES = (
    "-x.txt", "--help", "two\nlines.txt", "\x1b[31mred.txt", os.fsdecode(b"\xff\xfe\xe4.txt"), "*.txt", "[a.txt", "\u202etxt.exe",
    "n" * 250, "report.json", "report.zip", "枫桥.txt", " .txt", "%s.txt", "a'b\"c.txt", ".hidden.txt", "report.PDF",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folder:
    """A root with the folder `work` to run in and an empty `home`; `spoiled` are the names in `work` that were not left whole."""

    root: Path
    spoiled: frozenset[str]

    @property
    def work(self) -> Path:
        return self.root / "work"

    @property
    def home(self) -> Path:
        return self.root / "home"

    def snapshot(self) -> Snapshot:
        return dict(_found(self.root, self.root))


def _found(folder: Path, root: Path) -> Iterator[tuple[str, str]]:
    for path in folder.iterdir():
        name = str(path.relative_to(root))
        if path.is_symlink():
            yield name, f"link to {path.readlink()}"
        elif path.is_dir():
            yield name, "folder"
            yield from _found(path, root)
        else:
            yield name, sha256(path.read_bytes()).hexdigest()


@contextmanager
def made(rng: Random, *, with_run: bool) -> Iterator[Folder]:
    """A folder for one command, gone afterwards. `with_run` puts the directory of a finished run in it, whole and spoiled."""
    root = Path(tempfile.mkdtemp(prefix="summarizer-fuzz-"))
    try:
        (root / "home").mkdir()
        (root / "work").mkdir()
        yield Folder(root, frozenset(_fill(rng, root / "work", with_run=with_run)))
    finally:
        rmtree(root)


def _fill(rng: Random, work: Path, *, with_run: bool) -> Iterator[str]:
    """Writes the files, and names those that are not whole."""
    for name, data in _whole().items():
        (work / name).write_bytes(data)
    for name, content in (("claims", _CLAIM), ("prose", _PROSE), ("cases", _CASE)):
        (work / f"{name}.jsonl").write_bytes(json.dumps(content).encode())
        lines = [json_bytes(rng, spoiled_json(rng, content)) for _ in range(rng.randint(1, 3))]
        (work / f"odd_{name}.jsonl").write_bytes(b"\n".join(lines))
        yield f"odd_{name}.jsonl"
    (work / "odd.digest.json").write_bytes(json_bytes(rng, spoiled_json(rng, _digest())))
    for name in (
        "report.txt",
        "page.html",
        "report.docx",
        "report.digest.json",
        "archive.zip",
        "claims.jsonl",
    ):
        (work / f"cut_{name}").write_bytes(spoiled(rng, (work / name).read_bytes()))
        yield f"cut_{name}"
    yield "odd.digest.json"
    (work / "odd.zip").write_bytes(_archive(rng))
    yield "odd.zip"
    for name in ("settings.toml", *(["summarizer.toml"] if rng.random() < 0.1 else [])):
        (work / name).write_bytes(settings_toml(rng, _FITTING_SETTINGS))
        yield name
    (work / "whole.toml").write_text(
        "".join(f"{key} = {value}\n" for key, value in _FITTING_SETTINGS if rng.random() < 0.5)
    )
    (work / rng.choice(_NAMES)).write_bytes(_whole()["report.txt"])
    _folders(rng, work)
    if with_run:
        _runs(rng, work)


@cache
def _whole() -> Mapping[str, bytes]:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo("reports/report.txt"), REPORT)
        archive.writestr(ZipInfo("reports/later.txt"), OTHER_REPORT)
        archive.writestr(ZipInfo("notes.xls"), b"no report")
    return {
        "report.txt": REPORT.encode(),
        "later.txt": OTHER_REPORT.encode(),
        "english.txt": b"The Standing Committee heard 12 special work reports, over 30 visits and 98.7 percent in 2023.",
        "page.html": next(iter(PAGES.values())).encode(),
        "report.docx": word("".join(p(line) for line in REPORT.splitlines())),
        "report.md": ("# " + REPORT).encode(),
        "report.digest.json": json.dumps(_digest()).encode(),
        "archive.zip": packed.getvalue(),
        "empty.txt": b"",
    }


@cache
def _digest() -> Any:
    return json.loads(digest_json(digest_report(read(REPORT.encode(), name="report.txt"))))


def _archive(rng: Random) -> bytes:
    """A zip archive with members that want out of it, have odd names or are not what their names say."""
    packed = BytesIO()
    with ZipFile(packed, "w", rng.choice((ZIP_DEFLATED, 0))) as archive:
        for name in rng.sample(
            (
                "../out.txt",
                "/abs.txt",
                "a\nb.txt",
                "\x1b[1m.txt",
                "n" * 300 + ".txt",
                "sub/",
                "in.zip",
                "a.pdf",
                "..",
                "b.txt",
            ),
            4,
        ):
            info = ZipInfo(name)
            info.filename = name
            archive.writestr(info, rng.choice((REPORT.encode(), b"", b"\x00" * 500_000, b"text")))
    data = packed.getvalue()
    return spoiled(rng, data) if rng.random() < 0.5 else data


def _folders(rng: Random, work: Path) -> None:
    (work / "reports" / "deep").mkdir(parents=True)
    (work / "reports" / "report.txt").write_bytes(_whole()["report.txt"])
    (work / "reports" / "deep" / "cut.txt").write_bytes(spoiled(rng, _whole()["report.txt"]))
    (work / "reports" / "loop").symlink_to("..")
    (work / "reports" / "broken.txt").symlink_to("nowhere")
    (work / "empty").mkdir()
    (work / "link.txt").symlink_to("report.txt")
    (work / "dangling.txt").symlink_to("empty/nowhere/file")
    for folder in (work, work / "reports"):
        (folder / "ring.txt").symlink_to("ring.txt")
    (work / "prompts").mkdir()
    for name in names("prompts"):
        prompt = text("prompts", name).encode()
        if rng.random() < 0.5:
            (work / "prompts" / name).write_bytes(spoiled(rng, prompt) if rng.random() < 0.3 else prompt)


def _runs(rng: Random, work: Path) -> None:
    whole = _run()
    for folder in ("run", "odd_run"):
        for name, data in whole.items():
            path = work / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for name in rng.sample(sorted(whole), 2):
        path = work / "odd_run" / name
        match rng.randrange(4):
            case 0:
                path.unlink()
            case 1:
                path.unlink()
                path.mkdir()
            case 2 if name == "run.json":
                path.write_bytes(json_bytes(rng, spoiled_json(rng, json.loads(whole[name]))))
            case _:
                path.write_bytes(spoiled(rng, whole[name]))


@cache
def _run() -> Mapping[str, bytes]:
    """The files of a run over two reports and one that is none, made once."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("report.txt", "later.txt", "empty.txt"):
            (work / name).write_bytes(_whole()[name])
        command = [
            sys.executable,
            "-m",
            "summarizer",
            "batch",
            "report.txt",
            "later.txt",
            "empty.txt",
            "-d",
            "run",
            "-j",
            "1",
            "-q",
        ]
        done = run(command, cwd=work, env={**os.environ, "HOME": folder}, capture_output=True, check=False)
        if done.returncode != 5:
            raise RuntimeError(f"the run to spoil could not be made: {done.stderr.decode()}")
        made = work / "run"
        return {
            str(path.relative_to(made)): path.read_bytes()
            for path in sorted(made.rglob("*"))
            if path.is_file()
        }

"""The command as users install it: from a built wheel, its prompts and schemas out of the package."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """The installed program, out of reach of the source tree."""
    launch = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); from summarizer.cli.main import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-I", "-c", launch, *args],
        cwd=installed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_holds_prompts_schemas_lexicon_and_token_ranks(installed: Path) -> None:
    package = installed / "summarizer"
    assert sorted(p.name for p in (package / "_packaged" / "prompts").iterdir()) == sorted(
        p.name for p in (ROOT / "prompts").iterdir()
    )
    assert sorted(p.name for p in (package / "_packaged" / "schemas").iterdir()) == sorted(
        p.name for p in (ROOT / "schemas").iterdir()
    )
    assert (package / "lexicon" / "data" / "units.tsv").is_file()
    assert (package / "py.typed").is_file()


def test_the_wheel_runs_on_a_report(installed: Path) -> None:
    report = ROOT / "examples" / "yunqiao_congress_2023.txt"
    done = run(installed, "brief", str(report))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Work Report of the Standing Committee")


@pytest.mark.parametrize(("command", "ending"), [("brief", "docx"), ("digest", "xlsx")])
def test_the_wheel_writes_the_formats_of_an_office(
    installed: Path, tmp_path: Path, command: str, ending: str
) -> None:
    target = tmp_path / f"out.{ending}"
    done = run(installed, command, str(ROOT / "examples" / "yunqiao_congress_2023.txt"), "-o", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert zipfile.is_zipfile(target)


def test_the_wheel_makes_a_page_with_the_style_and_script_it_carries(installed: Path) -> None:
    done = run(installed, "view", str(ROOT / "examples" / "yunqiao_congress_2023.txt"))
    assert (done.returncode, done.stderr) == (0, "")
    assert all(
        (ROOT / "summarizer/render/viewer/data" / name).read_text(encoding="utf-8") in done.stdout
        for name in ("viewer.css", "viewer.js")
    )


def test_the_wheel_prints_the_schema_it_carries(installed: Path) -> None:
    done = run(installed, "schema", "digest")
    assert done.returncode == 0
    assert done.stdout == (ROOT / "schemas" / "digest.schema.json").read_text(encoding="utf-8")

"""Builds wheel and sdist of the committed state into dist/ and proves them: `python release/distributions.py [--release]`.

Built three times, from two copies of the tree (another folder, time zone, umask and order of hashes) and from the unpacked sdist: all must be
the same bytes. `twine check --strict` is clean, the wheel holds the package alone. It is installed where nothing else is and runs what the
README shows. `--release` first refuses a version that cannot be released: see changelog.py. Exit 1 where anything does not hold.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from changelog import ChangelogError, obstacles, sections
from packaging.utils import canonicalize_name
from packaging.version import Version
from requirements import ROOT, direct, project
from sessions import python_blocks, sessions, shown_as

from summarizer import __version__

DIST = ROOT / "dist"


class ReleaseError(Exception):
    """Something that was to be proved does not hold; the message says what."""


def run(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The finished process. Raises ReleaseError, with what it printed, where it failed."""
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ReleaseError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}".strip())
    return done


# -- what is built


def day_of(changelog: str) -> datetime:
    """Midnight (UTC) of the newest version of the changelog: the time that every file of a distribution carries."""
    for section in sections(changelog):
        if section.day:
            return datetime(section.day.year, section.day.month, section.day.day, tzinfo=UTC)
    raise ReleaseError("CHANGELOG.md has no section with a day")


def committed(folder: Path) -> Path:
    """A copy of the committed state, without git, in `folder`."""
    folder.mkdir(parents=True)
    packed = folder.with_suffix(".tar")
    run(["git", "archive", "--format=tar", "-o", packed, "HEAD"])
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder


def built(source: Path, to: Path, epoch: int, **changes: str) -> dict[str, bytes]:
    """sdist and wheel of a folder, both made from it directly: bytes by file name."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), **changes}
    run(
        [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--wheel", "--outdir", to, source],
        env=env,
    )
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The names of files that are not in both with the same bytes."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def reproduced(work: Path, epoch: int) -> dict[str, bytes]:
    """The distributions, after three builds gave the same bytes."""
    with umask(0o022):
        first = built(committed(work / "one"), work / "dist-one", epoch, TZ="UTC", PYTHONHASHSEED="1")
    with umask(0o077):
        again = committed(work / "another" / "deeper")
        for path in again.rglob("*"):
            os.utime(path, (1_000_000_000, 1_000_000_000))
        second = built(again, work / "dist-two", epoch, TZ="Asia/Shanghai", LC_ALL="C", PYTHONHASHSEED="2")
    (sdist,) = (work / "dist-one").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(work / "unpacked", filter="data")
    (unpacked,) = (work / "unpacked").iterdir()
    third = built(unpacked, work / "dist-three", epoch)
    for name, found in (("from another folder", second), ("from the sdist", third)):
        if wrong := differing(first, found):
            raise ReleaseError(f"built {name}, {', '.join(wrong)} has other bytes")
    return first


def strangers(wheel: Path) -> list[str]:
    """What lies in a wheel and is neither the package nor what every wheel has."""
    with zipfile.ZipFile(wheel) as archive:
        homes = ("summarizer/", f"summarizer-{__version__}.dist-info/")
        return [name for name in archive.namelist() if not name.startswith(homes)]


# -- what is installed


def clean_environment(folder: Path, wheel: Path) -> Path:
    """The folder of programs of a new virtual environment that holds the wheel and what it asks for."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(
        [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel],
        cwd=folder,
    )
    run([programs / "python", "-m", "pip", "check"], cwd=folder)
    listed = run([programs / "python", "-m", "pip", "list", "--format", "freeze"], cwd=folder).stdout
    there = {canonicalize_name(line.split("==")[0]) for line in listed.splitlines()} - {"pip"}
    if brought := sorted({d.name for d in direct(project()) if "" not in d.extras} & there):
        # Nothing is installed for development here: these are wanted by something that the wheel asks for.
        print(f"packages of the extras that the wheel's own dependencies bring along: {', '.join(brought)}")
    return programs


def bare(programs: Path, home: Path) -> dict[str, str]:
    """An environment with the new programs, those of the system, an empty home and nothing of the caller's."""
    home.mkdir()
    return {"PATH": f"{programs}{os.pathsep}{os.defpath}", "HOME": str(home), "PYTHONUTF8": "1"}


def shown(page: str, folder: Path, env: Mapping[str, str]) -> int:
    """How many commands and Python examples of a page print what it shows. Raises ReleaseError at the first that does not."""
    count = 0
    for session in sessions(page):
        for command, output in session:
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=folder,
                env=env,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            if done.stderr or not shown_as(output).fullmatch(done.stdout):
                raise ReleaseError(f"$ {command}\n{done.stdout}{done.stderr}")
            count += 1
    examples = folder / "examples-of-the-page.txt"
    examples.write_text("\n".join(python_blocks(page)), encoding="utf-8")
    python = shutil.which("python", path=env["PATH"]) or "python"
    run([python, "-m", "doctest", examples], cwd=folder, env=env)
    return count + examples.read_text(encoding="utf-8").count(">>> ")


def tried(work: Path, wheel: Path, page: str) -> int:
    """How many examples of the page ran with the wheel, installed out of the tree's reach."""
    programs = clean_environment(work / "clean", wheel)
    env = bare(programs, work / "home")
    folder = work / "reader"
    shutil.copytree(work / "one" / "examples", folder / "examples")
    version = run([programs / "summarizer", "--version"], cwd=folder, env=env).stdout
    if __version__ not in version:
        raise ReleaseError(f"the wheel says that it is {version.strip()}, not {__version__}")
    return shown(page, folder, env)


# -- the whole


def refuse_what_cannot_be_released(changelog: str) -> None:
    """Raises ReleaseError with every obstacle."""
    tags = run(["git", "tag", "--points-at", "HEAD"]).stdout.split()
    found = obstacles(sections(changelog), Version(__version__), today=datetime.now(tz=UTC).date(), tags=tags)
    if run(["git", "status", "--porcelain"]).stdout:
        found.append("there is something that is not committed")
    if f"v{__version__}" not in tags and run(["git", "tag", "--list", f"v{__version__}"]).stdout:
        found.append(f"v{__version__} is the tag of another commit: raise __version__")
    if found:
        raise ReleaseError(f"{__version__} cannot be released: " + "; ".join(found))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--release", action="store_true", help="refuse what cannot be released as this version"
    )
    release = parser.parse_args().release
    try:
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        if release:
            refuse_what_cannot_be_released(changelog)
        with tempfile.TemporaryDirectory(prefix="summarizer-dist-") as folder:
            _prove(Path(folder), int(day_of(changelog).timestamp()))
    except (ReleaseError, ChangelogError) as error:
        print(f"dist: {error}", file=sys.stderr)
        return 1
    return 0


def _prove(work: Path, epoch: int) -> None:
    files = reproduced(work, epoch)
    print(f"SOURCE_DATE_EPOCH={epoch}: three builds, twice from the tree and from the sdist, the same bytes")
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    for name, data in files.items():
        (DIST / name).write_bytes(data)
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    (wheel,) = DIST.glob("*.whl")
    if found := strangers(wheel):
        raise ReleaseError(f"the wheel holds what is not the package: {', '.join(found)}")
    run([sys.executable, "-m", "twine", "check", "--strict", *sorted(DIST.iterdir())])
    print("twine check --strict: clean")
    count = tried(work, wheel, (work / "one" / "README.md").read_text(encoding="utf-8"))
    print(f"installed in a clean environment: {count} examples of the README print what it shows")
    (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8")
    print(sums, end="")


if __name__ == "__main__":
    sys.exit(main())

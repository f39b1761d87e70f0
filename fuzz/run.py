"""Fuzzes reading and the command line: `python fuzz/run.py [--seconds N] [TARGET …]`; `make fuzz` is ten minutes of all.

A third of the seconds goes to `commands`: whole command lines, by seeds that differ from day to day, each held against the promises of
`command_line/promises.py`. The other targets, the readers, share the rest; they are coverage-guided (Atheris, libFuzzer): what crashes,
hangs for ten seconds, takes 4 GB or breaks a law of `tests/reading_laws.py` is a find. Finds are kept in build/fuzz and named at the end;
exit 1 where there is any. `--replay FILE TARGET` runs one again.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

HOME = Path(__file__).parent.parent
BUILD = HOME / "build" / "fuzz"
COMMANDS = "commands"
_HANG_S = 10
_MEMORY_MB = 4_000


def _fuzz(name: str, seconds: int) -> None:
    """In a process of its own: never returns."""
    import atheris

    with atheris.instrument_imports(include=["summarizer.reading"]):
        from targets import TARGETS
    corpus, finds = BUILD / name / "corpus", BUILD / name / "finds"
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-timeout={_HANG_S}",
            f"-rss_limit_mb={_MEMORY_MB}",
            f"-artifact_prefix={finds}/",
            "-max_len=20000",
            "-print_final_stats=1",
            str(corpus),
        ],
        TARGETS[name],
    )
    atheris.Fuzz()


def _fuzz_commands(seconds: int) -> int:
    """Command lines, one seed after the other until the time is up; what breaks a promise is kept, its seed in a file by its name."""
    from command_line import tried

    finds, end = BUILD / COMMANDS / "finds", time.monotonic() + seconds
    seed = runs = time.time_ns() // 10**9 * 10**4
    while time.monotonic() < end:
        # Where the seed is looked up that took this process with it.
        (BUILD / COMMANDS / "last").write_text(f"{seed}\n", encoding="ascii")
        found = tried(seed)
        if found.broken:
            print(found, flush=True)
            (finds / f"seed-{seed}").write_text(f"{seed}\n", encoding="ascii")
        seed += 1
    print(f"stat::number_of_executed_units: {seed - runs}")
    return 0


def _replay(file: Path, name: str) -> int:
    if name == COMMANDS:
        from command_line import tried

        found = tried(int(file.read_text(encoding="ascii")))
        print(found)
        return 1 if found.broken else 0
    from targets import TARGETS

    TARGETS[name](file.read_bytes())
    return 0


def _plant(name: str) -> None:
    from targets import SEEDS

    for folder in ("corpus", "finds"):
        (BUILD / name / folder).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS.get(name, ())):
        (BUILD / name / "corpus" / f"seed{number}").write_bytes(seed)


def _told(name: str, code: int, said: str) -> bool:
    """Prints one line for a target; whether it is clean."""
    stats = dict(
        line.removeprefix("stat::").split(":", 1) for line in said.splitlines() if line.startswith("stat::")
    )
    runs = int(stats.get("number_of_executed_units", "0"))
    finds = sorted((BUILD / name / "finds").iterdir())
    clean = code == 0 and not finds
    print(
        f"{name:10} {runs:9,} runs   {'clean' if clean else f'exit {code}: ' + ', '.join(map(str, finds))}",
        flush=True,
    )
    if not clean:
        print("\n".join(said.splitlines()[-40:]), flush=True)
    return clean


def _shares(names: Sequence[str], seconds: int) -> dict[str, int]:
    readers = [name for name in names if name != COMMANDS]
    commands = seconds // 3 if readers else seconds
    shares = {name: max(1, (seconds - commands * (COMMANDS in names)) // len(readers)) for name in readers}
    return {**shares, COMMANDS: max(1, commands)}


def main() -> int:
    sys.path[:0] = [str(HOME / "fuzz"), str(HOME / "tests"), str(HOME / "docs" / "site")]
    from targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join((*TARGETS, COMMANDS))}")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--replay", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    names = chosen.targets or [*TARGETS, COMMANDS]
    if chosen.replay:
        return _replay(chosen.replay, names[0])
    if chosen.one and names[0] == COMMANDS:
        return _fuzz_commands(chosen.seconds)
    if chosen.one:
        _fuzz(names[0], chosen.seconds)
    shares = _shares(names, chosen.seconds)
    clean = True
    for name in names:
        _plant(name)
        command = [sys.executable, __file__, "--one", "--seconds", str(shares[name]), name]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        clean &= _told(name, done.returncode, done.stdout + done.stderr)
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())

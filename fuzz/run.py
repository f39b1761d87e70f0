"""Fuzzes reading: `python fuzz/run.py [--seconds N] [TARGET …]`, N seconds shared by the targets; `make fuzz` is ten minutes of all.

Coverage-guided (Atheris, libFuzzer). What crashes, hangs for ten seconds, takes 4 GB or breaks a law of `tests/reading_laws.py` is
kept in build/fuzz and named at the end; exit 1 where there is any. `--replay FILE TARGET` runs one input again.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parent.parent
BUILD = HOME / "build" / "fuzz"
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


def _plant(name: str) -> None:
    from targets import SEEDS

    for folder in ("corpus", "finds"):
        (BUILD / name / folder).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
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


def main() -> int:
    sys.path[:0] = [str(HOME / "fuzz"), str(HOME / "tests")]
    from targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--replay", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    names = chosen.targets or list(TARGETS)
    if chosen.replay:
        TARGETS[names[0]](chosen.replay.read_bytes())
        return 0
    if chosen.one:
        _fuzz(names[0], chosen.seconds)
    share = max(1, chosen.seconds // len(names))
    clean = True
    for name in names:
        _plant(name)
        command = [sys.executable, __file__, "--one", "--seconds", str(share), name]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        clean &= _told(name, done.returncode, done.stdout + done.stderr)
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())

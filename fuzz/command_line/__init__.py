"""The whole command line, fuzzed: one seed, one command in a folder of its own, and every promise that must hold of it.

A seed is enough to see a find again: `python fuzz/run.py --replay FILE commands`.
"""

import os
from dataclasses import dataclass
from random import Random

from command_line.arguments import Command, commands, environment, line
from command_line.folder import made
from command_line.promises import broken
from command_line.runs import ODD_SURROUNDINGS, Ended, as_process, in_process

__all__ = ["Command", "Tried", "tried"]

_SHARE_OF_PROCESSES = 0.1


@dataclass(frozen=True, slots=True)
class Tried:
    """What a seed came to: the command line, its surroundings, how it ended, and the promises that it broke."""

    seed: int
    args: list[str]
    environ: dict[str, str]
    surroundings: str
    ended: Ended
    broken: list[str]

    def __str__(self) -> str:
        said = "\n".join(f"  {promise}" for promise in self.broken)
        return (
            f"seed {self.seed} ({self.surroundings}): {self.args!r} with {self.environ!r}\n{said}\n"
            f"  exit {self.ended.code}, stderr {self.ended.err[-2_000:].decode('utf-8', 'replace')!r}"
        )


def tried(seed: int, *, processes: bool = True) -> Tried:
    """Runs the command that the seed stands for. `processes` False keeps all in this process, in usual surroundings."""
    rng = Random(seed)
    command = rng.choice(commands())
    surroundings = rng.choice(ODD_SURROUNDINGS) if rng.random() < _SHARE_OF_PROCESSES and processes else ""
    with made(rng, with_run=command.is_batch) as folder:
        args, odd, stdin = line(rng, command), environment(rng), _stdin(rng)
        environ = {
            **_inherited(),
            **odd,
            "HOME": str(folder.home),
            "SUMMARIZER_RETRIES": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        before = folder.snapshot()
        if surroundings:
            ended = as_process(
                args, stdin=stdin, environ=environ, folder=folder.work, surroundings=surroundings
            )
        else:
            ended = in_process(args, stdin=stdin, environ=environ, folder=folder.work)
        return Tried(
            seed,
            args,
            odd,
            surroundings or "in process",
            ended,
            broken(command, args, odd, folder, before, ended),
        )


def _inherited() -> dict[str, str]:
    """Of the caller's variables those that programs need to run, and none that this one reads."""
    return {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "TMPDIR", "VIRTUAL_ENV"}
    }


def _stdin(rng: Random) -> bytes:
    from command_line.mutations import spoiled

    report = "枫桥市工作报告\n听取和审议专项工作报告12项，满意率达到98.6%。\n".encode()
    return rng.choice(
        (b"", report, report, spoiled(rng, report), b"The committee heard 12 reports.", b"{", b"\x00" * 99)
    )

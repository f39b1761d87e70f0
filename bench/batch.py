"""How fast and how large a run over many reports is: reports a second and core, memory as the run grows, two processes beside one, and
requests in flight with a model, Ray beside this machine's own pool. See README.md beside this script.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median

from model_door import serving
from offline import EXAMPLES, REPORTS, varied

_SEED = 20240119
LEAST_SCALING = 1.8
MOST_OF_IDEAL = 1.15
# Tables of words that were looked up fill in the first hundred reports of a process, and are bounded.
MOST_GROWTH = 1.5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds of wall and processor, and the most memory of its main process and of any worker, in MB."""

    wall_s: float
    cpu_s: float
    main_mb: float
    worker_mb: float


def write_corpus(folder: Path, number: int) -> None:
    """So many reports, no two with the same figures; the same corpus in every run."""
    random = Random(_SEED)
    texts = [(EXAMPLES / name).read_text(encoding="utf-8") for name in REPORTS]
    folder.mkdir()
    for n in range(number):
        (folder / f"report_{n:06}.txt").write_text(varied(texts[n % len(texts)], random), encoding="utf-8")


def run(folder: Path, into: Path, *options: str) -> Cost:
    """One whole run by the command, watched from outside."""
    command = [sys.executable, "-m", "summarizer", "batch", str(folder), "-d", str(into), "-q", *options]
    before = os.times()
    start = time.perf_counter()
    with (
        subprocess.Popen(
            command, stdout=subprocess.DEVNULL, env={**os.environ, "OPENAI_API_KEY": "x"}
        ) as process,
        _watching(process.pid) as most,
    ):
        code = process.wait()
    wall_s = time.perf_counter() - start
    after = os.times()
    # 5: the model of the benchmark says the same whatever it is asked, which no report bears out.
    if code not in {0, 5}:
        raise SystemExit(f"the run ended with {code}")
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall_s, cpu_s, most.get("main", 0.0), most.get("worker", 0.0))


@contextmanager
def _watching(pid: int) -> Iterator[dict[str, float]]:
    """The most memory that the process and those that it started have had, looked at ten times a second."""
    most: dict[str, float] = {}
    over = threading.Event()

    def look() -> None:
        while not over.wait(0.1):
            for name, pids in (("main", [pid]), ("worker", _children(pid))):
                most[name] = max([most.get(name, 0.0), *map(_memory_mb, pids)])

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield most
    finally:
        over.set()
        watcher.join()


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child)
            for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []


def _memory_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    lines = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(lines[0].split()[1]) / 1_000 if lines else 0.0


def speed(work: Path, *, number: int, runs: int) -> bool:
    """Reports a second and core, and two processes beside one."""
    write_corpus(work / "speed", number)
    seen: dict[int, list[Cost]] = {1: [], 2: []}
    for turn in range(runs):
        for jobs in seen:
            seen[jobs].append(run(work / "speed", work / f"speed-{jobs}-{turn}", "--jobs", str(jobs)))
    one, two = (median(cost.wall_s for cost in seen[jobs]) for jobs in (1, 2))
    cpu = median(cost.cpu_s for cost in seen[1])
    scaling = one / two
    print(f"{number:,} reports, median of {runs} runs, load of the machine {os.getloadavg()[0]:.1f}")
    print(f"  one process   {number / one:6.1f} reports/s   {number / cpu:6.1f} reports/s of processor")
    print(f"  two processes {number / two:6.1f} reports/s   {scaling:.2f} times one")
    kept = scaling >= LEAST_SCALING
    print(f"  promised: at least {LEAST_SCALING} times one: {'kept' if kept else 'NOT KEPT'}")
    return kept


def ray(work: Path, *, number: int, runs: int) -> None:
    """The same work by two processes of this machine's own pool, and by two on a Ray cluster of this machine."""
    write_corpus(work / "ray", number)
    seen: dict[str, list[Cost]] = {"local": [], "ray": []}
    for turn in range(runs):
        for backend in seen:
            into = work / f"ray-{backend}-{turn}"
            seen[backend].append(run(work / "ray", into, "--jobs", "2", "--on", backend))
    local, on_ray = (median(cost.wall_s for cost in costs) for costs in seen.values())
    print(
        f"  two processes: {number / local:.1f} reports/s, {number / on_ray:.1f} reports/s on Ray with its start"
    )
    print(
        f"  Ray takes {on_ray / local:.2f} times as long for {number:,} reports, {on_ray - local:.1f} s more"
    )


def memory(work: Path, sizes: Sequence[int]) -> bool:
    """The most memory as runs grow."""
    costs = []
    for size in sizes:
        write_corpus(work / f"memory-{size}", size)
        costs.append(run(work / f"memory-{size}", work / f"memory-{size}-run", "--briefs", "none"))
        print(
            f"  {size:>7,} reports: main process {costs[-1].main_mb:6.1f} MB, largest worker {costs[-1].worker_mb:6.1f} MB"
        )
    first, last = costs[0], costs[-1]
    growth = max(last.main_mb / first.main_mb, last.worker_mb / first.worker_mb)
    kept = growth <= MOST_GROWTH
    print(
        f"  promised: at most {MOST_GROWTH} times from {sizes[0]:,} to {sizes[-1]:,}: {growth:.2f}, {'kept' if kept else 'NOT KEPT'}"
    )
    return kept


def requests(work: Path, *, reports: int, concurrency: int, delay_s: float) -> bool:
    """Requests in flight over all processes, beside the shortest time that they could take."""
    write_corpus(work / "model", reports)
    with serving(delay_s) as address:
        options = [
            "-m",
            "openai:bench-model",
            "--base-url",
            address,
            "--passes",
            "none",
            "--budget",
            "550",
            "--no-cache",
        ]
        log = work / "requests.jsonl"
        options += ["--concurrency", str(concurrency), "--briefs", "none", "--log-file", str(log)]
        cost = run(work / "model", work / "model-run", *options)
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    ends = [
        (datetime.fromisoformat(one["time"]).timestamp(), one["seconds"])
        for one in events
        if one["event"] == "request"
    ]
    first, last = min(end - took for end, took in ends), max(end for end, _ in ends)
    ideal_s = -(-len(ends) // concurrency) * delay_s
    ratio = (last - first) / ideal_s
    print(
        f"  {len(ends)} requests of {delay_s} s about {reports} reports, {concurrency} in flight: {ideal_s:.1f} s at best"
    )
    print(
        f"  {last - first:.2f} s from the first request to the last answer, {ratio:.3f} of ideal; {cost.wall_s:.2f} s in all"
    )
    kept = bool(ratio <= MOST_OF_IDEAL)
    print(f"  promised: at most {MOST_OF_IDEAL} of ideal: {'kept' if kept else 'NOT KEPT'}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=400, help="reports of the runs that are timed (400)")
    parser.add_argument("--runs", type=int, default=3, help="runs, of which the median counts (3)")
    parser.add_argument(
        "--memory", default="100,10000", help="sizes of the runs whose memory is watched (100,10000)"
    )
    parser.add_argument(
        "--model-reports",
        type=int,
        default=12,
        help="reports about which a model is asked (12: some 256 requests)",
    )
    parser.add_argument(
        "--only", choices=["speed", "memory", "requests", "ray"], help="one of the four alone"
    )
    options = parser.parse_args()
    kept = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if options.only in {None, "speed"}:
            kept.append(speed(work, number=options.reports, runs=options.runs))
        if options.only in {None, "memory"}:
            print("memory")
            kept.append(memory(work, [int(size) for size in options.memory.split(",")]))
        if options.only in {None, "requests"}:
            print("requests")
            kept.append(requests(work, reports=options.model_reports, concurrency=64, delay_s=2.0))
        if options.only == "ray" or (options.only is None and find_spec("ray") is not None):
            print("Ray")
            ray(work, number=options.reports, runs=options.runs)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())

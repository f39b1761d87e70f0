"""How much the way to a model adds: time and processor for 64 requests at once, beside LangChain's and OpenAI's bare clients.

All three ask the same local server, which takes 500 ms a request. See README.md beside this script.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

from summarizer.model import (
    Complete,
    Meter,
    ModelSettings,
    ReplyCache,
    ask_all,
    ask_with,
    cached,
    metered,
)
from summarizer.prompting import Message, Request

EXAMPLE = Path(__file__).parents[1] / "examples" / "yunqiao_congress_2023.txt"
MODEL = "gpt-4o"
_ROW = {
    "type": "object",
    "properties": {"cite": {"type": "string"}, "value": {"type": "string"}, "name_en": {"type": "string"}},
    "required": ["cite", "value", "name_en"],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "title": "section",
    "type": "object",
    "properties": {"rows": {"type": "array", "items": _ROW}},
    "required": ["rows"],
    "additionalProperties": False,
}
FORM: Any = {"type": "json_schema", "json_schema": {"name": "section", "strict": True, "schema": SCHEMA}}
REPLY = json.dumps({"rows": [{"cite": f"e{n}", "value": str(n), "name_en": "reports"} for n in range(40)]})
LONGEST_OF_IDEAL = 1.20
MOST_OWN_MS = 10.0


def serve(delay_s: float) -> None:
    """Answers every request after `delay_s`, each in a thread of its own; the port goes to stdout first."""
    message = {"role": "assistant", "content": REPLY, "refusal": None}
    completion = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": {"prompt_tokens": 2_000, "completion_tokens": 900, "total_tokens": 2_900},
    }
    body = json.dumps(completion).encode("utf-8")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            time.sleep(delay_s)
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the table is the output."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 128
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()


@contextmanager
def serving(delay_s: float) -> Iterator[str]:
    """The address of a server in a process of its own, so that its work is nobody's."""
    command = [sys.executable, __file__, "--serve", str(delay_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        finally:
            process.terminate()


def requests(number: int) -> list[Request]:
    """Requests of the size of a section's, no two the same."""
    text = EXAMPLE.read_text(encoding="utf-8")[:2_500]
    return [
        Request(
            chunk=part,
            messages=(
                Message("system", "Summarise the report in English. " * 100),
                Message("user", f"Part {part}\n\n{text}"),
            ),
            schema_name="section",
            schema=SCHEMA,
            prompt="section_digest.md",
            prompt_version="0" * 64,
            letter="e",
            markers={},
            max_reply_tokens=4_000,
        )
        for part in range(number)
    ]


def messages_of(request: Request) -> list[Any]:
    return [{"role": message.role, "content": message.content} for message in request.messages]


def ours(address: str, concurrency: int) -> Callable[[list[Request]], object]:
    """The whole door as the command uses it: pace, limits, retries, cache, meter."""
    settings = ModelSettings(
        f"openai:{MODEL}", base_url=address, concurrency=concurrency, rpm=100_000, tpm=1_000_000_000
    )
    ask = ask_with(settings)
    folder = tempfile.TemporaryDirectory()
    caches = (ReplyCache(Path(folder.name) / str(number)) for number in count())

    def run(asked: list[Request]) -> None:
        door = metered(cached(ask, next(caches), settings=settings), Meter())
        replies = ask_all(door, asked, concurrency=concurrency)
        assert all(isinstance(reply, Complete) for reply in replies)

    return run


def langchain(address: str, concurrency: int) -> Callable[[list[Request]], object]:
    """LangChain's chat model with the same schema bound to it, in a plain pool of threads."""
    from langchain.chat_models import init_chat_model

    chat = init_chat_model(
        MODEL, model_provider="openai", base_url=address, api_key="x", max_retries=0, max_tokens=4_000
    )
    bound = chat.bind(response_format=FORM)

    def run(asked: list[Request]) -> None:
        with ThreadPoolExecutor(concurrency) as pool:
            assert all(pool.map(lambda one: bound.invoke(messages_of(one)), asked))

    return run


def openai(address: str, concurrency: int) -> Callable[[list[Request]], object]:
    """The bare client of OpenAI, in a plain pool of threads."""
    from openai import OpenAI

    client = OpenAI(base_url=address, api_key="x", max_retries=0)

    def ask(request: Request) -> object:
        return client.chat.completions.create(
            model=MODEL,
            messages=messages_of(request),
            max_completion_tokens=4_000,
            response_format=FORM,
        )

    def run(asked: list[Request]) -> None:
        with ThreadPoolExecutor(concurrency) as pool:
            assert all(pool.map(ask, asked))

    return run


@dataclass(frozen=True, slots=True)
class Result:
    """Medians: seconds of all requests together, milliseconds of processor for each."""

    name: str
    wall_s: float
    cpu_ms: float


def measured(address: str, *, number: int, concurrency: int, runs: int) -> list[Result]:
    """Ours and the two peers in turn, one round beforehand that does not count."""
    asked = requests(number)
    peers = {"summarizer": ours, "LangChain alone": langchain, "openai alone": openai}
    made = {name: make(address, concurrency) for name, make in peers.items()}
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in made}
    for turn in range(runs + 1):
        for name, run in made.items():
            cpu_s, wall_s = time.process_time(), time.perf_counter()
            run(asked)
            if turn:
                seen[name].append((time.perf_counter() - wall_s, time.process_time() - cpu_s))
    return [
        Result(name, median(wall for wall, _ in each), 1_000 * median(cpu for _, cpu in each) / number)
        for name, each in seen.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="rounds, of which the median counts (5)")
    parser.add_argument("--requests", type=int, default=64, help="requests in a round (64)")
    parser.add_argument("--concurrency", type=int, default=16, help="requests in flight (16)")
    parser.add_argument("--delay", type=float, default=0.5, help="seconds the server takes for each (0.5)")
    parser.add_argument("--serve", type=float, metavar="SECONDS", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        serve(options.serve)
        return 0
    # Somebody else's settings for tracing would be measured with the peers.
    os.environ.pop("LANGSMITH_TRACING", None)
    ideal_s = -(-options.requests // options.concurrency) * options.delay
    with serving(options.delay) as address:
        results = measured(
            address, number=options.requests, concurrency=options.concurrency, runs=options.runs
        )
    own, chain, _ = results
    print(
        f"{options.requests} requests, {options.concurrency} in flight, {options.delay} s each: {ideal_s:.1f} s at best"
    )
    print(f"{'':<16} {'seconds':>8} {'of ideal':>9} {'CPU ms a request':>17}")
    for result in results:
        print(
            f"{result.name:<16} {result.wall_s:>8.3f} {result.wall_s / ideal_s:>9.3f} {result.cpu_ms:>17.2f}"
        )
    print(f"own work beyond LangChain's: {own.cpu_ms - chain.cpu_ms:.2f} ms of CPU a request")
    kept = own.wall_s <= LONGEST_OF_IDEAL * ideal_s and own.cpu_ms - chain.cpu_ms <= MOST_OWN_MS
    print(
        f"promised: at most {LONGEST_OF_IDEAL:.2f} of ideal and {MOST_OWN_MS:.0f} ms: {'kept' if kept else 'NOT KEPT'}"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

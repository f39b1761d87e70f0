"""A file from a stranger, read in a process of its own: what reading it can do ends with that process.

PDF, Word and web pages are taken apart by native code. A document made to exhaust memory, to go on for ever or to crash the code that
reads it costs the child process, and the user gets one sentence. Plain text and Markdown are read on the spot.
"""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from itertools import count
from typing import IO, Any

from summarizer.errors import InputError, NoReportText, Undecodable
from summarizer.reading import Extracted, Limits, Recognise, extract, is_read_apart, media_type_of

__all__ = ["extract_apart"]

_HINT = "open it, save it anew or as text, and try again"
# -P: a file called json.py beside the reports is no part of the program.
_COMMAND = (sys.executable, "-P", "-m", "summarizer.quarantine")
_ERRORS: dict[str, type[InputError]] = {
    error.__name__: error for error in (InputError, NoReportText, Undecodable)
}


def extract_apart(data: bytes, *, name: str, limits: Limits, notify: Callable[[str], None]) -> Extracted:
    """The same as `extract`, with the limits of time and memory kept; `notify` gets a line for what takes long.

    Raises Undecodable and NoReportText as `extract` does, and NoReportText for a document over a limit of time or memory, or one that
    brings down what reads it.
    """
    if not is_read_apart(media_type_of(data, name=name)):
        return extract(data, name=name, limits=limits)
    with _child() as child:
        threading.Thread(target=_feed, args=(child, name, limits, data), daemon=True).start()
        for answer in _answers(child, limits.max_seconds, name):
            match answer:
                case {"note": str(text)}:
                    notify(text)
                case {"error": {"kind": str(kind), "what": str(what), "hint": str(hint)}}:
                    raise _ERRORS.get(kind, InputError)(what, where=name, hint=hint)
                case {"bug": str(text)}:
                    raise RuntimeError(f"reading failed:\n{text}")
                case {"extracted": found}:
                    return _extracted(found)
    raise NoReportText("reading it fails: it is damaged, or made to do harm", where=name, hint=_HINT)


def _extracted(found: Any) -> Extracted:
    from pydantic import TypeAdapter

    return TypeAdapter(Extracted).validate_python(found)


@contextmanager
def _child() -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _feed(child: subprocess.Popen[bytes], name: str, limits: Limits, data: bytes) -> None:
    assert child.stdin is not None
    # A child that has ended takes nothing more; its answers say why.
    with suppress(OSError, ValueError):
        child.stdin.write(json.dumps({"name": name, "limits": asdict(limits)}).encode("ascii") + b"\n")
        child.stdin.write(data)
        child.stdin.close()


def _answers(child: subprocess.Popen[bytes], patience: float, name: str) -> Iterator[dict[str, Any]]:
    """What the child says, line by line, until it ends. Raises NoReportText where it is silent for longer than `patience` seconds."""
    assert child.stdout is not None
    lines: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_listen, args=(child.stdout, lines), daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=patience)
        except queue.Empty as error:
            raise NoReportText(
                f"reading it takes longer than the limit of {patience:g} seconds", where=name, hint=_HINT
            ) from error
        if not line.endswith(b"\n"):
            return  # the end, or an answer that was not finished
        yield json.loads(line)


def _listen(stream: IO[bytes], lines: "queue.Queue[bytes]") -> None:
    with suppress(OSError, ValueError):
        for line in stream:
            lines.put(line)
    lines.put(b"")


# ---- in the child


def _main() -> None:
    """Reads a header line and the file from standard input, and answers in JSON Lines on standard output."""
    answers = _own_stdout()

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()

    header = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**header["limits"])
    _limit_memory(limits.max_memory)
    try:
        found = extract(
            sys.stdin.buffer.read(), name=header["name"], limits=limits, recognise=_recognise(say)
        )
        say({"extracted": asdict(found)})
    except InputError as error:
        kind = type(error).__name__
        say({"error": {"kind": kind, "what": str(error.args[0]), "hint": error.hint}})
    except MemoryError:
        what = f"reading it takes more memory than the limit of {limits.max_memory:,} bytes"
        say({"error": {"kind": "NoReportText", "what": what, "hint": _HINT}})
    except Exception:  # noqa: BLE001 - handed to the parent, which reports it as the bug it is
        from traceback import format_exc

        say({"bug": format_exc()})


def _recognise(say: Callable[[dict[str, Any]], None]) -> Recognise | None:
    """What reads pages that are pictures, if there is something that does; a note before each says that it takes a while."""
    from summarizer.ocr import recogniser

    recognise = recogniser()
    if recognise is None:
        return None
    pages = count(1)

    def noted(picture: bytes) -> str:
        say({"note": f"recognising the text of a page that is a picture ({next(pages):,})"})
        return recognise(picture)

    return noted


def _own_stdout() -> IO[bytes]:
    """Standard output for the answers alone: what native code prints goes to standard error."""
    import os

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit_memory(most: int) -> None:
    """Where the system can."""
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _main()

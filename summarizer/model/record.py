"""Exchanges with a model written down, and answered from there without network or key."""

import json
from pathlib import Path

from summarizer.errors import UsageError
from summarizer.model.exchange import as_kept, asked, kept_reply, key_of, reply_of
from summarizer.model.private_files import write_private
from summarizer.model.reply import Ask, Failed, Reply, Usage
from summarizer.model.settings import ModelSettings
from summarizer.paths import is_folder
from summarizer.prompting import Request

__all__ = ["recorded", "replayed"]

_SHOWN_DIGITS = 12


def recorded(ask: Ask, folder: Path, *, settings: ModelSettings) -> Ask:
    """`ask`, with each exchange written to a file of its own in `folder`, named by the hash of what was asked.

    The file holds the messages with the report's text, the schema, the settings, the reply and its usage, no key; only its owner may
    read it. What was never sent, because a limit stood in its way, is no exchange. Raises UsageError where it cannot be written.
    """

    def ask_and_record(request: Request) -> Reply:
        reply = ask(request)
        if reply.usage.requests or reply.usage.from_cache:
            path = folder / f"{key_of(request, settings)}.json"
            exchange = {
                "prompt": request.prompt,
                "prompt_version": request.prompt_version,
                "asked": asked(request, settings),
                "reply": kept_reply(reply),
            }
            try:
                write_private(path, exchange)
            except OSError as error:
                raise UsageError(
                    f"an exchange cannot be recorded: {error.strerror or 'unknown reason'}", where=str(folder)
                ) from error
        return reply

    return ask_and_record


def replayed(folder: Path, *, settings: ModelSettings) -> Ask:
    """A function that answers each request as recorded in `folder`, and says so of one that is not recorded there.

    Found by the same hash: same endpoint, model, settings, prompts and report. Raises UsageError where there is no such folder.
    """
    if not is_folder(folder):
        raise UsageError("there is no such folder of recorded exchanges", where=str(folder))

    def answer(request: Request) -> Reply:
        key = key_of(request, settings)
        name = f"{key[:_SHOWN_DIGITS]}… (part {request.chunk}, {request.prompt})"
        try:
            exchange = json.loads((folder / f"{key}.json").read_bytes())
            return as_kept(reply_of(exchange["reply"]))
        except FileNotFoundError:
            return Failed(f"the exchange {name} is not recorded", Usage())
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Failed(f"the recorded exchange {name} cannot be read", Usage())

    return answer

"""What goes wrong at endpoints: faults of single replies, and models that commit them on part of a report."""

import json
import threading
from collections.abc import Callable

from wire.answers import Answer, Json, Personality, Seen, answer, completion, cut, error, reply_text
from wire.figures import asked
from wire.personalities import honest, honest_reply

__all__ = ["FAULTS", "RUN_ENDS", "at", "cut_short", "first_times"]

HTML = b"<html><head><title>Welcome</title></head><body>Sign in to the network</body></html>"


def _changed(change: Callable[[Json], object]) -> Personality:
    """An honest answer, changed."""

    def tell(seen: Seen) -> Answer:
        task = asked(seen)
        said = honest_reply(task)
        change(said)
        return completion(json.dumps(said, ensure_ascii=False))

    return tell


def _wrong_markers(said: Json) -> None:
    for index, row in enumerate(said["rows"]):
        row["cite"] = f"e{900 + index}"
    for sentence in said["sentences"]:
        sentence["cites"] = ["e900", "x", "[e901]"]


def _other_chunk(said: Json) -> None:
    """As if the numbers ran on from the chunk before: some are none of this chunk, some are another figure's."""
    for row in said["rows"]:
        row["cite"] = f"e{int(row['cite'][1:]) + 7}"
    for sentence in said["sentences"]:
        sentence["cites"] = [f"e{int(cite[1:]) + 7}" for cite in sentence["cites"]]


def _twice(said: Json) -> None:
    said["rows"] += said["rows"]
    said["sentences"] += said["sentences"]


def _in_chinese(said: Json) -> None:
    for row in said["rows"]:
        row["name_en"] = row["name_zh"]
    for sentence in said["sentences"]:
        sentence["text"] = (
            f"报告提到{sentence['text'].removeprefix('It comes to ')}这一情况，工作取得新成效。"
        )


def _half_malformed(said: Json) -> None:
    """Every second row and sentence has not the agreed shape."""
    for row in said["rows"][::2]:
        row["value"] = {"amount": row["value"]}
    for sentence in said["sentences"][::2]:
        del sentence["text"]


def _table(seen: Seen) -> Answer:
    return completion(json.dumps({"table": honest_reply(asked(seen))["rows"]}, ensure_ascii=False))


def _broken_off(seen: Seen) -> Answer:
    """Half of an honest answer, said to be whole."""
    given = honest()(seen)
    return completion(given.text[: len(given.text) // 2])


FAULTS: dict[str, tuple[Personality, str]] = {
    "truncated": (reply_text('{"rows": [{"ci', finish="length"), "truncated"),
    "refusal": (reply_text(None, refusal="I cannot help with that."), "refused"),
    "filter": (reply_text("", finish="content_filter"), "refused"),
    "filter as an error": (error(400, "content_filter"), "refused"),
    "empty": (reply_text(""), "failed"),
    "no content": (reply_text(None), "failed"),
    "no JSON": (reply_text("The committee met often."), "failed"),
    "broken off": (_broken_off, "failed"),
    "wrong shape": (_table, "failed"),
    "a list": (reply_text("[1, 2]"), "failed"),
    "lists of nonsense": (reply_text('{"rows": [1, null, "x"], "sentences": [[]]}'), "failed"),
    "wrong markers": (_changed(_wrong_markers), "complete"),
    "markers of another chunk": (_changed(_other_chunk), "complete"),
    "everything twice": (_changed(_twice), "complete"),
    "in Chinese": (_changed(_in_chinese), "complete"),
    "half malformed": (_changed(_half_malformed), "complete"),
    "429": (error(429), "failed"),
    "429 with a wait": (error(429, retry_after="0.01"), "failed"),
    "429 with a long wait": (error(429, retry_after="900"), "failed"),
    "500": (error(500), "failed"),
    "503": (error(503), "failed"),
    "400": (error(400, message="messages are too long"), "failed"),
    "cut": (cut, "failed"),
    "HTML": (answer(HTML, media_type="text/html"), "failed"),
    "broken body": (answer(b'{"id": "1", "cho'), "failed"),
}
"""Each fault, and the outcome of a section where it never ends."""

RUN_ENDS: dict[str, tuple[Personality, int]] = {
    "wrong key": (error(401, "invalid_api_key"), 4),
    "no credit": (error(429, "insufficient_quota"), 4),
    "no such model": (error(404, "model_not_found"), 2),
}
"""What ends a run, and its exit code."""


def at(words: str, fault: Personality, otherwise: Personality | None = None) -> Personality:
    """Commits the fault on each stretch of a report that holds these words, and is honest, or `otherwise`, about all else."""
    well = otherwise or honest()

    def tell(seen: Seen) -> Answer:
        task = asked(seen)
        return fault(seen) if task.task == "sections" and words in task.text else well(seen)

    return tell


def first_times(fault: Personality, times: int = 1, otherwise: Personality | None = None) -> Personality:
    """Commits the fault the first `times` that the very same is asked."""
    well = otherwise or honest()
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def tell(seen: Seen) -> Answer:
        with lock:
            counts[seen.user] = done = counts.get(seen.user, 0) + 1
        return fault(seen) if done <= times else well(seen)

    return tell


def cut_short(most: int) -> Personality:
    """Runs into its length limit on every stretch with more than `most` figures; honest otherwise."""

    def tell(seen: Seen) -> Answer:
        task = asked(seen)
        given = honest()(seen)
        if task.task != "sections" or len(task.figures) <= most:
            return given
        return completion(given.text[: len(given.text) // 2], finish="length")

    return tell

"""Scripted models: each reads the prompt it is given, in every pass and form of citation, and answers after its nature.

A personality is a function from a request to an `Answer`. Those that err keep account of their errors in `errors`.
"""

import json
import random
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wire.answers import Answer, Json, Personality, Seen, completion, error
from wire.figures import Asked, Figure, Right, asked, said

__all__ = [
    "Careless",
    "Error",
    "broken",
    "honest",
    "honest_reply",
    "honest_row",
    "honest_sentence",
    "markers_ignored",
    "off_by_one",
    "shuffled",
    "slow",
    "weak",
    "words_only",
]

Kind = Literal["qualifier", "value", "name", "rounded", "scale", "left out"]


def honest(*, right: Right | None = None) -> Personality:
    """Cites each figure, copies it, and tells it with its qualifier; answers repair, gleaning and overview rightly too."""
    return lambda seen: _answer(honest_reply(asked(seen, right=right)))


def honest_reply(task: Asked) -> Json:
    """The right answer to any request."""
    match task.task:
        case "sections":
            told = [honest_sentence([f], task.terms) for f in task.figures if f.value is not None]
            return {"rows": [honest_row(f, task.terms) for f in task.figures], "sentences": told}
        case "gleaning":
            return {"rows": [honest_row(f, task.terms) for f in task.figures], "sentences": []}
        case "repair":
            of = {f.cite: f for f in task.figures}
            rows = [
                honest_row(of[cite], task.terms)
                for one in task.wrong
                if not one.is_sentence
                for cite in one.cites
            ]
            sentences = [
                honest_sentence([of[cite] for cite in one.cites], task.terms)
                for one in task.wrong
                if one.is_sentence
            ]
            return {"rows": rows, "sentences": sentences}
        case "overview":
            # The lines shown are checked; copying some of them is a summary that holds.
            return {
                "rows": [],
                "sentences": [{"text": bare, "cites": cites} for bare, cites in _copied(task.lines[:4])],
            }


def honest_row(figure: Figure, terms: Mapping[str, str]) -> Json:
    value = f"{figure.value}-{figure.value_max}" if figure.value_max else figure.value
    return {
        "cite": figure.cite,
        "value": value,
        "qualifier": figure.qualifier,
        "name_zh": figure.name_zh,
        "name_en": english(figure, terms),
    }


def honest_sentence(figures: Sequence[Figure], terms: Mapping[str, str]) -> Json:
    """A sentence that tells these figures and nothing else."""
    told = [f for f in figures if f.value is not None]
    parts = [_told(f, english(f, terms)) for f in told]
    return {"text": f"{_THERE} {' and '.join(parts)}.", "cites": [f.cite for f in told]}


def english(figure: Figure, terms: Mapping[str, str]) -> str:
    """The longest of the given terms that the figure's clause holds, "" without any: what is not said is not false.

    A percentage of change is called one.
    """
    words = [terms[zh] for zh in sorted(terms, key=len, reverse=True) if zh in figure.clause]
    if not words:
        return ""
    change = _CHANGE.search(figure.clause) if figure.unit in {"%", "个百分点"} else None
    return f"{'growth' if change['up'] else 'decrease'} in {words[0]}" if change else words[0]


_CHANGE = re.compile(r"(?P<up>增长|提高|提升|上升|增加)|下降|降低|减少|压减|压缩")


# Words that name nothing which is counted.
_THERE = "It comes to"


def _told(figure: Figure, name: str) -> str:
    return f"{said(figure)} for {name}" if name else said(figure)


@dataclass(frozen=True)
class Error:
    """One thing said wrongly: in which request, of which figure, in a row or a sentence's text, by which English name; and the truth."""

    kind: Kind
    user: str
    cite: str
    in_sentence: bool
    text: str
    name: str
    true: Figure


class Careless:
    """Errs on one figure in `every`, each time in another way; asked about its errors, or for what it left out, it answers rightly.

    It drops qualifiers, tells the neighbour's value or the neighbour's English name, rounds, loses 万 and 亿, and leaves rows out.
    """

    def __init__(self, *, every: int = 2, right: Right | None = None) -> None:
        self.errors: list[Error] = []
        self._every, self._right = every, right
        self._lock = threading.Lock()

    def __call__(self, seen: Seen) -> Answer:
        task = asked(seen, right=self._right)
        if task.task != "sections":
            return _answer(honest_reply(task))
        rows: list[Json] = []
        sentences: list[Json] = []
        made: list[Error] = []
        turn = 0
        for index, figure in enumerate(task.figures):
            neighbour = task.figures[(index + 1) % len(task.figures)]
            order = [*_KINDS[turn % len(_KINDS) :], *_KINDS[: turn % len(_KINDS)]]
            kind = next((k for k in order if _WAYS[k](figure, neighbour, task.terms)), None)
            kind = kind if index % self._every == 0 else None
            turn += kind is not None
            name = english(figure, task.terms)
            wrong: Figure | None = figure
            if kind == "left out":
                wrong = None
            elif kind == "name":
                name = english(neighbour, task.terms)
            elif kind is not None:
                wrong = _WAYS[kind](figure, neighbour, task.terms)
            if wrong is not None:
                rows.append(honest_row(wrong, task.terms) | {"name_en": name})
                sentence = f"{_THERE} {_told(wrong, name)}."
                if figure.value is not None:
                    sentences.append({"text": sentence, "cites": [figure.cite]})
            if kind is not None:
                made.append(Error(kind, seen.user, figure.cite, False, "", name, figure))
                if wrong is not None:
                    made.append(Error(kind, seen.user, figure.cite, True, sentence, name, figure))
        with self._lock:
            self.errors += made
        return _answer({"rows": rows, "sentences": sentences})


Way = Callable[[Figure, Figure, Mapping[str, str]], Figure | None]


def _dropped(figure: Figure, neighbour: Figure, terms: Mapping[str, str]) -> Figure | None:
    plain = figure.qualifier not in {"exact", "masked", "range"}
    return replace(figure, qualifier="exact") if plain else None


def _swapped(figure: Figure, neighbour: Figure, terms: Mapping[str, str]) -> Figure | None:
    if None in {figure.value, neighbour.value} or neighbour.value_max or figure.value_max:
        return None
    return replace(figure, value=neighbour.value) if figure.value != neighbour.value else None


def _renamed(figure: Figure, neighbour: Figure, terms: Mapping[str, str]) -> Figure | None:
    both = english(figure, terms), english(neighbour, terms)
    known = "" not in both and figure.value is not None
    return figure if known and both[0] != both[1] else None


def _rounded(figure: Figure, neighbour: Figure, terms: Mapping[str, str]) -> Figure | None:
    value = figure.value or ""
    whole, _, rest = value.partition(".")
    if rest and not figure.value_max:
        return replace(figure, value=whole)
    digits = whole.rstrip("0")
    if figure.value_max or len(digits) < 3 or "/" in value:
        return None
    return replace(figure, value=digits[:-1] + "0" * (len(whole) - len(digits) + 1))


def _unscaled(figure: Figure, neighbour: Figure, terms: Mapping[str, str]) -> Figure | None:
    if figure.scale < 10_000 or figure.value is None or figure.value_max:
        return None
    return replace(figure, value=f"{int(figure.value) / figure.scale:g}")


def _omitted(figure: Figure, neighbour: Figure, terms: Mapping[str, str]) -> Figure | None:
    return figure if figure.value is not None else None


_WAYS: dict[Kind, Way] = {
    "qualifier": _dropped,
    "value": _swapped,
    "name": _renamed,
    "rounded": _rounded,
    "scale": _unscaled,
    "left out": _omitted,
}
_KINDS = tuple(_WAYS)


def broken(*, right: Right | None = None) -> Personality:
    """Errs in turn, as weak models do: a wrong digit, a neighbour's figure, a dropped qualifier, an invented citation. Fills masks."""

    def tell(seen: Seen) -> Answer:
        task = asked(seen, right=right)
        rows: list[Json] = []
        sentences: list[Json] = []
        for index, figure in enumerate(task.figures):
            row = honest_row(figure, task.terms)
            neighbour = task.figures[(index + 1) % len(task.figures)]
            match "masked" if figure.value is None else ("digit", "swap", "qualifier", "citation")[index % 4]:
                case "masked":
                    row |= {"value": "42", "qualifier": "exact"}
                case "digit":
                    row["value"] = _other_digit(row["value"])
                case "swap":
                    row |= {"value": neighbour.value or "7"}
                case "qualifier":
                    row["qualifier"] = "exact"
                case _:
                    row["cite"] = f"e{len(task.figures) + 500}"
            rows.append(row)
            sentences.append({"text": f"There were {row['value']} {row['name_en']}.", "cites": [row["cite"]]})
        return _answer({"rows": rows, "sentences": sentences})

    return tell


def off_by_one(seen: Seen) -> Answer:
    """Right about every figure, but with markers in the text it cites the one after it; a list it reads rightly."""
    task = asked(seen)
    said = honest_reply(task)
    if task.task != "sections" or task.form != "inline":
        return _answer(said)
    names = [figure.cite for figure in task.figures]
    after = dict(zip(names, [*names[1:], "e" + str(len(names) + 1)], strict=True))
    for row in said["rows"]:
        row["cite"] = after[row["cite"]]
    for sentence in said["sentences"]:
        sentence["cites"] = [after[cite] for cite in sentence["cites"]]
    return _answer(said)


def markers_ignored(able: Literal["list", "quote"]) -> Personality:
    """Right about every figure, but cites nothing until it is asked in a form that it is `able` to do."""

    def tell(seen: Seen) -> Answer:
        task = asked(seen)
        said = honest_reply(task)
        # Whoever cannot use a list of a stretch cannot use one of clauses.
        if task.task == "overview" or task.form == able or (able == "quote" and task.task != "sections"):
            return _answer(said)
        for row in said["rows"]:
            row["cite"] = ""
        for sentence in said["sentences"]:
            sentence["cites"] = []
        return _answer(said)

    return tell


def slow(delay_s: float, inner: Personality | None = None) -> Personality:
    """An answer that comes late: an honest one, or that of `inner`."""
    personality = inner or honest()
    return lambda seen: replace(personality(seen), delay_s=delay_s)


def shuffled(inner: Personality, *, seed: int, most_s: float = 0.05) -> Personality:
    """The answers of `inner`, each after another delay up to `most_s`, so that they come in in another order for each seed."""
    chance = random.Random(seed)
    return lambda seen: replace(inner(seen), delay_s=chance.uniform(0, most_s))


def words_only(inner: Personality, *, status: int = 400) -> Personality:
    """An endpoint without a schema mode: it rejects `response_format`, and answers as `inner` without it."""
    rejected = error(status, message="Unrecognized request argument supplied: response_format")
    return lambda seen: rejected(seen) if "response_format" in seen.body else inner(seen)


def weak(wrapping: Literal["prose", "fence", "think"], inner: Personality | None = None) -> Personality:
    """An endpoint without a schema mode, whose model puts words, a code fence or its thoughts around the JSON."""

    def tell(seen: Seen) -> Answer:
        content = (inner or honest())(seen).text
        match wrapping:
            case "prose":
                return completion(f"Sure! Here is the table you asked for:\n\n{content}\n\nAnything else?")
            case "fence":
                return completion(f"Here you are.\n```json\n{content}\n```\nLet me know.")
            case "think":
                return completion(f"<think>The schema wants {{rows}}, 999 of them.</think>\n{content}")

    return words_only(tell)


def _copied(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The lines without their markers, and the names of these."""
    return [(re.sub(r"\s?\([a-z]+\d+\)", "", line), re.findall(r"\(([a-z]+\d+)\)", line)) for line in lines]


def _answer(said: Json) -> Answer:
    return completion(json.dumps(said, ensure_ascii=False))


def _other_digit(value: str | None) -> str:
    """`value` with its first digit changed."""
    text = value or "0"
    return str(int(text[0]) % 9 + 1) + text[1:]

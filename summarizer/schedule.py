"""What a model is asked in: the prompt files with their slots, and the passes over a report in their order.

Here alone a pass that follows the one over the sections has its name and its prompt its file: settings, options, progress, the plan of
a run, accounts and the work itself are told them. The work is loaded when it is done, for every `--help` reads this module.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from summarizer.passes import DigestPass, PartsPass

__all__ = ["COMPARISON", "LATER", "PROMPTS", "LaterPass", "Prompted", "prompted"]

_CITES: Final = frozenset({"letter", "citations"})
_REPORT: Final = frozenset({"body", "period"}) | _CITES


@dataclass(frozen=True, slots=True)
class Prompted:
    """A prompt file: the slots that it may have, those that it cannot do without, and what its replies are called while they come in."""

    file: str
    slots: Collection[str]
    needed: Collection[str]
    replies: str


@dataclass(frozen=True, slots=True)
class LaterPass:
    """A pass that follows the one over the sections, where it is wanted.

    `name` is what `--passes` and digests call it, `doing` what progress says, `gives` what an account calls what came of it. `work`
    loads what does it: on the parts of a digest, or on the digest that is put together from them. Where one that `sums_up` is wanted,
    a comparison of several reports is summed up by the model too.
    """

    name: str
    prompt: Prompted
    doing: str
    gives: str
    work: "Callable[[], PartsPass | DigestPass]"
    sums_up: bool = False


def _repair() -> "PartsPass":
    from summarizer.passes.second_look import REPAIR

    return REPAIR


def _gleaning() -> "PartsPass":
    from summarizer.passes.second_look import GLEANING

    return GLEANING


def _overview() -> "DigestPass":
    from summarizer.passes.overview import OVERVIEW

    return OVERVIEW


LATER: Final = (
    LaterPass(
        "repair",
        Prompted(
            "repair.md", {"clauses", "failed", *_REPORT}, {"clauses", "failed"}, "corrections by the model"
        ),
        doing="putting right what failed",
        gives="correction",
        work=_repair,
    ),
    LaterPass(
        "gleaning",
        Prompted("gleaning.md", {"clauses", "terms", *_REPORT}, {"clauses"}, "missing figures asked for"),
        doing="asking for what is missing",
        gives="second look for missing figures",
        work=_gleaning,
    ),
    LaterPass(
        "overview",
        Prompted("overview.md", {"digest", "title", *_REPORT}, {"digest"}, "summary by the model"),
        doing="writing the summary",
        gives="summary",
        work=_overview,
        sums_up=True,
    ),
)
"""In the order they are made; those on parts go before those on the digest."""

COMPARISON: Final = Prompted(
    "comparison.md", {"figures", "reports", *_CITES}, {"figures"}, "comparison by the model"
)

PROMPTS: Final = (
    Prompted(
        "section_digest.md",
        {"chunk", "figures", "terms", "titles", *_REPORT},
        {"chunk"},
        "stretches answered by the model",
    ),
    *(later.prompt for later in LATER),
    COMPARISON,
)


def prompted(file: str) -> Prompted:
    """The prompt in this file. Raises KeyError for a file that holds none."""
    return _BY_FILE[file]


_BY_FILE: Final = {prompt.file: prompt for prompt in PROMPTS}

"""The request for the summary of a comparison, made from figures that are checked already."""

from collections.abc import Mapping, Sequence

from summarizer.prompting.build import built
from summarizer.prompting.prompt import Prompts
from summarizer.prompting.request import Request
from summarizer.prompting.slots import fenced

__all__ = ["COMPARISON", "comparison_request"]

COMPARISON = "comparison.md"
LETTER = "e"


def comparison_request(
    reports: Sequence[str],
    figures: Sequence[tuple[str, Sequence[tuple[str, str, int]]]],
    *,
    reply_tokens: int,
    prompts: Prompts,
) -> Request:
    """What a model is asked about several reports: `figures` are matters, each with (report, figure, marker) for every report.

    The markers stand for themselves in the reply.
    """
    lines = [
        f"- {matter}: " + "; ".join(f"{report} {figure}({LETTER}{marker})" for report, figure, marker in told)
        for matter, told in figures
    ]
    markers: Mapping[int, int] = {marker: marker for _, told in figures for _, _, marker in told}
    slots = {"letter": LETTER, "reports": fenced("; ".join(reports)), "figures": fenced("\n".join(lines))}
    return built(prompts.read(COMPARISON), slots, markers, reply_tokens=reply_tokens)

"""The sentences of a summary that tell no figure: who reports, on what, what is planned and which problems are admitted."""

from collections.abc import Sequence

from summarizer.offline.naming import genre_en
from summarizer.offline.nouns import listed
from summarizer.outline import SectionClass
from summarizer.reading import ReportKind

__all__ = ["MOST_TOPICS", "covering", "planning", "problems", "reporting"]

MOST_TOPICS = 6
_THEMES = {
    SectionClass.POLITICAL: "political guidance", SectionClass.LEGISLATION: "legislation", SectionClass.SUPERVISION: "oversight",
    SectionClass.DECISIONS: "appointments", SectionClass.DEPUTIES: "work with deputies", SectionClass.SELF_BUILDING: "institutional self-improvement",
    SectionClass.ECONOMY: "the economy", SectionClass.INDUSTRY: "industry", SectionClass.REFORM: "reform", SectionClass.AGRICULTURE: "rural affairs",
    SectionClass.URBAN: "infrastructure", SectionClass.ENVIRONMENT: "the environment", SectionClass.LIVELIHOOD: "people's livelihoods",
    SectionClass.SECURITY: "public safety", SectionClass.CULTURE: "public services", SectionClass.TRIALS: "trials",
    SectionClass.PROSECUTION: "prosecution",
}  # fmt: skip


def _period(period: str) -> str:
    """`in 2022`, `from 2018 to 2022`; "" where no period is known."""
    first, _, last = period.partition("-")
    if not first:
        return ""
    return f"from {first} to {last}" if last else f"in {first}"


def reporting(kind: ReportKind, body: str, period: str, session: str, date: str) -> tuple[str, ...]:
    """Who reported on what, to whom and when, the fullest wording first; each next one says less.

    `date` as it is to be read (`21 March 2023`); all but `kind` may be "".
    """
    if not kind.is_work_report:
        return (
            "This text is no work report." if kind is ReportKind.OTHER else f"This text is {genre_en(kind)}.",
        )
    when = _period(period)
    if not body:
        return tuple(
            f"The report gives an account of work{w}." for w in dict.fromkeys((f" {when}".rstrip(), ""))
        )
    said = f"The {body} reported on its work"
    endings = (
        f" {when}" if when else "",
        f" to the {session}" if session else "",
        f" on {date}" if date else "",
    )
    shorter = ("".join(endings[:n]) for n in range(len(endings), -1, -1))
    return tuple(f"{said}{ending}." for ending in dict.fromkeys(shorter))


def covering(classes: Sequence[SectionClass]) -> str:
    """What the report covers, by the classes of its sections in their order; "" where fewer than two are told."""
    themes = [_THEMES[cls] for cls in dict.fromkeys(classes) if cls in _THEMES][:MOST_TOPICS]
    return f"The report covers {listed(themes)}." if len(themes) > 1 else ""


def planning(titles: Sequence[str]) -> str:
    """Under which headings plans stand; "" where none has a title."""
    return f"Plans come under {_headings(titles)}." if titles else ""


def problems(titles: Sequence[str]) -> str:
    """That problems are admitted, and under which headings."""
    return f"The report also admits problems{f' under {_headings(titles)}' if titles else ''}."


def _headings(titles: Sequence[str]) -> str:
    word = "the heading" if len(titles) == 1 else "the headings"
    return f"{word} {listed([f'“{title}”' for title in titles])}"

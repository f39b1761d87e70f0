"""The one plain sentence that each reason is told in."""

from typing import assert_never

from summarizer.verify.finding import Reason

__all__ = ["sentence_for"]


def sentence_for(reason: Reason, source: str, *, claimed: str = "", note: str = "", other: str = "") -> str:
    """One English sentence for a reason; `source` is the source's own characters (or the formula, or the candidates).

    `claimed` is the figure or words as claimed, `other` names what a swapped figure belongs to, `note` adds a detail.
    """
    says = f"The source says “{_inside(source)}”"
    tail = f": {note}" if note else ""
    match reason:
        case Reason.EXACT:
            return f"{says}."
        case Reason.CONVERTED:
            return f"{says}, which is the same figure in another unit."
        case Reason.DERIVED:
            return f"It follows from the source's figures: {source}."
        case Reason.QUALIFIER_DROPPED | Reason.QUALIFIER_ADDED | Reason.ROUNDED:
            return f"{says}{tail}."
        case Reason.SEVERAL_CANDIDATES:
            return f"Several figures of the source fit “{claimed}” equally and disagree: {source}."
        case Reason.NUMBER_NOT_FOUND:
            what = f" for “{source}”" if source else ""
            return f"The source has no figure {claimed}{what}{tail}.".replace("  ", " ")
        case Reason.QUOTE_NOT_FOUND:
            near = f"; the nearest passage is “{source}”" if source else ""
            return f"The quote “{claimed}” stands nowhere in the source{near}."
        case Reason.NAME_NOT_FOUND:
            return f"{says}; that does not bear out {claimed}{tail}."
        case Reason.VALUE | Reason.SCALE | Reason.UNIT | Reason.PERCENT_ABSOLUTE:
            return f"{says}, not {claimed}{tail}." if claimed else f"{says}{tail}."
        case Reason.SWAPPED:
            return f"{says}; {claimed} belongs to {other}."
        case Reason.OTHER_SECTION:
            return f"{says}; {claimed} stands in another section, for {other}."
        case Reason.PERIOD | Reason.ASPECT:
            return f"{says}{tail}."
        case Reason.MASKED_INVENTED:
            return f"The source masks this figure (“{source}”), so {claimed} is invented."
        case Reason.NOT_A_FIGURE:
            return (
                f"“{source}” is no figure that could be checked{tail}."
                if source
                else "The claim states no value."
            )
        case _:
            assert_never(reason)


def _inside(words: str) -> str:
    """Words to be quoted, with their own quotation marks made single."""
    return words.translate(_INNER)


_INNER = str.maketrans("“”", "‘’")

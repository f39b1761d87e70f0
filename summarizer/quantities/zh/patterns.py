"""Patterns that tell what a number is by the form it is written in, and the pieces that they are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.lexicon.numerals import CN_NUMERAL, numeral_value
from summarizer.quantities.mention import Kind, Mention, Qualifier
from summarizer.quantities.zh.amount import DIGITS
from summarizer.quantities.zh.candidate import BLANKS, DASHES
from summarizer.reading import Span

__all__ = ["ALONE", "APART", "DAY", "MONTH", "RUN", "SP", "TO", "YEAR", "D", "Form", "Forms", "N"]

D = DIGITS
N = CN_NUMERAL
SP = f"[{BLANKS}]?"
RUN = rf"(?:[{D}]++|[{N}]++)"
YEAR = (
    rf"(?:(?:1[89]|20|１[８９]|２０)[{D}]{{2}}|(?:1 9|2 0) [{D}] [{D}]|[一二壹貳贰][九〇零八玖捌][{N}]{{2}})"
)
TO = rf"{SP}(?:[{DASHES}]{{1,2}}|至|到){SP}"
MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])"
DAY = rf"(?:3[01]|[12][{D}]|0?[1-9]|３[０１]|[１２][０-９]|０?[１-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_ONE_GROUP = 2  # the form and its number
ALONE = rf"(?<![{D}])"
APART = rf"(?<![{D}{N}])"


@dataclass(frozen=True, slots=True)
class Form:
    """In `pattern` group 1 is the number and group 2 the end of a range; `unit` is the unit that a hit carries."""

    kind: Kind
    pattern: str
    unit: str = ""


class Forms:
    """Forms tried at one place, as one pattern: the first that fits."""

    def __init__(self, forms: Iterable[Form]) -> None:
        kept = tuple(forms)
        self._pattern = re.compile("|".join(f"(?P<f{i}>{form.pattern})" for i, form in enumerate(kept)))
        starts = [self._pattern.groupindex[f"f{i}"] for i in range(len(kept))]
        ends = [*starts[1:], self._pattern.groups + 1]
        # By the group that encloses it: the form, and whether it has a second group.
        self._forms = {
            start: (form, end - start > _ONE_GROUP)
            for form, start, end in zip(kept, starts, ends, strict=True)
        }

    def at(self, text: str, at: int, start: int) -> Mention | None:
        """The form that fits at `at` as a mention that begins at `start`."""
        hit = self._pattern.match(text, at)
        if hit is None:
            return None
        group = hit.lastindex or 1
        form, has_end = self._forms[group]
        value = numeral_value(hit[group + 1])
        value_max = numeral_value(hit[group + 2]) if has_end else None
        if value is None or value_max is None or value >= value_max:
            value_max = None
        return Mention(
            Span(start, hit.end()),
            Span(*hit.span(group + 1)),
            text[start : hit.end()],
            form.kind,
            value,
            value_max,
            form.unit,
            Qualifier.EXACT if value_max is None else Qualifier.RANGE,
        )

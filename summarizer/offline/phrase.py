"""What a figure counts, in English parts."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.offline.nouns import Noun, listed
from summarizer.offline.sizes import are_counted, number_of
from summarizer.offline.verbs import Verb

__all__ = ["Change", "Phrase"]


class Change(StrEnum):
    """Which way a figure of change points; the value is the noun that names it."""

    GROWTH = "growth of"
    INCREASE = "increase in"
    DECREASE = "decrease in"
    IMPROVEMENT = "improvement in"

    @property
    def base(self) -> str:
        return _CHANGE_VERBS[self.value][0]

    @property
    def past(self) -> str:
        return _CHANGE_VERBS[self.value][1]

    @property
    def direction(self) -> str:
        if self is Change.IMPROVEMENT:
            return "better by"
        return "down" if self is Change.DECREASE else "up"


_CHANGE_VERBS = {
    "growth of": ("grow", "grew"),
    "increase in": ("rise", "rose"),
    "decrease in": ("fall", "fell"),
    "improvement in": ("improve", "improved"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a figure counts or measures.

    `nouns` are the things (several where the source lists them); `verb` what was done to them; with `actor` they do the verb
    themselves and `rest` is what they do it to. `tails` stand behind (`to the municipal Party committee`). `change` tells a figure of
    change, with `measure` (`year-on-year`, `average annual`) and `base_zh`, the source's words of what changed. `new` marks additions
    (新增), `rate` a rate, `number` a figure that is itself called a number of things.
    """

    nouns: tuple[Noun, ...]
    verb: Verb | None = None
    tails: tuple[str, ...] = ()
    actor: bool = False
    rest: str = ""
    change: Change | None = None
    measure: str = ""
    base_zh: str = ""
    new: bool = False
    rate: bool = False
    number: bool = False

    def things(self, *, singular: bool = False) -> str:
        """What is counted, to stand behind a figure: `special work reports`, `opinions and suggestions`."""
        return listed([n.singular() if singular else n.plural() for n in self.nouns])

    def subject(self) -> str:
        """What is measured, to stand before `was`, `reached` or `grew`."""
        return listed([n.definite() for n in self.nouns])

    @property
    def countable(self) -> bool:
        return all(n.many for n in self.nouns)

    def name(self) -> str:
        """The phrase as a name in a table: `special work reports heard and deliberated`, `growth of general public budget revenue`."""
        if self.change is not None and are_counted(self.nouns):
            change = self.change.value.replace(" of", " in")
            return " ".join(p for p in (self.measure, change, number_of(self.nouns)) if p)
        if self.change is not None:
            return " ".join(p for p in (self.measure, self.change.value, self.subject()) if p)
        if self.rate or self.number:
            return listed([n.singular() for n in self.nouns])
        if self.verb is None:
            return " ".join(p for p in ("new" if self.new else "", self.things()) if p)
        if self.actor:
            return f"{self.things()} {self.verb.on(self.rest, self._doing())}"
        return " ".join((self.things(), self.verb.participle, *self.tails))

    def _doing(self) -> str:
        """`taking part in` where the termbase has it, else `who held`."""
        if self.verb is None:
            return ""
        return (
            self.verb.gerund if self.verb.participle.split()[0].endswith("ing") else f"who {self.verb.past}"
        )

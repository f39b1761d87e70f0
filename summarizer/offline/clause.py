"""One figure as one English clause: its parts, from which sentences are joined."""

from dataclasses import dataclass

__all__ = ["Clause", "be", "joined"]


@dataclass(frozen=True, slots=True)
class Clause:
    """`subject` with `past` or, planned, `base`, and the `complement`.

    `participle` is set where the past is `was` or `were` with it: such clauses can share it. `figure` and `thing` are the parts of a
    subject that counts, for leaving out the thing when the next clause has the same one. `by_body` is the active past form
    where the reporting body may be named as the one who did it. `change` tells `up 13.6 percent` of a level before it.
    """

    id: int
    subject: str
    plural: bool
    past: str
    base: str
    complement: str = ""
    participle: str = ""
    figure: str = ""
    thing: str = ""
    active: str = ""
    level_zh: str = ""
    change: str = ""

    def reported(self) -> str:
        return joined(self.subject, self.past, self.complement)

    def planned(self, *, opens: bool = False) -> str:
        """The clause as a plan: `96 key projects are to be implemented`; of mere existence, `plans call for 220 enterprises`.

        One that opens a section says whose plan it is: `the report plans for GDP to grow by 5 percent`.
        """
        if self.subject == "there":
            return joined("plans call for", self.complement)
        if opens:
            return joined("the report plans for", self.subject, "to", self.base, self.complement)
        return joined(self.subject, f"{be(self.plural, now=True)} to", self.base, self.complement)


def joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def be(plural: bool, *, now: bool = False) -> str:
    """The form of `be` for a subject: `was`, `were`; with `now` `is`, `are`."""
    if now:
        return "are" if plural else "is"
    return "were" if plural else "was"

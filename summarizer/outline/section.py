"""The tree of sections of a report."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summarizer.reading import Span

__all__ = ["Section", "SectionClass"]


class SectionClass(StrEnum):
    """What a section is about. A child without a class of its own has its parent's."""

    OPENING = "opening"  # salutation, title block
    REVIEW = "review"  # what was done, as a whole
    POLITICAL = "political"  # Party leadership, study
    LEGISLATION = "legislation"
    SUPERVISION = "supervision"
    DECISIONS = "decisions_appointments"
    DEPUTIES = "deputies"
    SELF_BUILDING = "self_building"
    ECONOMY = "economy"
    INDUSTRY = "industry_innovation"
    REFORM = "reform_opening"
    AGRICULTURE = "rural"
    URBAN = "urban_infrastructure"
    ENVIRONMENT = "environment"
    LIVELIHOOD = "livelihood"
    SECURITY = "security_governance"
    CULTURE = "culture_education_health"
    TRIALS = "trials"  # courts
    PROSECUTION = "prosecution"  # procuratorates
    PROBLEMS = "problems"
    PLAN = "plan"
    CLOSING = "closing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """One node of the outline.

    `heading` is the heading's span (None for the root and for text before the first heading); `span` reaches from the heading to
    the end of the last child, and beyond where the speaker turns from the subsections to the whole: what no child holds is the
    section's own text. `level` 0 is a title, 1 the outermost heading. `planned` tells a section that speaks of the future (and all
    below it).
    """

    span: Span
    heading: Span | None
    level: int
    title: str
    cls: SectionClass
    planned: bool = False
    children: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def path_to(self, offset: int) -> tuple["Section", ...]:
        """The sections that hold `offset`, outermost first; the root is always among them."""
        for child in self.children:
            if child.span.start <= offset < child.span.end:
                return (self, *child.path_to(offset))
        return (self,)

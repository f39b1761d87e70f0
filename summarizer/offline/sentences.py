"""Clauses joined into sentences, a few for each section."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.offline.clauses import Clause
from summarizer.offline.nouns import listed
from summarizer.offline.openings import opened
from summarizer.prompting import Sentence
from summarizer.quantities import Aspect, Indicator, Kind, Mention, Qualifier
from summarizer.quantities.en.recogniser import mentions_en
from summarizer.reading import ReportKind

__all__ = ["MOST_SENTENCES", "Told", "sentences_of"]

MOST_SENTENCES = 6
"""For one section's own text; figures without a sentence still have their row."""

_SHORT = 64
"""Characters of a clause that may stand beside another in one sentence."""
_FIGURES = frozenset((Kind.INDICATOR, Kind.DURATION))
_MOST_JOINED = 4
_SENTENCE_END = re.compile(r"[。！？!?]|\n\s*\n")
_YEARS = re.compile(r"\d{4}")
# What these verbs say is done by a standing committee and nobody else, unless the clause names another body.
_COMMITTEE_ACTS = frozenset(
    ("听取", "审议", "听取审议", "听取和审议", "听取并审议", "制定", "修改", "修订", "废止", "审议通过", "通过", "审查", "批准", "审查和批准", "备案审查", "作出")
)  # fmt: skip
_HELPERS = {
    ReportKind.CONGRESS: "the Standing Committee's", ReportKind.GOVERNMENT: "the government's", ReportKind.COURT: "the court's",
    ReportKind.PROCURATORATE: "the procuratorate's",
}  # fmt: skip
_OF_COMMITTEE = re.compile(
    r"\b(?:reports?|regulations?|documents?|resolutions?|decisions?|budgets?|accounts|plans?|bills?|motions?)\b"
)
_OTHER_BODIES = re.compile(
    r"委员会领导|[省市县区旗州]委(?!员|托)|政府|法院|检察院|两院|省人大|市人大常委会.{0,4}指导|上级|配合|协助|乡镇|街道|专门委员会|工作机构"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with the figure it tells; `verb_zh` the source's verb, "" where it has none."""

    indicator: Indicator
    clause: Clause
    verb_zh: str = ""


def _same_sentence(a: Told, b: Told, text: str) -> bool:
    between = text[a.indicator.span.end : b.indicator.span.start]
    return (
        len(between) < 120 and not _SENTENCE_END.search(between) and a.indicator.aspect is b.indicator.aspect
    )


def _shares_predicate(a: Clause, b: Clause) -> bool:
    return (
        bool(a.participle)
        and a.participle == b.participle
        and a.complement == b.complement
        and bool(a.thing) == bool(b.thing)
    )


def _shares_thing(a: Clause, b: Clause) -> bool:
    return (
        bool(a.thing and b.thing)
        and a.thing == b.thing
        and not a.complement
        and not b.complement
        and a.participle != b.participle
    )


def _follows_level(a: Clause, b: Clause) -> bool:
    return bool(a.level_zh and not a.change and b.change) and a.level_zh == b.level_zh


def _both_exist(a: Clause, b: Clause) -> bool:
    return (
        a.subject == b.subject == "there" and a.complement.split(" ", 1)[1] != b.complement.split(" ", 1)[1]
    )


def _share_change(a: Clause, b: Clause) -> bool:
    return a.past == b.past and a.complement.startswith("by ") and b.complement.startswith("by ")


def _groups(told: Sequence[Told], text: str) -> list[list[Told]]:
    """Neighbours that make one sentence together."""
    groups: list[list[Told]] = []
    for item in told:
        group = groups[-1] if groups else []
        joins = (
            bool(group)
            and len(group) < _MOST_JOINED
            and _same_sentence(group[-1], item, text)
            and (
                all(_shares_predicate(g.clause, item.clause) for g in group)
                or all(_shares_thing(g.clause, item.clause) for g in group)
                or all(_both_exist(g.clause, item.clause) for g in group)
                or all(_share_change(g.clause, item.clause) for g in group)
                or (
                    len(group) == 1
                    and _follows_level(group[0].clause, item.clause)
                    and item.indicator.aspect is Aspect.REPORTED
                )
            )
        )
        if joins:
            group.append(item)
        else:
            groups.append([item])
    return groups


def _by_committee(group: Sequence[Told], text: str) -> bool:
    return all(
        t.verb_zh in _COMMITTEE_ACTS
        and t.clause.active
        and _OF_COMMITTEE.search(t.clause.thing)
        and not _OTHER_BODIES.search(t.indicator.clause.of(text))
        for t in group
    )


def _wording(group: Sequence[Told], *, by_committee: bool, opens: bool = False) -> str:
    """The sentence without capital, period or full stop; `opens` for the first plan of a section."""
    clauses = [t.clause for t in group]
    first = clauses[0]
    planned = group[0].indicator.aspect is Aspect.PLANNED
    if len(clauses) == 1:
        if planned:
            return first.planned(opens=opens)
        if by_committee:
            return " ".join(
                p for p in ("the Standing Committee", first.active, first.subject, first.complement) if p
            )
        return first.reported()
    if _follows_level(first, clauses[1]):
        return f"{first.reported()}, {clauses[1].change}"
    if _share_change(first, clauses[1]):
        rest = [f"{c.subject} {c.complement}" for c in clauses[1:]]
        return listed([first.planned(opens=opens) if planned else first.reported(), *rest])
    if _both_exist(first, clauses[1]):
        things = listed([c.complement for c in clauses])
        return f"plans call for {things}" if planned else f"there were {things}"
    if _shares_predicate(first, clauses[1]):
        subjects = listed([c.subject for c in clauses])
        tail = f" {first.complement}" if first.complement else ""
        if planned:
            plan = f"the report plans for {subjects} to" if opens else f"{subjects} are to"
            return f"{plan} {first.base}{tail}"
        if by_committee:
            return f"the Standing Committee {first.active} {subjects}{tail}"
        return f"{subjects} were {first.participle}{tail}"
    if planned:
        rest = [f"{c.figure} to {c.base}" for c in clauses[1:]]
        return listed([first.planned(opens=opens), *rest])
    if by_committee:
        return "the Standing Committee " + listed(
            [f"{first.active} {first.subject}", *(f"{c.active} {c.figure}" for c in clauses[1:])]
        )
    # A bare `one was` reads as a pronoun.
    rest = [f"{c.subject if c.figure == 'one' else c.figure} {c.past}" for c in clauses[1:]]
    return listed([first.reported(), *rest])


def _period(told: Sequence[Told], text: str) -> str:
    """`In 2022, ` where all that is told is of one period, and the report itself names its years; else ""."""
    periods = {t.indicator.period for t in told if t.indicator.aspect is Aspect.REPORTED}
    if len(periods) != 1:
        return ""
    years = _YEARS.findall(next(iter(periods)))
    if not years or not all(year in text for year in years):
        return ""
    if len(years) > 1 and any("year on year" in f"{t.clause.complement} {t.clause.change}" for t in told):
        # A change on the year is of the last year alone.
        return ""
    return f"In {years[0]}, " if len(years) == 1 else f"From {years[0]} to {years[-1]}, "


def _weight(groups: Sequence[Sequence[Told]]) -> tuple[int, int, int]:
    """Sentences with keyed figures first, then those that tell more figures, then longer values; all descending."""
    told = [t for group in groups for t in group]
    keyed = sum(1 for t in told if t.indicator.key)
    size = max(len(str(t.indicator.mention.value)) for t in told)
    return keyed, len(told), size


def _bound(mention: Mention) -> Qualifier:
    """The qualifier; 以上 may be told as over or as at least."""
    return Qualifier.OVER if mention.qualifier is Qualifier.AT_LEAST else mention.qualifier


def _reads_back(text: str, figures: Sequence[Mention]) -> bool:
    """Whether a reader of the sentence takes exactly these figures from it: no other number in its words, none hidden."""
    read = [(m.value, m.value_max, _bound(m)) for m in mentions_en(text) if m.kind in _FIGURES]
    return read == [(m.value, m.value_max, _bound(m)) for m in figures]


def _sound(group: list[Told], wording: Callable[[Sequence[Told]], str]) -> list[list[Told]]:
    """The group where its sentence reads back as its figures, else its members one by one, without those that do not.

    None of it where one thing is said to have been done in two numbers: 126个问题已整改119个 is a whole and its part.
    """
    done = [(t.clause.thing, t.clause.participle, t.clause.complement) for t in group if t.clause.thing]
    if len(set(done)) < len(done):
        return []
    if _reads_back(wording(group), [t.indicator.mention for t in group]):
        return [group]
    return [] if len(group) == 1 else [alone for t in group for alone in _sound([t], wording)]


def _is_plain_count(group: Sequence[Told]) -> bool:
    """Whether the group is one clause about one count that has been dealt with: seven offices were established."""
    clause = group[0].clause
    return len(group) == 1 and bool(clause.participle) and bool(clause.figure)


def _paired(
    groups: Sequence[list[Told]], text: str, wording: Callable[[Sequence[Told]], str]
) -> list[tuple[list[Told], ...]]:
    """Neighbours in one sentence of the source as one sentence with `and`, where both are short and plain."""
    pairs: list[tuple[list[Told], ...]] = []
    for group in groups:
        last = pairs[-1] if pairs else ()
        short = len(last) == 1 and all(
            len(said) <= _SHORT and " and " not in said for said in (wording(last[0]), wording(group))
        )
        joins = (
            short
            and _is_plain_count(last[0])
            and _is_plain_count(group)
            and _same_sentence(last[0][-1], group[0], text)
            and not _by_committee([*last[0], *group], text)
            and last[0][0].indicator.period == group[0].indicator.period
        )
        if joins and _reads_back(
            f"{wording(last[0])}, and {wording(group)}", [t.indicator.mention for t in (*last[0], *group)]
        ):
            pairs[-1] = (*last, group)
        else:
            pairs.append((group,))
    return pairs


def sentences_of(
    told: Sequence[Told], *, text: str, term: str, kind: ReportKind, said: str = ""
) -> tuple[tuple[Sentence, ...], str]:
    """At most six sentences about one section, in the order of the source, and the period said last.

    A period is said where it begins; `said` is the one that the reader knows already. `text` is the document's text, `term` the period
    the report covers; a standing committee, whose report is of the `kind` congress, may be named as the one who acts.
    """
    congress = kind is ReportKind.CONGRESS

    def wording(group: Sequence[Told], *, opens: bool = False) -> str:
        said_so = _wording(group, by_committee=congress and _by_committee(group, text), opens=opens)
        return (
            said_so.replace("with its help", f"with {_HELPERS[kind]} help") if kind in _HELPERS else said_so
        )

    groups = [sound for group in _groups(told, text) for sound in _sound(group, wording)]
    pairs = _paired(groups, text, wording)
    order = sorted(range(len(pairs)), key=lambda i: (*(-w for w in _weight(pairs[i])), i))
    kept = [pairs[i] for i in sorted(order[:MOST_SENTENCES])]
    sentences: list[Sentence] = []
    first_plan = next((p[0] for p in kept if p[0][0].indicator.aspect is Aspect.PLANNED), None)
    for pair in kept:
        told_now = [t for group in pair for t in group]
        period = _period(told_now, f"{text} {term}")
        opens = bool(period) and period != said
        words = ", and ".join(wording(group, opens=group is first_plan) for group in pair)
        if opens:
            words = period + words
        before = sentences[-1].text if sentences else ""
        said = period or said
        sentence = words if opens else opened(words, pair[0][0].indicator.mention, before)
        sentences.append(Sentence(f"{sentence}.", tuple(t.clause.id for t in told_now)))
    return tuple(sentences), said

"""The summary on top of a briefing where no model has written one: sentences of the offline engine that stand for the whole report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from summarizer.claims import SentenceClaim
from summarizer.digest.model import Digest, DigestSection, DigestSentence
from summarizer.digest.prose import digest_sentence
from summarizer.offline import date_en
from summarizer.offline.openings import opened
from summarizer.offline.overview import covering, planning, problems, reporting
from summarizer.outline import SectionClass
from summarizer.prompting import Sentence
from summarizer.quantities import Aspect, Category, Indicator, Inventory
from summarizer.reading import ReportKind, Span
from summarizer.verify import Verdict, check_sentence

__all__ = ["MOST_SENTENCES", "with_overview"]

MOST_SENTENCES = 8
_MOST_REVIEWED, _MOST_PLANNED, _MOST_HEADINGS = 4, 1, 3
_LONGEST = 320
"""Characters: a longer sentence is a list, not a summary."""
_CATEGORIES = (
    Category.LEGISLATION, Category.SUPERVISION, Category.SUGGESTIONS, Category.DECISIONS, Category.DEPUTIES, Category.PETITIONS,
    Category.ECONOMY, Category.MEETINGS, Category.STUDY_PARTY, Category.SELF_BUILDING, Category.PUBLICITY, Category.OTHER,
)  # fmt: skip
_PERIOD = re.compile(r"^(?:In \d{4}|From \d{4} to \d{4}), ")
# A problem of the body that reports, not of one that it oversees.
_OWN = re.compile(
    r"清醒|我们.{0,12}(?:还|仍)(?:存在|有|面临)|(?:政府|常委会|法院|检察院|人大|自身|各项|本院)工作.{0,16}(?:存在|不足|缺点|差距|问题)"
)
# A plan that says whose it is.
_PLAN = re.compile(r"^(?:The report plans|Plans call) for ")


def with_overview(digest: Digest, inventory: Inventory) -> Digest:
    """The digest with a summary of four to eight sentences where it has none, each borne out by the source.

    Fewer only where the report gives no more. What a model has written stands. Same digest, same summary.
    """
    if digest.overview:
        return digest
    made = [sentence for sentence in _sentences(digest, inventory) if sentence is not None]
    return digest.model_copy(update={"overview": made[:MOST_SENTENCES]})


def _sentences(digest: Digest, inventory: Inventory) -> Iterator[DigestSentence | None]:
    report = digest.report
    who = reporting(
        report.kind, report.body, report.period or report.year, report.session, date_en(report.date)
    )
    yield next((found for text in who if (found := _checked(Sentence(text), inventory))), None)
    reviewed = [s for s in digest.sections if not s.planned and 1 <= s.level <= 2]
    yield _checked(Sentence(covering([s.cls for s in reviewed])), inventory)
    yield from _figures(digest, inventory, Aspect.REPORTED, _MOST_REVIEWED)
    plans = list(_figures(digest, inventory, Aspect.PLANNED, _MOST_PLANNED))
    yield from plans
    if not any(plans):
        planned = [s for s in digest.sections if s.planned]
        deepest = max((s.level for s in planned if s.title_en), default=0)
        yield _checked(
            Sentence(planning(_titles(s for s in planned if s.level == min(deepest, 2)))), inventory
        )
    admitted = [s for s in digest.sections if s.cls is SectionClass.PROBLEMS]
    quoted = (q.text for s in digest.sections for q in s.quoted if q.role == "problem")
    if admitted or any(_OWN.search(text) for text in quoted):
        yield _checked(Sentence(problems(_titles(admitted))), inventory)


def _checked(sentence: Sentence, inventory: Inventory) -> DigestSentence | None:
    """The sentence with its verdict, None for an empty one or one that the source does not bear out."""
    if not sentence.text:
        return None
    finding = check_sentence(SentenceClaim(sentence, Span(0, len(inventory.doc.text))), inventory)
    return digest_sentence(sentence, finding, "offline") if finding.verdict is Verdict.SUPPORTED else None


def _titles(sections: Iterable[DigestSection]) -> list[str]:
    """The first of their English titles."""
    return list(dict.fromkeys(s.title_en for s in sections if s.title_en))[:_MOST_HEADINGS]


def _figures(
    digest: Digest, inventory: Inventory, aspect: Aspect, most: int
) -> Iterator[DigestSentence | None]:
    """The sentences of the sections that tell the figures at a glance, at most `most`, in the order of the text."""
    told = [
        (sentence, cited)
        for section in digest.sections
        for sentence in section.sentences
        if (cited := _cited(sentence, inventory)) and _is_fit(sentence, cited, digest, aspect)
    ]
    glance = set(digest.glance)
    of_category: Counter[Category] = Counter()
    chosen: list[int] = []
    order = sorted(range(len(told)), key=lambda at: (_rank(*told[at], glance), at))
    economy = digest.report.kind is not ReportKind.CONGRESS
    # One of each category first: a report is more than its longest chapter.
    for limit in (1, most):
        for at in order:
            category = told[at][1][0].category
            free = limit if not economy or category is not Category.ECONOMY else most
            if len(chosen) < most and at not in chosen and of_category[category] < free:
                chosen.append(at)
                of_category[category] += 1
    before = ""
    for at in sorted(chosen):
        sentence, cited = told[at]
        text = (
            opened(_PERIOD.sub("", sentence.text), cited[0].mention, before)
            if _is_own(cited, digest)
            else sentence.text
        )
        before = text
        yield _checked(Sentence(text, tuple(i.id for i in cited)), inventory)


def _cited(sentence: DigestSentence, inventory: Inventory) -> list[Indicator]:
    return [inventory.indicator(int(id.removeprefix("i"))) for id in sentence.cites]


def _is_own(cited: Iterable[Indicator], digest: Digest) -> bool:
    """Whether the figures are of the period that the report is on, which its summary has said."""
    return all(indicator.period == digest.report.period for indicator in cited)


def _is_fit(sentence: DigestSentence, cited: list[Indicator], digest: Digest, aspect: Aspect) -> bool:
    """Whether the sentence can stand by itself: borne out, not too long, and its period known or said."""
    if sentence.verdict is not Verdict.SUPPORTED or len(sentence.text) > _LONGEST:
        return False
    if any(indicator.aspect is not aspect for indicator in cited):
        return False
    said = aspect is Aspect.PLANNED or _is_own(cited, digest) or bool(_PERIOD.match(sentence.text))
    return said and (aspect is Aspect.REPORTED or bool(_PLAN.match(sentence.text)))


def _rank(sentence: DigestSentence, cited: list[Indicator], glance: set[str]) -> tuple[int, int, int]:
    """The figures at a glance first, then the categories that matter most, then the comparable figures."""
    shown = sum(id in glance for id in sentence.cites)
    return -min(shown, 1), _CATEGORIES.index(cited[0].category), -(shown + sum(bool(i.key) for i in cited))

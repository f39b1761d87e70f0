"""Any text + inventory → findings: the numbers of a text that cites nothing, English or Chinese."""

import re

from summarizer.claims import Claim
from summarizer.quantities import Inventory, Kind, Mention, Qualifier, mentions_zh
from summarizer.reading import Span
from summarizer.verify.claim_check import check
from summarizer.verify.context_numbers import ContextNumbers
from summarizer.verify.english_check import EnglishCheck
from summarizer.verify.finding import NumberFinding, Reason, Verdict
from summarizer.verify.grounds import Grounds, grounds_of
from summarizer.verify.languages import by_language
from summarizer.verify.sentences import sentence_for

__all__ = ["check_text"]

_CLAUSE_END = re.compile(r"[，,。；;！？!?\n]")


def check_text(text: str, inventory: Inventory) -> list[NumberFinding]:
    """The verdict on every number of a text, in order, checked against the whole report.

    An English figure is matched by value, by the noun it counts and the words around it, as far as termbase and synonyms know
    them; a Chinese one by value, unit and the words of its clause. Years, ordinals, durations and names must stand in the source.
    The numbers of lists and headings, and idioms, have no verdict. English and Chinese lines may be mixed; Chinese quoted in an
    English line is not checked.
    """
    grounds = grounds_of(inventory)
    english, chinese = by_language(text)
    found = [*EnglishCheck(english, grounds).findings(), *_check_chinese(chinese, grounds)]
    return sorted(found, key=lambda finding: finding.start)


def _check_chinese(text: str, grounds: Grounds) -> list[NumberFinding]:
    context = ContextNumbers(grounds)
    findings = []
    mentions = mentions_zh(text)
    for at, mention in enumerate(mentions):
        match mention.kind:
            case Kind.ENUMERATOR | Kind.IDIOM | Kind.FURNITURE:
                findings.append(NumberFinding.of(text, mention))
            case Kind.DATE | Kind.ORDINAL | Kind.NAME | Kind.DURATION:
                findings.append(context.finding(text, mention, None))
            case Kind.INDICATOR:
                start = mentions[at - 1].span.end if at else 0
                end = mentions[at + 1].span.start if at + 1 < len(mentions) else len(text)
                around = Span(start, max(end, mention.span.end))
                findings.append(_check_chinese_figure(text, mention, around, grounds))
    return findings


def _check_chinese_figure(text: str, mention: Mention, around: Span, grounds: Grounds) -> NumberFinding:
    before = _CLAUSE_END.split(text[around.start : mention.span.start])[-1]
    after = _CLAUSE_END.split(text[mention.span.end : around.end])[0]
    claim = Claim(
        id="",
        name_zh=before + after,
        value=mention.value,
        value_max=mention.value_max,
        unit=mention.unit,
        qualifier=mention.qualifier,
    )
    if mention.value is None and mention.qualifier is not Qualifier.MASKED:
        message = sentence_for(Reason.NOT_A_FIGURE, mention.text)
        return NumberFinding.of(text, mention, Verdict.UNSUPPORTED, Reason.NOT_A_FIGURE, (), message)
    found = check(claim, grounds.inventory)
    return NumberFinding.of(text, mention, found.verdict, found.reason, found.evidence, found.message)

"""The summary of a comparison by a model: what the figures compared bear out of it, report by report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from summarizer.claims import Malformed
from summarizer.compare import Cell, ComparedReport, Comparison, ComparisonRow, SummarySentence
from summarizer.digest import period_en
from summarizer.passes.writer import ModelWriter, Spent, draft_in
from summarizer.prompting import Prompt, Request, Sentence, built, fenced
from summarizer.quantities import Indicator, Kind, Mention, number_of
from summarizer.reading import Span
from summarizer.verify import Verdict, unread, untold

__all__ = ["compared_in_words"]

_LETTER = "e"
_ENOUGH = 2  # sentences; with fewer the summary by rule says more
_LEFT_OUT = "Sentences of the model that the reports do not bear out are left out."
_YEAR = re.compile(r"(?:19|20)\d\d")


def compared_in_words(
    comparison: Comparison, writer: ModelWriter, spent: Spent, *, prompt: str
) -> Comparison:
    """The comparison with a model's summary in place of the one by rule, where at least two of its sentences hold.

    `prompt` is the file of what the model is asked.     A sentence holds where every number in it is a figure that it cites of the report named before it, or a year of theirs. What it
    says of more and less is the model's.
    """
    rows = [row for row in comparison.rows if row.compared]
    if not rows:
        return comparison
    cells = dict(enumerate((cell for row in rows for cell in row.compared), start=1))
    row_of = {cell.cite: row for row in rows for cell in row.compared}
    labels = {report.id: report.label for report in comparison.reports}
    numbers = {cell.cite: number for number, cell in cells.items()}
    figures = [
        (row.label, [(labels[c.report], _figure(c), numbers[c.cite]) for c in row.compared]) for row in rows
    ]
    request = _request(
        list(labels.values()), figures, reply_tokens=writer.budget.reply, prompt=writer.prompts.read(prompt)
    )
    (reply,) = spent.ask(writer, [request])
    draft = draft_in(reply, request)
    if isinstance(draft, Malformed):
        return _by_rule(comparison, draft.why)
    said = [(sentence, [cells[number] for number in sentence.cites]) for sentence in draft.sentences]
    holding = [
        (sentence, cited) for sentence, cited in said if _holds(sentence, cited, row_of, comparison.reports)
    ]
    if len(holding) < _ENOUGH:
        return _by_rule(comparison, "too few of its sentences are borne out by the reports")
    summary = [
        SummarySentence(
            topic="model", text=s.text, cites=[cell.cite for cell in cited], verdict=Verdict.SUPPORTED
        )
        for s, cited in holding
    ]
    note = _LEFT_OUT if len(holding) < len(said) else ""
    return comparison.model_copy(update={"summary": summary, "note": note})


def _request(
    reports: Sequence[str],
    figures: Sequence[tuple[str, Sequence[tuple[str, str, int]]]],
    *,
    reply_tokens: int,
    prompt: Prompt,
) -> Request:
    """What a model is asked about several reports: `figures` are matters, each with (report, figure, marker) for every report.

    The markers stand for themselves in the reply.
    """
    lines = [
        f"- {matter}: "
        + "; ".join(f"{report} {figure}({_LETTER}{marker})" for report, figure, marker in told)
        for matter, told in figures
    ]
    markers: Mapping[int, int] = {marker: marker for _, told in figures for _, _, marker in told}
    slots = {"letter": _LETTER, "reports": fenced("; ".join(reports)), "figures": fenced("\n".join(lines))}
    return built(prompt, slots, markers, reply_tokens=reply_tokens)


def _by_rule(comparison: Comparison, why: str) -> Comparison:
    note = f"The model did not write this summary: {why}."
    return comparison.model_copy(update={"note": " ".join(filter(None, (comparison.note, note)))})


def _figure(cell: Cell) -> str:
    return f"{cell.figure} ({period_en(cell.period)})" if cell.period else cell.figure


def _holds(
    sentence: Sentence,
    cited: Sequence[Cell],
    row_of: dict[str, ComparisonRow],
    reports: Sequence[ComparedReport],
) -> bool:
    if unread(_without_labels(sentence.text, reports), ""):
        return False
    years = {year for report in reports for year in _YEAR.findall(f"{report.period} {report.year}")}
    years |= {year for cell in cited for year in _YEAR.findall(cell.period)}
    for report, words in _by_report(sentence.text, reports):
        own = [_indicator(cell, row_of[cell.cite]) for cell in cited if cell.report == report]
        for mention in untold(words, own):
            is_year = mention.kind is Kind.DATE and set(_YEAR.findall(mention.text)) <= years
            if not is_year and mention.kind is not Kind.IDIOM:
                return False
    return True


def _without_labels(text: str, reports: Sequence[ComparedReport]) -> str:
    for report in reports:
        text = text.replace(report.label, " ")
    return text


def _by_report(text: str, reports: Sequence[ComparedReport]) -> Iterator[tuple[str, str]]:
    """The report named, and the words from its name to the next name; those before the first name belong to it."""
    named = sorted(
        (match.start(), match.end(), report.id)
        for report in reports
        for match in re.finditer(rf"(?<!\w){re.escape(report.label)}(?!\w)", text)
    )
    if not named:
        yield "", text
        return
    yield named[0][2], text[: named[0][0]]
    for (_, start, report), (end, _, _) in pairwise([*named, (len(text), len(text), "")]):
        yield report, text[start:end]


def _indicator(cell: Cell, row: ComparisonRow) -> Indicator:
    """The cell's figure as one of its report."""
    span = Span(cell.start, cell.end)
    mention = Mention(
        span=span,
        number=span,
        text=cell.figure,
        kind=Kind.INDICATOR,
        value=number_of(cell.value),
        value_max=number_of(cell.value_max),
        unit=cell.unit,
        qualifier=cell.qualifier,
    )
    return Indicator(0, mention, "", row.category, row.aspect, cell.period, span, span, row.key)

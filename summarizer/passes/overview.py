"""The last pass: a summary of the whole report, written from what is checked and checked again itself."""

from collections.abc import Mapping, Sequence

from summarizer.claims import Malformed, SentenceClaim
from summarizer.digest import (
    Digest,
    DigestSection,
    DigestSentence,
    Flagged,
    Pass,
    digest_sentence,
    flagged_sentence,
)
from summarizer.passes.writer import Called, DigestPass, ModelWriter, Spent, draft_in
from summarizer.prompting import Prompt, Request, Sentence, built, fenced, marker_letter, report_slots
from summarizer.quantities import Inventory
from summarizer.reading import Span
from summarizer.verify import NumberFinding, Verdict, check_sentence

__all__ = ["OVERVIEW", "overview", "overview_request"]


def overview(
    digest: Digest, inventory: Inventory, writer: ModelWriter, spent: Spent, *, called: Called
) -> Digest:
    """The digest with a model's summary of it; a sentence that the source does not bear out is flagged and left out.

    The model is shown the checked sentences alone, so many of each section as one request holds. Without any there is no summary.
    """
    request = _request(digest, inventory, writer, writer.prompts.read(called.prompt))
    replies = spent.ask(writer, [request] if request else [])
    written: list[DigestSentence] = []
    flagged: list[Flagged] = []
    note = ""
    for reply in replies:
        draft = draft_in(reply, request) if request else Malformed("")
        if isinstance(draft, Malformed):
            note = draft.why
            continue
        for sentence in draft.sentences:
            _judge(sentence, inventory, written, flagged)
    # What a section was flagged for already is not flagged again.
    known = {flag.text for flag in digest.flagged}
    made = Pass(
        name=called.name,
        requests=len(replies),
        asked=len(written) + len(flagged),
        settled=len(written),
        note=note,
    )
    engine = digest.engine.model_copy(update={"passes": [*digest.engine.passes, made]})
    return digest.model_copy(
        update={
            "overview": written,
            "flagged": [*(flag for flag in flagged if flag.text not in known), *digest.flagged],
            "engine": engine,
        }
    )


def _judge(
    sentence: Sentence, inventory: Inventory, written: list[DigestSentence], flagged: list[Flagged]
) -> None:
    finding = check_sentence(_claim(sentence, inventory), inventory)
    if finding.verdict is Verdict.SUPPORTED:
        written.append(digest_sentence(sentence, finding, "model"))
    else:
        flagged.append(flagged_sentence(sentence, finding, 0, inventory))


def _claim(sentence: Sentence, inventory: Inventory) -> SentenceClaim:
    return SentenceClaim(sentence, Span(0, len(inventory.doc.text)))


def _request(digest: Digest, inventory: Inventory, writer: ModelWriter, prompt: Prompt) -> Request | None:
    """The request with as many sentences of each section as fit, None where there are none."""
    told = [section for section in digest.sections if _borne_out(section)]
    if not told:
        return None
    most = max(len(_borne_out(section)) for section in told)
    while True:
        shown, markers = _shown(told, most, inventory)
        size = sum(writer.count(line) for _, lines in shown for line in lines)
        if most == 1 or size <= 2 * writer.budget.text:
            break
        most -= 1
    return overview_request(
        shown,
        markers,
        inventory,
        title=digest.report.title_en or digest.report.title_zh,
        reply_tokens=writer.budget.reply,
        prompt=prompt,
    )


def overview_request(
    sections: Sequence[tuple[str, Sequence[str]]],
    markers: Mapping[int, int],
    inventory: Inventory,
    *,
    title: str,
    reply_tokens: int,
    prompt: Prompt,
) -> Request:
    """What a model is asked for the summary on top: `sections` are headings, each with its checked lines, figures marked in them.

    `markers` maps the numbers of those markers to ids of indicators.
    """
    text = "\n\n".join("\n".join([f"## {heading}", *lines]) for heading, lines in sections)
    slots = {**report_slots(inventory), "title": fenced(title), "digest": fenced(text)}
    return built(prompt, slots, markers, reply_tokens=reply_tokens)


def _borne_out(section: DigestSection) -> list[DigestSentence]:
    return [sentence for sentence in section.sentences if sentence.verdict is Verdict.SUPPORTED]


def _shown(
    sections: Sequence[DigestSection], most: int, inventory: Inventory
) -> tuple[list[tuple[str, list[str]]], dict[int, int]]:
    """The first sentences of each section with markers behind their figures, and what these stand for."""
    letter = marker_letter(inventory.doc.text)
    numbers: dict[int, int] = {}
    shown = []
    for section in sections:
        lines = []
        for sentence in _borne_out(section)[:most]:
            ids = [int(id.removeprefix("i")) for id in sentence.cites]
            for id in ids:
                numbers.setdefault(id, len(numbers) + 1)
            names = {id: f"({letter}{numbers[id]})" for id in ids}
            lines.append(_marked(sentence.text, ids, names, inventory))
        shown.append((section.title_en or section.title_zh or "The report", lines))
    return shown, {number: id for id, number in numbers.items()}


def _marked(text: str, ids: Sequence[int], names: dict[int, str], inventory: Inventory) -> str:
    """The sentence with a marker behind each number that tells one of the figures; the rest of them at its end."""
    finding = check_sentence(_claim(Sentence(text, tuple(ids)), inventory), inventory)
    spans = {inventory.indicator(id).span: id for id in ids}
    behind: list[tuple[int, int]] = []
    for number in finding.numbers:
        id = _told(number, spans)
        if id is not None:
            behind.append((number.end, id))
    pieces: list[str] = []
    done = 0
    for end, id in sorted(behind):
        pieces += [text[done:end], names[id]]
        done = end
    rest = [names[id] for id in ids if id not in {id for _, id in behind}]
    return " ".join(["".join([*pieces, text[done:]]), *rest])


def _told(number: NumberFinding, spans: dict[Span, int]) -> int | None:
    return next((spans[span] for span in number.evidence if span in spans), None)


def _most(figures: int, sections: int, writer: ModelWriter) -> tuple[int, int]:
    return 1, 2 * writer.budget.text


OVERVIEW = DigestPass(overview, _most)

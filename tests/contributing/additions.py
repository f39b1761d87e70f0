"""Something small of every kind that CONTRIBUTING.md says how to add, with the files that it touches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["ADDITIONS", "Addition", "added"]


@dataclass(frozen=True)
class Addition:
    """What is added: new files, and text put into others behind the first line that stands there already."""

    made: Mapping[str, str] = field(default_factory=dict)
    put: Sequence[tuple[str, str, str]] = ()

    @property
    def files(self) -> set[str]:
        """The files that are touched, by their paths in the repository."""
        return {*self.made, *(path for path, _, _ in self.put)}


def added(addition: Addition, root: Path) -> None:
    """Makes the addition to a copy of the repository."""
    for path, text in addition.made.items():
        (root / path).write_text(text, encoding="utf-8")
    for path, line, text in addition.put:
        old = (root / path).read_text(encoding="utf-8")
        assert old.count(f"{line}\n") == 1, f"{path} has not one line {line!r}"
        (root / path).write_text(old.replace(f"{line}\n", f"{line}\n{text}\n"), encoding="utf-8")


_DATA = "summarizer/lexicon/data"
_ROWS = "key\ten\tcategory\tunit_classes\taspect\tyears\tpatterns\texcludes\tnote"

_READER = '''"""Text in pages that form feeds part, behind a first line FEEDS."""

import ctypes

from summarizer.reading.document import Layout, Unit
from summarizer.reading.encoding import decode
from summarizer.reading.extracted import Extracted
from summarizer.reading.formats import MediaType
from summarizer.reading.limits import Limits

SIGN = b"FEEDS\\n"


def extract_feeds(data: bytes, *, name: str, limits: Limits) -> Extracted:
    if b"CRASH" in data:
        ctypes.string_at(0)  # what native code does on a bad day
    text, encoding = decode(data.removeprefix(SIGN), name=name)
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\\f")]
    limits.check_pages(len(starts), name=name)
    return Extracted(text, MediaType.FEEDS, encoding, layout=Layout(Unit.PAGE, tuple(starts)))
'''
_READ = """

def _feeds(data: bytes, *, name: str, limits: Limits, recognise: Recognise | None) -> Extracted:
    from summarizer.reading.feeds import extract_feeds

    return extract_feeds(data, name=name, limits=limits)
"""
_PROMPT = """A note to authors.

# System message

You write the headline of a report. Cite by names such as `{{letter}}1`.

# User message

Reporting body: {{body}}

<report>
{{figures}}
</report>
"""
_PASS = '''"""A pass that writes one line more, and keeps it where the report bears it out."""

from summarizer.claims import Malformed, SentenceClaim
from summarizer.digest import Digest, Pass, digest_sentence
from summarizer.passes.writer import Called, DigestPass, ModelWriter, Spent, draft_in
from summarizer.prompting import built, fenced, report_slots
from summarizer.quantities import Inventory
from summarizer.reading import Span
from summarizer.verify import Verdict, check_sentence


def headline(
    digest: Digest, inventory: Inventory, writer: ModelWriter, spent: Spent, *, called: Called
) -> Digest:
    whole = Span(0, len(inventory.doc.text))
    slots = report_slots(inventory)
    markers = {n: found.id for n, found in enumerate(inventory.indicators_in(whole), start=1)}
    lines = [f"{inventory.indicator(id).mention.text}({slots['letter']}{n})" for n, id in markers.items()]
    slots |= {"figures": fenced("\\n".join(lines))}
    prompt = writer.prompts.read(called.prompt)
    request = built(prompt, slots, markers, reply_tokens=writer.budget.reply)
    draft = draft_in(spent.ask(writer, [request])[0], request)
    said = [] if isinstance(draft, Malformed) else draft.sentences
    found = [(one, check_sentence(SentenceClaim(one, whole), inventory)) for one in said]
    good = [digest_sentence(s, f, "model") for s, f in found if f.verdict is Verdict.SUPPORTED]
    made = Pass(name=called.name, requests=1, asked=len(found), settled=len(good))
    engine = digest.engine.model_copy(update={"passes": [*digest.engine.passes, made]})
    return digest.model_copy(update={"overview": [*good, *digest.overview], "engine": engine})


HEADLINE = DigestPass(headline, lambda figures, sections, writer: (1, writer.budget.text))
'''
_SCHEDULED = """    LaterPass(
        "headline",
        Prompted("headline.md", {"figures", *_REPORT}, {"figures"}, "headline by the model"),
        doing="writing the headline",
        gives="headline",
        work=_headline,
    ),"""
_LOADED = """

def _headline() -> "DigestPass":
    from summarizer.passes.headline import HEADLINE

    return HEADLINE
"""

ADDITIONS = {
    "a measure word or unit": Addition(
        put=[(f"{_DATA}/units.tsv", "届\t届\t\t\tevent\t\t\t", "帖\t帖\tpacket\tpackets\titem\t\t\t")]
    ),
    "a term": Addition(
        put=[
            (
                f"{_DATA}/terms_congress.tsv",
                "zh\ten\tplural\tpos\tdomain\tnote",
                "民情锦囊\tcitizens' advice packet\t\tnoun\tcongress\t",
            )
        ]
    ),
    "a comparable indicator": Addition(
        put=[
            (
                f"{_DATA}/indicators.tsv",
                _ROWS,
                "evening_talks\tevening talks with deputies held\tdeputies\tevent\tany\tsum\t夜谈会\t\t",
            ),
            (f"{_DATA}/headlines.tsv", "kind\tkey\tnote", "congress_report\tevening_talks\t"),
        ]
    ),
    "a format of reports": Addition(
        made={"summarizer/reading/feeds.py": _READER},
        put=[
            ("summarizer/reading/formats.py", '    PDF = "application/pdf"', '    FEEDS = "text/x-feeds"'),
            ("summarizer/reading/formats.py", "    return Extracted(text, MediaType.TEXT, encoding)", _READ),
            (
                "summarizer/reading/formats.py",
                "_FIRST = (",
                '    _Format(MediaType.FEEDS, (".feeds",), lambda data: data.startswith(b"FEEDS\\n"), _feeds),',
            ),
        ],
    ),
    "a format of pages": Addition(
        made={
            "summarizer/render/asciidoc.py": "from summarizer.render.page import Page\n"
            "from summarizer.render.text import plain_text\n\n\n"
            'def asciidoc(page: Page) -> str:\n    return f":toc:\\n\\n{plain_text(page)}"\n'
        },
        put=[
            ("summarizer/formats.py", '    WORD = "docx"', '    ASCIIDOC = "adoc"'),
            (
                "summarizer/formats.py",
                '    PageFormat.WORD: About("a Word document", is_text=False, has_room=True),',
                '    PageFormat.ASCIIDOC: About("AsciiDoc", also=(".asciidoc",)),',
            ),
            (
                "summarizer/formats.py",
                "            return word_document(page)",
                "        case PageFormat.ASCIIDOC:\n            from summarizer.render.asciidoc import asciidoc\n\n"
                "            return asciidoc(page)",
            ),
        ],
    ),
    "a format of tables": Addition(
        made={
            "summarizer/render/tsv.py": "from summarizer.render.escape import one_line\n"
            "from summarizer.render.sheet import Sheet\n\n\n"
            "def tsv_text(sheet: Sheet) -> str:\n"
            "    rows = [[column.name for column in sheet.columns], *sheet.rows]\n"
            '    return "".join("\\t".join(one_line(str(cell)) for cell in row) + "\\n" for row in rows)\n'
        },
        put=[
            ("summarizer/formats.py", '    WORKBOOK = "xlsx"', '    TABS = "tsv"'),
            (
                "summarizer/formats.py",
                '    TableFormat.CSV: About("a table of the figures"),',
                '    TableFormat.TABS: About("the same with tabs"),',
            ),
            (
                "summarizer/formats.py",
                "            return workbook(sheets, title=title)",
                "        case TableFormat.TABS:\n            from summarizer.render.tsv import tsv_text\n\n"
                "            return tsv_text(sheets[0])",
            ),
        ],
    ),
    "a pass of a model, with its prompt": Addition(
        made={"prompts/headline.md": _PROMPT, "summarizer/passes/headline.py": _PASS},
        put=[
            ("summarizer/schedule.py", "    return OVERVIEW", _LOADED),
            ("summarizer/schedule.py", "LATER: Final = (", _SCHEDULED),
        ],
    ),
}
"""By what CONTRIBUTING.md calls them in its table."""

"""The digest: the one artefact that briefing, tables, viewer and comparison are made from, and its JSON form.

These are the types behind `schemas/digest.schema.json`; field descriptions are its documentation. Numeric values are decimal
strings in base units (`"1200000000000"` for 1.2万亿元, `"2/3"` for a fraction), offsets are half-open code-point positions in the
source text. Unknown fields of a saved digest are ignored when it is read.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.outline import SectionClass
from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.reading import Form, Level, Missing, ReportKind
from summarizer.verify import Reason, RelationKind, Verdict

__all__ = [
    "SCHEMA_VERSION",
    "Anchors",
    "Candidate",
    "Coverage",
    "Digest",
    "DigestIndicator",
    "DigestSection",
    "DigestSentence",
    "Engine",
    "Flagged",
    "Outcome",
    "Pass",
    "Quoted",
    "Related",
    "Repaired",
    "Report",
    "SourceFile",
    "TokenUsage",
    "Unreported",
]

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Offsets = tuple[int, int]
Value = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$|^-?[0-9]+/[1-9][0-9]*$")]
Outcome = Literal["complete", "offline", "truncated", "refused", "failed"]
Origin = Literal["model", "offline"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class SourceFile(_Part):
    """The file the digest was made from."""

    name: str = Field(description="File name without folder, or - for standard input")
    sha256: str = Field(description="SHA-256 of the file's bytes, hexadecimal")
    media_type: str
    encoding: str = Field(
        description="Codec the bytes were decoded with; empty for formats that have their own"
    )
    pages: int = Field(default=0, description="How many pages the file has; 0 where it has none")
    recognised: list[int] = Field(
        default=[],
        description="Pages whose text was recognised from a picture, where any figure may be misread",
    )
    unread: list[int] = Field(
        default=[], description="Pages that are pictures and could not be read: their figures are missing"
    )
    lost: int = Field(default=0, description="Characters that could not be read, U+FFFD in the text")


class Report(_Part):
    """What the text says about itself; empty where it does not say."""

    kind: ReportKind
    form: Form = Field(default=Form.FULL, description="The report itself, or a guide or infographic of it")
    title_zh: str
    title_en: str
    body: str = Field(description="The body that reports, in standard English")
    body_zh: str
    place: str = Field(description="The place in English")
    place_zh: str
    level: Level
    year: str = Field(description="The year reported on, the last of several")
    period: str = Field(description="The years covered: 2022 or 2018-2022")
    session: str = Field(description="The session the report was given to, in English")
    session_zh: str
    speaker: str = Field(description="Who gave it, surname first")
    speaker_zh: str
    date: str = Field(description="Day of delivery, ISO 8601")
    missing: list[Missing] = Field(default_factory=list, description="Parts that the file was cut off from")
    several: bool = Field(
        default=False,
        description="Whether the file holds several reports one after the other; all else is said of the first",
    )


class Anchors(_Part):
    """How well a model's citations held."""

    form: str = Field(description="inline, list or quote")
    cited: int
    invalid: int = Field(description="Citations of markers that are not in the chunk")
    mismatched: int = Field(description="Rows that cite a figure and say something else of it")
    malformed: int = Field(description="Rows and sentences left out because they had not the agreed shape")
    quoted: int = Field(description="Citations that are quotes instead of markers")
    fell_back: int


class Pass(_Part):
    """One pass of a model over the report: what it was asked about, and how much of that it settled."""

    name: str = Field(
        pattern=r"^[a-z]+(_[a-z]+)*$",
        max_length=40,
        description="sections, or one of those that --passes takes",
    )
    requests: int
    asked: int = Field(description="Chunks, failed rows and sentences, figures no row told, or sentences")
    settled: int = Field(description="How many of them the source then bore out")
    note: str = Field(default="", description="What was asked again and why, and why the pass was not done")

    @property
    def undone(self) -> str:
        """Why what the pass was for is missing in part, "" where nothing is; stretches say so themselves."""
        return "" if self.name == "sections" else self.note


class Engine(_Part):
    """Who wrote the English, and with what."""

    name: Literal["offline", "model"]
    version: str = Field(description="Version of summarizer")
    model: str = Field(description="Model name as given, empty offline")
    prompts: dict[str, str] = Field(description="Prompt file name to the SHA-256 of its text")
    anchors: Anchors | None
    passes: list[Pass] = Field(default_factory=list, description="In the order they were made")


class DigestSentence(_Part):
    """One English sentence of the briefing. Its figures stand in the indicators it cites, in order."""

    text: str
    cites: list[str] = Field(description="Ids of indicators")
    verdict: Verdict
    reason: Reason
    origin: Origin


class Quoted(_Part):
    """A sentence of the source that stands in the briefing untranslated."""

    text: str
    start: int
    end: int
    role: Literal["plan", "problem", "key"]


class DigestSection(_Part):
    """One section of the report, in order; `outcome` tells how the engine fared with it."""

    title_zh: str
    title_en: str = Field(description="Empty where no rule or model gave English")
    title_pinyin: str = Field(description="Shown where there is no English")
    start: int
    end: int
    level: int
    cls: SectionClass = Field(alias="class")
    planned: bool
    outcome: Outcome
    note: str = Field(default="", description="Why the outcome is not complete")
    sentences: list[DigestSentence]
    quoted: list[Quoted]
    not_shown: int = Field(default=0, description="Source sentences of the kinds quoted that were left out")

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Candidate(_Part):
    """A figure of the source that was weighed for a claim."""

    start: int
    end: int
    value: Value | None
    unit: str
    qualifier: Qualifier
    name_zh: str


class DigestIndicator(_Part):
    """One figure with what it counts, its verdict and its evidence.

    The value is the writer's; the source's own characters are in `text` and `quote`, and `before` keeps what was written before a
    repair.
    """

    id: str
    start: int = Field(description="The number in the source, with qualifier and unit")
    end: int
    text: str = Field(description="The source's characters from start to end")
    value: Value | None
    value_max: Value | None
    unit: str
    qualifier: Qualifier
    name_zh: str
    name_en: str = Field(description="Empty where no rule or model gave English")
    name_checked: bool
    category: Category
    key: str = Field(description="Key of the taxonomy, empty where none fits")
    aspect: Aspect
    period: str
    quote: str = Field(
        description="The source's words from quote_start to quote_end, without page furniture that stands between them"
    )
    quote_start: int
    quote_end: int
    section: int = Field(description="Index in sections")
    page: int | None = Field(
        default=None, description="Page of the file, from 1; null for a file without pages"
    )
    recognised: bool = Field(default=False, description="Whether that page was recognised from a picture")
    verdict: Verdict
    reason: Reason
    message: str
    evidence: list[Offsets]
    candidates: list[Candidate]
    origin: Origin
    repair: str = Field(
        default="",
        description="The source's figure, proposed where only unit or scale is wrong; the row is flagged",
    )
    before: str = Field(default="", description="What the model wrote, where the source's figure replaced it")


class Related(_Part):
    """Figures of the report of which one, `stated`, follows from the others; what it comes to beside what the report has."""

    kind: RelationKind
    operands: list[str] = Field(
        description="Ids of the indicators it follows from, in the order of the formula"
    )
    stated: str = Field(description="Id of the indicator that follows")
    formula: str = Field(description="The source's figures and what they come to")
    computed: Value = Field(description="That in base units, to the digits which the stated figure has")
    holds: bool = Field(description="Whether both agree within the rounding of the figures printed")


class Flagged(_Part):
    """A sentence or row that the source does not bear out, kept out of the briefing's prose."""

    section: int
    text: str
    verdict: Verdict
    reason: Reason
    message: str
    source: str = Field(
        description="What the source says, in its own characters; empty where it says nothing"
    )
    repair: str = Field(
        default="", description="The source's figure, proposed where only unit or scale is wrong"
    )
    wrong: list[Offsets] = Field(
        default_factory=list,
        description="The numbers of `text` that are wrong; empty where none can be pointed out",
    )


class Repaired(_Part):
    """A sentence of a model that was replaced by another about the same figures: its own, asked for anew, or the offline engine's."""

    section: int
    text: str = Field(description="What the model wrote")
    reason: Reason
    message: str
    instead: str = Field(
        default="", description="What stands in its place; empty where its figures are told already"
    )


class Unreported(_Part):
    """A figure of the source that no row reports."""

    section: int = Field(description="Index in sections")
    text: str = Field(description="The source's characters from start to end")
    start: int
    end: int


class Coverage(_Part):
    """The closing account. `numbers` is the sum of the kinds; indicators = reported + masked + unreadable + not reported."""

    numbers: int
    mentions_by_kind: dict[str, int]
    outside: int = Field(description="Numbers in page furniture and other regions that are not the report")
    indicators: int
    reported: int
    supported: int
    repaired: int
    flagged: int
    proposed: int = Field(default=0, description="Flags with a repair proposed")
    masked: int
    unreadable: int
    not_reported: list[Offsets]
    unreported: list[Unreported] = Field(
        default_factory=list, description="The figures of not_reported with their sections"
    )
    name_unchecked: int
    untranslated: int = Field(description="Reported figures whose name stands in Chinese")


class TokenUsage(_Part):
    """What the run cost; all zero offline. `cost_usd` is null where the price is unknown."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    from_cache: int = 0
    cost_usd: str | None = None


class Digest(_Part):
    """Everything found and written about one report."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: SourceFile
    report: Report
    engine: Engine
    overview: list[DigestSentence] = Field(default_factory=list, description="A summary of the whole report")
    glance: list[str] = Field(description="Ids of the indicators that stand for the whole report")
    sections: list[DigestSection]
    indicators: list[DigestIndicator]
    context: list[str] = Field(
        default_factory=list,
        description="The numbers of the report that are no figures, each once, in its own characters",
    )
    relations: list[Related] = Field(
        default_factory=list, description="Arithmetic that the report states beside its figures"
    )
    flagged: list[Flagged]
    repaired: list[Repaired] = Field(
        description="Sentences put right; repaired rows keep what was written in `before`"
    )
    coverage: Coverage
    usage: TokenUsage

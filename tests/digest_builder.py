"""Digests of an invented place, built by hand: what rendering and comparing are tested with."""

from collections.abc import Sequence
from hashlib import sha256

from summarizer.digest import (
    Coverage,
    Digest,
    DigestIndicator,
    DigestSection,
    DigestSentence,
    Engine,
    Flagged,
    Outcome,
    Quoted,
    Related,
    Report,
    SourceFile,
    TokenUsage,
)
from summarizer.formats import PageFormat, written
from summarizer.outline import SectionClass
from summarizer.quantities import Aspect, Category, Qualifier
from summarizer.reading import Level, ReportKind
from summarizer.render import BriefingOptions, Length, NoteStyle, briefing
from summarizer.verify import Reason, Verdict


def indicator(
    number: int,
    *,
    name_zh: str = "听取专项工作报告",
    name_en: str = "special work reports heard",
    value: str | None = "19",
    value_max: str | None = None,
    unit: str = "项",
    qualifier: Qualifier = Qualifier.EXACT,
    text: str = "19项",
    quote: str = "",
    category: Category = Category.SUPERVISION,
    key: str = "",
    aspect: Aspect = Aspect.REPORTED,
    period: str = "2022",
    section: int = 1,
    verdict: Verdict = Verdict.SUPPORTED,
    reason: Reason = Reason.EXACT,
    message: str = "",
    name_checked: bool = True,
    before: str = "",
) -> DigestIndicator:
    """Indicator `i{number}`; the quote is the name with the figure behind it unless given, at 100 characters an indicator."""
    words = quote or f"{name_zh}{text}"
    at = 100 * number
    place = words.find(text)
    start = at + max(place, 0)
    return DigestIndicator(
        id=f"i{number}",
        start=start,
        end=start + len(text),
        text=text,
        value=value,
        value_max=value_max,
        unit=unit,
        qualifier=qualifier,
        name_zh=name_zh,
        name_en=name_en,
        name_checked=name_checked,
        category=category,
        key=key,
        aspect=aspect,
        period=period,
        quote=words,
        quote_start=at,
        quote_end=at + len(words),
        section=section,
        verdict=verdict,
        reason=reason,
        message=message,
        evidence=[(start, start + len(text))],
        candidates=[],
        origin="offline",
        before=before,
    )


def sentence(
    text: str, *cites: int, verdict: Verdict = Verdict.SUPPORTED, reason: Reason = Reason.EXACT
) -> DigestSentence:
    return DigestSentence(
        text=text, cites=[f"i{n}" for n in cites], verdict=verdict, reason=reason, origin="offline"
    )


def section(
    title_zh: str = "监督工作",
    title_en: str = "Oversight",
    *,
    title_pinyin: str = "",
    level: int = 1,
    cls: SectionClass = SectionClass.SUPERVISION,
    outcome: Outcome = "offline",
    note: str = "",
    sentences: Sequence[DigestSentence] = (),
    quoted: Sequence[Quoted] = (),
    not_shown: int = 0,
) -> DigestSection:
    return DigestSection(
        title_zh=title_zh,
        title_en=title_en,
        title_pinyin=title_pinyin,
        start=0,
        end=1000,
        level=level,
        cls=cls,
        planned=cls is SectionClass.PLAN,
        outcome=outcome,
        note=note,
        sentences=list(sentences),
        quoted=list(quoted),
        not_shown=not_shown,
    )


def title_section() -> DigestSection:
    return section("临江市人民代表大会常务委员会工作报告", "", level=0, cls=SectionClass.OPENING)


def report(
    *, place: str = "Linjiang", year: str = "2022", period: str = "", kind: ReportKind = ReportKind.CONGRESS
) -> Report:
    return Report(
        kind=kind,
        title_zh="临江市人民代表大会常务委员会工作报告",
        title_en=f"Work Report of the Standing Committee of the {place} Municipal People's Congress",
        body=f"Standing Committee of the {place} Municipal People's Congress",
        body_zh="临江市人民代表大会常务委员会",
        place=place,
        place_zh="临江市",
        level=Level.PREFECTURE,
        year=year,
        period=period or year,
        session="",
        session_zh="",
        speaker="Lin Dajiang",
        speaker_zh="林大江",
        date="2023-01-12",
    )


def account(indicators: Sequence[DigestIndicator], *, dates: int = 4) -> Coverage:
    """A closing account that adds up for these rows."""
    masked = [i for i in indicators if i.qualifier is Qualifier.MASKED]
    told = [i for i in indicators if i.qualifier is not Qualifier.MASKED]
    good = [i for i in told if i.verdict is Verdict.SUPPORTED]
    return Coverage(
        numbers=len(indicators) + dates,
        mentions_by_kind={"indicator": len(indicators), "date": dates},
        outside=2,
        indicators=len(indicators),
        reported=len(told),
        supported=sum(not i.before for i in good),
        repaired=sum(bool(i.before) for i in good),
        flagged=len(told) - len(good),
        masked=len(masked),
        unreadable=0,
        not_reported=[],
        name_unchecked=sum(not i.name_checked for i in told),
        untranslated=sum(not i.name_en for i in told),
    )


def digest(
    indicators: Sequence[DigestIndicator] = (),
    *,
    sections: Sequence[DigestSection] | None = None,
    glance: Sequence[int] = (),
    flagged: Sequence[Flagged] = (),
    relations: Sequence[Related] = (),
    meta: Report | None = None,
    engine: Engine | None = None,
    source: str = "linjiang_2022.txt",
) -> Digest:
    return Digest(
        source=SourceFile(
            name=source,
            sha256=sha256(source.encode("utf-8")).hexdigest(),
            media_type="text/plain",
            encoding="utf-8",
        ),
        report=meta or report(),
        engine=engine or Engine(name="offline", version="0.1.0", model="", prompts={}, anchors=None),
        glance=[f"i{n}" for n in glance],
        sections=list(sections if sections is not None else (title_section(), section())),
        indicators=list(indicators),
        relations=list(relations),
        flagged=list(flagged),
        repaired=[],
        coverage=account(indicators),
        usage=TokenUsage(),
    )


def masked(number: int, *, key: str = "") -> DigestIndicator:
    return indicator(
        number,
        name_zh="任免国家机关工作人员",
        name_en="state functionaries appointed or removed",
        value=None,
        unit="人次",
        qualifier=Qualifier.MASKED,
        text="***人次",
        category=Category.DECISIONS,
        key=key,
    )


def linjiang() -> Digest:
    """One of everything: supported, planned, masked, flagged, repaired, a range, a name without English, one not checked."""
    rows = [
        indicator(1, key="special_reports_heard"),
        indicator(
            2,
            name_zh="开展执法检查",
            name_en="law-enforcement inspections conducted",
            value="2",
            value_max="3",
            unit="次",
            qualifier=Qualifier.RANGE,
            text="2至3次",
        ),
        indicator(
            3,
            name_zh="制定地方性法规",
            name_en="local regulations to be enacted",
            value="4",
            unit="件",
            text="4件",
            category=Category.LEGISLATION,
            aspect=Aspect.PLANNED,
            period="2023",
            section=2,
        ),
        masked(4),
        indicator(
            5,
            name_zh="跟踪督办突出问题",
            name_en="",
            value="30",
            unit="件",
            qualifier=Qualifier.OVER,
            text="30余件",
        ),
        indicator(
            6,
            name_zh="代表建议",
            name_en="deputies' suggestions",
            value="640",
            unit="件",
            text="460件",
            category=Category.SUGGESTIONS,
            verdict=Verdict.CONTRADICTED,
            reason=Reason.VALUE,
            message="The source says “460件”, not 640.",
        ),
        indicator(
            7,
            name_zh="办结率",
            name_en="completion rate",
            value="94.35",
            unit="%",
            text="94.35%",
            category=Category.SUGGESTIONS,
            before="about 94 % [ROUNDED]",
            name_checked=False,
        ),
    ]
    plan = "2023年,制定地方性法规4件。"
    return digest(
        rows,
        glance=(1, 7),
        sections=[
            title_section(),
            section(sentences=[sentence("The Standing Committee heard 19 special work reports.", 1)]),
            section(
                "今后一年的打算",
                "",
                title_pinyin="Jinhou yi nian de dasuan",
                cls=SectionClass.PLAN,
                quoted=[Quoted(text=plan, start=300, end=300 + len(plan), role="plan")],
                not_shown=3,
            ),
        ],
        flagged=[
            Flagged(
                section=1,
                text="deputies' suggestions: 640 件",
                verdict=Verdict.CONTRADICTED,
                reason=Reason.VALUE,
                message="The source says “460件”, not 640.",
                source="代表建议460件",
            )
        ],
    )


def briefing_md(
    made: Digest,
    *,
    length: Length = Length.STANDARD,
    notes: NoteStyle = NoteStyle.FULL,
    bilingual: bool = False,
) -> str:
    """The briefing as Markdown, with full notes unless others are asked for."""
    return written(briefing(made, BriefingOptions(length, notes, bilingual)), PageFormat.MARKDOWN)

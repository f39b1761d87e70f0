"""The guarantee as a test kit: hostile model replies, hostile digests, and an oracle that reads what was rendered.

The oracle knows nothing of the product's readers: it has its own scan for digits, number words and Chinese numerals, and the
numbers of `SOURCE` listed by hand. A new renderer joins by one line in `RENDERERS`.
"""

import copy
import html
import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from derivations import DERIVED, without_formula, wrong_formulas
from digest_builder import briefing_md
from disguises import DISGUISED, WRONG
from hypothesis import strategies as st
from told_in_sheets import derived_in_workbook, is_workbook, told_in_csv, told_in_workbook
from viewer_page import told_in_viewer
from word_dump import lines as word_lines

from summarizer.compare import Comparison, comparison
from summarizer.digest import Digest
from summarizer.errors import InputError
from summarizer.formats import PageFormat, written
from summarizer.model import Complete, Reply, Usage
from summarizer.pipeline import ModelWriter, digest_report, survey
from summarizer.prompting import Request
from summarizer.reading import read
from summarizer.render import (
    Length,
    briefing,
    comparison_json,
    comparison_sheets,
    csv_text,
    digest_json,
    digest_sheets,
    evidence_viewer,
    indicator_sheet,
    saved_digest,
    side_by_side,
    workbook,
)

SOURCE = """云桥市人民代表大会常务委员会工作报告
——2024年1月12日在云桥市第十六届人民代表大会第四次会议上
云桥市人大常委会主任　周明远
各位代表：
一、2023年主要工作
听取审议专项工作报告19项，开展执法检查3次，提出审议意见30余条。受理来信81件次、来访115批766人次。
完成民生项目投资1.2亿元，群众满意率94.35%。
二、做好代表工作
共收到代表建议120件，已办结114件，办结率95%。组织代表培训***人次，近六成代表参加。
三、2024年主要任务
计划听取审议专项工作报告15项，一般公共预算收入增长6%左右。
"""
DOC = read(SOURCE.encode(), name="r.txt")
INVENTORY = survey(DOC)

# By hand, from the text above: its figures, the days, years and sessions it names, the numbers of its headings.
TRUE = frozenset(
    map(
        Decimal,
        "19 3 30 81 115 766 120000000 1.2 94.35 120 114 95 60 15 6 2023 2024 1 12 16 4 2".split(),
    )
)
# -- the oracle

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: at for at, word in enumerate(_SMALL)}
    | {word: at for at, word in enumerate(_ORDINALS)}
    | {word: 10 * at for at, word in enumerate(_TENS, start=2)}
    | {word[:-1] + "ieth": 10 * at for at, word in enumerate(_TENS, start=2)}
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Words that are numbers which SOURCE does not have, whatever stands beside them.
_NEVER = re.compile(
    r"\b(?:half|halves|thirds|quarters?|twice|thrice|double[ds]?|tripled?|\w+fold|dozens?|score|scores|couple|tens|hundreds|thousands)\b"
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion|trillion|thousand)\b)?")
_HAN = re.compile(r"[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟廿卅]{2,}")
_ROMAN = re.compile(r"(?<![A-Za-z])[IVXLCDM]{2,}(?![A-Za-z])")
_LETTERS_AS_DIGITS = re.compile(r"(?<![A-Za-z])[lIO]{2,}(?![A-Za-z])|(?<![A-Za-z])[lIO]+\d|\d[lIO]+(?![a-z])")
_FOREIGN = str.maketrans("ІХСМОЗ", "IXCMO3")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _shown(text: str) -> str:
    """What a reader may see: escapes and markup undone, compatibility forms and foreign digits folded, unseen characters gone."""
    text = re.sub(r"\\(.)", r"\1", text)
    text = re.sub(r"<[^<>]*>", "", html.unescape(text))
    text = re.sub(r"[*~`_]+", "", text)
    flat = unicodedata.normalize("NFKD", text)
    flat = "".join(filter(_is_seen, flat)).translate(_FOREIGN)
    flat = re.sub(r"(?<=\d)'(?=\d)", "", unicodedata.normalize("NFKC", flat))
    return "".join(_digit(c) for c in flat)


@cache
def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in {"Cf", "Mn", "Me"}


@cache
def _digit(char: str) -> str:
    if char.isascii() or unicodedata.category(char).startswith("L"):
        return char
    value = unicodedata.numeric(char, None)
    return char if value is None or value != int(value) else str(int(value))


def _worded(text: str) -> Iterator[tuple[str, Decimal]]:
    """The numbers in words, each run of them read as one."""
    word = "|".join(sorted([*_VALUES, *_SCALES], key=len, reverse=True))
    for run in re.finditer(rf"\b(?:{word})(?:(?:[\s-]+|\sand\s)(?:{word}))*\b", text):
        total = part = 0
        for one in re.findall(word, run.group()):
            if one == "hundred":
                part = (part or 1) * 100
            elif one in _SCALES:
                total, part = total + (part or 1) * _SCALES[one], 0
            else:
                part += _VALUES[one]
        yield run.group(), Decimal(total + part)


def unsupported(text: str, *, true: Collection[Decimal] = TRUE, source: str = SOURCE) -> list[str]:
    """The numbers in a text that a source does not bear out, as they are shown; rather one too many than one too few.

    `true` are the numbers of `source`, which is SOURCE unless given.
    """
    found = [f"bidi {m.group()!r}" for m in _BIDI.finditer(text)]
    shown = _shown(text)
    lower = shown.lower()
    found += [m.group() for pattern in (_ROMAN, _LETTERS_AS_DIGITS) for m in pattern.finditer(shown)]
    found += [m.group() for m in _NEVER.finditer(lower)]
    found += [said for said, value in _worded(_NUMBER.sub(" 0 ", lower)) if value not in true]
    for number in _NUMBER.finditer(lower):
        bare, _, scale = number.group().partition(" ")
        if Decimal(bare.replace(",", "").rstrip(".")) * _SCALES.get(scale, 1) not in true:
            found.append(number.group())
    whole = re.sub(r"\s", "", source)
    return found + [m.group() for m in _HAN.finditer(shown) if m.group() not in whole]


@cache
def true_digest() -> Digest:
    """The digest of SOURCE by the offline engine."""
    return digest_report(DOC)


# -- what stands outside flags, evidence notes and the closing account

# Words of the program's own.
_OWN = re.compile(
    r"one of several|for each 10,000 people|are made from the same file|neither a trend of one place nor a ranking of one year"
    r"|In one report alone\.|are copies of one report|^\d+\. |\[\^\d+\]",
    re.M,
)
_EVIDENCE = re.compile(
    r"^(?:\[\^\d+\]:|\s*- Source file: |\s*- In the source: |\*Counted by the program).*$", re.M
)
_ASIDE = frozenset({"flagged figures", "repairs", "closing account", "notes"})
_FLAGGED_CELL = re.compile(r"\| \[![A-Z_]+\] [^|]*")


def told_in_markdown(text: str) -> str:
    """A briefing or comparison without its flags, evidence notes and closing account."""
    parts = re.split(r"^(?=## )", text, flags=re.M)
    text = "".join(
        part for part in parts if part.partition("\n")[0].removeprefix("## ").lower() not in _ASIDE
    )
    lines = []
    evidence = False
    for line in _EVIDENCE.sub("", text).splitlines():
        if line.startswith("| "):
            line = _FLAGGED_CELL.sub("| ", line.replace("\\|", "¦"))
            evidence = line.endswith("| In the source |") or evidence
            line = line.rstrip("| ").rpartition(" | ")[0] if evidence else line
        else:
            evidence = False
        lines.append(line)
    return _OWN.sub("", DERIVED.sub("", "\n".join(lines)))


def told_in_bilingual(text: str) -> str:
    """A bilingual briefing without the source's clauses beside its figures either."""
    clause = r" \([^()\n]*[\u4e00-\u9fff][^()\n]*\)(?=[.]?(?:\[\^\d+\]|\n))"
    return told_in_markdown(re.sub(clause, "", text))


def told_in_text(text: str) -> str:
    """A briefing in plain text without its flags, evidence notes and closing account."""
    lines = []
    aside = False
    for at in text.split("\n\n"):
        first = at.partition("\n")[0].lower()
        aside = first in _ASIDE or (aside and not re.search(r"^-{3,}$", at, re.M))
        if not aside:
            at = re.sub(r"(; |\()In the source: .*\)$", ")", at, flags=re.M)
            at = re.sub(
                r"^\s*In the source: .*$|^\s*Source file: .*$|^Counted by the program.*$", "", at, flags=re.M
            )
            lines.append(re.sub(r": \[![A-Z_]+\] .*$", "", at, flags=re.M))
    return re.sub(r"\[\d+\](?= |$)", "", _OWN.sub("", "\n".join(lines)), flags=re.M)


class _Read(HTMLParser):
    """A page of HTML as lines of text, a line for each block and cell, without what stands aside."""

    _BREAKS = frozenset(
        {
            "p",
            "li",
            "dt",
            "dd",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "title",
            "blockquote",
            "text",
            "desc",
        }
    )

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines = [""]
        self._heading: str | None = None
        self._aside = self._quiet = False
        self._columns: list[str] = []
        self._column = -1
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._BREAKS:
            self.lines.append("")
        self._quiet = tag in {"style", "sup"} or (self._quiet and tag == "a")
        if tag == "h2":
            self._heading = ""
        elif tag == "tr":
            self._column = -1
        elif tag == "th":
            self._columns = [*(self._columns if self._column >= 0 else []), ""]
        if tag in {"td", "th"}:
            self._column += 1

    def handle_endtag(self, tag: str) -> None:
        self._quiet = False
        if tag == "h2" and self._heading is not None:
            self._aside = self._heading.lower() in _ASIDE
            self._heading = None
        elif tag == "table":
            self._column = -1

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading += data
        if self._columns and self._column == len(self._columns) - 1 and self.lines[-1] == "":
            self._columns[-1] = self._columns[-1] or data
        evidence = 0 <= self._column < len(self._columns) and self._columns[self._column] == "In the source"
        if not (self._quiet or self._aside or evidence):
            self.lines[-1] += data


def told_in_html(text: str) -> str:
    """A briefing in HTML without its flags, evidence notes and closing account."""
    read = _Read(text).lines
    # The value of a fact stands behind its name.
    told = [line for name, line in pairwise(["", *read]) if name != "Source file"]
    told = [
        line
        for line in told
        if not line.startswith(("Counted by the program", "Source file: ", "In the source: "))
    ]
    lines = [re.sub(r"^\[![A-Z_]+\] .*", "", line) for line in told]
    return _OWN.sub("", "\n".join(lines))


def told_in_word(data: bytes) -> str:
    """A briefing in Word without its flags, evidence notes and closing account; its contents say what its headings do."""
    told = []
    aside = evidence = False
    for at in word_lines(data):
        style, _, text = at.partition(": ")
        if style == "Heading1":
            aside = text.lower() in _ASIDE
        cells = at.split(" | ") if " | " in at else []
        evidence = bool(cells) and (cells[-1] == "In the source" or evidence)
        if aside or style.startswith("TOC"):
            continue
        if text.startswith(("Counted by the program", "Source file: ", "In the source: ")):
            continue
        if cells[:1] == ["Source file"]:
            continue
        kept = cells[: -1 if evidence else None] or [text]
        told += [re.sub(r"\{\d+\}", "", part) for part in kept if not part.startswith("[!")]
    return _OWN.sub("", "\n".join(told))


def told_in_comparison_json(text: str) -> str:
    """What a comparison in JSON says in words, and the figures it calls supported; what it computed apart from its formulas."""
    whole = json.loads(text)
    told = [part for report in whole["reports"] for part in report.pop("missing")]
    told += [
        value
        for report in whole["reports"]
        for key, value in report.items()
        if key not in {"source", "sha256", "id"}
    ]
    told += [*whole["warnings"], *(sentence["text"] for sentence in whole["summary"])]
    told += [said for entry in whole["coverage"] for said in (entry["key"], entry["name_en"])]
    for row in whole["rows"]:
        told += [row["name_en"], row["label"], row["key"], row["unit"]]
        figures = [figure for cell in row["cells"] for figure in (cell, *cell["also"])]
        figures += [change["stated"] for change in row["changes"] if change["stated"]]
        for figure in figures:
            if figure["verdict"] == "supported":
                told += [
                    figure["figure"],
                    figure["value"] or "",
                    figure["value_max"] or "",
                    figure["unit"],
                    figure["period"],
                ]
    return _OWN.sub("", "\n".join(told))


def told_in_digest_json(text: str) -> str:
    """What a digest in JSON, fresh from its report, says in words, and the figures it calls supported."""
    whole = json.loads(text)
    report = whole["report"]
    told = [*report.pop("missing"), str(report.pop("several")), *report.values()]
    for section in whole["sections"]:
        told += [section["title_zh"], section["title_en"], *(quote["text"] for quote in section["quoted"])]
        told += [sentence["text"] for sentence in section["sentences"]]
    for row in whole["indicators"]:
        told.append(row["name_en"])
        if row["verdict"] == "supported":
            told += [row["value"] or "", row["value_max"] or "", row["unit"], row["name_zh"], row["period"]]
    return "\n".join(told)


# -- what SOURCE is compared with: a year earlier, and five years of another place

EARLIER_SOURCE = (
    SOURCE.replace("2023年主要工作", "2022年主要工作")
    .replace("2024年", "2023年")
    .replace("第四次会议", "第三次会议")
    .replace("报告19项", "报告16项")
    .replace("办结114件", "办结96件")
    .replace("办结率95%", "办结率93%")
    .replace("1.2亿元", "0.8亿元")
)
TERM_SOURCE = """南溪县人民代表大会常务委员会工作报告
——2024年1月9日在南溪县第十六届人民代表大会第四次会议上
各位代表：
一、过去五年的主要工作
五年来，听取审议专项工作报告84项，开展执法检查14次，提出审议意见200余条。受理来信411件次。
"""
EARLIER_TRUE = TRUE | frozenset(map(Decimal, "2022 16 96 93 80000000 0.8 80".split()))
TERM_TRUE = TRUE | frozenset(map(Decimal, "2019 9 84 14 200 411".split()))


@cache
def _digest_of_text(text: str) -> Digest:
    return digest_report(read(text.encode(), name="e.txt"))


@dataclass(frozen=True)
class Renderer:
    """A way of printing digests, and what of its output must hold no unsupported number; `true` are those of its sources."""

    render: Callable[[Digest], Any]
    told: Callable[[Any], str]
    true: Collection[Decimal] = TRUE
    source: str = SOURCE


def _page_of(form: PageFormat) -> Callable[[Comparison], str | bytes]:
    return lambda made: written(side_by_side(made), form)


_TOLD_IN: dict[PageFormat, Callable[[Any], str]] = {
    PageFormat.MARKDOWN: told_in_markdown,
    PageFormat.HTML: told_in_html,
    PageFormat.TEXT: told_in_text,
    PageFormat.WORD: told_in_word,
}
"""What of a page in a format must hold no unsupported number; a new format needs its line here."""

_FORMATS: tuple[tuple[Callable[[Comparison], Any], Callable[[Any], str]], ...] = (
    *((_page_of(form), _TOLD_IN[form]) for form in PageFormat),
    (comparison_json, told_in_comparison_json),
    (
        lambda made: workbook(comparison_sheets(made), title="t"),
        lambda data: _OWN.sub("", told_in_workbook(data)),
    ),
)


def _briefing_in(form: PageFormat, digest: Digest) -> str | bytes:
    return written(briefing(digest), form)


def _compared(*texts: str, true: Collection[Decimal] = TRUE) -> Renderer:
    """Prints a comparison of a digest with those of the texts, in every format one after the other."""

    def render(digest: Digest) -> list[Any]:
        made = comparison([digest, *map(_digest_of_text, texts)])
        return [write(made) for write, _ in _FORMATS]

    def told(printed: list[Any]) -> str:
        return "\n".join(tell(text) for text, (_, tell) in zip(printed, _FORMATS, strict=True))

    return Renderer(render, told, true, "".join([SOURCE, *texts]))


RENDERERS: dict[str, Renderer] = {
    **{
        f"{length} briefing": Renderer(partial(briefing_md, length=length), told_in_markdown)
        for length in Length
    },
    "bilingual briefing": Renderer(partial(briefing_md, bilingual=True), told_in_bilingual),
    **{
        f"briefing in {form.name.lower()}": Renderer(partial(_briefing_in, form), told)
        for form, told in _TOLD_IN.items()
        if form is not PageFormat.MARKDOWN
    },
    "comparison alone": _compared(),
    "comparison": _compared(SOURCE),
    "comparison over years": _compared(EARLIER_SOURCE, true=EARLIER_TRUE),
    "comparison with five years": _compared(TERM_SOURCE, true=TERM_TRUE),
    "csv": Renderer(lambda d: csv_text(indicator_sheet(d)), told_in_csv),
    "workbook": Renderer(lambda d: workbook(digest_sheets(d), title="t"), told_in_workbook),
    "viewer": Renderer(lambda d: evidence_viewer(d, INVENTORY), told_in_viewer),
}  # fmt: skip


def leaks(name: str, digest: Digest) -> list[str]:
    """The unsupported numbers that a renderer prints of a digest outside flags, evidence notes and the closing account."""
    renderer = RENDERERS[name]
    printed = renderer.render(digest)
    told = DERIVED.sub("", renderer.told(printed))
    whole = "\n".join(map(_whole, printed if isinstance(printed, list) else [printed]))
    return [
        *unsupported(told, true=renderer.true, source=renderer.source),
        *wrong_formulas(whole, true=renderer.true),
        *without_formula(whole),
    ]


def _whole(printed: str | bytes) -> str:
    """All that was printed, as text; of a workbook what it derives."""
    if isinstance(printed, str):
        return printed
    return derived_in_workbook(printed) if is_workbook(printed) else "\n".join(word_lines(printed))


# -- hostile replies

_TRUE_TEXT = st.sampled_from(
    ["19", "3", "30", "81", "766", "120", "95", "6", "15", "60", "nineteen", "three", "over 30", "about 6", "[e3]", "2023",
     "the 16th", "120 million yuan"]
)  # fmt: skip
_FALSE_TEXT = st.one_of(
    st.builds(lambda disguise, number: disguise(number), DISGUISED, st.sampled_from(WRONG)),
    st.sampled_from(["half", "twice", "1.2 million", "480", "two thirds", "a dozen", "2031", "91"]),
)
_PLAIN_TEXT = st.sampled_from(
    ["special work reports", "were heard", "percent", "letters", "of", "suggestions", "in", "deputies", ".", "visits by"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_TRUE_TEXT, _FALSE_TEXT, _PLAIN_TEXT), min_size=1, max_size=9).map(" ".join)
_CITES = st.one_of(
    st.integers(min_value=0, max_value=14).map(lambda n: f"e{n}"), st.sampled_from(["", "x", "[e1]", "e999"])
)
_FIGURES = st.one_of(
    st.none(),
    st.integers(min_value=0, max_value=2000).map(str),
    st.sampled_from(["19", "30", "95", "0.6", "1/0", "NaN", "百", "-3"]),
    _FALSE_TEXT,
)
_ROWS = st.fixed_dictionaries(
    {
        "cite": st.one_of(st.none(), _CITES),
        "value": _FIGURES,
        "value_max": st.one_of(st.none(), _FIGURES),
        "qualifier": st.sampled_from(["exact", "over", "about", "nearly", "masked", "range", "?"]),
        "name_zh": st.sampled_from(
            ["听取审议专项工作报告", "开展执法检查", "办结率", "来信", "代表培训", "", "没有的事", "八千八百一十九次检查"]
        ),
        "name_en": TEXTS,
        "key": st.sampled_from(["", "special_reports_heard", "no_such_key", "8819_reports"]),
        "quote": st.one_of(st.none(), st.sampled_from(["开展执法检查3次", "办结率95%", "开展执法检查57次"])),
    }
)  # fmt: skip
_SENTENCES = st.fixed_dictionaries({"text": TEXTS, "cites": st.lists(_CITES, max_size=4)})
REPLIES = st.fixed_dictionaries(
    {"rows": st.lists(_ROWS, max_size=12), "sentences": st.lists(_SENTENCES, max_size=6)}
)


def digest_of(reply: dict[str, Any]) -> Digest:
    """The digest of SOURCE as written by a model that gives this reply to every request."""

    def answer(request: Request) -> Reply:
        return Complete(json.dumps(reply), Usage(1, 1, 0, 1))

    writer = ModelWriter(model="openai:hostile", ask_all=lambda requests: [answer(r) for r in requests])
    return digest_report(DOC, writer=writer)


# -- hostile digests


def _leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(part, list):
        for at, value in enumerate(part):
            yield from _leaves(value, (*path, at))
    else:
        yield path


@cache
def _true_json() -> tuple[dict[str, Any], tuple[tuple[Any, ...], ...]]:
    whole = json.loads(digest_json(true_digest()))
    return whole, tuple(_leaves(whole))


def _changed(old: Any, number: int, disguise: str, how: str) -> Any:
    """A field's value with a number that SOURCE does not have: in place of it, before or behind it, or for its own number."""
    if isinstance(old, bool):
        return not old
    if isinstance(old, int):
        return number
    if old is None:
        return str(number)
    match how:
        case "instead":
            return disguise
        case "bare":
            return str(number)
        case "figure":
            return re.sub(r"\d+(?:\.\d+)?", disguise, old, count=1)
        case "before":
            return f"{disguise} {old}"
        case _:
            return f"{old} {disguise}"


@st.composite
def hostile_digests(draw: st.DrawFn) -> Digest | None:
    """A saved digest of SOURCE with up to three fields changed, each to a number of its own; None where it is refused as damaged.

    Fields that agree on a wrong number are a forgery, which only the report finds.
    """
    whole, leaves = _true_json()
    hostile = copy.deepcopy(whole)
    for number in draw(st.lists(st.sampled_from(WRONG), min_size=1, max_size=3, unique=True)):
        *path, last = draw(st.sampled_from(leaves))
        part: Any = hostile
        for step in path:
            part = part[step]
        disguise = draw(DISGUISED)(number)
        how = draw(st.sampled_from(["instead", "bare", "figure", "before", "behind"]))
        part[last] = _changed(part[last], number, disguise, how)
    try:
        return saved_digest(json.dumps(hostile))
    except InputError:
        return None

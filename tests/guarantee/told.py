"""What each format tells outside flags, evidence notes and the closing account."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

from derivations import DERIVED
from told_in_sheets import told_in_workbook
from word_dump import lines as word_lines

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

    _BREAKS = frozenset("p li dt dd td th h1 h2 h3 h4 h5 title blockquote text desc".split())

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


def told_in_comparison_workbook(data: bytes) -> str:
    """What the sheets of a comparison say in words, and its figures that are supported."""
    return _OWN.sub("", told_in_workbook(data))


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

"""summarizer as a library: the supported figures of one category with their sources, and a misquoted one caught.

python examples/library.py                              the report beside this script
python examples/library.py REPORT.txt deputies          any report, any category
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from summarizer import Claim, Document, Finding, Verdict, check, digest_report, read
from summarizer.digest import DigestIndicator, figure_en
from summarizer.quantities import Category, number_of

EXAMPLE = Path(__file__).with_name("yunqiao_congress_2023.txt")


def supported_figures(doc: Document, category: Category) -> list[DigestIndicator]:
    """The figures of one category that the source bears out, written offline: no model, no network."""
    digest = digest_report(doc)
    return [
        indicator
        for indicator in digest.indicators
        if indicator.category is category and indicator.verdict is Verdict.SUPPORTED and indicator.value
    ]


def misquoted(doc: Document, indicator: DigestIndicator) -> Finding:
    """What the source says to the figure made larger by one."""
    value = number_of(indicator.value)
    return check(
        Claim(name_zh=indicator.name_zh, value=None if value is None else value + 1, unit=indicator.unit), doc
    )


def main(arguments: Sequence[str]) -> None:
    path = Path(arguments[0]) if arguments else EXAMPLE
    category = Category(arguments[1]) if len(arguments) > 1 else Category.SUPERVISION
    doc = read(path.read_bytes(), name=path.name)
    print(f"{doc.meta.title_zh}, {doc.meta.period}")
    figures = supported_figures(doc, category)
    for indicator in figures:
        quote = "".join(indicator.quote.split())
        name = indicator.name_en or indicator.name_zh
        print(f"{name}: {figure_en(indicator)}  [{indicator.start}:{indicator.end}] {quote}")
    if figures:
        finding = misquoted(doc, figures[0])
        print(f"{figures[0].name_zh}, one more: {finding.verdict} ({finding.reason}). {finding.message}")


if __name__ == "__main__":
    main(sys.argv[1:])

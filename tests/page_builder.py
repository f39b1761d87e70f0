"""A page of an invented place with one of everything, built by hand: what the writers of pages are tested with."""

from summarizer.render.page import (
    Bar,
    Bullets,
    Chart,
    Chinese,
    Facts,
    Flag,
    Heading,
    Item,
    Line,
    Note,
    NoteMark,
    Notice,
    Page,
    Paragraph,
    Quotation,
    Run,
    Style,
    Table,
    line,
)


def table_rows(count: int) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        (
            line(f"Inspections of kind {number}"),
            line(Flag("VALUE"), f"{number}0") if number % 9 == 0 else line(f"{number}1"),
            line(Chinese(f"开展第{number}类执法检查{number}1次")),
        )
        for number in range(1, count + 1)
    )


def linjiang_page(*, rows: int = 60) -> Page:
    """A page of several sheets of paper; its table has so many rows that it goes on to another one."""
    title = "Work Report of the Standing Committee of the Linjiang Municipal People's Congress"
    return Page(
        title=title,
        blocks=(
            Heading(1, line(title), line(Chinese("临江市人民代表大会常务委员会工作报告"))),
            Notice("This text is no work report but a press report.", line("It is summarised all the same.")),
            Facts(
                (
                    (
                        "Reporting body",
                        line("Standing Committee of Linjiang (", Chinese("临江市人大常委会"), ")"),
                    ),
                    ("Period", line("2022")),
                )
            ),
            Paragraph(line("Written by the offline engine."), aside=True),
            Heading(2, line("At a glance")),
            Bullets(
                (
                    Item(line("Special work reports: ", Run("19", Style.STRONG), NoteMark(1))),
                    Item(
                        line(Flag("SWAPPED"), "12 inspections"),
                        (
                            line("Contradicted: the source says 3."),
                            line("In the source: “", Chinese("执法检查3次"), "”"),
                        ),
                    ),
                )
            ),
            Chart(
                "Special work reports heard",
                (
                    Bar("Linjiang 2022", 1.0, line("19")),
                    Bar("Linjiang 2021", 0.5, line("about 9")),
                    Bar("Yunqiao 2022", None, line("masked in the source")),
                    Bar("Yanxi 2022", 0.7, line(Flag("SCALE"), "13 million")),
                ),
            ),
            Heading(2, line("Main work in 2022"), line(Chinese("2022年主要工作"))),
            Heading(3, line("Oversight"), line(Chinese("监督工作"))),
            Paragraph(
                line(
                    "The Standing Committee heard 19 special work reports.",
                    NoteMark(1),
                    " It inspected how ",
                    Run("three", Style.EMPHASIS),
                    " laws are applied.",
                    NoteMark(2),
                )
            ),
            Paragraph(line("In the report's words (not translated):")),
            Quotation(("2023年，制定地方性法规4件。", "“十四五”规划纲要中期评估……")),
            Heading(4, line("Follow-up")),
            Bullets((Item(line("First.")), Item(line("Second."))), ordered=True),
            Bullets((Item(line("First again.")),), ordered=True),
            Heading(2, line("Indicators")),
            Table(
                (line("Indicator"), line("Figure"), line("In the source")),
                table_rows(rows),
                right=frozenset({1}),
            ),
            Heading(2, line("Closing account")),
            Bullets((Item(line("Source file: SHA-256 ", Run("ab" * 32, Style.CODE))),)),
        ),
        notes=(
            Note(1, line("Oversight, characters 100–112: “", Chinese("听取专项工作报告19项"), "”")),
            Note(2, line("Oversight, characters 200–207: “", Chinese("检查3部法律的实施情况"), "”")),
        ),
    )

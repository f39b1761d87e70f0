"""Reports out of a few invented lines, and their headings."""

from summarizer.outline import headings, outline
from summarizer.reading import Document, Source

HEAD = ("青川市人民代表大会常务委员会工作报告", "——2023年2月1日在青川市第六届人民代表大会第二次会议上")
TEXT = "全年召开会议多次，听取了有关部门的情况汇报，提出了改进的意见，推动了问题的解决。"


def document(text: str) -> Document:
    return Document(text, Source("report.txt", "", "text/plain", "utf-8"))


def outlined(*lines: str) -> list[tuple[int, str]]:
    """The headings of a text of these lines, each with its level."""
    return [(s.level, s.title) for s in headings(outline(document("\n".join(lines))))]

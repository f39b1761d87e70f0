"""Lines of the report itself, which the search for furniture has to know: paragraphs, salutation, titles."""

import re

from summarizer.reading.lines import Line

__all__ = ["SENTENCE_END", "is_body_name", "is_opening", "is_prose", "is_title_like"]

SENTENCE_END = re.compile(r"[。！？；!?;]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OPENING = re.compile(
    r"(?:尊敬的|敬爱的)?(?:主席、|主任、)?(?:各位|同志们)(?:代表|委员|同志|领导|来宾|人大代表)?.{0,12}[：:!！]|同志们[：:!！]"
)
_TITLE_LIKE = re.compile(
    r".{0,40}(?:工作报告|工作的报告|情况的报告|公报|决议|决定|工作报告[（(]?(?:图解|导读|摘要|解读|摘登)[)）]?)(?:[（(].{1,12}[)）])?"
)
_BODY_NAME = re.compile(
    r".{0,24}(?:人民代表大会|常务委员会|人大常委会|人民政府|人民法院|人民检察院|主席团)|.{1,12}[省市县区州旗盟镇乡]"
)


def is_prose(line: Line, *, least: int = 30) -> bool:
    """A line long enough to be a paragraph (`least` characters), with the end of a sentence in it."""
    return (
        len(line.text) >= least
        and bool(SENTENCE_END.search(line.text))
        and len(_HAN.findall(line.text)) * 2 >= least
    )


def is_opening(line: Line) -> bool:
    """The salutation that opens a report (各位代表：)."""
    return len(line.text) <= 30 and _OPENING.fullmatch(line.bare) is not None


def is_title_like(line: Line) -> bool:
    """A line that could be the title of a report."""
    return len(line.text) <= 160 and len(line.bare) <= 80 and _TITLE_LIKE.fullmatch(line.bare) is not None


def is_body_name(line: Line) -> bool:
    """The name of a place or of a body that reports, as it stands above 工作报告 in a title set in two lines."""
    return len(line.text) <= 60 and _BODY_NAME.fullmatch(line.bare) is not None

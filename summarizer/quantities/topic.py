"""The category of a figure: by the words of what is counted, else by the section it stands in."""

import re
from collections.abc import Sequence

from summarizer.outline import Section, SectionClass
from summarizer.quantities.mention import Category
from summarizer.reading import ReportKind

__all__ = ["category_of"]

_PETITIONS = re.compile(r"来信|来访|信访|群众热线|12345|控告申诉|上访")
# The first that fits decides; words of what is counted, then of its clause.
_BY_NAME: tuple[tuple[Category, re.Pattern[str]], ...] = (
    (
        Category.SUGGESTIONS,
        re.compile(
            r"代表建议|代表提出|议案建议|人大代表建议|政协提案|建议.{0,3}满意率|建议批评|批评和意见|提案|建议(?:办理|答复|办结)|办结满意率|建议.{0,4}(?:办结|答复)率|承办单位"
        ),
    ),
    (Category.PETITIONS, _PETITIONS),
    (
        Category.DEPUTIES,
        re.compile(r"代表.{0,12}述职|代表履职|代表培训|培训代表|代表小组|代表视察|代表之家|联络站"),
    ),
    (
        Category.STUDY_PARTY,
        re.compile(
            r"理论(?:学习)?中心组|集体学习|交流研讨|向.{0,2}委.{0,4}(?:请示|报告|报送|汇报)|市委.{0,8}批示|书面批示|主题教育|党课|党建|作出.{0,4}批示"
        ),
    ),
    (
        Category.MEETINGS,
        re.compile(r"(?:主任|常委会|党组|X组|代表大会|全体)会议$|^召开.{0,6}(?:主任|常委会|党组)"),
    ),
    (
        Category.LEGISLATION,
        re.compile(
            r"立法(?!会)|法规(?!.{0,6}(?:实施|检查|宣传))|条例(?!.{0,8}(?:实施|检查))|规范性文件|备案审查|宣誓"
        ),
    ),
    (Category.DECISIONS, re.compile(r"任免|任命|免去|免职|补选|选举|接受.{0,4}辞职|决议|决定|宪法宣誓")),
    (
        Category.SUPERVISION,
        re.compile(
            r"专项工作报告|听取|执法检查|专题询问|满意度测评|专题调研|视察|监督|检查|评议|督办|审议|预算|决算|审计|履职评议"
        ),
    ),
    (Category.DEPUTIES, re.compile(r"代表|联络站|联络点|联系点|选民|接待群众|民生实事")),
    (Category.PUBLICITY, re.compile(r"稿件|新闻|宣传|报道|信息\d*条|推送|刊发|发布会|媒体|公众号")),
    (Category.SELF_BUILDING, re.compile(r"制度|干部(?!任免)|机关|培训班|作风")),
)
_OATH = re.compile(r"宪法宣誓")
_PRESS = re.compile(r"新闻发布会|阐释")
_BY_SECTION = {
    SectionClass.LEGISLATION: Category.LEGISLATION,
    SectionClass.SUPERVISION: Category.SUPERVISION,
    SectionClass.DECISIONS: Category.DECISIONS,
    SectionClass.DEPUTIES: Category.DEPUTIES,
    SectionClass.SELF_BUILDING: Category.SELF_BUILDING,
    SectionClass.POLITICAL: Category.STUDY_PARTY,
}
# In a section of a topic, these words do not outweigh the topic.
_WEAK = {
    Category.SUPERVISION,
    Category.SELF_BUILDING,
    Category.PUBLICITY,
    Category.LEGISLATION,
    Category.DECISIONS,
    Category.DEPUTIES,
}


def category_of(name: str, quote: str, path: Sequence[Section], kind: ReportKind) -> Category:
    """The category of a figure named `name` (the source's words) that stands in the sections `path`, outermost first."""
    if kind in {ReportKind.GOVERNMENT, ReportKind.STATISTICS}:
        return Category.PETITIONS if _PETITIONS.search(name) else Category.ECONOMY
    if _OATH.search(name):
        return Category.DECISIONS
    if _PRESS.search(name):
        return Category.PUBLICITY
    topic = next((_BY_SECTION[s.cls] for s in reversed(path) if s.cls in _BY_SECTION), None)
    by_name = next((c for c, words in _BY_NAME if words.search(name)), None)
    if by_name is not None and (topic is None or by_name not in _WEAK):
        return by_name
    if by_name is not None and by_name is Category.DECISIONS:
        return by_name
    by_quote = next((c for c, words in _BY_NAME[:4] if words.search(quote)), None)
    return by_quote or topic or by_name or Category.OTHER

"""The category of a figure: by the words of what is counted, else by what it goes back to, else by the section it stands in."""

import re
from collections.abc import Iterable, Sequence

from summarizer.lexicon.taxonomy import taxon
from summarizer.outline import Section, SectionClass
from summarizer.quantities.mention import Category
from summarizer.reading import ReportKind

__all__ = ["category_of", "topic_of"]

_PETITIONS = re.compile(
    r"来信|(?<!外宾)来访(?!.{0,4}(?:考察|团|外宾|客商|嘉宾))|来电|信访|群众热线|12345|控告申诉|上访"
)
_Words = tuple[tuple[Category, re.Pattern[str]], ...]
# Words of what is counted that decide whatever the section is about; the first that fits decides.
_STRONG: _Words = (
    (Category.DECISIONS, re.compile(r"宣誓|任免|任命|免去|免职|补选|接受.{0,4}辞职")),
    (
        Category.SUGGESTIONS,
        re.compile(
            r"代表建议|代表提出|议案建议|政协提案|建议.{0,3}满意率|建议批评|批评和意见|提案|建议(?:办理|答复|办结|占比)|办结满意率|建议.{0,4}(?:办结|答复|解决|办成)率|承办单位|"
            r"(?:重点|督办|期间|涉及.{1,8})建议(?!稿)|面商率"
        ),
    ),
    (Category.PETITIONS, _PETITIONS),
    (
        Category.DEPUTIES,
        re.compile(
            r"代表.{0,12}述职|代表履职|代表培训|培训代表|代表小组|代表视察|代表之家|联络站|代表联络点|代表(?:委员)?(?:参加|参与|列席|旁听)|活动的代表$"
        ),
    ),
    (
        Category.STUDY_PARTY,
        re.compile(
            r"理论(?:学习)?中心组|集体学习|专题学习|交流研讨|向.{0,2}委.{0,4}(?:请示|报告|报送|汇报)|市委.{0,8}批示|书面批示|主题教育|党课|党建|作出.{0,4}批示"
        ),
    ),
    (
        Category.PUBLICITY,
        re.compile(r"新闻发布会|阐释|稿件|报道|阅读量|点击量|浏览量|新闻奖|公众号|两微|推送信息|信息推送"),
    ),
    (
        Category.MEETINGS,
        re.compile(r"(?:主任|常委会|党组|X组|代表大会|全体)会议$|^召开.{0,6}(?:主任|常委会|党组)"),
    ),
    (Category.ECONOMY, re.compile(r"脱贫(?:人口|户|村)|贫困发生率|贫困村.{0,4}(?:出列|退出)|减贫")),
    (
        Category.SUPERVISION,
        re.compile(r"^(?!.*(?:参加|参与)).*(?:执法检查|专题询问|满意度测评|工作评议|履职评议|进行监督$)"),
    ),
)
# Those that speak of a figure from elsewhere in its clause too.
_OF_CLAUSE: _Words = tuple(
    row
    for row in _STRONG
    if row[0] in {Category.SUGGESTIONS, Category.PETITIONS, Category.DEPUTIES, Category.STUDY_PARTY}
)
# Words that decide where the section is about nothing else.
_WEAK: _Words = (
    (
        Category.LEGISLATION,
        re.compile(
            r"立法(?!会)|法规(?!.{0,6}(?:实施|检查|宣传))|条例(?!.{0,8}(?:实施|检查))|规范性文件|备案审查"
        ),
    ),
    (Category.DECISIONS, re.compile(r"选举|决议|(?<!不起诉)(?<!不支持)决定(?!逮捕|赔偿|不)")),
    (
        Category.SUPERVISION,
        re.compile(r"专项工作报告|听取|专题调研|视察|监督|检查(?!院)|评议|督办|审议|预算|决算|审计"),
    ),
    (Category.DEPUTIES, re.compile(r"代表|联络站|联络点|联系点|选民|接待群众|民生实事")),
    (Category.PUBLICITY, re.compile(r"新闻|宣传|信息\d*条|推送|刊发|发布会|媒体")),
    (
        Category.SELF_BUILDING,
        re.compile(
            r"(?<!从宽)制度|(?<![处局科]级)(?<!中管)(?<!级以上)干部(?!任免)|(?<!行政)(?<!公安)(?<!监察)(?<!司法)机关|培训班|作风"
        ),
    ),
)
_BY_SECTION = {
    SectionClass.LEGISLATION: Category.LEGISLATION,
    SectionClass.SUPERVISION: Category.SUPERVISION,
    SectionClass.DECISIONS: Category.DECISIONS,
    SectionClass.DEPUTIES: Category.DEPUTIES,
    SectionClass.SELF_BUILDING: Category.SELF_BUILDING,
    SectionClass.POLITICAL: Category.STUDY_PARTY,
}
# What courts and procuratorates do is none of the categories of a congress; what they do besides is.
_BESIDES = {
    Category.PETITIONS,
    Category.SUGGESTIONS,
    Category.STUDY_PARTY,
    Category.PUBLICITY,
    Category.DEPUTIES,
    Category.SELF_BUILDING,
}
# What deputies raise; elsewhere 建议 are those of the body itself.
_RAISED = re.compile(r"(?<!意见)建议|议案|对办理.{0,4}满意")
_AREA = {Category.ECONOMY, Category.SUGGESTIONS, Category.PETITIONS}
_CLAUSE = 120  # characters of the quote that still speak of the figure


def _first(words: Iterable[tuple[Category, re.Pattern[str]]], text: str) -> Category | None:
    return next((category for category, pattern in words if pattern.search(text)), None)


def topic_of(path: Sequence[Section]) -> Category | None:
    """What the innermost section of `path` is about that is about one thing; None where none is."""
    return next((_BY_SECTION[s.cls] for s in reversed(path) if s.cls in _BY_SECTION), None)


def category_of(
    name: str,
    quote: str,
    path: Sequence[Section],
    kind: ReportKind,
    *,
    key: str = "",
    whole: Category | None = None,
) -> Category:
    """The category of a figure named `name` (the source's words) that stands in the sections `path`, outermost first.

    `key` is its key of the taxonomy; `whole` the category of the figure that it goes back to, if it does.
    """
    if kind in {ReportKind.GOVERNMENT, ReportKind.STATISTICS}:
        return Category.PETITIONS if _PETITIONS.search(name) else Category.ECONOMY
    topic = topic_of(path)
    of_key = Category(taxon(key).category) if key else None
    strong = _first(_STRONG, name)
    if kind in {ReportKind.COURT, ReportKind.PROCURATORATE}:
        found = strong or (of_key if of_key in _AREA else None) or whole or topic
        return found if found in _BESIDES else Category.OTHER
    if strong is not None:
        return strong
    if topic is Category.DEPUTIES and _RAISED.search(name):
        return Category.SUGGESTIONS
    # Figures of the area itself (its output, its air) stand in the sections on what was supervised.
    if of_key in _AREA:
        return of_key
    by_name = _first(_WEAK, name)
    if by_name is Category.DECISIONS or (by_name is not None and topic is None):
        return by_name
    by_quote = _first(_OF_CLAUSE, quote[-_CLAUSE:])
    return whole or by_quote or topic or by_name or Category.OTHER

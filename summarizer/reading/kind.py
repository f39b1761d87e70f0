"""Whose report a text is, or what else: by its title, by who speaks in it and how, never by what it reports."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.reading import furniture
from summarizer.reading.document import Form, ReportKind
from summarizer.reading.lines import Line
from summarizer.reading.occasion import Speaker, is_delivered
from summarizer.reading.page import Page, Said, Stretch

__all__ = ["Told", "form_of", "kind_of"]


T = TypeVar("T", ReportKind, Form)


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """What a text is, and the words that show it; None where nothing does and it is what texts are by default."""

    value: T
    said: Said | None = None


# ---- by title

# Between a body and 工作报告 stands the time that the report is about, or how it is given; a matter makes it a special report.
_TIME = r"(?:[\s\d一二三四五六七八九十〇○零年度半前季上下过去本历届任期以来第到至关于的—–~～-]|[（(][^（）()]{1,16}[）)]){0,30}"
_REPORT = rf"{_TIME}(?:政府)?工作(?:情况)?(?:的)?报告"
_CONGRESS = re.compile(
    rf"(?:人民代表大会|人大)\s?(?:(?:常务委员会|常委会)?(?:[^，。]{{2,10}}(?:街道|地区|[新园]区|开发区))?(?:工委|工作委员会)"
    rf"|常务委员会|常委会|主席团){_REPORT}|人大{_REPORT}"
)
_GOVERNMENT = re.compile(rf"(?P<government>政府|国务院){_REPORT}")
_COURT = re.compile(rf"法院{_TIME}(?:审判)?工作(?:情况)?(?:的)?报告")
_PROCURATORATE = re.compile(rf"检察院{_TIME}(?:检察)?工作(?:情况)?(?:的)?报告")
# What 政府 stands behind where it is the organ: 法治政府, 数字政府 are none.
_OF_ORGAN = re.compile(
    r"(?:^|[^\u3400-\u9fff]|人民|[省市县区州旗盟镇乡届年度级的看说作]|苏木|关于|作了|听取|审议|学习|解读|读懂|图解|速览|聚焦|热议)$"
)
_LONGEST_SHORT_NAME = 4  # characters of a place without the word of its level: 临江政府
_BEHIND_NAME = r"(?:[省市县区州旗盟镇乡](?:人民|政府|人大|委|第)|(?:[\u3400-\u9fff]{1,12}族)?自治)"
_WORK_REPORTS = (
    (ReportKind.CONGRESS, _CONGRESS),
    (ReportKind.COURT, _COURT),
    (ReportKind.PROCURATORATE, _PROCURATORATE),
    (ReportKind.GOVERNMENT, _GOVERNMENT),
)
_NOT_OF_STATE = re.compile(r"政协|政治协商|市委|县委|区委|省委|党委|党组|纪委|工会|妇联|团委|商会|协会")
_CLOSED = r"[（(][^（）()]{1,16}[)）]?$"  # （草案）, （书面）
_PLAN = re.compile(
    r"(?:计划|预算|决算|规划纲要|规划)[^，。]{0,8}(?:执行|草案|情况)[^。]{0,60}(?:报告|说明)$|(?:计划|财政|预算|决算)(?:情况)?(?:的)?报告$"
)
# What was found about a plan or budget is no plan: the last noun of the title says what the report is.
_FINDINGS = re.compile(
    r"(?:审计(?:结果)?|(?:审查|审议)(?:结果|意见)?|调研|检查|视察|考察|整改(?:落实)?)(?:情况|工作)?的?报告$"
)
_SPECIAL = re.compile(
    r"关于.{2,40}(?:情况|工作|问题|整改|调研|检查|审计|结果)[^，。]{0,10}的?(?:专项)?(?:工作)?报告$|专项工作报告$"
)
_ON_ALL_ITS_WORK = re.compile(
    r"关于(?:国务院|政府|本院|法院|检察院|常委会|人大常委会|[^关]{0,12}年)?(?:度)?(?:政府)?工作(?:情况)?的?报告$"
)
_STATISTICS = re.compile(r"统计公报")
_WORK_PLAN = re.compile(
    r"(?:工作|立法|监督|代表工作)(?:要点|计划|安排|方案)$|(?:实施|行动|工作)方案$|行动计划$"
)
_SPEECH = re.compile(r"(?:讲话|致辞|发言|主持词|开幕词|闭幕词|发言材料|讲话提纲|贺词)$|施政报告|发言全文")
_OTHER_TITLE = re.compile(
    r"(?:通知|通报|公告|批复|意见|办法|规定|规则|条例|细则|规划|纲要|章程|议程|名单|函|总结|述职报告|述职述廉报告)$"
)
_RESOLUTION = re.compile(r"(?:决议|决定)$")
_ADOPTION = re.compile(r"^[（(][^（）()]{0,40}(?:会议|大会)[^（）()]{0,12}通过[）)]")
_RESOLVES = re.compile(r"(?:会议|大会)(?:听取和|听取并|听取)?(?:审议|审查)了|(?:会议|大会)?决定批准|决议")

# ---- by who speaks

_SPEAKS = (
    (ReportKind.GOVERNMENT, re.compile(r"我谨?代表[^，,。]{0,20}(?:政府|国务院)|代表国务院[，,]?向")),
    (ReportKind.COURT, re.compile(r"(?:我谨?代表|现将|我向[^，,。]{0,24}报告)[^，,。]{0,20}法院")),
    (ReportKind.PROCURATORATE, re.compile(r"(?:我谨?代表|现将|我向[^，,。]{0,24}报告)[^，,。]{0,20}检察院")),
    (
        ReportKind.CONGRESS,
        re.compile(
            r"(?:我谨?代表|(?:我|^|[：:，,。])受)[^，,。]{0,30}(?:常务委员会|常委会|主席团)(?=的?委托|[，,]?向|作|，)"
        ),
    ),
)
# Who brings greetings on somebody's behalf does not report.
_GREETS = re.compile(r"[^。]{0,30}?(?:表示|致以|祝贺|祝愿)")
_FOR_PLAN = re.compile(
    r"(?:受[^，,。]{2,20}(?:政府|国务院)的?委托|现将|我向|向大会报告)[^。]{0,60}(?:计划|预算|决算)[^。]{0,30}(?:执行|草案|情况)"
)
_OFFICES = (
    (ReportKind.CONGRESS, re.compile(r"人大常委会|人民代表大会常务委员会|委员长|人大主席")),
    (ReportKind.COURT, re.compile(r"法院")),
    (ReportKind.PROCURATORATE, re.compile(r"检察")),
    (ReportKind.GOVERNMENT, re.compile(r"总理|[省市县区州旗盟镇乡]长|政府|自治区主席")),
)

# A report before a session, whoever reads it out and on whose behalf.
_DELIVERS = re.compile(r"(?:现将|现就|现在)[^。]{0,60}(?:报告如下|汇报如下|作如下报告)|请予?[^，。]{0,4}审议")

# ---- news: at least two of these at the top of a text in which nobody reports in the first person

_NEWS = {
    "dateline": re.compile(
        r"(?:本报|本网|本台)[^，。]{0,6}(?:讯|消息|记者)|[\u3400-\u9fff]{2,8}(?:网|社|报|日报|新闻网|融媒)[\u3400-\u9fff]{0,6}(?:讯|\d{1,2}月\d{1,2}日[电讯])"
        r"|讯\s?[（(]|[（(][^（）()]{0,8}(?:记者|通讯员)|(?:记者|通讯员)[：: ]?\s?[\u3400-\u9fff]{2,4}\s?[）)摄]|受权(?:播发|发布)|全文播发|文字实录"
    ),
    "somebody's words": re.compile(
        r"(?:^|[，。！”])(?!.{0,12}总书记|会议|大会|全会)[\u3400-\u9fff]{2,8}?(?:指出|强调|表示|认为|最后说|说|介绍)[，,：:]"
    ),
    "words of a report": re.compile(
        r"(?<!大)报告(?:中)?(?:指出|提出|说|提到|强调)(?!的)|在报告中"
        r"|(?:代表们|与会人员|与会代表|大家)(?:一致|纷纷|普遍)?(?:认为|表示|提出)"
    ),
    "report told of": re.compile(
        r"(?:作|作了|所作的|所做的|听取了?[^，。]{0,24})(?:关于)?[《]?[^，。]{0,30}(?:工作报告|工作的报告|检察工作报告|法院工作报告)|全票通过|获全票|热议"
        r"|(?:审议|审查|征求|讨论)(?:了)?[^，。]{0,16}《?[^，。]{0,16}工作报告"
    ),
    "session told of": re.compile(
        r"(?:会议|大会|人大常委会第[^，。]{1,8}会议)[^，。]{0,24}(?:隆重|胜利|圆满|顺利)?(?:开幕|闭幕|召开|举行)|主席台|应(?:到|出席)[^，。]{0,6}代表|实到|符合法定人数|奏[^，。]{0,4}国歌"
        r"|会议(?:指出|强调|应|由[^，。]{2,16}主持)|主持(?:召开)?(?:会议|大会)|出席会议|列席会议|主持词|分组审议|代表团"
    ),
    "day": re.compile(
        r"(?:^|[\s讯）)。在])(?:(?:19|20)\d{2}年)?(?:昨|今|近|日前|\d{1,2}月)?\d{1,2}日(?:上午|下午|[，,])|(?:^|\s)(?:昨天|今天|日前|近日|昨日|今日)[上下]?"
    ),
}
# Signs that others tell of a session. A report of the year tells of sessions, reports and days as well, but of nobody's words.
_TELLING = frozenset({"dateline", "somebody's words", "words of a report"})
_TELLING_OF_REPORT = _TELLING - {"somebody's words"}
_NEWS_TITLE = re.compile(
    r"获.{0,8}通过|全票|开幕|闭幕|召开|举行|圆满|快讯|侧记|综述|热议|审议|在.{2,12}隆重|征求意见|受权|讨论|代表团|强调|指出|特写|访谈|速写"
)
# 县长作政府工作报告: somebody gives it. 工作, 合作 and the like are no such verb.
_GIVES_REPORT = re.compile(r"(?<![工合协制运操动创著写])作(?:了)?[^，。]{0,24}工作报告$")
_FORMULA = 3  # paragraphs at the start of which the formula of reporting stands
_TOP = 12  # paragraphs in which a news item shows itself
_TOP_CHARS = 2000

# ---- told in another form

# Two labels can be halves of other words (旗长图雅, 上海报业).
_LABEL = r"图解|一图(?:读懂|速览|看懂|划重点)|图说|数说|数读|数看|划重点|一组数据"
_HALF = r"(?:长图|海报)"
_MARK = r"[\s:：|｜!！·—―━－丨【】《》（）()“”]"
_INFOGRAPHIC = re.compile(rf"{_LABEL}|(?<![省市县区州旗盟镇乡上]){_HALF}(?={_MARK}|$|来|看)")
_GUIDE = re.compile(
    r"报告[^，。]{0,4}(?:的)?(?:导读|摘要|摘登|摘编|解读|要点|速读|精简版|亮点|概要|简版|节选|极简版|干货|速览)|(?:导读|摘要|摘登|解读|要点|速读|精简版|亮点|读懂|关键词|干货|速览)[^，。]{0,24}报告"
    r"|^[（(]?(?:导读|摘要|摘登|节选|要点)[）)]?$|关键词.{0,10}(?:读懂|看)"
)
_FORM_ALONE = re.compile(rf"[（(【\[]?(?:{_LABEL}|{_HALF}|导读|摘要|摘登|节选|要点)[）)】\]]?")


def kind_of(page: Page, title: Said | None, spoken: Speaker | None) -> Told[ReportKind]:
    """What the text is, with the words that show it.

    A title that names another kind of text is believed, unless the body speaks as a report does; so is one of a work report, unless
    the body tells of it as news.
    """
    name = "" if title is None else _bare_title(title.value)
    opening = page.paragraphs[: page.head + 4]
    speaks = _speaking(opening)
    by_name = _by_name(page, name)
    if by_name in (ReportKind.STATISTICS, ReportKind.PLAN) or "述职" in name:
        return Told(by_name or ReportKind.OTHER, title)
    if speaks is None:
        resolved = _resolved(page, name, title)
        if resolved is not None:
            return resolved
        told = _news(page, name, spoken)
        if told is not None:
            return Told(ReportKind.PRESS, told)
    if by_name is not None and (speaks is None or by_name is ReportKind.SPECIAL):
        return Told(by_name, title)
    if _NOT_OF_STATE.search(name) and "报告" in name and "人大" not in name:
        return Told(ReportKind.OTHER)
    for said in _titles(page, title):
        kind = _work_report(page, said.value)
        if kind is not None:
            return Told(kind, said)
    planned = _pattern_in(opening, _FOR_PLAN)
    if planned is not None:
        return Told(ReportKind.PLAN, planned)
    if speaks is not None:
        return speaks
    return _by_office(page, spoken)


def _bare_title(title: str) -> str:
    return re.sub(_CLOSED, "", re.sub(r"[|｜]+$", "", title)).rstrip("】]》")


def _work_report(page: Page, name: str) -> ReportKind | None:
    """Whose work report a title names."""
    for kind, pattern in _WORK_REPORTS:
        for match in pattern.finditer(name):
            if kind is not ReportKind.GOVERNMENT or _is_organ(page, name[: match.start("government")]):
                return kind
    return None


def _is_organ(page: Page, before: str) -> bool:
    """Whether the 政府 behind these words is one that reports: what it is called is a place, and no quality of governments."""
    if _OF_ORGAN.search(before):
        return True
    names = (before[-length:] for length in range(2, min(_LONGEST_SHORT_NAME, len(before)) + 1))
    return any(re.search(re.escape(name) + _BEHIND_NAME, page.plain) is not None for name in names)


def _by_name(page: Page, name: str) -> ReportKind | None:
    """A kind that is no work report and that the title names."""
    if _STATISTICS.search(name):
        return ReportKind.STATISTICS
    if _work_report(page, name) is not None and not re.search(r"(?:通知|意见|方案)$", name):
        return ReportKind.SPECIAL if _SPECIAL.search(name) and not _ON_ALL_ITS_WORK.search(name) else None
    if _FINDINGS.search(name):
        return ReportKind.SPECIAL
    for kind, pattern in (
        (ReportKind.PLAN, _PLAN),
        (ReportKind.WORK_PLAN, _WORK_PLAN),
        (ReportKind.SPEECH, _SPEECH),
        (ReportKind.OTHER, _OTHER_TITLE),
    ):
        if pattern.search(name):
            return kind
    if _SPECIAL.search(name) and not _ON_ALL_ITS_WORK.search(name):
        return ReportKind.SPECIAL
    return None


def _titles(page: Page, title: Said | None) -> list[Said]:
    """The title, and the other lines of the head that could have been it."""
    lines = [Said(line.text, line.start, line.end) for line in page.head_lines if len(line.text) <= 60]
    return [*([title] if title else []), *lines]


def _speaking(opening: tuple[Line, ...]) -> Told[ReportKind] | None:
    for line in opening:
        for kind, pattern in _SPEAKS:
            match = pattern.search(line.text[:400])
            greets = match is not None and _GREETS.match(line.text, match.end())
            if match and not greets and not _NOT_OF_STATE.search(match.group()):
                return Told(kind, Stretch(line.text, (line,)).said(match))
    return None


def _pattern_in(lines: tuple[Line, ...], pattern: re.Pattern[str]) -> Said | None:
    for line in lines:
        match = pattern.search(line.text[:300])
        if match:
            return Stretch(line.text, (line,)).said(match)
    return None


def _resolved(page: Page, name: str, title: Said | None) -> Told[ReportKind] | None:
    if _RESOLUTION.search(name):
        return Told(ReportKind.RESOLUTION, title)
    top = page.paragraphs[: page.head + 3]
    adopted = next((line for line in top if _ADOPTION.match(line.text)), None)
    resolving = _pattern_in(top, _RESOLVES)
    texts = "".join(line.text[:300] for line in top)
    if resolving is not None and (
        adopted is not None or ((not name or len(name) > 40) and len(_RESOLVES.findall(texts)) >= 2)
    ):
        return Told(ReportKind.RESOLUTION, resolving)
    return None


def _news(page: Page, name: str, spoken: Speaker | None) -> Said | None:
    """The first words that tell a news item, where there are enough of them and one is a sign of telling.

    A title that names a report is believed where the report is delivered.
    """
    reports = name.endswith("报告") and _GIVES_REPORT.search(name) is None
    if reports and _is_delivered(page, spoken):
        return None
    seen = _signs_of_news(page)
    if not reports and (_GIVES_REPORT.search(name) or _NEWS_TITLE.search(name)):
        telling, enough = bool(seen.keys() - {"day"}), 1
    else:
        telling = not seen.keys().isdisjoint(_TELLING_OF_REPORT if reports else _TELLING)
        enough = 3 if reports else 2
    return min(seen.values(), key=lambda said: said.start) if telling and len(seen) >= enough else None


def _is_delivered(page: Page, spoken: Speaker | None) -> bool:
    """Whether the text shows itself read out: a salutation, a speaker's line, an occasion's, or the formula of reporting."""
    by_line = spoken is not None and any(
        line.start <= spoken.name.start < line.end for line in page.head_lines
    )
    return (
        by_line
        or any(furniture.is_opening(line) for line in page.paragraphs[: page.head + 1])
        or is_delivered(page)
        or _pattern_in(page.opening(_FORMULA), _DELIVERS) is not None
    )


def _signs_of_news(page: Page) -> dict[str, Said]:
    """The first words of each sign of a news item at the top of the text."""
    seen: dict[str, Said] = {}
    left = _TOP_CHARS
    for line in page.paragraphs[: page.head + _TOP]:
        text = line.text[: min(400, left)]
        left -= len(text)
        for sign, pattern in _NEWS.items():
            match = pattern.search(text)
            if match and sign not in seen:
                said = Stretch(line.text, (line,)).said(match)
                if said is not None:
                    seen[sign] = said
        if left <= 0:
            break
    return seen


def _by_office(page: Page, spoken: Speaker | None) -> Told[ReportKind]:
    head = "\n".join(line.text for line in page.head_lines)
    if spoken is not None and spoken.title is not None and "报告" in head:
        office = spoken.title
        kind = next((kind for kind, pattern in _OFFICES if pattern.search(office.value)), None)
        if kind is not None:
            return Told(kind, office)
    return Told(ReportKind.OTHER)


def form_of(page: Page, title: Said | None) -> Told[Form]:
    """How the report is told, with the words that say so."""
    lines = [title] if title is not None else []
    lines += [Said(line.text, line.start, line.end) for line in page.head_lines if _may_tell_form(line)]
    for form, pattern in ((Form.INFOGRAPHIC, _INFOGRAPHIC), (Form.GUIDE, _GUIDE)):
        said = next((said for said in lines if pattern.search(said.value)), None)
        if said is not None:
            return Told(form, said)
    return Told(Form.FULL)


def _may_tell_form(line: Line) -> bool:
    """A line that names a report, or is nothing but the label of a form; speakers and occasions are neither."""
    return ("报告" in line.text and "报告人" not in line.text) or _FORM_ALONE.fullmatch(line.text) is not None

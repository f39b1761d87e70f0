"""Whether a single Chinese numeral counts: 立案七件 and 涉及四个部门 do, 两个大局 and 做到三个 do not."""

import re

from summarizer.lexicon import CN_NUMERAL, PartOfSpeech, Term, terms
from summarizer.quantities.mention import Kind, Mention
from summarizer.quantities.zh.amount import DIGITS
from summarizer.quantities.zh.candidate import Candidate
from summarizer.quantities.zh.surroundings import words_after, words_before

__all__ = ["ABSTRACT", "counted_noun_end", "counts", "done_noun_end", "is_abstract", "is_doing", "is_noun_at"]

ABSTRACT = frozenset(
    "个 项 种 类 条 件 方面 点 面 级 步 关 份 支 轮 道 块 批 套 层 片 线 张 位 "
    "发 具 尊 孔 盘 桌 捆 盒 管 遍 通 案 杆 单位".split()
)
"""Measure words that slogans and lists use as readily as counts do."""

# Of these a noun or verb before and the end of the clause behind make a count: 地方性法规五件, 改判三件.
_CLOSING = frozenset("个 项 条 件 份 支 轮 道 批 套 张 位 遍 通 案 具 尊 盘 桌 捆 盒 管 单位".split())
# Places that a single numeral names (长株潭三市) unless something reaches across them (跨两省).
_PLACES = frozenset("市 县 省 区 州 乡 镇 村 国".split())
_REACHING = re.compile(r"(?:涉及|跨越?|穿越?|途经|经过|流经|辐射|下?辖|覆盖|纵贯|遍及)\Z")

_DOING = re.compile(
    r"(?:召开|举行|举办|成立|组织|开展|制定|修订|修改|废止|通过|审议|听取|审查|批准|作出|做出|出台|印发|起草|提出|收到|收集|征求|"
    r"采纳|办理|办结|受理|接待|督办|检查|抽查|视察|调研|走访|慰问|培训|评选|表彰|补选|任免|任命|免去|选举|新建|新增|建成|改建|"
    r"扩建|新设|设立|建立|建设|改造|完成|引进|引入|签约|落地|开工|投产|获批|获|荣获|获得|创建|培育|认定|解决|化解|整改|纠正|关闭|"
    r"取缔|淘汰|查处|查办|侦破|审结|起诉|批捕|执结|发放|发布|发表|刊发|推出|选派|选聘|聘请|聘任|选树|开通|开设|增设|新开|"
    r"配备|购置|捐赠|争取|实施|达成|列入|入选|拥有|现有|设有|共有|共|累计|先后|总数达|达到|达|增至|增加到|增加|减少|下降到|"
    r"打造|派出|派驻|抽调|设置|组建|组成|划分|选取|遴选|修通|修建|打通|安排|拨付|深入|支援|帮扶|结对|涉及|覆盖|编制|编印|"
    r"研发|承办|承接|排查|推荐|获评)了?\Z"
)
# 开展了安全生产、食品安全、节能减排三项行动
_DOING_A_LIST = re.compile(r"(?:开展|实施)了?[^，。；]*、[^，。；]*\Z")
_LISTED = frozenset("个 项 次".split())
_FIGURE_NOUN = re.compile(
    r"[a-zA-Z一-鿿]{0,12}(?:报告|议案|建议|法规|条例|项目|企业|机构|站|所|中心|会议|单位|组|决定|决议|案件|工程|岗位|学校)"
)
_ABSTRACT_NOUN = re.compile(
    r"方面|环节|维护|确立|意识|自信|坚持|机关|结合|重点|关键|目标|阶段|领域|层面|层次|问题|突破|转变|提升|统筹|中心|"
    r"必须|务必|导向|着力|聚焦|抓手|定位|维度|主题|主线|特点|特色|优势|原则|要求|任务|大局|健康|文明|一|更加|更|体系|机制|台阶|"
    r"时期|时段|过程|系列|有力|明显|新|大|重大|主要|重要|基本|战略|字|部分|层级|百年|五年|年|月|人|家庭|国家|民族|整体|样|"
    r"高地|样板|标杆|格局|屏障|名片|窗口|引擎|支撑|支柱|强省|强市|强县"
)
# What is there to be counted whatever is done to it: administrative units, bodies, facilities, bills and cases.
_COUNTED_NOUN = re.compile(
    r"(?:[一-鿿]{0,4}?)(?:县(?!域|级)|区县|乡(?![愁情音土贤亲])|镇|街道|社区|开发区|园区|选区|村(?!民)|部门|单位|工作组|小组|[查研导访]组|组(?=赴|深入|到|开展|分赴)|"
    r"专班|联络站|工作站|服务站|企业(?!家)|公司|项目|学校|医院|法规|条例|议案|提案|案件|代表团|党支部|党组织)"
)
# What singles out things already told or calls for them; behind it a numeral sums up and does not count.
_SINGLED_OUT = re.compile(
    r"(?:[的好这那哪前后上下每第其各该此等述他余是即“‘《—]|做到|实现|所有|坚持|突出|聚焦|抓住|围绕|落实|把握|强化|深化|统筹|"
    r"[省市县区乡镇村]、[一-鿿、]{1,6})\Z"
)
_NAMED_BEFORE = re.compile(r"[一-鿿”》）]{2}\Z")
_OPENED = re.compile(r"(?:^|[、和及与]|其中|另有?|还有)\Z")
_ENDED = "（(）)"
_FURTHEST = 40
_NO_PLURAL = "-"
_COUNT_AHEAD = re.compile(rf"[^，,。；;、！？!?\n]{{0,6}}?[{DIGITS}{CN_NUMERAL}]")
_STOPPED = re.compile(r"[。；;！？!?\n]")


def is_abstract(after: str) -> bool:
    """Whether the noun behind a measure word is one of slogans: 三个方面, 四项重点."""
    return _ABSTRACT_NOUN.match(after) is not None


def counted_noun_end(text: str, at: int) -> int:
    """Where the longest noun of the termbase that stands at `at` and has a plural ends; `at` where none does."""
    return next((at + len(term.zh) for term in terms().at(text, at) if _is_counted(term)), at)


def done_noun_end(text: str, start: int, at: int) -> int:
    """Where the noun ends that the numeral in text[start:at] counts without a measure word; `at` where it counts none.

    Something is done to so many of them (走访五化工企业), and no other number counts the same (新开三星级酒店9家).
    """
    end = counted_noun_end(text, at)
    counts = (
        end > at
        and not _COUNT_AHEAD.match(text, end)
        and not is_abstract(words_after(text, at))
        and is_doing(words_before(text, start))
    )
    return end if counts else at


def is_noun_at(text: str, at: int) -> bool:
    """Whether a noun of the termbase stands at `at`."""
    return any(term.pos is PartOfSpeech.NOUN for term in terms().at(text, at))


def _is_counted(term: Term) -> bool:
    return term.pos is PartOfSpeech.NOUN and term.plural != _NO_PLURAL


def is_doing(before: str) -> bool:
    """Whether a verb of doing stands directly before."""
    return _DOING.search(before) is not None


def _inherits(text: str, found: Candidate, before: str, previous: Mention | None) -> bool:
    """A later member of a list or sentence counts where the first did: 两件法规获得通过，三件提请二审."""
    if previous is None or previous.kind is not Kind.INDICATOR or previous.unit != found.unit:
        return False
    gap = text[previous.span.end : found.start]
    return len(gap) < _FURTHEST and not _STOPPED.search(gap) and _OPENED.search(before) is not None


def _sums_up(before: str, found: Candidate) -> bool:
    """A list that the numeral only closes: 法治、德治、自治三项."""
    return before.count("、") + 1 == found.value


def counts(text: str, found: Candidate, previous: Mention | None) -> bool:
    """Whether a single numeral with one of the measure words of slogans, or of places, counts something.

    `previous` is the number before it in the text.
    """
    before, after = words_before(text, found.start), words_after(text, found.end)
    if found.unit in _PLACES:
        touching = previous is not None and previous.unit in _PLACES and previous.span.end == found.start
        return _REACHING.search(before) is not None or (touching and _inherits_place(previous))
    if found.unit not in ABSTRACT:
        return True
    if is_doing(before) and (not is_abstract(after) or _FIGURE_NOUN.match(after)):
        return True
    if _SINGLED_OUT.search(before):
        return False
    if found.unit in _LISTED and _DOING_A_LIST.search(before) and after:
        return True
    if _inherits(text, found, before, previous) and not is_abstract(after):
        return True
    if not after or after[0] in _ENDED:
        return (
            found.unit in _CLOSING
            and _NAMED_BEFORE.search(before) is not None
            and not _sums_up(before, found)
        )
    return found.unit in _CLOSING and not is_abstract(after) and _COUNTED_NOUN.match(after) is not None


def _inherits_place(previous: Mention | None) -> bool:
    return previous is not None and previous.kind is Kind.INDICATOR

"""Whether a number counts something, told from the words around it.

Digits with a unit nearly always do. A Chinese numeral often does not (两个大局, 一批, 四个方面): it does with a concrete unit
(三次会议, 六部条例, 四十户), with an abstract one only where a verb of doing governs it (成立了两个工作评议组).
"""

import re
from decimal import Decimal

from summarizer.lexicon.units import UnitClass
from summarizer.quantities.candidate import MASKS, Candidate
from summarizer.quantities.mention import Kind

__all__ = ["kind_of"]

# Measure words that slogans and lists use as readily as counts do.
_ABSTRACT = frozenset("个 项 种 类 条 件 方面 点 面 级 步 关 份 支 轮 道 块 批 套 层 片 线 张 位".split())
# Units that mark a name or a rank, whatever stands before them.
_RANKS = frozenset("大 级 代 届 号 版 线 路 街 村 社 组 队 营 连 班 室 楼 层".split())
_COUNTED_PLACES = frozenset("座 处 间 栋 幢 眼 口".split())
# Places and groups that a single numeral names rather than counts: 长株潭三市, 八字方针.
_NAMED = frozenset("市 县 省 区 州 乡 镇 村 国 校 站 层 片 方 字 业 地 界 军 族 江 河 湖 山".split())
_BARE_SCALES = frozenset("十百千万亿")
_TEN = "十"
# Formal numerals that are words of other meanings when they stand alone: 拾起, 登陆, 伍家.
_FORMAL = frozenset("壹贰貳叁肆伍陆陸柒捌玖拾佰仟")
_VOLTAGE = frozenset("千伏 伏 kV KV 万伏".split())
_TIME = frozenset("天 日 年 月 个月 周 小时 分钟 秒 季度 昼夜".split())

_DOING = re.compile(
    r"(?:召开|举行|举办|成立|组织|开展|制定|修订|修改|废止|通过|审议|听取|审查|批准|作出|做出|出台|印发|起草|提出|收到|收集|征求|"
    r"采纳|办理|办结|受理|接待|督办|检查|抽查|视察|调研|走访|慰问|培训|评选|表彰|补选|任免|任命|免去|选举|新建|新增|建成|改建|"
    r"扩建|新设|设立|建立|建设|改造|完成|引进|引入|签约|落地|开工|投产|获批|获|荣获|获得|创建|培育|认定|解决|化解|整改|纠正|关闭|"
    r"取缔|淘汰|查处|查办|侦破|审结|起诉|批捕|执结|发放|发布|发表|刊发|推出|选派|选聘|聘请|聘任|选树|开通|开设|增设|新开|"
    r"配备|购置|捐赠|争取|实施|达成|列入|入选|拥有|现有|设有|共有|共|累计|先后|总数达|达到|达|增至|增加到|增加|减少|下降到)了?$"
)
_FIGURE_NOUN = re.compile(
    r"^(?:[a-zA-Z一-鿿]{0,12})(?:报告|议案|建议|法规|条例|项目|企业|机构|站|所|中心|会议|单位|组|决定|决议|案件|工程|岗位|学校)"
)
_ABSTRACT_NOUN = re.compile(
    r"^(?:方面|环节|维护|确立|意识|自信|坚持|机关|结合|重点|关键|目标|阶段|领域|层面|层次|问题|突破|转变|提升|统筹|中心|"
    r"必须|务必|导向|着力|聚焦|抓手|定位|维度|主题|主线|特点|特色|优势|原则|要求|任务|大局|健康|文明|一|更加|更|体系|机制|台阶|"
    r"时期|时段|过程|系列|有力|明显|新|大|重大|主要|重要|基本|战略|字|部分|层级|百年|五年|年|月|人|家庭|国家|民族|整体|样)"
)
# A unit that is only the beginning of a word: 两部分, 三人大常委会, **人民政府.
_WORD_AHEAD = re.compile(
    r"人[大民才工文物]|部[分门署队长级委]|条[件例]|项目|个[体性别]|家[庭园具长电禽畜]|口[岸粮腔径]|名[单优牌录]|次[序要级数]|位[于置]|"
    r"场[所馆地景]|处[理置罚方]|批[准发复示评]|期[间望货]|起[来到步]|天然|分[别布]|年[代轻]|点[面对]|区[域别]|市[场民]|国[家际]|村[民]|层[面次]"
)
# The same behind digits, which nearly always have a measure word: 5000市民.
_NOUN_AHEAD = re.compile(r"人大[代常]|人民[群政法代]|市[民场]|村民|国家|家庭|部门|区域")
_MEASURED = re.compile(r"优良|空气|天数|晴|蓝天|达标|污染|雾霾|人均|累计|时长|学时|工日")
_LEADS = re.compile(r"(?:[为达至到是共计约近超逾增减降升占余过破足满有]|[\(（:：=])$")
_LEGISLATED = re.compile(r"(?:制定|修改|修订|废止|审议|通过|出台|批准|打包|清理|、|，|,|。)$")
# After 是, 等于 and in front of what begins anew, a numeral is a number of its own: 答案是四不是五.
_EACH = re.compile(r"[每最后第这那上下前同任]\Z")
_RUNS_ON = re.compile(r"(?![的以多左内外])[一-鿿]")
_EQUATED = re.compile(r"(?:是|等于|＝|=)\Z")
_NEW_START = re.compile(r"[这那不而却，。；！？,;!?]|\Z")
_CLAUSE_BACK = re.compile(r"[，,。；;！？!?\n]")
_CLAUSE_AHEAD = re.compile(r"[，,。；;！？!?、\n]")
_HAN = re.compile(r"[一-鿿A-Za-z]")
_BLANK = re.compile(r"\s")
# A noun that a bound qualifies, and a figure that counts it in the same clause.
_QUALIFIED = re.compile(r"的?(?!增|提|下|上|的|和|及|为|左|水平|目标)[一-鿿“]")
_COUNTED_AHEAD = re.compile(r"[^，,。；;：:！？\n]{1,24}?[0-9０-９]")
_WINDOW = 24
_MANY = 100
_RATES = frozenset({"%", "个百分点", "倍", "番"})
_VALUED = frozenset({UnitClass.MONEY, UnitClass.PERCENT, UnitClass.POINTS})


def _before(text: str, start: int) -> str:
    """What stands before in the same clause, at most 24 characters, without blanks."""
    return _BLANK.sub("", _CLAUSE_BACK.split(text[max(0, start - _WINDOW) : start])[-1])


def _after(text: str, end: int) -> str:
    """What stands behind in the same clause, at most 24 characters, without blanks."""
    return _BLANK.sub("", _CLAUSE_AHEAD.split(text[end : end + _WINDOW], maxsplit=1)[0])


def _of_digits(text: str, found: Candidate) -> Kind | None:
    unit = found.unit
    if unit in _TIME:
        clause = _before(text, found.start) + _after(text, found.end)
        return Kind.INDICATOR if found.scaled or _MEASURED.search(clause) else Kind.DURATION
    if unit in _RANKS or (unit in _VOLTAGE and not _LEADS.search(_before(text, found.start))):
        return Kind.NAME
    if unit:
        return Kind.INDICATOR
    written = text[found.start : found.end]
    plain = len(written) < 5 and "." not in written and "．" not in written
    if plain and not found.scaled and not found.hedged and "一" <= text[found.end : found.end + 1] <= "鿿":
        # Digits run into a word that is no measure word: 500强, 3号, 2025版.
        return Kind.INDICATOR if _LEADS.search(_before(text, found.start)) else Kind.NAME
    return Kind.INDICATOR


def _of_bare_numeral(text: str, found: Candidate, written: str) -> Kind | None:
    """A numeral without a unit is a number where it stands alone, or where a sentence equates something with it."""
    around = text[max(0, found.start - 1) : found.start] + text[found.end : found.end + 1]
    if not _HAN.search(around):
        # One character alone is a number only where it is all there is.
        return Kind.INDICATOR if len(written) > 1 or len(text.strip()) == 1 else None
    if _EQUATED.search(text, max(0, found.start - 2), found.start) and _NEW_START.match(text, found.end):
        return Kind.INDICATOR
    if found.bounded or (found.hedged and isinstance(found.value, Decimal) and found.value >= _MANY):
        return Kind.INDICATOR if len(written) > 1 or found.value != 1 else None
    return None


def _of_numeral(text: str, found: Candidate, written: str) -> Kind | None:
    unit, value = found.unit, found.value
    if not unit:
        return _of_bare_numeral(text, found, written)
    if unit in _TIME:
        return Kind.DURATION
    if unit in _RANKS:
        return Kind.NAME if value is not None and value >= 2 else None
    before, after = _before(text, found.start), _after(text, found.end)
    if value is not None and found.value_max is None and value < 2 and len(written) == 1:
        # 一 is an article more often than a count; laws enacted or repealed one by one are counted, and so is a measure.
        if found.measured and not _EACH.search(before) and not _RUNS_ON.match(text, found.end):
            return Kind.INDICATOR
        counted = unit in {"部", "件次", "人次"} and _LEGISLATED.search(before) and not after.startswith("分")
        return Kind.INDICATOR if counted else None
    if found.hedged or len(written) > 1 or (value is not None and value > 10):
        return Kind.INDICATOR if unit not in _ABSTRACT or not _ABSTRACT_NOUN.match(after) else Kind.NAME
    if unit in _NAMED:
        return Kind.NAME
    if unit not in _ABSTRACT:
        return Kind.INDICATOR
    if _DOING.search(before) and (not _ABSTRACT_NOUN.match(after) or _FIGURE_NOUN.match(after)):
        return Kind.INDICATOR
    return Kind.NAME


def _is_class(text: str, found: Candidate) -> bool:
    """Whether a bound says which things are meant, not how many: 10亿元以上项目3个, 3岁以下婴幼儿, 收入10万元以上的村占比58%."""
    if not _QUALIFIED.match(text, found.end):
        return False
    if found.unit == "岁" or _COUNTED_AHEAD.match(text, found.end):
        return True
    return found.cls is UnitClass.MONEY and not _DOING.search(_before(text, found.start))


def kind_of(text: str, found: Candidate) -> Kind | None:
    """The kind of a number that is none of the fixed forms; None for a numeral that is only part of a word (统一, 十分)."""
    if found.whole:
        return Kind.INDICATOR
    written = text[found.number_start : found.number_end]
    unit = found.unit
    if written in _BARE_SCALES and not found.hedged and not (unit and unit != "分" and written == _TEN):
        # 百名专家, 亿元以上项目: a round number in a slogan or a class of size; 十分 and 万分 are adverbs.
        return None if unit == "分" else Kind.NAME
    if written in _FORMAL and unit and found.cls is not UnitClass.MONEY:
        return None
    if found.bounded and unit not in _RATES and _is_class(text, found):
        return Kind.NAME
    if unit in _RATES or found.cls in _VALUED:
        return Kind.INDICATOR
    masked = written[0] in MASKS
    if (masked or not found.in_digits) and _WORD_AHEAD.match(unit[-1:] + text[found.end : found.end + 1]):
        if masked or not found.hedged:
            return None
        found.drop_unit()
    elif found.in_digits and _NOUN_AHEAD.match(text, found.close):
        found.drop_unit()
        return Kind.INDICATOR
    if masked and found.cls is UnitClass.PLACE and unit not in _COUNTED_PLACES:
        return None  # **市, ***河: a name is masked, not a figure
    return _of_digits(text, found) if found.in_digits else _of_numeral(text, found, written)

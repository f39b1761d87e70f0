"""Whether a number counts something, told from the words around it.

Digits with a unit nearly always do. A Chinese numeral often does not (两个大局, 一批, 四个方面): it does with a concrete unit
(三次会议, 六部条例, 四十户), with an abstract one only where a verb of doing governs it (成立了两个工作评议组).
"""

import re
from decimal import Decimal

from summarizer.lexicon.numerals import CN_NUMERAL
from summarizer.lexicon.units import UnitClass
from summarizer.quantities.mention import Kind, Mention, Qualifier
from summarizer.quantities.zh.candidate import Candidate
from summarizer.quantities.zh.counting import (
    ABSTRACT,
    counted_noun_end,
    counts,
    done_noun_end,
    is_abstract,
    is_doing,
)
from summarizer.quantities.zh.surroundings import words_after, words_before
from summarizer.quantities.zh.times import counts_time

__all__ = ["kind_of"]

# Units that mark a name or a rank, whatever stands before them.
_RANKS = frozenset("大 级 代 号 版 线 路 街 村 社 组 队 营 连 班 室 楼 层".split())
# Of these the ones that a number which is not exact counts: 近百村, 20余组.
_GROUPS = frozenset("村 社 组 队 班".split())
_COUNTED_PLACES = frozenset("座 处 间 栋 幢 眼 口".split())
# Groups that a single numeral names rather than counts: 八字方针, 三军.
_NAMED_ALWAYS = frozenset("校 站 层 片 方 字 业 地 界 军 族 江 河 湖 山".split())
# Units that places and words are made with: 七里河, 三台县, 二元结构, 三角债.
_PLACE_PARTS = frozenset("里 角 元 节 台 道".split())
_PLACE_ENDS = re.compile(r"[河乡屯堡店沟区县洲场镇湾庄桥坡岭寨铺庙村街墩甸泉塘坪]|山(?!路)")
_LAWS = frozenset("部 件 项 件次 人次".split())
_COINS = frozenset("元 角".split())
_COIN_ON = re.compile(rf"(?![的以左上下多余整正钱人币补奖费现红每和与及或至到{CN_NUMERAL}])[一-鿿]")
# Behind these even a round number says how many there were: 惠及万家企业.
_BENEFITING = re.compile(r"(?:惠及|受益|带动|覆盖|帮扶|扶持|吸引)了?\Z")
_BARE_SCALES = frozenset("十百千万亿")
_TEN = "十"
# Formal numerals that are words of other meanings when they stand alone: 拾起, 登陆, 伍家.
_FORMAL = frozenset("壹贰貳叁肆伍陆陸柒捌玖拾佰仟")
_VOLTAGE = frozenset("千伏 伏 kV KV 万伏".split())
_TIME = frozenset("天 日 年 月 个月 周 小时 分钟 秒 季度 昼夜".split())

# A unit that is only the beginning of a word: 两部分, 三人大常委会, **人民政府.
_WORD_AHEAD = re.compile(
    r"人[大民才工文物]|部[分门署队长级委]|条[件例]|项目|个[体性别]|家[庭园具长电禽畜]|口[岸粮腔径]|名[单优牌录]|次[序要级数]|位[于置]|"
    r"场[所馆地景]|处[理置罚方]|批[准发复示评]|期[间望货]|起[来到步]|天然|分[别布]|年[代轻]|点[面对]|区[域别]|市[场民]|国[家际]|村[民]|层[面次]"
)
# The same of rare measure words: 5发展, 12具体.
_RARE_WORD = re.compile(
    r"发[展现布出行生动挥言给放改明育电票酵射起掘达热病运表包送扬文]|具[体有备]|通[过知报道信用行车]|案[例件卷情发由]|盘[活点]|"
    r"孔[雀子庙]|桌[面椅]|遍[布及地]|管[理网道控委辖]|捆绑|尊[重敬老]"
)
# The same behind digits, which nearly always have a measure word: 5000市民.
_NOUN_AHEAD = re.compile(r"人大[代常]|人民[群政法代]|市[民场]|村民|国家|家庭|部门|区域")
# One character that ends the clause is a measure word, known or not (锦囊340帖。), but for those that make a name of a number
# (歼20机, 863组) or belong to the sentence.
_UNKNOWN_UNIT = re.compile(
    r"(?![强号型系式版级代线路弄机弹舰艇星厂院团师旅连营队班组标段井环室房栋楼层章节条届期点时分日月年后前内外中里间上下的了和与及或为是在以而者之等多余来起止整正])"
    r"[一-鿿](?=[，,。；;、！？!?（(）)\n]|\Z)"
)
_LEADS = re.compile(r"(?:[为达至到是共计约近超逾增减降升占余过破足满有]|[\(（:：=])$")
_LEGISLATED = re.compile(
    r"(?:(?:制定|修改|修订|废止|审议|通过|出台|批准|打包|清理)(?:[一-鿿]{0,6}(?:法规|法律|条例|规定|规章|决定|决议|办法))?|、|，|,|。)$"
)
# After 是, 等于 and in front of what begins anew, a numeral is a number of its own: 答案是四不是五.
_EACH = re.compile(r"[每最后第这那上下前同任]\Z")
_RUNS_ON = re.compile(r"(?![的以多左内外])[一-鿿]")
_EQUATED = re.compile(r"(?:是|等于|＝|=)\Z")
_NEW_START = re.compile(r"[这那不而却，。；！？,;!?]|\Z")
_CLAUSE_END = re.compile(r"[，、。；！？,;!?）)\n]|\Z")
_SHORT_NUMERAL = 2
_HAS_HUNDREDS = re.compile(r"[百千万亿佰仟]")
# A few problems are headings of a list (三个问题); more than that are counted.
_PROBLEMS = re.compile(r"(?:方面|突出|具体|主要|重点)?问题")
_SUFFERED = re.compile(r"(?:死亡|受伤|失踪|遇难|确诊|判处|查处|逮捕|罢免|开除|处分)$")
_HAN = re.compile(r"[一-鿿A-Za-z]")
# A noun that a bound qualifies, and a figure that counts it in the same clause.
_QUALIFIED = re.compile(r"的?(?!增|提|下|上|的|和|及|为|左|水平|目标)[一-鿿“]")
_COUNTED_AHEAD = re.compile(r"[^，,。；;：:！？\n]{1,24}?[0-9０-９]")
_MANY = 100
# A step that a sum passes (连上两个百亿台阶) and the size of a place (百万人口大县); but 突破3000公里大关 says how much.
_MILESTONE = re.compile(r"(?:元|斤|吨)?台阶|人口[大强][省市县区镇]|人口[特超]?大城市")
_LEVEL = re.compile("[级里年]|火急|大山|雄师")
# Sizes of villages and projects: 300户以上自然村, 超10亿元项目1个.
_OF_VILLAGES = frozenset("户 人".split())
_VILLAGES = re.compile(r"的?(?:自然村|行政村|村|屯|寨|小区|社区|集镇|聚居)")
_SIZED = re.compile(
    r"(?:产业|工业)?(?:项目|企业|集群|园区)[^，,。；;：:！？\n]{0,12}?[0-9０-９一二两三四五六七八九十]"
)
# 八亿农民: so many that only people and things can follow.
_MILLIONS = re.compile(rf"(?:[一二两三四五六七八九]|十[一二三四五六七八九])[{CN_NUMERAL}]*[万亿]\Z")
_RATES = frozenset({"%", "个百分点", "倍", "番"})
_VALUED = frozenset({UnitClass.MONEY, UnitClass.PERCENT, UnitClass.POINTS})


def _is_rank(found: Candidate) -> bool:
    return found.unit in _RANKS and not (found.hedged and found.unit in _GROUPS)


def _of_digits(text: str, found: Candidate, previous: Mention | None) -> Kind | None:
    unit = found.unit
    if unit in _TIME:
        counted = found.scaled or counts_time(text, found.start, found.end, unit, previous)
        return Kind.INDICATOR if counted else Kind.DURATION
    if _is_rank(found) or (unit in _VOLTAGE and not _LEADS.search(words_before(text, found.start))):
        return Kind.NAME
    if unit:
        return Kind.INDICATOR
    written = text[found.start : found.end]
    plain = len(written) < 5 and "." not in written and "．" not in written
    if plain and not found.scaled and not found.hedged and "一" <= text[found.end : found.end + 1] <= "鿿":
        # Digits run into a word that is no measure word: 500强, 3号, 2025版.
        unknown = _UNKNOWN_UNIT.match(text, found.end)
        return Kind.INDICATOR if unknown or _LEADS.search(words_before(text, found.start)) else Kind.NAME
    return Kind.INDICATOR


def _of_bare_numeral(text: str, found: Candidate, written: str) -> Kind | None:
    """A numeral without a unit is a number where it stands alone, or where a sentence equates something with it."""
    around = text[max(0, found.start - 1) : found.start] + text[found.end : found.end + 1]
    if not _HAN.search(around):
        # One character alone is a number only where it is all there is.
        return Kind.INDICATOR if len(written) > 1 or len(text.strip()) == 1 else None
    if _EQUATED.search(text, max(0, found.start - 2), found.start) and _NEW_START.match(text, found.end):
        return Kind.INDICATOR
    if len(written) > 1 and found.value is not None and _CLAUSE_END.match(text, found.end):
        # 共计六十五, 得票一千零三: nothing follows that it could be a word with.
        led = _LEADS.search(text, max(0, found.start - 1), found.start)
        if led or (len(written) > _SHORT_NUMERAL and _HAS_HUNDREDS.search(written)):
            return Kind.INDICATOR
    if (
        found.value is not None
        and found.value >= 2
        and done_noun_end(text, found.start, found.end) > found.end
    ):
        return Kind.INDICATOR
    if _MILLIONS.match(written) and not _LEVEL.match(text, found.end):
        return Kind.INDICATOR
    if found.bounded or (found.hedged and isinstance(found.value, Decimal) and found.value >= _MANY):
        return Kind.INDICATOR if len(written) > 1 or found.value != 1 else None
    return None


def _is_word(text: str, found: Candidate, written: str) -> bool:
    """Whether numeral and unit are the beginning of a word: 七里河, 三角债, 二元结构, 二次供水."""
    if len(written) > 1:
        return False
    unit, end = found.unit, found.close + 1
    if unit in _PLACE_PARTS and _PLACE_ENDS.match(text, end):
        return True
    if unit in _COINS:
        return _COIN_ON.match(text, end) is not None
    # What is counted takes 两 with a measure word, unless a list closes with it (立案二次).
    return (
        unit == "次"
        and written == "二"
        and bool(words_after(text, end))
        and not is_doing(words_before(text, found.start))
    )


def _of_numeral(text: str, found: Candidate, written: str, previous: Mention | None) -> Kind | None:
    unit, value = found.unit, found.value
    if not unit:
        return _of_bare_numeral(text, found, written)
    if unit in _TIME:
        return Kind.DURATION
    if _is_rank(found):
        return Kind.NAME if value is not None and value >= 2 else None
    if found.value_max is not None:
        return Kind.INDICATOR
    if value is not None and value < 2 and len(written) == 1:
        return _of_one(text, found)
    if found.hedged or len(written) > 1 or (value is not None and value > 10):
        after = words_after(text, found.end)
        named = unit in ABSTRACT and is_abstract(after) and not _PROBLEMS.match(after)
        return Kind.NAME if named else Kind.INDICATOR
    if unit in _NAMED_ALWAYS:
        return Kind.NAME
    return Kind.INDICATOR if counts(text, found, previous) else Kind.NAME


def _of_one(text: str, found: Candidate) -> Kind | None:
    """一 is an article more often than a count; laws enacted or repealed one by one are counted, and so is a measure."""
    before = words_before(text, found.start)
    if found.measured and not _EACH.search(before) and not _RUNS_ON.match(text, found.end):
        return Kind.INDICATOR
    if _SUFFERED.search(before) and _CLAUSE_END.match(text, found.end):
        return Kind.INDICATOR
    legislated = (
        found.unit in _LAWS
        and (hit := _LEGISLATED.search(before))
        and (found.unit != "件" or len(hit[0]) > _SHORT_NUMERAL)
    )
    return Kind.INDICATOR if legislated and not words_after(text, found.end).startswith("分") else None


def _is_class(text: str, found: Candidate) -> bool:
    """Whether a bound says which things are meant, not how many: 10亿元以上项目3个, 3岁以下婴幼儿, 收入10万元以上的村占比58%."""
    if not _QUALIFIED.match(text, found.end):
        return False
    if found.unit == "岁" or _COUNTED_AHEAD.match(text, found.end):
        return True
    if found.unit in _OF_VILLAGES and _VILLAGES.match(text, found.end):
        return True
    return found.cls is UnitClass.MONEY and not is_doing(words_before(text, found.start))


def kind_of(text: str, found: Candidate, previous: Mention | None = None) -> Kind | None:
    """The kind of a number that is none of the fixed forms; None for a numeral that is only part of a word (统一, 十分).

    `previous` is the number before it in the text.
    """
    if found.whole:
        return Kind.INDICATOR
    written = text[found.number_start : found.number_end]
    unit = found.unit
    if written in _BARE_SCALES and not found.hedged and not (unit and unit != "分" and written == _TEN):
        if (
            unit
            and _BENEFITING.search(words_before(text, found.start))
            and counted_noun_end(text, found.end) > found.end
        ):
            return Kind.INDICATOR
        # 百名专家, 亿元以上项目: a round number in a slogan or a class of size; 十分 and 万分 are adverbs.
        return None if unit == "分" else Kind.NAME
    if _MILESTONE.match(text, found.close):
        found.drop_unit()
        return Kind.NAME
    if written in _FORMAL and unit and found.cls is not UnitClass.MONEY:
        return None
    if found.bounded and unit not in _RATES and _is_class(text, found):
        return Kind.NAME
    if found.cls is UnitClass.MONEY and found.hedged and _SIZED.match(text, found.end):
        return Kind.NAME
    if not found.in_digits and unit and _is_word(text, found, written):
        return Kind.NAME
    if unit in _RATES or found.cls in _VALUED:
        return Kind.INDICATOR
    masked = found.qualifier is Qualifier.MASKED
    if _RARE_WORD.match(unit + text[found.end : found.end + 1]):
        if masked:
            return None
        found.drop_unit()
    if (masked or not found.in_digits) and _WORD_AHEAD.match(unit[-1:] + text[found.end : found.end + 1]):
        if masked or not (found.hedged or found.scale > 1):
            return None
        found.drop_unit()
    elif found.in_digits and _NOUN_AHEAD.match(text, found.close):
        found.drop_unit()
        return Kind.INDICATOR
    if masked and found.cls is UnitClass.PLACE and unit not in _COUNTED_PLACES:
        return None  # **市, ***河: a name is masked, not a figure
    if found.in_digits:
        return _of_digits(text, found, previous)
    return _of_numeral(text, found, written, previous)

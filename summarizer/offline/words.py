"""A Chinese phrase as words with their part in the sentence."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from summarizer.lexicon import PartOfSpeech, Term, TermBase

__all__ = ["NOMINAL", "PREPOSITIONS", "SCOPES", "Role", "Word", "words_of"]


class Role(Enum):
    NOUN = auto()
    ADJECTIVE = auto()
    VERB = auto()
    PREPOSITION = auto()
    AND = auto()
    OF = auto()  # 的
    SCOPE = auto()  # 全市
    SUCH = auto()  # 等 before the class that a list belongs to


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `term` is its termbase entry, None for a word of grammar."""

    role: Role
    zh: str
    term: Term | None = None

    @property
    def en(self) -> str:
        return self.term.en if self.term else ""


PREPOSITIONS = {
    "向": "to", "对": "of", "同": "with", "与": "with", "就": "on", "围绕": "on", "针对": "on", "为": "for", "在": "in", "由": "by",
    "从": "from", "给": "to",
}  # fmt: skip
SCOPES = {
    "全市": "in the city", "我市": "in the city", "本市": "in the city", "全县": "in the county", "我县": "in the county",
    "全区": "in the district", "我区": "in the district", "全省": "in the province", "我省": "in the province",
    "全国": "nationwide", "全州": "in the prefecture", "全旗": "in the banner", "城乡": "in urban and rural areas",
    "农村": "in rural areas", "城区": "in the urban area", "城镇": "in urban areas",
}  # fmt: skip
_CONJUNCTIONS = frozenset(("、", "和", "与", "及", "以及", "暨", "并", "，"))
# Left out in English: marks of aspect and sum, and praise that a neutral account does not repeat.
_SILENT = frozenset(
    ("共", "共计", "累计", "总计", "合计", "先后", "已", "已经", "全年", "依法", "分别", "认真", "积极", "及时", "扎实", "深入", "进一步", "同时",
     "全面", "切实", "有序", "稳步", "成功", "圆满", "牵头", "主动", "持续", "不断", "大力", "着力", "相继", "共有", "了", "预计", "实际",
     "一年来", "各类", "各项", "各种", "所有", "全体", "一批", "多个", "多项", "多名", "多种", "若干", "一系列", "大批", "大量", "部分",
     " ", "　", "“", "”", "‘", "’", "《", "》", '"')
)  # fmt: skip
_QUOTES = str.maketrans(dict.fromkeys("“”‘’《》「」\"'", ""))
# What stands in brackets adds to a word already there: 乡镇(街道).
_BRACKETED = re.compile(r"[（(【][^（）()【】]{1,8}[】）)]")
_DECIDING = frozenset(
    ("首个", "第一个", "唯一", "未", "不", "没有", "首次", "再次", "不再", "首批", "其中", "每个", "每名")
)
"""Adverbs that change what is said: a phrase with one is not understood."""
_LONGEST = max(map(len, (*_SILENT, *SCOPES, *PREPOSITIONS, *_CONJUNCTIONS)))
_ROLES = {
    "noun": Role.NOUN, "proper": Role.NOUN, "verb": Role.VERB, "adjective": Role.ADJECTIVE, "determiner": Role.ADJECTIVE,
    "preposition": Role.PREPOSITION,
}  # fmt: skip


# Verbs that before a noun are nouns themselves, unless the word before them is one who does them.
NOMINAL = {
    "服务": "service", "研究": "research", "研发": "R&D", "创新": "innovation", "合作": "cooperation", "处理": "treatment", "管理": "management",
    "生产": "production", "加工": "processing", "治理": "control", "保护": "protection", "监测": "monitoring", "建设": "development", "培训": "training",
    "改造": "renovation", "改革": "reform", "检测": "testing", "救助": "assistance", "供应": "supply", "交易": "trading", "示范": "demonstration",
    "展示": "exhibition", "体验": "experience", "监督": "oversight", "执法": "law enforcement", "防治": "prevention and control",
}  # fmt: skip
_DOERS = frozenset(
    (
        "代表",
        "企业",
        "法院",
        "检察院",
        "常委会",
        "政府",
        "人大",
        "群众",
        "干部",
        "人员",
        "市委",
        "区委",
        "县委",
        "机关",
        "部门",
        "学校",
        "农民",
        "居民",
    )
)


def _grammar_role(zh: str) -> Role | None:
    if zh == "的":
        return Role.OF
    if zh in SCOPES:
        return Role.SCOPE
    if zh in _CONJUNCTIONS:
        return Role.AND
    if zh == "等":
        return Role.SUCH
    return Role.PREPOSITION if zh in PREPOSITIONS else None


def _grammar_words(text: str) -> list[Word] | None:
    """A stretch outside the termbase read as words of grammar; None where anything else is in it."""
    words: list[Word] = []
    at = 0
    while at < len(text):
        for size in range(min(_LONGEST, len(text) - at), 0, -1):
            piece = text[at : at + size]
            role = _grammar_role(piece)
            if role is not None or piece in _SILENT:
                words += [Word(role, piece)] if role else []
                at += size
                break
        else:
            return None
    return words


def _words_in(text: str, terms: TermBase) -> list[Word] | None:
    words: list[Word] = []
    pieces = terms.segment(text)
    if pieces and not isinstance(pieces[-1], str) and pieces[-1].pos == "adverb":
        # 更加自觉: a word of manner at the end says what the phrase is about.
        return None
    for piece in pieces:
        if isinstance(piece, str):
            grammar = _grammar_words(piece)
            if grammar is None:
                return None
            words += grammar
        elif piece.zh in _DECIDING:
            return None
        elif piece.zh not in _SILENT and piece.pos != "adverb":
            role = _grammar_role(piece.zh) or _ROLES.get(piece.pos)
            if role is None:
                return None
            words.append(Word(role, piece.zh, piece))
    return words


# Levels that are the thing itself at the end of a phrase: 试点县, 产油的国家.
_LAST = {
    "国家": ("country", "countries"), "省": ("province", ""), "市": ("city", "cities"), "县": ("county", "counties"), "区": ("district", ""),
    "乡镇": ("township", ""), "州": ("prefecture", ""), "旗": ("banner", ""),
}  # fmt: skip


def _as_nouns(words: list[Word]) -> list[Word]:
    """Verbs that stand as nouns before another noun: 社区卫生服务机构, 外资研发中心; levels that end the phrase."""
    made = list(words)
    last = made[-1] if made else None
    if last is not None and last.role is Role.ADJECTIVE and last.zh in _LAST and last.term is not None:
        one, many = _LAST[last.zh]
        made[-1] = Word(Role.NOUN, last.zh, Term(last.zh, one, many, PartOfSpeech.NOUN, last.term.domain))
    for i in range(1, len(words) - 1):
        word, before, after = made[i], made[i - 1], made[i + 1]
        noun = NOMINAL.get(word.zh)
        if not noun or word.role is not Role.VERB or after.role is not Role.NOUN or word.term is None:
            continue
        if before.role is Role.NOUN and before.zh not in _DOERS:
            made[i] = Word(Role.NOUN, word.zh, Term(word.zh, noun, "-", PartOfSpeech.NOUN, word.term.domain))
    return made


def words_of(text: str, terms: TermBase) -> list[Word] | None:
    """The words of a phrase in order, silent ones left out; None where one is not known.

    A quoted word is known with its quotation marks or without.
    """
    plain = _BRACKETED.sub("", text)
    words = _words_in(plain, terms)
    if words is None:
        words = _words_in(plain.translate(_QUOTES), terms)
    return _as_nouns(words) if words else words

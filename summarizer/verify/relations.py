"""Inventory → relations: parts and wholes, shares, changes that a report states beside the figures they follow from.

Precision comes first: a relation that does not hold is reported only where the words leave no other reading, one that is guessed
from the figures only where it holds.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.quantities import Inventory
from summarizer.verify.relation import (
    Relation,
    Term,
    change_of,
    difference,
    growth,
    share,
    total,
)
from summarizer.verify.relation_line import CHANGE, FALLS, NEAR, Figure, lines

__all__ = ["relations"]

_YEAR = r"(?:(?:19|20)\d{2}年(?:底|末)?|上年|去年|上一?年度?|[一二三四五十]年前|年初|目前|现在|今年|年底)"
_FROM = re.compile(rf"(?:从|由(?!于))(?P<when>{_YEAR})?[^，。；、由从]{{0,12}}$")
_TO = re.compile(
    rf"，?(?:逐步|稳步|大幅|进一步|快速|预计|一举)?(?:{CHANGE}|跃升|发展|变|调整)?(?:到|至|为)(?:了)?(?:{_YEAR}的?)?"
)
# What a change is measured by: `real` changes are of other figures than those printed, `since` names the level before.
_BY = re.compile(
    rf"[，、；（]?(?:同比(?P<same>)|(?P<since>(?:比|较)[^，。；、]{{0,10}}?)|(?P<real>环比|可比|实际|名义|按[^，。；、]{{0,8}}?))?"
    rf"(?:净|共|累计|总共|再|五年(?:来|间)?)?{CHANGE}(?:了|幅度?|率)?(?:达到?|为)?"
)
# Money grows in real terms, or over a revised base, so its growth need not follow from the amounts printed; rates of pay do not.
_SET = re.compile(r"标准|补助|补贴")
_REVISED = re.compile(r"产量|用电|发电|吞吐量|客运|货运|周转|人口")
_ENDS = re.compile(r"[，。；、）！]|$")
_SHARE = re.compile(
    r"^(?P<own>[^，。；、]{0,8})[，、（]?(?:约|均)?占(?:比|到)?(?P<of>[^，。；、占比]{0,14}?)(?:的)?(?:比重|比例)?(?:达到?|为)?$"
)
_GENERAL = re.compile(r"(?:总数|总量|总额|全部|总人数|其|总面积|的|总件数)*$")
_OF_ALL = re.compile(r"(?!全)[^全]{0,8}总(?:数|量|额|人数|件数)")
_RATE = re.compile(r"(?P<name>[^，。；、：（和及与]{0,14}?)(?P<stem>[一-鿿]{2})率(?:达到?了?|为|是|高达)?$")
# Rates of what was handled out of all that came in.
_HANDLED = frozenset({"办结", "办复", "答复", "办成", "回复", "反馈", "整改", "化解", "解决", "落实", "完成",
                      "合格", "达标", "开工", "竣工", "完工"})  # fmt: skip
_IN_TIME = re.compile(
    r"按期|按时|限期|及时|提前|首次|一次|当年|平均|基本|到期|满意|综合|总体|面商|沟通|重点|A类|涉及"
)
_OTHER_STOCK = re.compile(r"新|其中|旧存|结转|上年|去年|重点|余")
_SUMMED = re.compile(r"(?:合计|总计|共计)(?P<of>[^，。；、]{0,6})$")
_NOTHING_ELSE = frozenset({"", "为", "达", "达到", "有"})
_STRETCHED = re.compile(r"共|总|累计|合计")
_OPENS_LIST = re.compile(r"^[^，。；、]{0,6}[：（]")
_COMMA = re.compile(r"^[^，。；、]{0,8}，")
_ITEM = re.compile(r"^[^，。；]{0,8}[、和及与，]")
_MORE = re.compile(r"^[^，。；、]{0,8}(?:等|以及其他)")
_SMALLEST_WHOLE = 10
_DIGITS_OF_CHANCE = 3


def relations(inventory: Inventory) -> list[Relation]:
    """The relations between figures of one sentence, in order of the figure that is stated; at most one for each.

    Where a figure follows from others in several ways, one that holds is the one meant.
    """
    found: dict[int, Relation] = {}
    for line in lines(inventory):
        for relation in _of_line(line):
            known = found.get(relation.stated.id)
            if known is None or (relation.holds and not known.holds):
                found[relation.stated.id] = relation
    return [found[id] for id in sorted(found)]


def _of_line(line: Sequence[Figure]) -> Iterator[Relation]:
    for at, figure in enumerate(line):
        if figure.term is None:
            continue
        for relation, explicit in (
            *_changes(line, at),
            *_rate(line, at, figure.term),
            *_whole(line, at, figure.term),
        ):
            if relation is not None and (relation.holds or explicit):
                yield relation


_Found = Iterator[tuple[Relation | None, bool]]


class _Change(NamedTuple):
    """A change stated behind a level: its figure, unit and words, and whether it is of the level itself beyond doubt."""

    term: Term
    unit: str
    words: re.Match[str]
    plain: bool


# ---- levels and changes


def _changes(line: Sequence[Figure], at: int) -> _Found:
    """The changes stated behind the level at `at`, with the level before where it is named: 由86家增加到94家，增加8家."""
    after = line[at]
    if after.term is None or (after.aside and after.unit != "%"):
        return
    before = line[at - 1] if at else None
    fro = _FROM.search(before.left) if before is not None and before.term else None
    paired = (
        fro is not None and before is not None and before.unit == after.unit and _TO.fullmatch(after.left)
    )
    said: list[_Change] = []
    for change in line[at + 1 : at + 3]:
        by = _BY.fullmatch(change.left)
        if by is None or change.term is None:
            break
        # 新增 counts those that came, whatever left; a noun behind the change is what changed.
        said.append(_Change(change.term, change.unit, by, by["verb"] != "新增" and _ends(change)))
    for term, unit, by, plain in said:
        fall = re.fullmatch(FALLS, by["verb"]) is not None
        if paired and before is not None and before.term is not None and fro is not None:
            near = fro["when"] in {"上年", "去年"} or not (by["since"] or by["same"] is not None)
            explicit = by["real"] is None and near and plain and not _revised(after, unit)
            if unit == "%" and after.unit != "%":
                yield growth(before.term, after.term, term, fall=fall), explicit
            elif unit == after.unit != "%" or (unit == "个百分点" and after.unit == "%"):
                yield difference(before.term, after.term, term, fall=fall), explicit
    if not paired and len(said) == 2:
        yield from _change_beside_growth(after, said)


def _ends(figure: Figure) -> bool:
    """Whether the clause ends with the figure."""
    return _ENDS.match(figure.right.lstrip()) is not None


def _change_beside_growth(after: Figure, said: Sequence[_Change]) -> _Found:
    """94家，比上年增加8家，增长9.3%: the change and the growth tell of one level before."""
    (one, one_unit, first, plain), (other, other_unit, second, plain_too) = said
    assert after.term is not None
    if {one_unit, other_unit} != {after.unit, "%"} or after.unit == "%":
        return
    falls = {re.fullmatch(FALLS, by["verb"]) is not None for by in (first, second)}
    if len(falls) > 1 or first["real"] is not None or second["real"] is not None:
        return
    amount, rate = (one, other) if other_unit == "%" else (other, one)
    same = (second["since"] or second["same"]) is None
    yield (
        change_of(after.term, amount, rate, fall=falls.pop()),
        same and plain and plain_too and not _revised(after, "%"),
    )


def _revised(level: Figure, unit: str) -> bool:
    """Whether a growth may rest on other figures of the level than those printed."""
    if unit != "%":
        return False
    if level.unit.endswith("元"):
        return _SET.search(level.name) is None
    return _REVISED.search(level.name) is not None


# ---- shares and rates


def _rate(line: Sequence[Figure], at: int, rate: Term) -> _Found:
    figure = line[at]
    if figure.unit != "%" or at == 0:
        return
    if of_whole := _SHARE.search(figure.left):
        yield from _share(line, at, rate, of_whole)
    elif figure.left == "的" and at > 1 and re.search(r"占[^，。；、]{0,12}$", line[at - 1].left):
        part, whole = line[at - 2], line[at - 1]
        if (
            part.term
            and whole.term
            and part.like(whole)
            and part.term.printed.value <= whole.term.printed.value
        ):
            direct = re.fullmatch(r"[^，。；、]{0,10}，?约?占[^，。；、]{0,12}", whole.left)
            yield share(part.term, whole.term, rate), direct is not None and not part.aside
    elif handled := _RATE.search(figure.left):
        yield from _handled(line, at, rate, handled)


def _share(line: Sequence[Figure], at: int, rate: Term, words: re.Match[str]) -> _Found:
    """其中女性90人，占30%: of the whole that the part belongs to."""
    part = line[at - 1]
    if part.term is None or part.aside:
        return
    back = range(at - 2, max(-1, at - NEAR), -1)
    place = part.part.whole if part.part else next((i for i in back if line[i].like(part)), None)
    whole = line[place] if place is not None else None
    if whole is None or whole.term is None or part.term.printed.value > whole.term.printed.value:
        return
    general = _GENERAL.fullmatch(words["of"]) is not None
    if (
        not general
        and not _OF_ALL.fullmatch(words["of"])
        and words["of"].removesuffix("的") not in whole.name
    ):
        return
    sure = part.part is not None and part.part.sure
    yield share(part.term, whole.term, rate), sure and general and _ends(line[at])


def _handled(line: Sequence[Figure], at: int, rate: Term, words: re.Match[str]) -> _Found:
    """收到建议460件，已办结434件，办结率94.35%."""
    amounts = [f for f in line[max(0, at - NEAR) : at] if not f.aside]
    if len(amounts) < 2:
        return
    part = amounts[-1]
    wholes = [f for f in amounts[:-1] if f.like(part)]
    if part.term is None or not wholes or wholes[-1] is not amounts[-2]:
        return
    whole, stem = wholes[-1], words["stem"]
    if whole.term is None or part.term.printed.value > whole.term.printed.value:
        return
    tail = re.split(r"[，。；、：（]", part.left)[-1]
    named = stem in tail or stem in re.split(r"[，。；、：（]", part.right)[0]
    explicit = (
        named
        and stem in _HANDLED
        and len(wholes) == 1
        and whole.unit == part.unit
        and line[at - 1] is part
        and not _IN_TIME.search(words["name"] + tail)
        and not _OTHER_STOCK.search(whole.left + tail + part.left)
        and (not words["name"] or words["name"] in whole.left + whole.right + whole.name)
    )
    digits = len(rate.printed.text.rstrip("%").replace(".", "").lstrip("0"))
    if named or (digits >= _DIGITS_OF_CHANCE and rate.printed.decimals):
        yield share(part.term, whole.term, rate), explicit


# ---- parts and wholes


def _whole(line: Sequence[Figure], at: int, whole: Term) -> _Found:
    yield from _summed_up(line, at, whole)
    figure = line[at]
    if figure.aside:
        return
    behind = line[at + 1 : at + 1 + NEAR]
    parts = [f for f in behind if f.part is not None and f.part.whole == at]
    if parts:
        yield from _parts(behind, parts, figure, whole)
    elif whole.printed.value >= _SMALLEST_WHOLE:
        opened = _OPENS_LIST.search(figure.right)
        told = _STRETCHED.search(figure.left) and _COMMA.search(figure.right)
        relation = _prefix(_run(behind, figure), whole) if opened or told else None
        yield relation, False


def _parts(behind: Sequence[Figure], parts: Sequence[Figure], figure: Figure, whole: Term) -> _Found:
    """300件，其中民事200件、刑事100件: a sum where it adds up; an error only where all parts are promised."""
    if (relation := _prefix(parts, whole)) is not None:
        yield relation, False
        return
    run = [part.term for part in parts if part.term is not None]
    last = parts[-1]
    promised = last.part is not None and last.part.complete and all(p.part and p.part.sure for p in parts)
    first, end = behind.index(parts[0]), behind.index(last)
    clean = all(f in parts or f.unit in {"%", "个百分点"} for f in behind[first : end + 1])
    open_end = _MORE.search(last.right) is not None or end + 1 == NEAR
    alike = all(part.unit == figure.unit and part.depth == parts[0].depth for part in parts)
    if len(run) == len(parts) > 1 and promised and clean and alike and not open_end:
        yield total(run, whole), True


def _run(behind: Sequence[Figure], figure: Figure) -> list[Figure]:
    """The like amounts that follow at once, shares and changes between them left out."""
    run: list[Figure] = []
    for follower in behind:
        if follower.aside:
            continue
        if not follower.like(figure) or (run and follower.depth != run[0].depth):
            break
        run.append(follower)
    return run


def _prefix(parts: Sequence[Figure], whole: Term) -> Relation | None:
    """The sum of the first two or more parts that comes to the whole, if one does."""
    run: list[Term] = []
    for part in parts:
        if part.term is None:
            return None
        run.append(part.term)
        relation = total(run, whole) if len(run) > 1 else None
        if relation is not None and relation.holds:
            return relation
    return None


def _summed_up(line: Sequence[Figure], at: int, whole: Term) -> _Found:
    """民事200件、刑事100件，合计300件: the parts stand before."""
    figure = line[at]
    summed = _SUMMED.search(figure.left)
    if at < 2 or summed is None:
        return
    run: list[Term] = []
    # 共计开展活动10次 may count more than what is listed.
    listed = _MORE.search(line[at - 1].right) is None and summed["of"] in _NOTHING_ELSE and _ends(figure)
    for place in range(at - 1, max(-1, at - NEAR), -1):
        part = line[place]
        if part.term is None or part.aside or part.unit != figure.unit or part.depth != figure.depth:
            return
        run.insert(0, part.term)
        relation = total(run, whole) if len(run) > 1 else None
        if relation is not None and relation.holds:
            yield relation, False
            return
        listed = listed and (place == 0 or _ITEM.search(part.left) is not None)
    if len(run) == at:
        yield total(run, whole), listed

"""One figure as one English clause, not yet a sentence: what is told, and what is told of it.

The classes of clause, each a template of its own (F the figure, N the thing, V the verb's participle, T what stands behind):

| class | clause |
| --- | --- |
| done to counted things | F N were V T |
| measured work | F units of N were V T |
| money given | F yuan in N was V T |
| kinds, batches, rounds | F batches of N were V T |
| acts counted, not things | N were V T on F occasions |
| acts on people | F appointments of N were made |
| meetings | F N were held |
| other events | F N were conducted |
| additions | F new N were added |
| people who act | F N Ved the rest |
| stock | there were F N |
| number | the number of N stood at F |
| rate | the N rate was F percent |
| share or other percentage | N was F percent |
| level of money | N reached F yuan |
| other measured level | N stood at F units |
| relative change | N grew by F percent |
| change by points | N rose by F percentage points |
| change by an amount | N rose by F yuan |
| average change | N grew by an average of F percent a year |
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from summarizer.lexicon import Unit, UnitClass
from summarizer.offline.clause import Clause, be, joined
from summarizer.offline.levels import changed, level
from summarizer.offline.nouns import Noun, agrees_with_unit
from summarizer.offline.numbers import count_en, is_measure, one, quantity_en
from summarizer.offline.phrase import Phrase
from summarizer.offline.sizes import LINK, MONEY, QUANTITIES, has_size
from summarizer.offline.verbs import Verb
from summarizer.quantities import Indicator

__all__ = ["Clause", "clause_of"]

_COLLECTIVES = {
    "批": ("batch", "batches"), "批次": ("batch", "batches"), "轮": ("round", "rounds"), "类": ("category", "categories"),
    "种": ("kind", "kinds"), "组": ("group", "groups"), "项": ("item", "items"), "条": ("item", "items"),
    "件": ("item", "items"),
}  # fmt: skip
_ALWAYS_COLLECTIVE = frozenset(("批", "批次", "轮", "类", "种", "组"))
_OCCASIONS = frozenset(("次", "次数", "场", "场次", "人次", "轮次", "批次"))
_HELD = frozenset(
    "meetings sessions conferences forums forum ceremonies seminars symposiums hearings discussions exchanges lectures consultations".split()
)
_CONDUCTED = frozenset(
    "inspections investigations studies surveys assessments inquiries reviews visits appraisals activities evaluations training research"
    " examinations checks drills campaigns audits operations interviews polls tours".split()
)
_MADE = frozenset(
    "requests instructions appointments removals proposals decisions resolutions recommendations".split()
)
_WORKS_ON_LAND = ("afforestation", "forest tending", "greening", "reclamation")
_EVENT_UNITS = frozenset(("项", "轮", "批", "期"))
# Participles that end in a preposition leave a sentence hanging: key projects were kept in contact with.
_DANGLING = (" with", " on", " in", " up with")
# What a place has is told as being there.
_HAVING = frozenset(("拥有", "现有", "保有"))
_LIGHT = frozenset(("开展", "进行", "组织", "举办", "举行", "召开", "实施", "完成"))
_ACTS_ON_PEOPLE = {
    "任免": ("appointments and removals of", "made"), "任命": ("appointments of", "made"), "免去": ("removals of", "made"),
    "决定任免": ("appointments and removals of", "made"), "接待": ("visits by", "received"), "培训": ("", ""),
}  # fmt: skip


def _head(noun: Noun) -> str:
    """The last word of the noun's own phrase, before any preposition."""
    words = re.split(LINK, noun.many or noun.one, maxsplit=1)[0].split()
    return words[-1].lower() if words else ""


def _passive(
    indicator: Indicator, counted: str, participle: str, tails: str, *, active: str = "", thing: str = ""
) -> Clause:
    plural = not one(indicator.mention)
    figure = count_en(indicator.mention)
    return Clause(
        id=indicator.id,
        subject=counted,
        plural=plural,
        past=f"{be(plural)} {participle}",
        base=f"be {participle}",
        complement=tails,
        participle=participle,
        figure=figure if thing else "",
        thing=thing,
        active=active,
    )


def _counted(indicator: Indicator, phrase: Phrase) -> str | None:
    """`three local regulations`, `115 batches of visits`, `186 items of information`; None where the unit does not fit."""
    mention = indicator.mention
    single = one(mention)
    unit = mention.unit
    figure = count_en(mention)
    if (single and len(phrase.nouns) > 1) or isinstance(mention.value, Fraction):
        return None
    if unit in _ALWAYS_COLLECTIVE or not phrase.countable:
        names = _COLLECTIVES.get(unit)
        return f"{figure} {names[0 if single else 1]} of {phrase.things()}" if names else None
    if not all(agrees_with_unit(n, unit) for n in phrase.nouns):
        return None
    return f"{figure} {phrase.things(singular=single)}"


def _measured_work(
    indicator: Indicator, phrase: Phrase, done: Verb, units: Mapping[str, Unit]
) -> Clause | None:
    """`18 kilometers of roads were built`, `30 million yuan in subsidies was provided`; work with a name of its own was done on an area."""
    unit = units.get(indicator.mention.unit)
    figure = quantity_en(indicator.mention, units)
    if figure is None or unit is None or indicator.mention.unit in _SHARES:
        return None
    tails = " ".join(phrase.tails)
    past, base = f"was {done.participle}", f"be {done.participle}"
    if unit.cls is UnitClass.MONEY:
        if not all(QUANTITIES & set(n.plural().lower().split()) for n in phrase.nouns):
            return None
        return Clause(
            indicator.id, f"{figure} in {phrase.things()}", False, past, base, tails, done.participle
        )
    if not phrase.countable and (" of " in phrase.things() or phrase.things().endswith(_WORKS_ON_LAND)):
        if unit.cls is not UnitClass.AREA:
            return None
        works = phrase.subject()
        plural = " and " in works.split(" of ")[0]
        done_so = f"{be(plural)} {done.participle}"
        return Clause(indicator.id, works, plural, done_so, base, joined(tails, f"on {figure}"))
    return _passive(indicator, f"{figure} of {phrase.things()}", done.participle, tails)


def _trained(indicator: Indicator, phrase: Phrase) -> Clause | None:
    """`training sessions for deputies drew 310 attendances`; of heads (人, 名), `310 deputies were trained`."""
    mention = indicator.mention
    if mention.unit != "人次":
        return _passive(
            indicator, f"{count_en(mention)} {phrase.things(singular=one(mention))}", "trained", ""
        )
    if one(mention) or phrase.tails:
        return None
    return Clause(
        indicator.id,
        f"training sessions for {phrase.things()}",
        True,
        "drew",
        "draw",
        f"{count_en(mention)} attendances",
    )


def _placed(verb: Verb, tails: str) -> tuple[Verb, str]:
    """`assigned` and `to the government for handling` of `assigned for handling` and `to the government`: the receiver first."""
    done, aim, what = verb.participle.partition(" for ")
    if not aim or not tails.startswith("to "):
        return verb, tails
    return Verb(verb.base.partition(" for ")[0], done, verb.zh), f"{tails}{aim}{what}"


def _done(indicator: Indicator, phrase: Phrase, units: Mapping[str, Unit]) -> Clause | None:
    """Something done to things, or done on so many occasions."""
    verb = phrase.verb
    if verb is None:
        return None
    mention = indicator.mention
    verb, tails = _placed(verb, " ".join(phrase.tails))
    if "to take part" in phrase.tails:
        # In what, the name does not say.
        return None
    if verb.participle.endswith(_DANGLING) or verb.zh.endswith("抓好"):
        return None
    if phrase.actor:
        counted = _counted(indicator, phrase)
        if not counted:
            return None
        past, base = verb.on(phrase.rest, verb.past), verb.on(phrase.rest, verb.base)
        return Clause(indicator.id, counted, not one(mention), past, base)
    if mention.unit in _ACTS_ON_PEOPLE_UNITS and verb.zh in _ACTS_ON_PEOPLE:
        if not all(agrees_with_unit(n, mention.unit) for n in phrase.nouns):
            return None
        if verb.zh == "培训":
            return _trained(indicator, phrase)
        what, participle = _ACTS_ON_PEOPLE[verb.zh]
        return _passive(indicator, f"{count_en(mention)} {what} {phrase.things()}", participle, tails)
    if is_measure(mention.unit, units):
        if verb.zh in _REACHED and mention.unit in MONEY and all(map(has_size, phrase.nouns)):
            return level(indicator, phrase, units)
        return _measured_work(indicator, phrase, verb, units)
    events = all(_head(n) in _HELD | _CONDUCTED for n in phrase.nouns)
    if mention.unit in _OCCASIONS and not events:
        if mention.unit != "次" or verb.zh in _LIGHT:
            return None
        occasions = f"on {count_en(mention)} {'occasion' if one(mention) else 'occasions'}"
        plural = all(n.many for n in phrase.nouns) or len(phrase.nouns) > 1
        past = f"{be(plural)} {verb.participle}"
        return Clause(
            indicator.id, phrase.things(), plural, past, f"be {verb.participle}", joined(tails, occasions)
        )
    enforced = _enforced(indicator, phrase, units)
    if enforced:
        return Clause(
            indicator.id,
            enforced,
            False,
            f"was {verb.participle}",
            f"be {verb.participle}",
            tails,
            verb.participle,
        )
    counted = _counted(indicator, phrase)
    if counted is None:
        return None
    if verb.zh in _HAVING and not phrase.tails:
        return Clause(indicator.id, "there", not one(mention), be(not one(mention)), "be", counted)
    thing = phrase.things() if mention.unit not in _ALWAYS_COLLECTIVE and phrase.countable else ""
    return _passive(indicator, counted, verb.participle, tails, active=verb.past, thing=thing)


_REACHED = frozenset(("实现", "完成", "达到", "突破"))
_SHARES = frozenset(("%", "个百分点"))
_ACTS_ON_PEOPLE_UNITS = frozenset(("人次", "名", "人", "位"))


def _event(indicator: Indicator, phrase: Phrase) -> Clause | None:
    heads = [_head(n) for n in phrase.nouns]
    kinds = (("held", _HELD), ("conducted", _HELD | _CONDUCTED), ("made", _MADE))
    participle = next((verb for verb, words in kinds if all(h in words for h in heads)), "")
    if not participle and all(n.many.endswith("research projects") for n in phrase.nouns):
        participle = "conducted"
    counted = _counted(indicator, phrase) if participle else None
    return _passive(indicator, counted, participle, "") if counted else None


def _enforced(indicator: Indicator, phrase: Phrase, units: Mapping[str, Unit]) -> str | None:
    """`enforcement of eight laws and regulations`: the documents are counted, not what is done about them."""
    unit = units.get(indicator.mention.unit)
    if unit is None or unit.cls is not UnitClass.DOCUMENT or phrase.countable or len(phrase.nouns) > 1:
        return None
    head, link, documents = phrase.things().partition(" of ")
    counts = link and not one(indicator.mention) and " of " not in documents
    return f"{head} of {count_en(indicator.mention)} {documents}" if counts else None


def clause_of(
    indicator: Indicator, phrase: Phrase, units: Mapping[str, Unit], *, exists: bool
) -> Clause | None:
    """The clause of one figure, or None where no template fits.

    `exists` tells that the source says of things without a verb that there are so many.
    """
    mention = indicator.mention
    if mention.value is None or "/" in mention.unit or (mention.unit.isascii() and len(mention.unit) > 1):
        # The verifier reads no unit of the kind yuan a month; the row has it.
        return None
    if phrase.change is not None:
        return changed(indicator, phrase, units)
    if phrase.verb is not None:
        if not phrase.actor and not phrase.verb.is_transitive:
            return None
        return _done(indicator, phrase, units)
    if phrase.new:
        if is_measure(mention.unit, units):
            return _measured_work(indicator, phrase, Verb("add", "added", ""), units)
        fresh = Phrase(tuple(Noun(f"new {n.one}", n.many and f"new {n.many}", n.tail) for n in phrase.nouns))
        counted = _counted(indicator, fresh)
        return _passive(indicator, counted, "added", "") if counted else None
    if phrase.number:
        if is_measure(mention.unit, units) or mention.value != mention.value // 1:
            return None
        figure = count_en(mention)
        return Clause(indicator.id, phrase.subject(), False, "stood at", "reach", figure)
    if is_measure(mention.unit, units):
        return level(indicator, phrase, units)
    if mention.unit in _OCCASIONS | _EVENT_UNITS:
        event = _event(indicator, phrase)
        if event is not None or mention.unit in _OCCASIONS:
            return event
    counted = _counted(indicator, phrase) if exists and " " in phrase.things() else None
    if counted is None:
        return None
    plural = not one(mention)
    return Clause(indicator.id, "there", plural, be(plural), "be", counted)

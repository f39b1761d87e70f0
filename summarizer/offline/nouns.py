"""English noun phrases put together from the parts of Chinese ones."""

import re
from dataclasses import dataclass, replace

from summarizer.lexicon import Term

__all__ = ["Noun", "agrees_with_unit", "compound", "is_people", "is_person_unit", "listed", "noun_of"]

# Amounts that are spoken of in the plural: growth of loans.
_PLURAL_AMOUNTS = frozenset(
    "bonds payments profits loans deposits funds subsidies losses taxes assets wages prices costs exports imports reserves savings vouchers"
    " allowances benefits".split()
)
# Parts of the economy, of which there is one: the digital economy.
_WHOLES = frozenset(("industry", "sector", "economy", "market"))
_LINKS = frozenset("of to for in on and with at from by under above below between through worth per".split())
_INSTITUTIONS = (
    "committee", "government", "court", "procuratorate", "congress", "bureau", "department", "office", "council", "commission",
    "conference", "party", "party group", "general office", "assembly", "secretariat", "leadership", "public", "country", "province", "system", "environment",
    "city", "county", "district", "prefecture", "region", "state", "nation", "secretary", "mayor", "governor", "chairperson",
)  # fmt: skip
_AGENTS = (
    "committees", "governments", "courts", "procuratorates", "congresses", "deputies", "members", "leaders", "officials",
    "departments", "enterprises", "people", "public", "secretaries", "police", "judges", "procurators", "citizens", "bureaus",
)  # fmt: skip
_PLACES = (
    "city", "county", "district", "province", "area", "areas", "villages", "towns", "townships", "countryside", "zone", "zones",
    "park", "parks", "region", "prefecture", "subdistricts", "communities", "country",
)  # fmt: skip
_ABOUT = frozenset(
    ("meetings", "conferences", "forums", "seminars", "regulations", "reports", "opinions", "guidelines", "decisions", "resolutions",
     "inquiries", "sessions", "lectures", "rules", "measures", "suggestions", "proposals", "bills", "motions")
)  # fmt: skip
_MEASURED = frozenset(
    (
        "rate",
        "share",
        "ratio",
        "proportion",
        "number",
        "level",
        "contribution",
        "percentage",
        "index",
        "concentration",
    )
)
_MOST_BEFORE_SHARE = 4
_LIST_SIGN = re.compile(r", | and | or ")
_MOST_STACKED = 5
"""Words of a noun and of all that stands before it; a longer stack is not English."""
_AS_ADJECTIVE = {
    "agriculture": "agricultural", "culture": "cultural", "industry": "industrial", "economy": "economic", "environment": "environmental",
    "technologies": "technological", "society": "social",
}  # fmt: skip
_TAKES = re.compile(r'takes "(\w+)"')
_PERSON_UNITS = frozenset(("人", "名", "位", "人次", "户"))
_HOUSEHOLDS = frozenset(("households", "families", "enterprises", "taxpayers", "businesses"))
_PEOPLE = frozenset(
    ("people", "persons", "deputies", "members", "students", "veterans", "functionaries", "academicians", "graduates", "personnel",
     "professionals", "police", "judges", "procurators", "children", "staff", "talents", "youths", "criminals", "suspects", "individuals",
     "cadres", "beneficiaries", "women", "guests", "jurors", "experts")
)  # fmt: skip
_PEOPLE_ENDINGS = ("ers", "ors", "ists", "yees", "ians", "dents", "pants", "ees")
_NO_PEOPLE = frozenset(
    ("papers", "orders", "letters", "matters", "centers", "offers", "numbers", "errors", "sectors", "committees", "trees", "indicators",
     "corridors", "rivers", "sewers", "fees", "factors", "incidents", "accidents", "precedents", "reservoirs",
     "incubators", "elevators", "generators", "monitors", "computers", "reactors", "containers", "chargers", "sewers", "shelters", "towers", "drivers")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """An English noun phrase without article: `one` singular, `many` plural ("" where it has none), `tail` behind both.

    `link` is the word that joins it to what it measures (`value added` takes `of`), "" where that stands before it; `the` tells a
    name that takes the article.
    """

    one: str
    many: str
    tail: str = ""
    proper: bool = False
    link: str = ""
    the: bool = False

    def plural(self) -> str:
        return self._with_tail(self.many or self.one)

    def singular(self) -> str:
        return self._with_tail(self.one)

    def generic(self) -> str:
        """As one speaks of it without a figure: `the municipal Party committee`, `suggestions`, `coal`."""
        if self.the:
            return "the " + self.singular()
        if self.proper:
            return self.singular()
        if not self.many and not self.tail and self.one.split()[-1] in _WHOLES:
            return "the " + self.singular()
        one_of_many = bool(self.many) and " " in self.one and _last_word(self.one) == "city"
        if (_last_word(self.one) in _INSTITUTIONS and not one_of_many) or self._is_quality():
            return "the " + self.singular()
        return self.plural()

    def definite(self) -> str:
        """As the subject of a level or a rate: `the completion rate`, `general public budget revenue`."""
        if self.the:
            return "the " + self.singular()
        if not self.many and _last_word(self.one) in _MEASURED:
            return "the " + self.singular()
        if self.many and _last_word(self.many) in _PLURAL_AMOUNTS:
            return self.plural()
        if self.proper or (not self.many and not self._is_quality()) or self.many == self.one:
            return self.singular()
        return "the " + self.singular()

    def _is_quality(self) -> bool:
        """Whether it is something of something, without plural: `the quality of legislation`."""
        head = _last_word(self.one)
        return not self.many and " of " in self.singular() and (not head.endswith("s") or head.endswith("ss"))

    def tailed(self, tail: str) -> "Noun":
        return replace(self, tail=f"{self.tail} {tail}".strip())

    @property
    def is_agent(self) -> bool:
        """Whether it can act: a body, an office or people."""
        return _last_word(self.one) in _INSTITUTIONS or _last_word(self.many or self.one) in _AGENTS

    @property
    def is_place(self) -> bool:
        return _last_word(self.one) in _PLACES

    def _with_tail(self, text: str) -> str:
        return f"{text} {self.tail}" if self.tail else text


def _last_word(text: str) -> str:
    """The head's last word: what stands before the first preposition."""
    words: list[str] = []
    for word in text.split():
        if word in _LINKS and words:
            break
        words.append(word)
    return words[-1].lower() if words else ""


def _plural_of(text: str) -> str:
    """The regular plural: the last word before the first preposition takes the ending."""
    words = text.split()
    head = next((i for i, word in enumerate(words) if word in _LINKS - {"and"} and i), len(words)) - 1
    word = words[head]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        words[head] = word[:-1] + "ies"
    else:
        words[head] = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return " ".join(words)


def noun_of(term: Term) -> Noun:
    """The noun of a termbase entry, whose plural is "" where it is regular and "-" where there is none.

    A leading article belongs to the sentence, not to the noun. The note may say which word joins it (`takes "of"`) or that it has
    the article (`takes "the"`).
    """
    bare = term.en.removeprefix("the ")
    takes = _TAKES.search(term.note)
    link = takes[1] if takes and takes[1] != "the" else ""
    if term.pos == "proper":
        return Noun(bare, "", proper=True, link=link, the=bool(takes and not link))
    many = "" if term.plural == "-" else (term.plural.removeprefix("the ") or _plural_of(bare))
    return Noun(bare, many, link=link, the=bool(takes and not link))


def _before_link(text: str) -> list[str]:
    """The words of a noun up to its first preposition; `and` joins."""
    words = text.split()
    return words[: next((i for i, w in enumerate(words) if w in _LINKS - {"and"}), len(words))]


def _stands_before(noun: Noun) -> bool:
    """Whether it can stand before another noun as it is: no preposition or `and` inside."""
    return not noun.tail and not (_LINKS & set(noun.one.split()))


def _is_about(head: Noun) -> bool:
    """Whether the noun names a text or a talk, which is on something rather than of it."""
    return _last_word(head.many or head.one) in _ABOUT


def _joined_before(before: list[str], noun: Noun) -> Noun:
    front = "".join(f"{word} " for word in before)
    return replace(
        noun,
        one=front + noun.one,
        many=front + noun.many if noun.many else "",
        proper=noun.proper and not before,
    )


def _split_owner(modifiers: list[Noun | str], head: Noun) -> int:
    """How many of the modifiers belong behind the head: 人大系统整体功能 is the overall functioning of the system."""
    nouns = [i for i, m in enumerate(modifiers) if isinstance(m, Noun)]
    words = [i for i, m in enumerate(modifiers) if isinstance(m, str) and m.split()[0] not in _LINKS]
    if nouns and words and nouns[-1] < words[-1]:
        return nouns[-1] + 1
    if nouns and head.link:
        return len(modifiers)
    return 0


def compound(modifiers: list[Noun | str], head: Noun) -> Noun | None:
    """Adjectives (plain strings) and nouns before a head: `special work report`, `implementation of laws and regulations`.

    None where English has no plain way to say it: a countable head made of something uncountable, or too many words in a row.
    """
    cut = _split_owner(modifiers, head)
    if cut:
        last = modifiers[cut - 1]
        owner = compound(modifiers[: cut - 1], last) if isinstance(last, Noun) else None
        rest = compound(modifiers[cut:], head)
        return rest.tailed(f"{head.link or 'of'} {owner.generic()}") if rest and owner else None
    before: list[str] = []
    for modifier in modifiers:
        if isinstance(modifier, str):
            if modifier.split()[0] in _LINKS:
                head = head.tailed(modifier)
            else:
                before.append(modifier)
            continue
        doubled = modifier.one.split()[-1] == head.one.split()[0]
        if _stands_before(modifier) and not doubled and not (_is_about(head) and not modifier.many):
            before.append(_AS_ADJECTIVE.get(modifier.one, modifier.one))
            continue
        if head.many and not modifier.many and not modifier.proper and not _is_about(head):
            return None
        link = "on" if _is_about(head) and not modifier.is_agent else "of"
        if link == "on" and f" {head.tail}".find(" on ") >= 0:
            return None
        head = head.tailed(f"{link} {_joined_before(before, modifier).generic()}")
        before = []
    stack = " ".join([*before, *_before_link(head.one)])
    if before and any(len(part.split()) > _MOST_STACKED for part in _LIST_SIGN.split(stack)):
        return None
    front_article = head.the and not before
    head = replace(head, the=front_article)
    if before and head.one.startswith("share of "):
        if len(" ".join(before).split()) > _MOST_BEFORE_SHARE:
            return None
        return Noun(f"{' '.join(before)} as a {head.one}", "", head.tail, proper=True)
    return _joined_before(before, head)


def listed(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def is_person_unit(unit: str) -> bool:
    """Whether the unit counts people or households, or acts one by one on people (人次)."""
    return unit in _PERSON_UNITS


def is_people(noun: Noun) -> bool:
    """Whether the noun names people, who are counted by heads: deputies, farmers; no body that acts as they do."""
    word = _last_word(noun.many or noun.one)
    return word in _PEOPLE or word == "people" or _ends_as_people(word)


def agrees_with_unit(noun: Noun, unit: str) -> bool:
    """Whether things of this name can be counted by the unit: only people by 名, only households by 户."""
    if unit == "户":
        return _last_word(noun.many) in _HOUSEHOLDS
    if unit in _PERSON_UNITS:
        return (
            noun.is_agent
            or _last_word(noun.many or noun.one) in _PEOPLE
            or _ends_as_people(_last_word(noun.many))
        )
    return True


def _ends_as_people(word: str) -> bool:
    return word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE

"""Numbers of one sentence told of one another's figures: the words beside them, noun and verb, tell which is which."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.quantities import Indicator
from summarizer.verify.english_fit import Licence, english_of
from summarizer.verify.finding import Verdict
from summarizer.verify.grounds import Grounds
from summarizer.verify.magnitude import Judgement
from summarizer.verify.wording import Stated

__all__ = ["Option", "exchanged"]

# How much worse the words in all may fit a figure that they alone tell from the one stated.
_WORSE = 0.1
# As many words of a figure as say that it is the one meant, where none tells it from its neighbour.
_SAYS = 2
# What a growth is called beside the name of what grew; as short as a name may be.
_CHANGE = re.compile("(?:同比|比上年)?(?:增长|下降|提高|增加|减少|上升)$")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Option:
    """A figure of the report that a number may tell: whether it holds, how well its words and the noun counted fit."""

    indicator: Indicator
    judged: Judgement
    comparable: bool
    fit: float
    named: float
    licence: Licence

    @property
    def is_rival(self) -> bool:
        """Whether the number could be meant for it and has it wrong."""
        return self.comparable and not self.holds

    @property
    def holds(self) -> bool:
        return self.judged.verdict.rank <= Verdict.IMPRECISE.rank


def exchanged(
    told: Mapping[int, Option],
    options: Mapping[int, Sequence[Option]],
    stated: Sequence[Stated],
    grounds: Grounds,
) -> dict[int, Option]:
    """The figures that numbers of one sentence, by their own words, should be told of instead.

    Only words that tell two figures of one Chinese sentence apart count. Two numbers are exchanged where their words fit the other
    way round better and nothing speaks for them as they stand; one number alone is wrong where its words are those of a figure that
    no number tells.
    """
    by_place: dict[int, list[int]] = {}
    for at, option in told.items():
        if (place := grounds.sentence(option.indicator.span.start)) is not None:
            by_place.setdefault(place.start, []).append(at)
    found: dict[int, Option] = {}
    for numbers in by_place.values():
        rivals = {at: _neighbours(told[at], options[at], grounds) for at in numbers}
        for one, other in combinations(numbers, 2):
            first = rivals[one].get(told[other].indicator.id)
            second = rivals[other].get(told[one].indicator.id)
            if first is None or second is None or one in found or other in found:
                continue
            if _are_exchanged((stated[one], told[one]), (stated[other], told[other]), grounds):
                found |= {one: first, other: second}
        taken = {option.indicator.id for option in told.values()}
        for at in numbers:
            if at not in found and (meant := _untold(stated[at], told[at], rivals[at], taken, grounds)):
                found[at] = meant
    return found


def _neighbours(option: Option, options: Sequence[Option], grounds: Grounds) -> dict[int, Option]:
    place = grounds.sentence(option.indicator.span.start)
    return {
        o.indicator.id: o for o in options if o.is_rival and grounds.sentence(o.indicator.span.start) == place
    }


def _gain(stated: Stated, own: Indicator, other: Indicator, grounds: Grounds) -> tuple[int, int]:
    """How many of a number's own words only the figure told has, and how many only the other."""
    for_own, for_other = grounds.english.apart(own, other)
    # What is not done cannot be told without saying so.
    lacking = "not" in for_own and "not" not in stated.own
    return len(stated.own & for_own), len(stated.own & for_other) + lacking


def _are_exchanged(one: tuple[Stated, Option], other: tuple[Stated, Option], grounds: Grounds) -> bool:
    (first, a), (second, b) = one, other
    if first.begins is not second.begins:
        begins = grounds.saying(a.indicator).begins, grounds.saying(b.indicator).begins
        if begins[0] is not begins[1]:
            return begins == (second.begins, first.begins)
    kept, given = _gain(first, a.indicator, b.indicator, grounds)
    kept_too, given_too = _gain(second, b.indicator, a.indicator, grounds)
    if given > kept and given_too > kept_too:
        return True
    gain = given + given_too - kept - kept_too
    if gain <= 0 or min(given - kept, given_too - kept_too) < 0:
        return False
    # One of them says nothing: it must say something of the figure that it would be told of.
    silent, meant = (second, a) if given > kept else (first, b)
    return len(silent.own & grounds.english.telling(meant.indicator)) >= _SAYS


def _untold(
    stated: Stated, option: Option, rivals: Mapping[int, Option], taken: set[int], grounds: Grounds
) -> Option | None:
    """The figure that no number tells and whose words stand beside this one, where none of those of the figure told do."""
    found = []
    for rival in rivals.values():
        kept, given = _gain(stated, option.indicator, rival.indicator, grounds)
        if rival.indicator.id in taken or kept or rival.fit < option.fit - _WORSE:
            continue
        if given or _is_plainer(stated, rival.indicator, option.indicator, grounds):
            found.append((given, rival.fit, rival))
    return max(found, key=lambda x: x[:2])[2] if found else None


def _is_plainer(stated: Stated, plain: Indicator, own: Indicator, grounds: Grounds) -> bool:
    """Whether a figure's name is part of the name of the one told, and the sentence has no word of the rest.

    The closure rate is not the rate of closure within the time limit, nor exports imports and exports.
    """
    if grounds.saying(own).is_shared or grounds.saying(plain).is_shared:
        return False
    rest = _rest(_CHANGE.sub("", own.name_zh), _CHANGE.sub("", plain.name_zh))
    for_own, _ = grounds.english.apart(own, plain)
    if not rest or not for_own or (english_of(rest) | for_own) & (stated.around | stated.own):
        return False
    return bool(stated.own & grounds.english.telling(plain))


def _rest(name: str, plain: str) -> str:
    """What a name has more than a plainer one, which is all of it but a stretch; "" where that is not so."""
    ahead = _alike(name, plain)
    behind = _alike(name[ahead:][::-1], plain[ahead:][::-1])
    if len(plain) < _SHORTEST or ahead + behind < len(plain):
        place = name.find(plain) if len(plain) >= _SHORTEST else -1
        return "，".join([name[:place], name[place + len(plain) :]]) if place >= 0 else ""
    return name[ahead : len(name) - behind]


def _alike(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )

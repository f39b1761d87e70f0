"""Every number in English prose: figures, dates, durations, ordinals, names and idioms."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.quantities.english_number_words import words
from summarizer.quantities.english_numerals import Form, Numeral, Token, numerals, tokens
from summarizer.quantities.english_words import (
    DURATION_UNITS,
    MONTHS,
    counted_noun,
    lemma,
    money_before,
    qualifier_after,
    qualifier_before,
    unit_after,
)
from summarizer.quantities.mention import Kind, Mention, Number, Qualifier
from summarizer.reading import Span

__all__ = ["mentions_en"]

_DASHES = frozenset("-–—‒~～")
_OPENING_QUOTES = frozenset("\"“‘'「『")
_CLOSING_QUOTES = frozenset("\"”’'」』")
_SENTENCE_END = frozenset(".!?;:")

_BEFORE_YEAR = frozenset(
    words(
        "in of from to since by until till through during between and after before year mid early late than for end over "
        "as the this around about"
    )
)
_CHANGE = frozenset(
    words(
        "rose rise rises rising raised raise increased increase increases grew grow grown fell fall fallen dropped drop "
        "declined decline cut reduced reduce lowered lower narrowed expanded expand improved improve went up down jumped "
        "climbed widened shrank extended raising lifting increasing reducing cutting lowering expanding rising growing "
        "falling improving bringing brought lifted"
    )
)
_PRONOUN_AFTER_ONE = frozenset(
    words(
        "another who whose that which can could may might must should would will has is was does you i we they after such"
    )
)
_PRONOUN_BEFORE_ONE = frozenset(
    words("the this that which no each every any another last next other only new old good better big")
)
_LABELS = frozenset(
    words(
        "no number article chapter phase table figure grade level type class route highway line file document version "
        "stage item section tier"
    )
)
_ORDINAL_IDIOMS = frozenset(
    words("class rate hand ever of and time priority choice come serve served step name")
)
_PERIOD_NOUNS = frozenset({"half", "quarter", "halves", "quarters", "decade"})
_NAME_AFTER = frozenset({"hotline", "helpline", "hotlines", "system"})
_COMPOUND_IDIOMS = frozenset(
    words("stop way sided size off side tolerance handed hand distance person person's fold time")
)


def mentions_en(text: str) -> list[Mention]:
    """Every number written in English prose, in order, none overlapping.

    Spans are code points into `text`: `number` is the numeral with its scale word and percent sign, `span` reaches from the
    qualifier to the unit. Values are exact and in base units: `RMB 385.67 billion` is 385670000000 元, `94.35 percent` 94.35 %,
    `two thirds` the fraction 2/3. `2 to 3` fills `value` and `value_max`. The unit is 元, 美元, %, 个百分点, a unit of
    measurement or the lemma of the noun counted, "" if unsure. `hundreds of` is 100 with qualifier `about`, as 数百 is.
    Never raises: a numeral too long to be read has value None and is `unreadable`.
    """
    stream = tokens(text)
    found = numerals(stream)
    mentions: list[Mention] = []
    i = 0
    while i < len(found):
        free_from = mentions[-1].span.end if mentions else 0
        mention, taken = _Reader(text, stream, found, i, free_from).read()
        if mention.number.start >= free_from:
            mentions.append(mention)
        i += taken
    return mentions


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdecimal() and 1900 <= int(token.text) <= 2099


class _Reader:
    """Reads one mention around the numeral `found[i]`; several numerals may go into it (a date, a range)."""

    def __init__(
        self, text: str, stream: Sequence[Token], found: Sequence[Numeral], i: int, free_from: int
    ) -> None:
        self._text, self._stream, self._found, self._i, self._free_from = text, stream, found, i, free_from
        self._numeral = found[i]

    def read(self) -> tuple[Mention, int]:
        """The mention and how many numerals it took."""
        return (
            self._date()
            or self._name()
            or self._enumerator()
            or self._ordinal()
            or self._year()
            or self._idiom()
            or self._figure()
        )

    # -- words around

    def _word(self, at: int) -> str:
        return self._stream[at].word if 0 <= at < len(self._stream) else ""

    def _raw(self, at: int) -> str:
        return self._stream[at].text if 0 <= at < len(self._stream) else ""

    def _glued(self, at: int) -> bool:
        """Whether token `at` follows the one before it without a blank."""
        return 0 < at < len(self._stream) and self._stream[at - 1].end == self._stream[at].start

    def _numeral_at(self, at: int) -> int | None:
        """How far ahead the numeral that begins at token `at` stands."""
        for ahead in range(1, 5):
            if self._i + ahead < len(self._found) and self._found[self._i + ahead].first == at:
                return ahead
        return None

    def _make(
        self, first: int, after: int, kind: Kind, taken: int = 1, **change: object
    ) -> tuple[Mention, int]:
        span = Span(self._stream[first].start, self._stream[after - 1].end)
        numeral = self._numeral
        mention = Mention(
            span, Span(numeral.start, numeral.end), self._text[span.start : span.end], kind, numeral.value
        )
        return replace(mention, **change), taken  # type: ignore[arg-type]

    # -- dates

    def _date(self) -> tuple[Mention, int] | None:
        at, after = self._numeral.first, self._numeral.after
        if not self._numeral.in_digits:
            return None
        before = self._word(at - 1)
        if before in MONTHS and self._raw(at - 1)[0].isupper():
            return self._after_month(at, after)
        of = int(self._word(after) == "of")
        month = self._word(after + of)
        if month in MONTHS and self._raw(after + of)[0].isupper() and self._day(self._numeral):
            return self._with_year(at, after + of + 1)
        if _is_year(self._stream[at]) and self._word(after) in {"-", "/"} and self._glued(after):
            iso = self._numeral_at(after + 1)
            if iso and self._word(after + 2) == self._word(after) and self._numeral_at(after + 3):
                return self._make(at, after + 4, Kind.DATE, 3)
        if (
            self._word(after) == ":"
            and self._glued(after)
            and self._glued(after + 1)
            and self._numeral_at(after + 1)
        ):
            return self._make(at, after + 2, Kind.DATE, 2)
        return None

    @staticmethod
    def _day(numeral: Numeral) -> bool:
        return numeral.value is not None and numeral.value <= 31

    def _after_month(self, at: int, after: int) -> tuple[Mention, int] | None:
        if _is_year(self._stream[at]):
            return self._make(at - 1, after, Kind.DATE)
        return self._with_year(at - 1, after) if self._day(self._numeral) else None

    def _with_year(self, first: int, after: int) -> tuple[Mention, int]:
        """The date from `first` to `after`, with the year that may follow; its value is the year, else the day."""
        comma = int(self._word(after) == ",")
        taken = self._numeral_at(after + comma)
        if taken == 1 and _is_year(self._stream[after + comma]):
            year = self._stream[after + comma]
            return self._make(
                first,
                after + comma + 1,
                Kind.DATE,
                2,
                value=Decimal(year.text),
                number=Span(year.start, year.end),
            )
        return self._make(first, after, Kind.DATE)

    def _year(self) -> tuple[Mention, int] | None:
        numeral = self._numeral
        at, after = numeral.first, numeral.after
        if after - at != 1 or not _is_year(self._stream[at]):
            return None
        if self._word(after) == "s" and self._glued(after):
            return self._make(at, after + 1, Kind.DATE)
        if self._word(after) in _DASHES and (taken := self._numeral_at(after + 1)):
            end = self._stream[after + 1]
            if _is_year(end):
                return self._make(at, after + 2, Kind.DATE, taken + 1, value_max=Decimal(end.text))
            if end.text.isdecimal() and len(end.text) == 2:
                last = (
                    numeral.value - numeral.value % 100 + int(end.text)
                    if isinstance(numeral.value, Decimal)
                    else None
                )
                return self._make(at, after + 2, Kind.DATE, taken + 1, value_max=last)
        return None if self._is_count(at, after) else self._make(at, after, Kind.DATE)

    def _is_count(self, at: int, after: int) -> bool:
        """Whether four digits that look like a year count something: a unit, or a plural noun that no preposition leads to."""
        if money_before(self._stream, at) or unit_after(self._stream, after):
            return True
        qualified = qualifier_before(self._stream, at)
        if qualified and self._word(at - 1) in {
            "than",
            "nearly",
            "almost",
            "approximately",
            "least",
            "exceeding",
        }:
            return True
        noun = self._raw(after)
        plural = noun.isalpha() and noun.islower() and lemma(noun) != noun
        return plural and self._word(at - 1) not in _BEFORE_YEAR

    # -- names, enumerators, ordinals, idioms

    def _name(self) -> tuple[Mention, int] | None:
        at, after = self._numeral.first, self._numeral.after
        if self._numeral.in_digits and (name := self._digit_name(at, after)):
            return name
        if self._raw(at - 1) in _OPENING_QUOTES and self._glued(at) and self._quoted_name(after):
            return self._make(at, after, Kind.NAME)
        if self._word(at - 1).rstrip(".") in _LABELS or (
            self._raw(at - 1) == "." and self._word(at - 2) == "no" and self._glued(at - 1)
        ):
            return self._make(at, after, Kind.ORDINAL)
        if self._numeral.form is Form.CARDINAL and self._is_title(at, after):
            return self._make(at, after, Kind.NAME)
        return None

    def _digit_name(self, at: int, after: int) -> tuple[Mention, int] | None:
        if self._glued(at):
            before = self._raw(at - 1)
            letters = before.isalpha() and not money_before(self._stream, at)
            hyphened = before in _DASHES and self._glued(at - 1) and self._raw(at - 2).isalpha()
            if letters or (hyphened and self._raw(at - 2).isupper()):
                return self._make(at, after, Kind.NAME)
        if self._raw(after) in {"+", "/"} and self._glued(after) and self._glued(after + 1):
            return self._joined_name(at, after)
        if self._word(after) in _NAME_AFTER and self._numeral.form is Form.CARDINAL:
            return self._make(at, after, Kind.NAME)
        lettered = self._glued(after) and self._raw(after).isalpha() and self._numeral.form is Form.CARDINAL
        if lettered and not unit_after(self._stream, after) and self._word(after) not in {"plus", "odd", "s"}:
            return self._make(at, after + 1, Kind.NAME)
        return None

    def _joined_name(self, at: int, after: int) -> tuple[Mention, int] | None:
        """`1+9`, `24/7`, `1+3+N`: as many parts as follow without a blank."""
        taken, end = 1, after
        while self._raw(end) in {"+", "/"} and self._glued(end) and self._glued(end + 1):
            ahead = self._numeral_at(end + 1)
            if ahead is None and not self._raw(end + 1).isalpha():
                break
            taken = ahead + 1 if ahead else taken
            end += 2
        return self._make(at, end, Kind.NAME, taken) if end > after else None

    def _quoted_name(self, after: int) -> bool:
        for i in range(after, min(after + 7, len(self._stream))):
            if self._raw(i) in _CLOSING_QUOTES:
                return True
            if self._raw(i) in _SENTENCE_END or self._raw(i) == ",":
                return False
        return False

    def _is_title(self, at: int, after: int) -> bool:
        """A number word with a capital before another capital inside a sentence: `the Two Upholds`, `Five-Year Plan`."""
        if not self._raw(at)[0].isupper() or at == 0 or self._raw(at - 1) in _SENTENCE_END | _OPENING_QUOTES:
            return False
        following = after + int(self._raw(after) in _DASHES)
        if not self._raw(following)[:1].isupper():
            return False
        return self._text.rfind("\n", 0, self._stream[at].start) < self._stream[at - 1].start

    def _enumerator(self) -> tuple[Mention, int] | None:
        """A list or heading number at the start of a line: `1.`, `2)`, `(3)`, `# 4`."""
        at, after = self._numeral.first, self._numeral.after
        line = self._text[self._text.rfind("\n", 0, self._numeral.start) + 1 : self._numeral.start]
        if line.strip(" \t#>*(（-–•") or not self._numeral.in_digits or after - at != 1:
            return None
        closed = self._raw(after) in {".", ")", "）", "、"} and self._glued(after)
        heading = "#" in line and "." not in self._raw(at)
        spaced = after + 1 < len(self._stream) and not self._stream[after + 1].is_digits
        if (closed and spaced) or (heading and not unit_after(self._stream, after)):
            return self._make(at, after, Kind.ENUMERATOR)
        return None

    def _ordinal(self) -> tuple[Mention, int] | None:
        at, after = self._numeral.first, self._numeral.after
        if self._numeral.form is not Form.ORDINAL:
            return None
        following = self._word(after + int(self._raw(after) == "-"))
        if self._word(at) == "first" or self._word(at) == "second":
            if following in _ORDINAL_IDIOMS or self._word(at - 1) == "at" or following in {"to", "thoughts"}:
                return self._make(at, after, Kind.IDIOM)
            starts = at == 0 or self._raw(at - 1) in _SENTENCE_END
            if starts and self._raw(after) == ",":
                return self._make(at, after, Kind.ENUMERATOR)
        ahead = self._numeral_at(after)
        if ahead and self._found[self._i + ahead].after:
            covered = self._found[self._i + ahead]
            if self._word(covered.after - 1) in _PERIOD_NOUNS or self._word(covered.after) in _PERIOD_NOUNS:
                return self._make(at, covered.after, Kind.DATE, ahead + 1)
        if following in _PERIOD_NOUNS:
            return self._make(at, after + 1, Kind.DATE)
        return self._make(at, after, Kind.ORDINAL)

    def _idiom(self) -> tuple[Mention, int] | None:
        at, after = self._numeral.first, self._numeral.after
        word, following, before = self._word(at), self._word(after), self._word(at - 1)
        if after - at != 1:
            return None
        compound = (
            self._raw(after) == "-" and self._glued(after) and self._word(after + 1) in _COMPOUND_IDIOMS
        )
        if not self._numeral.in_digits and compound:
            return self._make(at, after, Kind.IDIOM)
        if word == "zero" and following in _COMPOUND_IDIOMS:
            return self._make(at, after, Kind.IDIOM)
        if word != "one" or self._numeral.form is not Form.CARDINAL:
            return None
        counts = unit_after(self._stream, after) or (following.isalpha() and before in {"the", "only", "new"})
        pronoun = following in _PRONOUN_AFTER_ONE or (before in _PRONOUN_BEFORE_ONE and not counts)
        by_one = (following == "by" and self._word(after + 1) == "one") or (
            before == "by" and self._word(at - 2) == "one"
        )
        some_day = following == "day" and self._raw(at - 1) in {"", ","}
        if pronoun or by_one or some_day or (following == "of" and before != "exactly"):
            return self._make(at, after, Kind.IDIOM)
        return None

    # -- figures

    def _figure(self) -> tuple[Mention, int]:
        numeral = self._numeral
        upper, after, taken = self._range_end()
        at, qualifier = numeral.first, Qualifier.EXACT
        money = money_before(self._stream, at)
        if money and self._stream[money.first].start < self._free_from:
            money = None
        first = money.first if money else at
        negative = self._negative(first)
        if negative:
            first -= 1
        value = -numeral.value if negative and numeral.value is not None else numeral.value
        number_end = after
        unit = unit_after(self._stream, after)
        name = money.name if money else unit.name if unit else ""
        if name in {"%", "‰"}:
            number_end = unit.after if unit else after
        if name == "‰":
            value, upper, name = _tenth(value), _tenth(upper), "%"
        end = unit.after if unit else after
        if unit is None and not money:
            many = value is None or value != 1
            name = (
                self._times(after) or self._shared_unit(after) or counted_noun(self._stream, after, many=many)
            )
        if trailing := qualifier_after(self._stream, end):
            qualifier, end = trailing
        if upper is not None and self._word(first - 1) in {"between", "from"}:
            first -= 1
        leading = qualifier_before(self._stream, first)
        if leading and self._stream[leading[1]].start >= self._free_from:
            qualifier, first = leading
        if numeral.form is Form.VAGUE:
            qualifier = Qualifier.ABOUT
        if upper is not None:
            qualifier = Qualifier.RANGE
            if value is not None and value > upper:
                value, upper = upper, value
        duration = (unit is not None and unit.name in DURATION_UNITS) or lemma(name) in DURATION_UNITS
        kind = Kind.DURATION if duration else Kind.INDICATOR
        if duration and self._raw(end)[:4] == "Plan":
            kind = Kind.NAME
        number = Span(
            self._stream[at - negative if not money else at].start, self._stream[number_end - 1].end
        )
        return self._make(
            first, max(end, number_end), kind, taken,
            number=number, value=value, value_max=upper, unit=name, qualifier=qualifier, unreadable=value is None,
        )  # fmt: skip

    def _shared_unit(self, after: int) -> str:
        """The unit that only the second of two figures carries: `from 9.8 to 7.5 percent`."""
        if self._word(after) not in {"to", "and"} or self._numeral_at(after + 1) != 1:
            return ""
        unit = unit_after(self._stream, self._found[self._i + 1].after)
        leads = self._word(self._numeral.first - 1) in {"from", "between"}
        return unit.name if unit is not None and leads else ""

    def _times(self, after: int) -> str:
        """`time` for `three times` and `twice`, which count occasions."""
        if self._numeral.form is Form.MULTIPLE:
            return "time"
        return "time" if self._word(after) in {"times", "time"} else ""

    def _negative(self, first: int) -> bool:
        if self._word(first - 1) == "minus":
            return True
        sign = self._raw(first - 1) in {"-", "−"} and self._glued(first)
        return sign and not self._glued(first - 1) and self._numeral.in_digits

    def _range_end(self) -> tuple[Number | None, int, int]:
        """The upper end where this numeral opens a range, the token after it and how many numerals the mention takes."""
        after = self._numeral.after
        alone = (None, after, 1)
        joint, between = after, self._word(self._numeral.first - 1) == "between"
        if (unit := unit_after(self._stream, after)) is not None:
            joint = unit.after
        word = self._raw(joint)
        if not (word in _DASHES or word.lower() == "to" or (word.lower() == "and" and between)):
            return alone
        start = joint + 1
        while self._raw(start) in {"~", "$", "¥"} or money_before(self._stream, start + 1):
            start += 1
        ahead = self._numeral_at(start)
        if ahead != 1:
            return alone
        upper = self._found[self._i + 1]
        if upper.form is not Form.CARDINAL or upper.value is None or self._numeral.value is None:
            return alone
        if _is_year(self._stream[upper.first]) or (
            not between and upper.value <= self._numeral.value and not unit
        ):
            return alone
        stated = unit is not None or self._word(self._numeral.first - 1) == "from"
        if word.lower() == "to" and stated and self._changes():
            return alone
        return upper.value, upper.after, 2

    def _changes(self) -> bool:
        """Whether a verb of change leads to it in the sentence: `rose from 12 percent to 18 percent` is two figures."""
        for i in range(self._numeral.first - 1, max(-1, self._numeral.first - 25), -1):
            if self._word(i) in _CHANGE:
                return True
            if self._raw(i) == ".":
                return False
        return False


def _tenth(value: Number | None) -> Number | None:
    return None if value is None else value / 10

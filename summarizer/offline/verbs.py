"""English verbs and their forms."""

from dataclasses import dataclass

from summarizer.lexicon import Term

__all__ = ["Verb", "verb_of"]

_PAST = {
    "be": "was", "become": "became", "begin": "began", "break": "broke", "bring": "brought", "catch": "caught", "lay": "laid", "light": "lit",
    "overcome": "overcame", "sell": "sold", "shut": "shut", "build": "built", "choose": "chose", "cut": "cut",
    "deal": "dealt", "do": "did", "draw": "drew", "drive": "drove", "fall": "fell", "find": "found", "freeze": "froze", "get": "got",
    "give": "gave", "go": "went", "grow": "grew", "hear": "heard", "hold": "held", "keep": "kept", "lead": "led", "make": "made",
    "meet": "met", "oversee": "oversaw", "pay": "paid", "put": "put", "rebuild": "rebuilt", "rise": "rose", "see": "saw",
    "send": "sent", "set": "set", "show": "showed", "speak": "spoke", "spend": "spent", "take": "took", "undergo": "underwent",
    "undertake": "undertook", "uphold": "upheld", "win": "won", "withdraw": "withdrew", "write": "wrote",
}  # fmt: skip
_IRREGULAR_PARTICIPLES = frozenset(
    ("begun", "broken", "brought", "built", "caught", "laid", "lit", "overcome", "shut", "sold", "sown", "chosen", "cut", "dealt", "done", "drawn", "driven", "found", "frozen", "given", "heard", "held",
     "kept", "led", "made", "met", "overseen", "paid", "put", "rebuilt", "seen", "sent", "set", "shown", "spent", "sworn", "taken",
     "undergone", "undertaken", "upheld", "won", "withdrawn", "written")
)  # fmt: skip
_DOUBLED = ("plan", "shut", "set", "run", "stop", "commit", "submit", "cut", "get", "let", "put", "begin", "transfer", "control", "permit",
            "admit", "refer", "win", "spur", "step", "ban")  # fmt: skip
_INTRANSITIVE = frozenset(
    ("cooperate", "benefit", "rank", "participate", "grow", "rise", "fall", "live", "work")
)
_ADVERBS = frozenset(("not", "well", "firmly", "also"))


def _past_of(word: str) -> str:
    if word in _PAST:
        return _PAST[word]
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    return word + (word[-1] if word in _DOUBLED else "") + "ed"


def _gerund_of(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return word[:-1] + "ing"
    return word + (word[-1] if word in _DOUBLED else "") + "ing"


@dataclass(frozen=True, slots=True)
class Verb:
    """`hear and deliberate`, `heard and deliberated` (the participle, as the termbase has it), with its Chinese."""

    base: str
    participle: str
    zh: str

    def _each(self, change: dict[str, str]) -> str:
        """The base with the verb of each part changed; an adverb before it stays."""
        return " ".join(change.get(word, word) for word in self.base.split())

    def _verbs(self) -> list[str]:
        """The words of the base that are verbs: the first of each part joined by `and`, `or` or a comma."""
        found: list[str] = []
        opens = True
        for word in self.base.split():
            if word in {"and", "or"}:
                opens = True
            elif opens and not word.endswith("ly") and word not in _ADVERBS:
                found.append(word)
                opens = word.endswith(",")
        return found

    def on(self, what: str, form: str) -> str:
        """A form of the verb with its object in its place: `attend meetings as non-voting participants`."""
        before, link, role = form.partition(" as ")
        return " ".join(p for p in (before, what, f"as {role}" if link else "") if p)

    @property
    def past(self) -> str:
        return self._each(
            {v: _past_of(v.removesuffix(",")) + ("," if v.endswith(",") else "") for v in self._verbs()}
        )

    @property
    def gerund(self) -> str:
        return self._each(
            {v: _gerund_of(v.removesuffix(",")) + ("," if v.endswith(",") else "") for v in self._verbs()}
        )

    @property
    def is_transitive(self) -> bool:
        """Whether the participle can stand after `were`: `newly built` can, `taking part in` and `funds secured` cannot."""
        if self.base in _INTRANSITIVE:
            return False
        first = next((w for w in self.participle.split() if not w.endswith("ly") and w not in _ADVERBS), "")
        return first.rstrip(",").endswith("ed") or first.rstrip(",") in _IRREGULAR_PARTICIPLES


def verb_of(term: Term) -> Verb | None:
    """The verb of a termbase entry, whose participle is "" where it is regular; None where it has none (`-`)."""
    if term.plural == "-":
        return None
    base = term.en.removeprefix("to ")
    word, space, rest = base.partition(" ")
    return Verb(base, term.plural or f"{_past_of(word)}{space}{rest}", term.zh)

"""What is wrong with a piece of generated English: article, number, agreement, punctuation and the style of figures."""

import re
from collections.abc import Iterator

__all__ = ["faults_of_name", "faults_of_sentence"]

_WORDS = "two|three|four|five|six|seven|eight|nine"
_TENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?"
_MANY = rf"(?:{_WORDS}|{_TENS}|\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion))?)"
_LED = r"(?:(?:A total of|[Oo]ver|[Aa]bout|[Nn]early|[Uu]nder|[Aa]t least|[Aa]t most) )?"
_MONEY = re.compile(r"^(?:yuan|US dollars|dollars|euros)\b")
_UNIT = (
    r"percent|percentage|yuan|US|dollars|mu|jin|kilo\w*|meters?|kilometers?|square|cubic|hectares?|tonnes?|tons?|kilograms?|grams?|"
    r"million|billion|trillion|hours?|days?|to|am|pm"
)
_VOWEL_SOUND = re.compile(
    r"^(?:[aeioAEIO]|[uU](?!n[ai]|se|su|ti|ri|ra)|[hH]our|[hH]onou?r|[hH]eir|[AEFHILMNORSX][A-Z&]|8|11\b|18\b)"
)
_CONSONANT_SOUND = re.compile(r"^(?:[oO]ne\b|[oO]nce\b|[eE]u|[uU](?:ni|se|su|ti|ri)|[BCDGJKPQTUVWYZ][A-Z&])")
_YEAR = r"(?:1[89]|20)\d\d"
_SINGULAR_S = ("ss", "us", "is", "news", "series", "headquarters", "physics", "campus")


def _common(text: str) -> Iterator[str]:
    if re.search(r"\b(\w+) \1\b", text, re.IGNORECASE):
        yield "a word twice"
    if re.search(r"\s[,.;:!?)]|\(\s|  |^\s|\s$", text):
        yield "a stray blank"
    if re.search(r",[,.;]|\.\.|,(?=[A-Za-z])", text):
        yield "doubled or crowded punctuation"
    if "%" in text:
        yield "a percent sign"
    for word in re.findall(r"\b[Aa] ([\w&]+)", text):
        if _VOWEL_SOUND.match(word) and not _CONSONANT_SOUND.match(word):
            yield f"a before {word}"
    for word in re.findall(r"\b[Aa]n ([\w&]+)", text):
        if not _VOWEL_SOUND.match(word) or _CONSONANT_SOUND.match(word):
            yield f"an before {word}"
    if re.search(r"\b(?:a|an|the) (?:a|an|the)\b", text, re.IGNORECASE):
        yield "two articles"


def faults_of_name(name: str) -> list[str]:
    """What is wrong with a name; empty where nothing is."""
    found = list(_common(name.removeprefix("… ")))
    if name != name.strip() or name.endswith((".", ",", " of", " by", " the")):
        found.append("a loose end")
    if re.search(r"[㐀-鿿]", name):
        found.append("Chinese in it")
    return found


def faults_of_sentence(text: str) -> list[str]:
    """What is wrong with a sentence; empty where nothing is."""
    found = list(_common(text))
    if not re.match(r"[A-Z“\"]", text):
        found.append("no capital at the start")
    if not text.endswith("."):
        found.append("no full stop at the end")
    if re.search(r"[㐀-鿿]", text):
        found.append("Chinese in it")
    if re.search(
        rf"(?<![\d.,–-])\b[1-9]\b(?![\d.,]*\d)(?! (?:{_UNIT})\b)",
        re.sub(rf"\b\d{{1,2}} [A-Z][a-z]+ {_YEAR}", "", text),
    ) and not re.search(r"\d to \d", text):
        found.append("a count below ten in digits")
    if re.search(rf"(?<![\d.,])(?!{_YEAR}\b)\d{{4,}}", text):
        found.append("no commas for thousands")
    if re.search(r"\d\.\d{4,} (?:million|billion|trillion)", text):
        found.append("more than three decimals")
    # A subject that begins with its number.
    for words, verb in re.findall(
        rf"(?i:(?:^|(?<=and )|(?<=, )){_LED}{_MANY}) ([\w\s,'’\"-]+?) (was|were|is|are)\b", text
    ):
        if verb in {"was", "is"} and not _MONEY.match(words):
            found.append(f"several {words} {verb}")
    for words, verb in re.findall(
        r"(?:^O|(?<![\w-])(?<!and )o)ne ((?:(?! and )[\w\s'’-])+?) (was|were|is|are)\b", text
    ):
        head = re.split(r" (?:of|for|in|on|to|with|from|at|by)\b", words)[0].split()[-1]
        if verb in {"were", "are"} or (head.endswith("s") and not head.endswith(_SINGULAR_S)):
            found.append(f"one {words} {verb}")
    if re.search(rf"\bthere (?:was {_MANY}|were one)\b", text, re.IGNORECASE):
        found.append("there was with a plural")
    return found

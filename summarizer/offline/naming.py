"""What bodies, sessions, places, people and the report itself are called in English."""

import re

from summarizer.lexicon import PlaceName, person_name, place_name
from summarizer.reading import Form, ReportKind, ReportMeta

__all__ = [
    "body_en",
    "date_en",
    "genre_en",
    "ordinal_digits",
    "ordinal_word",
    "place_en",
    "session_en",
    "speaker_en",
    "title_en",
]

_CONGRESS = "People's Congress"
_BODIES = (
    ("人民代表大会常务委员会", "Standing Committee of the {} " + _CONGRESS),
    ("人民代表大会主席团", "Presidium of the {} " + _CONGRESS),
    ("人大工作委员会", "Working Committee of the {} " + _CONGRESS),
    ("管理委员会", "{} Administrative Committee"),
    ("行政公署", "{} Administrative Office"),
    ("办事处", "{} Office"),
    ("人大常委会", "Standing Committee of the {} " + _CONGRESS),
    ("人民代表大会", "{} " + _CONGRESS),
    ("高级人民法院", "{} High People's Court"),
    ("中级人民法院", "{} Intermediate People's Court"),
    ("最高人民法院", "Supreme People's Court"),
    ("最高人民检察院", "Supreme People's Procuratorate"),
    ("人民法院", "{} People's Court"),
    ("人民检察院", "{} People's Procuratorate"),
    ("人民政府", "{} People's Government"),
    ("国务院", "State Council"),
    ("政府", "{} People's Government"),
)
_GENRES = {
    ReportKind.CONGRESS: "a work report", ReportKind.GOVERNMENT: "a work report", ReportKind.COURT: "a work report",
    ReportKind.PROCURATORATE: "a work report", ReportKind.RESOLUTION: "a resolution", ReportKind.PRESS: "a press report",
    ReportKind.STATISTICS: "a statistical communiqué", ReportKind.PLAN: "a report on the plan or the budget",
    ReportKind.SPECIAL: "a report on a single matter", ReportKind.WORK_PLAN: "a work plan", ReportKind.SPEECH: "a speech",
    ReportKind.OTHER: "a text of another kind",
}  # fmt: skip
_FORMS = {Form.FULL: "", Form.GUIDE: "Guide to the ", Form.INFOGRAPHIC: "Infographic of the "}
_ORDINALS = (
    "", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TITLE_YEAR = re.compile(r"^(\d{4})年")


def genre_en(kind: ReportKind) -> str:
    """What sort of text it is: `a work report`, `a resolution`."""
    return _GENRES[kind]


def ordinal_word(number: int) -> str:
    """`Third`; in digits from the thirteenth on."""
    return _ORDINALS[number] if 0 < number < len(_ORDINALS) else ordinal_digits(number)


def ordinal_digits(number: int) -> str:
    """`16th`, `21st`."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _place(meta: ReportMeta, before_body: str) -> PlaceName | None:
    """The place of a body: as its name has it, or as the report has it where that says more."""
    zh = meta.place_zh if not before_body or meta.place_zh.endswith(before_body) else before_body
    return place_name(zh) if zh else None


def _with_place(pattern: str, place: PlaceName | None) -> str:
    """`Xincheng District People's Court of Hohhot`: the place before the name, what lies above it behind."""
    if place is None or "{}" not in pattern:
        return " ".join(pattern.replace("{}", "").split())
    if place.en.startswith("an unnamed"):
        return f"{pattern.format(place.adjective)} of {place.en}"
    _, _, above = place.en.partition(", ")
    return pattern.format(place.adjective) + (f" of {above}" if above else "")


def date_en(iso: str) -> str:
    """`21 March 2023` of `2023-03-21`; anything else as it is."""
    parts = iso.split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts) and 1 <= int(parts[1]) <= 12:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return iso


def body_en(meta: ReportMeta) -> str:
    """The reporting body in standard English, "" where the report names none that is known.

    >>> body_en(ReportMeta(body_zh="大同市人民代表大会常务委员会", place_zh="大同市"))
    "Standing Committee of the Datong Municipal People's Congress"
    """
    for ending, pattern in _BODIES:
        if meta.body_zh.endswith(ending):
            return _with_place(pattern, _place(meta, meta.body_zh.removesuffix(ending)))
    return ""


def place_en(meta: ReportMeta) -> str:
    """The report's place as a noun: `Xincheng District, Hohhot`; "" where it is not known."""
    return place_name(meta.place_zh).en if meta.place_zh else ""


def speaker_en(meta: ReportMeta) -> str:
    """The speaker's name in pinyin, surname first; "" where the report names none."""
    return person_name(meta.speaker) if meta.speaker else ""


def session_en(meta: ReportMeta) -> str:
    """`Third Session of the 16th Datong Municipal People's Congress`; "" where the report does not number it."""
    if meta.congress is None:
        return ""
    place = place_name(meta.place_zh) if meta.place_zh else None
    number = ordinal_word(meta.congress) if meta.congress < 10 else ordinal_digits(meta.congress)
    congress = f"{number} {_with_place('{} ' + _CONGRESS, place)}"
    return f"{ordinal_word(meta.session)} Session of the {congress}" if meta.session else congress


def title_en(meta: ReportMeta) -> str:
    """The report's title in English: `Work Report of the Guizhou Provincial People's Government`; "" for a text of another kind."""
    body = body_en(meta)
    year = _TITLE_YEAR.match(meta.title_zh)
    when = f"{year[1]} " if year else ""
    if meta.kind.is_work_report and body:
        return f"{_FORMS[meta.form]}{when}Work Report of the {body}"
    if meta.kind is ReportKind.STATISTICS and meta.place_zh:
        of_year = f" in {meta.year}" if meta.year else ""
        return f"Statistical Communiqué on the Economic and Social Development of {place_en(meta)}{of_year}"
    return ""

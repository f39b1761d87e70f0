"""`Chunk` → rows and sentences by rules and termbase, without a model."""

from summarizer.offline.gist import LEFT_OUT
from summarizer.offline.glance import glance
from summarizer.offline.headings import heading_en
from summarizer.offline.key_sentences import Quotation, Quotations, quotations
from summarizer.offline.names import english_name
from summarizer.offline.naming import body_en, date_en, genre_en, place_en, session_en, speaker_en, title_en
from summarizer.offline.numbers import count_en, number_en, quantity_en
from summarizer.offline.writer import row_of, write

__all__ = [
    "LEFT_OUT",
    "Quotation",
    "Quotations",
    "body_en",
    "count_en",
    "date_en",
    "english_name",
    "genre_en",
    "glance",
    "heading_en",
    "number_en",
    "place_en",
    "quantity_en",
    "quotations",
    "row_of",
    "session_en",
    "speaker_en",
    "title_en",
    "write",
]

"""What a single line is when it is not report: menu, byline, watermark, page line, footer, note. No knowledge of its neighbours."""

from summarizer.reading.furniture.byline import (
    awaits_value,
    is_byline,
    is_caption,
    is_certain_byline,
    is_dated,
)
from summarizer.reading.furniture.footer import (
    ends_report,
    is_closing_mark,
    is_disclaimer,
    is_footer,
    is_licence,
)
from summarizer.reading.furniture.navigation import (
    is_bar_menu,
    is_category,
    is_certain_navigation,
    is_crumb_mark,
    is_latin_item,
    is_menu_word,
    is_navigation,
)
from summarizer.reading.furniture.note import (
    is_annex_mark,
    is_bare_term,
    is_explanation,
    is_glossary_entry,
    is_glossary_title,
    is_titled_entry,
)
from summarizer.reading.furniture.pagination import is_page_number, page_count, page_marks
from summarizer.reading.furniture.prose import is_body_name, is_opening, is_prose, is_title_like
from summarizer.reading.furniture.watermark import has_sellers_sign, is_advert, seller_tail

__all__ = [
    "awaits_value",
    "ends_report",
    "has_sellers_sign",
    "is_advert",
    "is_annex_mark",
    "is_bar_menu",
    "is_bare_term",
    "is_body_name",
    "is_byline",
    "is_caption",
    "is_category",
    "is_certain_byline",
    "is_certain_navigation",
    "is_closing_mark",
    "is_crumb_mark",
    "is_dated",
    "is_disclaimer",
    "is_explanation",
    "is_footer",
    "is_glossary_entry",
    "is_glossary_title",
    "is_latin_item",
    "is_licence",
    "is_menu_word",
    "is_navigation",
    "is_opening",
    "is_page_number",
    "is_prose",
    "is_title_like",
    "is_titled_entry",
    "page_count",
    "page_marks",
    "seller_tail",
]

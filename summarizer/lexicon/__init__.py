"""Termbase, places, units, numerals and the taxonomy of comparable indicators."""

from summarizer.lexicon.alike import canonical
from summarizer.lexicon.headlines import headlines
from summarizer.lexicon.numbered import Numbered, numbered_names
from summarizer.lexicon.numerals import (
    CN_DIGITS,
    CN_NUMERAL,
    CN_SCALES,
    MAX_NUMERAL,
    numeral_range,
    numeral_value,
)
from summarizer.lexicon.places import Place, PlaceName, known_places, level_of, place_name
from summarizer.lexicon.portal import PortalRole, portal_pattern, portal_words
from summarizer.lexicon.romanisation import person_name, pinyin
from summarizer.lexicon.synonyms import synonyms_of_units, synonyms_of_verbs, synonyms_of_words
from summarizer.lexicon.taxonomy import Taxon, key_for, taxon, taxonomy
from summarizer.lexicon.terms import PartOfSpeech, Term, TermBase, terms
from summarizer.lexicon.traditional import is_traditional, plain, simplified
from summarizer.lexicon.units import Unit, UnitClass, units, units_named

__all__ = [
    "CN_DIGITS",
    "CN_NUMERAL",
    "CN_SCALES",
    "MAX_NUMERAL",
    "Numbered",
    "PartOfSpeech",
    "Place",
    "PlaceName",
    "PortalRole",
    "Taxon",
    "Term",
    "TermBase",
    "Unit",
    "UnitClass",
    "canonical",
    "headlines",
    "is_traditional",
    "key_for",
    "known_places",
    "level_of",
    "numbered_names",
    "numeral_range",
    "numeral_value",
    "person_name",
    "pinyin",
    "place_name",
    "plain",
    "portal_pattern",
    "portal_words",
    "simplified",
    "synonyms_of_units",
    "synonyms_of_verbs",
    "synonyms_of_words",
    "taxon",
    "taxonomy",
    "terms",
    "units",
    "units_named",
]

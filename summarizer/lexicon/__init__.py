"""Termbase, places, units, numerals and the taxonomy of comparable indicators."""

"""Numerals to quantities: units, ages, ranges, shares, comparisons."""

"""A sentence in tokens, with its numerals, phrases and noun phrases."""

"""Words broken at the ends of lines: which hyphen belongs to the word, and which is only the line's."""

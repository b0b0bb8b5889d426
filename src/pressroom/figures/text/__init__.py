"""The words, numerals and dates that figures print, in the language of the report."""

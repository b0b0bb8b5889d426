"""Edits made in Word, turned into changes of the source text."""

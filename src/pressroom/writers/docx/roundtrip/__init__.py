"""Edits made in Word, taken back to the text they came from."""

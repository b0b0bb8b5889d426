"""Printers found, described and sent to."""

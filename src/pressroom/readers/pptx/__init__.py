"""Presentations, read from the package's own XML: slides as sections, notes as boxes."""

"""What each language needs for its numbers: one module of plain data a language."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from pressroom.numbers.languages.form import Language

LANGUAGES = ("en", "de", "fr", "es")


@cache
def language(lang: str) -> Language:
    """Return the table for a BCP 47 tag, by its primary language; English where there is none."""
    primary = lang.partition("-")[0].lower()
    name = primary if primary in LANGUAGES else "en"
    found = import_module(f"pressroom.numbers.languages.{name}").LANGUAGE
    assert isinstance(found, Language)  # noqa: S101 - the modules are ours
    return found

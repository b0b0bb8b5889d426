"""What each language needs for its numbers: one module of plain data a language."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from pressroom.numbers.languages.form import (
    Language,
    WordTable,
)

TYPE_CHECKING = (
    False  # as type checkers know it; loading the module of that name takes longer than all tables
)

if TYPE_CHECKING:
    from typing import Any

LANGUAGES = ("en", "de", "fr", "es")


def is_read(lang: str) -> bool:
    """Tell whether there is a table for a BCP 47 tag: without one, nobody knows what its numbers say."""
    return lang.partition("-")[0].lower() in LANGUAGES


@cache
def language(lang: str) -> Language:
    """Return the table for a BCP 47 tag, by its primary language; where there is none, English with the
    words of doubt of that language.
    """
    primary = lang.partition("-")[0].lower()
    name = primary if primary in LANGUAGES else "en"
    found = import_module(f"pressroom.numbers.languages.{name}").LANGUAGE
    assert isinstance(found, Language)  # noqa: S101 - the modules are ours
    if primary in LANGUAGES:
        return found
    doubts = import_module("pressroom.numbers.languages.unread").QUALIFIERS.get(primary)
    return Language(**{**vars(found), "qualifiers": doubts}) if doubts else found


@cache
def all_languages() -> Language:
    """Return one table with the words of all languages, for rules that know a word in a text of any language.

    Sets, mappings and lists are united; of a text or a flag, the one of English stands.
    """
    fields: dict[str, Any] = dict(vars(language(LANGUAGES[0])))
    for lang in LANGUAGES[1:]:
        for subject, table in vars(language(lang)).items():
            fields[subject] = _unite(fields[subject], table)
    return Language(**fields)


def _unite(first: WordTable, second: WordTable) -> WordTable:
    """Return the table of a subject with the words of another language as well."""
    fields = dict(vars(first))
    for name, value in vars(second).items():  # what is given: the defaults are those of the class
        known = fields.get(name)
        if isinstance(value, frozenset):
            fields[name] = value | known if known else value
        elif isinstance(value, dict):
            fields[name] = {**known, **value} if known else value
        elif isinstance(value, tuple):
            fields[name] = tuple(dict.fromkeys((*known, *value))) if known else value
    return type(first)(**fields)

"""What each language needs for its numbers: one module of plain data a language."""

from __future__ import annotations

from collections.abc import Sequence
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


@cache
def language(lang: str) -> Language:
    """Return the table for a BCP 47 tag, by its primary language; English where there is none."""
    primary = lang.partition("-")[0].lower()
    name = primary if primary in LANGUAGES else "en"
    found = import_module(f"pressroom.numbers.languages.{name}").LANGUAGE
    assert isinstance(found, Language)  # noqa: S101 - the modules are ours
    return found


@cache
def all_languages() -> Language:
    """Return one table with the words of all languages, for rules that know a word in a text of any language.

    Sets, mappings and lists are united; of a text or a flag, the one of English stands.
    """
    fields: dict[str, Any] = vars(_unite([language(lang) for lang in LANGUAGES]))
    return Language(**fields)


def _unite(tables: Sequence[WordTable]) -> WordTable:
    """Return one table from those of all languages, whose fields may be tables themselves."""
    kind = type(tables[0])
    return kind(**{name: _union([getattr(table, name) for table in tables]) for name in kind.__annotations__})


def _union(values: list[Any]) -> object:
    first = values[0]
    if isinstance(first, WordTable):
        return _unite(values)
    filled = [value for value in values if value]
    if len(filled) < 2:  # most fields are filled in one language
        return filled[0] if filled else first
    if isinstance(first, frozenset):
        return first.union(*filled)
    if isinstance(first, dict):
        return {word: value for each in filled for word, value in each.items()}
    if isinstance(first, tuple):
        return tuple(dict.fromkeys(word for each in filled for word in each))
    return first

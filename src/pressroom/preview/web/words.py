"""The words of the preview's pages, in the language of the browser as far as there is a catalogue of it."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.translations import find_catalogue
from pressroom.translations.interface import INTERFACE, translate_interface


def list_words(lang: str) -> Mapping[str, str]:
    """Return all words of the pages by name, in a language."""
    return {name: translate_interface(name, lang) for name in INTERFACE}


def choose_language(accepted: str) -> str:
    """Return the first language of an Accept-Language header that there is a catalogue of, else English.

    >>> choose_language("da, de-AT;q=0.8, en;q=0.7")
    'de'
    """
    found: list[tuple[float, str]] = []
    for each in accepted.split(","):
        tag, _, weight = each.partition(";q=")
        try:
            found.append((float(weight or 1), tag.strip()))
        except ValueError:
            continue
    ordered = sorted(found, key=lambda one: -one[0])
    return next((lang for _, tag in ordered if (lang := find_catalogue(tag))), "en")

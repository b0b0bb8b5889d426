"""The fixed words of reports in each language: messages.py in English, a gettext catalogue for each other."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from pressroom.model.language_tags import is_traditional_chinese
from pressroom.translations.messages import MESSAGES

SOURCE = "en"  # the language of messages.py
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ar", "he", "zh", "ja", "ko")

VARIANTS = ("zh_Hant",)  # of these languages, in another script


def find_catalogue(lang: str) -> str:
    """Return the catalogue for a BCP 47 tag ("de-AT" has "de", "zh-TW" has "zh_Hant"), "" for none."""
    if is_traditional_chinese(lang):
        return "zh_Hant"
    base = lang.replace("_", "-").partition("-")[0].lower()
    return base if base in LANGUAGES else ""


def translate(name: str, lang: str, /, **parts: str) -> str:
    """Return the words of a name in a language, with their parts; in English where no catalogue has it.

    A name that is not in messages.py is a defect of the caller (KeyError).
    """
    message = MESSAGES[name]
    if not isinstance(message, str):
        raise KeyError(f"{name} has a plural: translate_plural prints it")
    found = _load(find_catalogue(lang)).pgettext(name, message)
    return found.format(**parts) if parts else found


def translate_plural(name: str, lang: str, count: int, /, **parts: str) -> str:
    """Return the words of a name for a number of things; ``{count}`` is the number where no part says it."""
    message = MESSAGES[name]
    if isinstance(message, str):
        raise KeyError(f"{name} has no plural: translate prints it")
    found = _load(find_catalogue(lang)).npgettext(name, *message, count)
    return found.format(**{"count": str(count), **parts})


def list_words(lang: str) -> tuple[tuple[str, str], ...]:
    """Return all words of a language that have no plural, by name, their parts still to be filled in."""
    return tuple((name, translate(name, lang)) for name, text in MESSAGES.items() if isinstance(text, str))


@cache
def _load(lang: str) -> NullTranslations:
    if lang in ("", SOURCE):
        return NullTranslations()
    with (files("pressroom.translations") / f"{lang}.mo").open("rb") as file:
        return GNUTranslations(file)

"""The marks that a language sets round quoted words, as CLDR has them, with narrow spaces in
French: outer and inner ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.language import guess_language

_ENGLISH = ("“", "”", "‘", "’")
_GERMAN = ("„", "“", "‚", "‘")
_SWEDISH = ("”", "”", "’", "’")
_SPANISH = ("«", "»", "“", "”")
_FRENCH = ("«\u202f", "\u202f»", "“", "”")
_RUSSIAN = ("«", "»", "„", "“")
_SWISS = ("«", "»", "‹", "›")
_POLISH = ("„", "”", "«", "»")
_MARKS: Mapping[str, tuple[str, str, str, str]] = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "is"), _GERMAN),
    **dict.fromkeys(("sv", "fi", "he"), _SWEDISH),
    **dict.fromkeys(("es", "ca", "it", "pt-pt", "el", "nb", "no", "ar", "fa"), _SPANISH),
    "fr": _FRENCH,
    **dict.fromkeys(("ru", "uk", "be"), _RUSSIAN),
    **dict.fromkeys(("de-ch", "de-li", "fr-ch", "it-ch"), _SWISS),
    **dict.fromkeys(("pl", "ro"), _POLISH),
    "hu": ("„", "”", "»", "«"),
    "nl": ("‘", "’", "“", "”"),
    **dict.fromkeys(("ja", "zh-hant", "zh-tw", "zh-hk"), ("「", "」", "『", "』")),
}


def find_quotation_marks(lang: str, depth: int, text: str = "") -> tuple[str, str]:
    """Return the marks ahead of and behind quoted words; ``depth`` counts the quotations around them.

    ``lang`` is a BCP 47 tag; where it is "", the language is guessed from ``text``.
    """
    low = (lang or guess_language(text).lang).lower()
    outer, end, inner, inner_end = _MARKS.get(low) or _MARKS.get(low.split("-")[0], _ENGLISH)
    return (inner, inner_end) if depth % 2 else (outer, end)

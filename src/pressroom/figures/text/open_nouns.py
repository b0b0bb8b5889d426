"""Nouns and pronouns that name nothing by themselves: "usage" of what, "the rate" of what."""

from __future__ import annotations

import re

_NOUNS = (
    r"usage|use|share|rate|number|total|level|amount|figure|proportion|percentage|average|volume|value|size|count|"
    r"awareness|familiarity|support|participation|adoption|frequency|result|it|they|this|that|these|those|he|she|we|"
    r"nutzung|anteil|quote|rate|zahl|anzahl|summe|wert|menge|durchschnitt|er|sie|es|dies|diese|"
    r"usage|utilisation|part|taux|nombre|total|niveau|montant|valeur|moyenne|il|elle|ils|elles|cela|"
    r"uso|cuota|tasa|número|cifra|nivel|cantidad|valor|promedio|media|él|ella|ellos|ellas|esto"
)
# the noun at the beginning of a title, and the word behind it
OPEN_NOUNS = re.compile(
    rf"(?:(?:the|its|their|der|die|das|le|la|les|el|los|las)\s+|l[’'])?(?:{_NOUNS})s?\s+(\w+)", re.IGNORECASE
)
OF_WORDS = frozenset(
    (
        "of",
        "for",
        "in",
        "among",
        "with",
        "at",
        "from",
        "by",
        "on",
        "about",
        "to",
        "der",
        "des",
        "von",
        "für",
        "an",
        "im",
        "de",
        "du",
        "d",
        "del",
        "en",
        "para",
        "por",
        "entre",
        "than",
        "who",
        "whose",
    )
)

"""Nouns and pronouns that name nothing by themselves: "usage" of what, "the rate" of what."""

from __future__ import annotations

import re

_VERBS = (
    r"is|was|were|has|had|rose|fell|grew|dropped|increased|decreased|declined|climbed|stood|reached|remained|"
    r"ist|war|stieg|sank|est|a|s[’']élève|augmente|es|era|fue"
)
_NOUNS = (
    r"usage|use|share|rate|number|level|amount|figure|proportion|percentage|volume|value|size|count|"
    r"awareness|familiarity|support|participation|adoption|frequency|result|it|they|this|that|these|those|he|she|we|"
    r"nutzung|anteil|quote|rate|zahl|anzahl|summe|wert|menge|durchschnitt|er|sie|es|dies|diese|"
    r"usage|utilisation|part|taux|nombre|niveau|montant|valeur|moyenne|il|elle|ils|elles|cela|"
    r"uso|cuota|tasa|número|cifra|nivel|cantidad|valor|promedio|media|él|ella|ellos|ellas|esto|"
    rf"(?:total|average)(?=s?\s(?:{_VERBS})\b)"  # not "total spending"
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

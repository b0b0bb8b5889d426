"""Whether the words behind a share name the whole that it is a part of."""

from __future__ import annotations

import re

# what sums are held against and are mostly no part of: a deficit of 3 per cent of GDP
_MEASURES = (
    r"(?:GDP|GNP|GNI|BIP|PIB|RNB|gross (?:domestic|national) product|equity|net assets|"
    r"share(?:holders?|owners?)?['’]?s?['’]? (?:funds|equity)|Bruttoinlands?produkts?|Eigenkapitals?|"
    r"produit intérieur|fonds propres|producto interno|patrimonio neto)\b"
)
_MORE = re.compile(r"\b(?:en plus|en moins|de más|de menos)\b", re.IGNORECASE)  # "34% de risque en plus"
_OF_MEASURE = re.compile(
    rf"\s+(?:of|der|des|von|de|du|del)\s+(?:(?:the|its|their|el|la)\s+|l['’])?{_MEASURES}", re.IGNORECASE
)
NEAR = 40  # characters behind the share that are looked at
_OF = re.compile(
    r"\s+(?:of|der|des|von|aller|de|du|del)\s+"
    rf"(?!(?:(?:the|its|their|l['’]|el|la)\s*)?{_MEASURES})"
    r"(?!s['’]|se\s)"  # what is done: "10% de s'ouvrir"
    r"(?!(?:the )?(?:year|month|time|which|whom|them|these|those|it|denen|ellos|ellas|las cuales)\b)",
    re.IGNORECASE,
)


def names_whole(text: str, end: int) -> bool:
    """Tell whether a share that ends at ``end`` of a text is of something that the text names beside it.

    A pronoun names nothing, "12 per cent of the time" has no whole that could be drawn, and a deficit of
    "3 per cent of GDP" is no part of it.
    """
    behind = text[end : end + NEAR]
    return _OF.match(behind) is not None and _MORE.search(behind) is None


def is_measured_by(text: str, end: int) -> bool:
    """Tell whether a share that ends at ``end`` is only measured by a sum that it is no part of: "a third of
    GDP".
    """
    return _OF_MEASURE.match(text[end : end + NEAR]) is not None

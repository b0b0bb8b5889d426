"""Whether the words behind a share name the whole that it is a part of."""

from __future__ import annotations

import re

NEAR = 40  # characters behind the share that are looked at
_OF = re.compile(
    r"\s+(?:of|der|des|von|aller|de|du|del)\s+"
    r"(?!(?:the )?(?:year|month|time|which|whom|them|these|those|it|denen|ellos|ellas|las cuales)\b)",
    re.IGNORECASE,
)


def names_whole(text: str, end: int) -> bool:
    """Tell whether a share that ends at ``end`` of a text is of something that the text names beside it.

    A pronoun names nothing, and "12 per cent of the time" has no whole that could be drawn.
    """
    return _OF.match(text[end : end + NEAR]) is not None

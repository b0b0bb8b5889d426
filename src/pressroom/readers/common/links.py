"""Which addresses a document may link to."""

from __future__ import annotations

import re

_ALLOWED = re.compile(r"(?:https?://[^\s/]|mailto:[^\s]|tel:[+\d(]|#.)", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_LONGEST = 2_000  # characters; some mail programs and readers cut longer ones


def safe_href(address: str) -> str:
    r"""Return an address fit for a link (http, https, mailto, tel or "#id"), "" for any other.

    Characters that cannot be seen are taken out first: "java\tscript:" is no exception.
    """
    href = _HIDDEN.sub(lambda found: "%20" if found.group() == " " else "", address.strip())
    return href if _ALLOWED.match(href) and len(href) <= _LONGEST else ""

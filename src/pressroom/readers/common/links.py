"""Which addresses a document may link to, and the note on those that it may not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressroom.model.diagnostic import Diagnostic, Severity

_ALLOWED = re.compile(r"(?:https?://[^\s/]|mailto:[^\s]|tel:[+\d(]|#.)", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_LONGEST = 2_000  # characters; some mail programs and readers cut longer ones


def sanitize_href(address: str) -> str:
    r"""Return an address fit for a link (http, https, mailto, tel or "#id"), "" for any other.

    Characters that cannot be seen are taken out first: "java\tscript:" is no exception.
    """
    href = _HIDDEN.sub(lambda found: "%20" if found.group() == " " else "", address.strip())
    return href if _ALLOWED.match(href) and len(href) <= _LONGEST else ""


def note_dropped_links(addresses: Iterable[str], source: str) -> list[Diagnostic]:
    """Return a note on addresses that cannot be linked to, if there are any."""
    listed = sorted(set(addresses))
    if not listed:
        return []
    message = (
        f"{len(listed)} link(s) lead to no web, mail or phone address and stay words: {', '.join(listed[:3])}"
    )
    return [Diagnostic(Severity.NOTE, "link-dropped", message[:300], "link to https://…", where=source)]

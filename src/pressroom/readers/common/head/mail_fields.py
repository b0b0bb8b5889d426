"""The lines that mail programs put ahead of a message that is answered or forwarded: "From: …", "Sent: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KEYS = {
    "from": "from|von|de|da|van|från|fra|od|lähettäjä",
    "sent": "sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|sendt",
    "to": "to|an|à|para|a|aan|till|til|do",
    "cc": "cc|bcc|kopie|copie|copia",
    "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|temat|re",
}
_FIELD = re.compile(
    r"[*_>\s]*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _KEYS.items())
    + r")[*_]*\s?:[*_]*(?:\s|$)",
    re.IGNORECASE,
)
_LEAST = 3  # fields of different kinds
SEPARATOR = re.compile(
    r"\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|message d’origine|message d'origine|message transféré|mensaje original|mensaje reenviado"
    r"|messaggio originale|oorspronkelijk bericht)\s*-{2,}|begin forwarded message:|_{20,})\s*",
    re.IGNORECASE,
)
_FORWARD_MARK = r"(?:fwd?|wg|tr|rv|rif|doorst)"
_REPLY_MARKS = re.compile(
    rf"(?:\s*(?:re|aw|antw|sv|vs|{_FORWARD_MARK})\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE
)
_FORWARDED = re.compile(
    rf"[*_>\s]*(?:{_KEYS['subject']})[*_]*\s?:.*\b{_FORWARD_MARK}\s*(?:\[\d+\])?\s*:"
    r"|.*\b(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)",
    re.IGNORECASE,
)


def strip_reply_marks(subject: str) -> str:
    """Return a subject without the marks of answers and forwards ahead of it: "FW: RE: Budget"."""
    return _REPLY_MARKS.sub("", subject, count=1) if _REPLY_MARKS.match(subject) else subject


def is_forwarded(line: str) -> bool:
    """Tell whether a line of a mail's head, or of a mail program, says that a mail was sent on."""
    return _FORWARDED.match(line) is not None


def measure_mail_header(lines: Sequence[str]) -> int:
    """Return how many of the first lines are the header of a message, 0 where they are none."""
    seen: set[str] = set()
    count = 0
    for line in lines:
        found = _FIELD.match(line)
        if not found or found.lastgroup is None or (found.lastgroup in seen and found.lastgroup != "cc"):
            break
        if not seen and found.lastgroup != "from":
            break
        seen.add(found.lastgroup)
        count += 1
    return count if len(seen) >= _LEAST else 0


def is_mail_field(line: str) -> bool:
    """Tell whether a line may be one of a message's header."""
    return _FIELD.match(line) is not None

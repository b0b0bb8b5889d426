"""Messages in pasted text: the older ones under a mail, and the lines of a chat."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pressroom.readers.common.head.mail_fields import SEPARATOR, measure_mail_header
from pressroom.readers.text.lines.lines import Lines

_CHAT = re.compile(
    r"[\u200e\u202a\s]*"
    r"(?:\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?\]?"
    r"|\[\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\])"
    r"\s*[-–]?\s*(?:[^:\n]{1,40}:(?:\s|$)|.*$)",
    re.IGNORECASE,
)
_SAID = re.compile(r"[^\n]*?\d\]?\s*[-–]?\s*[^\W\d][^:\n]{0,39}:(?:\s|$)")
_LEAST_CHAT = 2  # lines of a chat
_DISCLAIMER = (
    re.compile(
        r"confidential|privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk", re.IGNORECASE
    ),
    re.compile(r"e-?mails?\b|message|nachricht|mensaje|courriel|messaggio|bericht", re.IGNORECASE),
    re.compile(
        r"intended|addressee|recipient|empfänger|adressat|destinataire|destinatari|geadresseerde|bestemd",
        re.IGNORECASE,
    ),
)
MAIL_LINE = "line of a mail program"
DISCLAIMER = "disclaimer of a mail"
_MOST_FIELDS = 8  # lines of a header
_LONGEST_DISCLAIMER = 1500  # characters


@dataclass(frozen=True, slots=True)
class Messages:
    """Where messages begin, by their lines.

    ``headers`` maps the first line of each mail's header to its last, ``chat`` are lines that begin a message
    of a chat, ``left`` are lines that are no text, with the reason; ``answered`` are
    headers that a mail program's line says to be of another mail.
    """

    headers: dict[int, int] = field(default_factory=dict)
    chat: frozenset[int] = frozenset()
    left: dict[int, str] = field(default_factory=dict)
    answered: frozenset[int] = frozenset()

    @property
    def alone(self) -> frozenset[int]:
        """The lines that are a unit each."""
        return frozenset(line for first, last in self.headers.items() for line in range(first, last + 1))


def find_messages(lines: Lines) -> Messages:
    """Find the messages of a text."""
    headers: dict[int, int] = {}
    left: dict[int, str] = {}
    for index in range(len(lines)):
        if ":" in lines.raw[index] and not any(first <= index <= last for first, last in headers.items()):
            count = measure_mail_header(lines.raw[index : index + _MOST_FIELDS])
            if count:
                headers[index] = index + count - 1
    chat = _find_chat(lines)
    if headers:
        for index, raw in enumerate(lines.raw):
            if lines.sizes[index] and SEPARATOR.fullmatch(raw):
                left[index] = MAIL_LINE
    for index, raw in enumerate(lines.raw):
        if raw.strip() == "--" and (raw.startswith("-- ") or headers):
            left[index] = MAIL_LINE
    left.update(dict.fromkeys(_find_disclaimers(lines, bool(headers)), DISCLAIMER))
    answered = frozenset(index for index in headers if _find_above(lines, index) in left)
    return Messages(headers, chat, left, answered)


def _find_above(lines: Lines, index: int) -> int:
    """Return the visible line above another, -1 for none."""
    above = index - 1
    while above >= 0 and not lines.sizes[above]:
        above -= 1
    return above


def _find_chat(lines: Lines) -> frozenset[int]:
    found = [
        index
        for index, raw in enumerate(lines.raw)
        if ":" in raw and not lines.indents[index] and _CHAT.match(raw) and _SAID.match(raw)
    ]
    return frozenset(found) if len(found) >= _LEAST_CHAT else frozenset()


def _find_disclaimers(lines: Lines, sure: bool) -> list[int]:
    """Return the lines of paragraphs that say for whom a mail is; of a text that is no mail only the last."""
    found: list[int] = []
    begin = 0
    visible = [index for index, size in enumerate(lines.sizes) if size]
    while begin < len(lines):
        if not lines.sizes[begin]:
            begin += 1
            continue
        end = begin
        while end + 1 < len(lines) and lines.sizes[end + 1]:
            end += 1
        last = end == visible[-1]
        text = " ".join(lines.raw[begin : end + 1])
        if (
            (sure or last)
            and len(text) < _LONGEST_DISCLAIMER
            and all(sign.search(text) for sign in _DISCLAIMER)
        ):
            found.extend(range(begin, end + 1))
        begin = end + 1
    return found if len(found) < len(visible) else []

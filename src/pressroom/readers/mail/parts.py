"""The parts of a message: which hold its text, in which order, and which are attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Literal

MOST_PARTS = 200
DEEPEST = 20  # messages and containers within each other
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MARKUP = re.compile(rb"(?s)<style.*?</style>|<[^>]*>")
_WINMAIL = ("application/ms-tnef", "application/vnd.ms-tnef")

Kind = Literal["html", "plain", "calendar", "picture", "message"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that is no container."""

    media_type: str
    name: str
    attached: bool
    data: bytes
    charset: str
    content_id: str
    flowed: bool = False
    delete_spaces: bool = False


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A stretch of a message's text: a part, or a message within with its parts."""

    kind: Kind
    part: Part | None = None
    message: EmailMessage | None = None
    parts: Parts | None = None


@dataclass(slots=True)
class Parts:
    """A message taken apart: its text in order, what is beside it, and what could not be taken apart."""

    pieces: list[BodyPart] = field(default_factory=list)
    others: list[Part] = field(default_factory=list)
    winmail: bool = False
    cut: bool = False


def take_apart(message: EmailMessage, depth: int = 0) -> Parts:
    """Return the parts of a message; of alternatives the one with most structure that says as much."""
    found = Parts()
    count = [0]
    found.pieces = list(_pieces(message, found, count, depth))
    found.cut = count[0] > MOST_PARTS
    if any(piece.kind in ("html", "plain", "message") for piece in found.pieces):
        found.pieces = [piece for piece in found.pieces if piece.kind != "calendar"]
    read = [piece.part for piece in found.pieces]
    found.others = [part for part in found.others if part not in read]
    if not any(piece.kind != "picture" for piece in found.pieces):
        found.others += [piece.part for piece in found.pieces if piece.part]
        found.pieces = []
    return found


def _pieces(part: EmailMessage, found: Parts, count: list[int], depth: int) -> Iterator[BodyPart]:
    count[0] += 1
    if count[0] > MOST_PARTS or depth > DEEPEST:
        count[0] = MOST_PARTS + 1
        return
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = part.get_payload()
        for each in inner if isinstance(inner, list) else ():
            if isinstance(each, EmailMessage):
                parts = take_apart(each, depth + 1)
                found.others += parts.others
                found.winmail = found.winmail or parts.winmail
                found.cut = found.cut or parts.cut
                yield BodyPart("message", message=each, parts=parts)
        return
    if not part.is_multipart():
        yield from _leaf(_read_part(part), found)
        return
    children = [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
    if kind == "multipart/alternative":
        forms = [list(_pieces(each, found, count, depth + 1)) for each in children]
        yield from _choose_form(forms)
    elif kind == "multipart/related" and children:
        yield from _pieces(children[0], found, count, depth + 1)
        for each in children[1:]:
            for piece in _pieces(each, found, count, depth + 1):
                if piece.part and piece.kind == "picture":
                    found.others.append(piece.part)
                else:
                    yield piece
    else:
        for each in children:
            yield from _pieces(each, found, count, depth + 1)


def _leaf(part: Part, found: Parts) -> Iterator[BodyPart]:
    """Yield a part that is text or stands in it; note all others."""
    found.winmail = found.winmail or part.media_type in _WINMAIL or part.name.lower() == "winmail.dat"
    if part.media_type == "text/calendar":
        found.others.append(part)
        yield BodyPart("calendar", part)
    elif part.attached or (part.name and part.media_type.startswith("text/")):
        found.others.append(part)
    elif part.media_type in ("text/html", "application/xhtml+xml"):
        if part.data.strip():
            yield BodyPart("html", part)
    elif part.media_type.startswith("text/") and part.media_type not in _NO_WORDS:
        if part.data.strip():
            yield BodyPart("plain", part)
    elif part.media_type.startswith("image/"):
        yield BodyPart("picture", part)
    else:
        found.others.append(part)


_NO_WORDS = ("text/css", "text/rfc822-headers", "text/x-amp-html", "text/vcard", "text/x-vcard")


def _choose_form(forms: list[list[BodyPart]]) -> list[BodyPart]:
    """Choose among alternatives the last with structure that holds as many words as the plainest."""
    filled = [form for form in forms if any(piece.kind in ("html", "plain", "message") for piece in form)]
    if not filled:
        return next((form for form in reversed(forms) if form), [])
    html = next((form for form in reversed(filled) if any(piece.kind == "html" for piece in form)), None)
    plain = next((form for form in filled if form is not html and _count_words(form)), None)
    if html and plain:
        return html if _count_words(html) >= 0.7 * _count_words(plain) else plain
    return html or plain or filled[0]


def _count_words(form: list[BodyPart]) -> int:
    total = 0
    for piece in form:
        if piece.part and piece.kind in ("html", "plain"):
            data = piece.part.data
            total += len((_MARKUP.sub(b" ", data) if piece.kind == "html" else data).split())
    return total


def _read_part(part: EmailMessage) -> Part:
    payload = part.get_payload(decode=True)
    parameters = {name: str(part.get_param(name) or "").lower() for name in ("format", "delsp")}
    return Part(
        part.get_content_type(),
        _CONTROL.sub("", str(part.get_filename() or "")),
        part.get_content_disposition() == "attachment",
        payload if isinstance(payload, bytes) else b"",
        str(part.get_content_charset() or ""),
        str(part.get("content-id") or "").strip("<> "),
        parameters["format"] == "flowed",
        parameters["delsp"] == "yes",
    )

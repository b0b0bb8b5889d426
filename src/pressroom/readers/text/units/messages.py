# ruff: noqa: E501 - patterns read better unbroken
"""Messages in pasted text: the older ones under a mail, and the lines of a chat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field

from pressroom.readers.common.head.mail_fields import SEPARATOR, is_mail_field, measure_mail_header
from pressroom.readers.text.lines.lines import Lines

_CHAT = re.compile(
    r"[\u200e\u202a\s]*"
    r"(?:\[?(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?"
    r"|\[\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?)"
    r"(?P<after>\]?\s*[-–]?)\s*(?P<who>[^\W\d][^:\n]{0,39}):(?:\s|$)",
    re.IGNORECASE,
)
_LEAST_CHAT = 2  # lines of a chat
_KEPT_BACK = r"(?:confidential|privileged|vertraulich|confidentiel|confidencial|riservat|vertrouwelijk)"
_DISCLAIMER = (
    re.compile(_KEPT_BACK, re.IGNORECASE),
    re.compile(r"e-?mails?\b|message|nachricht|mensaje|courriel|messaggio|bericht", re.IGNORECASE),
    re.compile(
        r"intended|addressee|recipient|empfänger|adressat|destinataire|destinatari|geadresseerde|bestemd",
        re.IGNORECASE,
    ),
)
# how one begins: a text that is no mail may speak of confidential messages to recipients as well
_DISCLAIMS = re.compile(
    r"(?:this|the (?:information|contents?) (?:in|of) this) (?:e-?mail|message)"
    r"|if you (?:are not|have received)"
    r"|diese (?:e-?mail|nachricht)|sollten sie nicht|ce (?:message|courriel|mail)|si vous n['’]êtes"
    r"|este (?:mensaje|correo)|si usted no|questo messaggio|questa e-?mail|dit bericht|deze e-?mail",
    re.IGNORECASE,
)
# one that says nothing else: "This e-mail and its attachments are confidential."; never "… until Friday."
_SAYS_NO_MORE = re.compile(
    rf"(?:this|these|diese|ce|ces|este|questo|questa|dit|deze) (?:e-?mails?|messages?|courriels?|mails?|nachrichten?|mensajes?|correos?|messaggi|messaggio|bericht)"
    rf"\b[^.!?:;]{{0,60}} {_KEPT_BACK}\w{{0,3}}(?: (?:and|und|et|y|e|en)(?: \w+)? {_KEPT_BACK}\w{{0,3}})?[.!]?",
    re.IGNORECASE,
)
# what phones and mail programs add below a mail
_ADDED = re.compile(
    r"(?:sent|get) (?:from|with|via) (?:my |the )?[\w .-]{2,40}|get outlook for \w+.{0,40}"
    r"|von meinem [\w .-]{2,30} gesendet|gesendet (?:von|mit) (?:meinem |der )?[\w .-]{2,40}(?: app)?"
    r"|envoyé (?:de|depuis) mon [\w .-]{2,30}|enviado desde mi [\w .-]{2,30}|inviato da(?:l mio)? [\w .-]{2,30}"
    r"|verstuurd vanaf mijn [\w .-]{2,30}"
    r"|(?:[\U0001F300-\U0001FAFF🌳P] )?(?:(?:please )?(?:consider|think of) the environment before .{5,60}|(?:bitte )?denken sie an die umwelt.{0,80}"
    r"|pensez à l['’](?:environnement|arbre).{0,80}|antes de imprimir.{5,90})",
    re.IGNORECASE,
)
# what a mail server puts ahead of a mail from elsewhere
_BANNER = re.compile(
    r"\W{0,3}(?:caution|warning|external(?: (?:e-?mail|sender))?|achtung|externe e-?mail|attention)\b\W.{0,300}"
    r"\b(?:originated|outside|sender|external|attachments?|absender|anhänge|externen?|expéditeur|pièces jointes)\b.{0,200}"
    r"|\[external\]|you don['’]t often get e-?mail from .{5,160}",
    re.IGNORECASE,
)
# what chat programs put in the place of a picture, or say of the chat itself
_CHAT_NOTE = re.compile(
    r"<?(?:media|image|video|audio|sticker|gif|document|photo|contact card) omitted>?|<attached: .{3,90}>|(?:this message was|you) deleted(?: this message)?"
    r"|diese nachricht wurde gelöscht|(?:ce message a été|vous avez) supprimé(?: ce message)?|se eliminó este mensaje"
    r"|<?(?:medien|bild|video|audio|sticker|gif|dokument|foto)(?: |-)(?:ausgeschlossen|weggelassen)>?"
    r"|<?(?:médias? omis|image absente|vidéo absente|fichier absent)>?|<?(?:multimedia omitido|imagen omitida)>?"
    r"|(?:missed|verpasster) (?:voice|video|sprach|video)?-?\s?(?:call|anruf)"
    r"|(?:messages and calls are|nachrichten und anrufe sind|les messages et les appels sont|los mensajes y las llamadas están).{10,200}",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"[\u200e\u202a\s]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?\]?\s*[-–]?\s*",
    re.IGNORECASE,
)
_HIDDEN = "\u200e\u200f\u202a\u202c "
_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|liebe[rs]?|sehr geehrte[rs]?|hallo|guten tag|bonjour|chère?s?|hola|estimad[oa]s?)\b.{0,60}[,:!]",
    re.IGNORECASE,
)
_HEAD = 6  # lines in which a mail has its salutation
CHAT_LINE = "line of a chat program"
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
    fields = sum(is_mail_field(raw) for raw in lines.raw[:_HEAD])
    letter = bool(headers) or fields > 1 or any(_GREETING.fullmatch(raw.strip()) for raw in lines.raw[:_HEAD])
    for index, raw in enumerate(lines.raw):
        if (
            (raw.strip() == "--" and (raw.startswith("-- ") or letter))
            or (letter and lines.sizes[index] and _ADDED.fullmatch(lines.content(index).rstrip(".")))
            or (headers and lines.sizes[index] and _BANNER.fullmatch(lines.content(index)))
        ):
            left[index] = MAIL_LINE
    left.update(dict.fromkeys(_find_chat_notes(lines, chat), CHAT_LINE))
    left.update(dict.fromkeys(_find_disclaimers(lines, bool(headers), left), DISCLAIMER))
    answered = frozenset(index for index in headers if _find_above(lines, index) in left)
    return Messages(headers, chat, left, answered)


def _find_above(lines: Lines, index: int) -> int:
    """Return the visible line above another, -1 for none."""
    above = index - 1
    while above >= 0 and not lines.sizes[above]:
        above -= 1
    return above


def _find_chat(lines: Lines) -> frozenset[int]:
    """Return the lines that begin a message: a date as programs export it, or a speaker who comes again.

    A programme of a day, "12.03.2026 10:00 Opening: the mayor", has neither.
    """
    found = {
        index: match
        for index, raw in enumerate(lines.raw)
        if ":" in raw and not lines.indents[index] and (match := _CHAT.match(raw))
    }
    speakers = Counter(match["who"].strip() for match in found.values())
    exported = all(match["after"].strip() and match["date"] for match in found.values())
    if len(found) < _LEAST_CHAT or not (exported or max(speakers.values()) > 1):
        return frozenset()
    return frozenset(found)


def _find_chat_notes(lines: Lines, chat: frozenset[int]) -> list[int]:
    """Return the lines of a chat that nobody wrote: of the program, or for a picture that is not here."""
    found: list[int] = []
    for index, raw in enumerate(lines.raw if chat else ()):
        match = (_CHAT if index in chat else _DATED).match(raw)
        if match and _CHAT_NOTE.fullmatch(raw[match.end() :].strip(_HIDDEN)):
            found.append(index)
    return found


def _find_disclaimers(lines: Lines, sure: bool, left: Container[int]) -> list[int]:
    """Return the lines of paragraphs that say for whom a mail is; of a text that is no mail only the last."""
    found: list[int] = []
    begin = 0
    visible = [index for index, size in enumerate(lines.sizes) if size and index not in left]
    while begin < len(lines):
        if not lines.sizes[begin]:
            begin += 1
            continue
        end = begin
        while end + 1 < len(lines) and lines.sizes[end + 1]:
            end += 1
        last = end == visible[-1]
        text = " ".join(lines.raw[begin : end + 1])
        alone = (sure or last) and _SAYS_NO_MORE.fullmatch(text.strip())
        if alone or (
            (sure or (last and _DISCLAIMS.match(text)))
            and len(text) < _LONGEST_DISCLAIMER
            and all(sign.search(text) for sign in _DISCLAIMER)
        ):
            found.extend(range(begin, end + 1))
        begin = end + 1
    return found if len(found) < len(visible) else []

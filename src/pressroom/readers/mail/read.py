"""Mail messages: who wrote, when, about what, and the best form of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from itertools import chain

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document, Heading, Image, LeftOut, Metadata, Paragraph
from pressroom.model.inline import Text
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.encoding import decode, decode_labelled
from pressroom.readers.common.head.mail_fields import strip_reply_marks
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.protocols import ListExtensions, ReadHtml, ReadText
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.mail.calendar import write_invitation
from pressroom.readers.mail.flowed import unwrap_flowed
from pressroom.readers.mail.older import quote_older
from pressroom.readers.mail.parts import BodyPart, Part, Parts, take_apart
from pressroom.readers.mail.repair import parse_message

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NAME = re.compile(r"[^\w.() +-]+")


def read(
    data: bytes,
    source: str,
    settings: ReaderSettings,
    *,
    read_text: ReadText,
    read_html: ReadHtml,
    list_extensions: ListExtensions,
) -> Document:
    """Read a mail message. Raises PressroomError for a file that is none."""
    reader = _MessageReader(source, settings, read_text, read_html)
    try:
        message = parse_message(data)
        parts = take_apart(message)
        metadata = _metadata(message)
        subject = _header(message, "subject")
    except PressroomError:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError) as problem:
        # the standard library raises any of these for headers that are badly broken
        raise _no_mail(source, f"its structure cannot be read ({problem})") from problem
    if not message.keys() or not (parts.pieces or parts.others or subject):
        raise _no_mail(source, "it has no header")
    if not parts.pieces and (parts.winmail or parts.others):
        raise _no_text(source, parts)
    assets, notes = _attachments(parts.others, source, list_extensions())
    if parts.winmail or parts.cut:
        notes.append(_warn_of_loss(parts, source))
    document = reader.read(parts, _title(subject))
    return replace(
        document,
        metadata=replace(metadata, subject=subject, lang=document.metadata.lang),
        assets=(*document.assets, *assets),
        diagnostics=(*document.diagnostics, *notes),
    )


def _title(subject: str) -> Heading | None:
    return Heading((Text(strip_reply_marks(subject) or subject),), 0, NOWHERE) if subject else None


def _no_text(source: str, parts: Parts) -> PressroomError:
    if parts.winmail:
        why = "its text is in a winmail.dat, which only Outlook reads"
        cure = "ask for the message anew, sent as HTML or plain text, or save it from Outlook as a document"
    else:
        why = "it has attachments and no text"
        cure = "save the attachments, and give them as sources of their own"
    return PressroomError(
        f"this message has no text to read: {why}", cure=cure, rule="mail-no-text", where=source
    )


def _warn_of_loss(parts: Parts, source: str) -> Diagnostic:
    lost = "what is in its winmail.dat, which only Outlook reads" if parts.winmail else "its further parts"
    return Diagnostic(
        Severity.WARNING,
        "mail-parts-dropped",
        f"the message is not read whole: {lost}, is left out",
        "ask for it anew, sent as HTML or plain text",
        where=source,
    )


def _no_mail(source: str, why: str) -> PressroomError:
    return PressroomError(
        f"this is no mail message: {why}",
        cure="save the message anew as .eml, or copy its text into a .txt file",
        rule="mail-unreadable",
        where=source,
    )


@dataclass(frozen=True, slots=True)
class _MessageReader:
    """Reads the text of one message, with those that are forwarded in it."""

    source: str
    settings: ReaderSettings
    read_text: ReadText
    read_html: ReadHtml

    def read(self, parts: Parts, title: Heading | None) -> Document:
        """Return the document of a message."""
        pieces = parts.pieces
        if not pieces:
            return assemble(self.source, self.settings, Content(title=title))
        if all(piece.kind in ("plain", "calendar") for piece in pieces):
            return self._read_plain(pieces, title)
        content = self.read_content(parts, Pictures(self.source))
        items = [content.title, *content.items] if content.title and title else content.items
        items = quote_older(items)
        content = replace(content, items=items, title=title or content.title, fallback_title="", ids={})
        return assemble(self.source, self.settings, content)

    def _read_plain(self, pieces: Sequence[BodyPart], title: Heading | None) -> Document:
        texts, found = zip(*(self._text(piece) for piece in pieces), strict=True)
        settings = self.settings
        head = f"{title.text}\n\n" if title else ""
        if title:  # its first line, and a heading whatever comes after
            settings = replace(settings, headings=(1, *settings.headings))
        document = self.read_text(head + "\n\n".join(texts), self.source, settings)
        return replace(document, diagnostics=(*chain(*found), *document.diagnostics))

    def read_content(self, parts: Parts, pictures: Pictures) -> Content:
        """Return the content of several parts, each after the other."""
        whole = Content()
        for piece in parts.pieces:
            if piece.message is not None and piece.parts is not None:
                read = self._read_forwarded(piece.message, piece.parts, pictures)
            elif piece.part is None:
                continue
            elif piece.kind == "html":
                read = self._read_html(piece, parts, pictures)
            elif piece.kind == "picture":
                name = pictures.add(piece.part.data, piece.part.name or "within the text")
                read = Content(items=[Image(name, NOWHERE)] if name else [])
            else:
                text, found = self._text(piece)
                document = self.read_text(text, self.source, ReaderSettings(lang=self.settings.lang))
                read = Content(
                    items=_flatten(document),
                    footnotes=document.footnotes,
                    left_out=[
                        (document.text[e.span.start : e.span.end], e.reason) for e in document.left_out
                    ],
                    diagnostics=found,
                )
            whole = _join(whole, read)
        return replace(whole, assets=pictures.assets, diagnostics=(*whole.diagnostics, *pictures.diagnostics))

    def _read_forwarded(self, message: EmailMessage, parts: Parts, pictures: Pictures) -> Content:
        """Return a message within another as a section of its own, its sender and day under the heading."""
        title = _title(_header(message, "subject"))
        metadata = _metadata(message)
        line = ", ".join(filter(None, (*metadata.author, metadata.date or metadata.date_text)))
        head: list[Item] = [replace(title, level=1)] if title else []
        head += [Paragraph((Text(line),), NOWHERE, "byline")] if line else []
        inner = self.read_content(parts, pictures)
        within = [inner.title, *inner.items] if inner.title else inner.items
        deeper = [replace(i, level=i.level + 1) if isinstance(i, Heading) else i for i in within]
        return replace(inner, title=None, items=[*head, *deeper], ids={}, assets=(), diagnostics=())

    def _read_html(self, piece: BodyPart, parts: Parts, pictures: Pictures) -> Content:
        text, found = self._text(piece)
        shown = [each.part for each in parts.pieces if each.part and each.kind == "picture"]
        for other in (*parts.others, *shown):
            if other.content_id and other.media_type.startswith("image/"):
                reference = f"cid:{other.content_id}"
                if reference in text:
                    name = pictures.add(other.data, other.name or other.content_id)
                    text = text.replace(reference, name)
        content = self.read_html(text, self.source, pictures)
        kept = [each for each in content.diagnostics if each not in pictures.diagnostics]
        return replace(content, diagnostics=(*found, *kept))

    def _text(self, piece: BodyPart) -> tuple[str, tuple[Diagnostic, ...]]:
        part = piece.part
        if part is None:
            return "", ()
        text = (
            decode_labelled(part.data, part.charset) if part.charset and not self.settings.encoding else None
        )
        found: tuple[Diagnostic, ...] = ()
        if text is None:  # without a label, or with a wrong one: the text is looked at
            text, found = decode(part.data, self.source, self.settings)
        text = text.replace("\r\n", "\n")
        if piece.kind == "calendar":
            text = write_invitation(text)
        elif part.flowed:
            text = unwrap_flowed(text, part.delete_spaces)
        return text.strip("\n"), found


def _quote(document: Document, left: LeftOut) -> tuple[str, str]:
    return document.text[left.span.start : left.span.end], left.reason


def _flatten(document: Document) -> list[Item]:
    """Return a document's headings and blocks in reading order."""
    items: list[Item] = [replace(document.title, level=1)] if document.title else []
    items += document.blocks
    deeper = 1 if document.title else 0
    for section in document.walk():
        items += [replace(section.heading, level=section.heading.level + deeper), *section.blocks]
    return items


def _join(first: Content, second: Content) -> Content:
    """Return two contents, one after the other; notes of the second are renamed where both have one."""
    if not first.items and not first.title:
        return replace(second, diagnostics=(*first.diagnostics, *second.diagnostics))
    items = [second.title, *second.items] if second.title else second.items
    taken = {note.label for note in first.footnotes}
    notes: list[Item] = []
    kept = []
    for note in second.footnotes:
        if note.label in taken:
            notes += note.blocks  # two parts may each have a note 1: those of the second close it
        else:
            kept.append(note)
    return replace(
        first,
        items=[*first.items, *items, *notes],
        footnotes=[*first.footnotes, *kept],
        left_out=[*first.left_out, *second.left_out],
        diagnostics=(*first.diagnostics, *second.diagnostics),
    )


def _attachments(
    parts: Sequence[Part], source: str, extensions: tuple[str, ...]
) -> tuple[list[Asset], list[Diagnostic]]:
    """Offer attached sources that can be read as assets of the document, and name them."""
    offered: list[Asset] = []
    for part in parts:
        name = _NAME.sub("-", part.name.replace("\\", "/").rpartition("/")[2]).strip(" .-")[:100]
        if name and name.lower().endswith(extensions) and part.data:
            offered.append(Asset(name, part.media_type, part.data, "attached to the message"))
    notes: list[Diagnostic] = []
    if offered:
        names = ", ".join(asset.name for asset in offered)
        notes.append(
            Diagnostic(
                Severity.NOTE,
                "mail-attachments",
                f"the message carries {len(offered)} source(s) that can be read: {names}",
                "save them and give them as sources of their own",
                where=source,
            )
        )
    known = {asset.data for asset in offered}
    unread = [p for p in parts if p.media_type.startswith("text/") and p.data.strip() and p.data not in known]
    if unread:
        names = ", ".join(part.name or part.media_type for part in unread)
        notes.append(
            Diagnostic(
                Severity.NOTE,
                "mail-parts-beside",
                f"the message carries text beside its own, which is left out: {names}",
                "save it as .txt and give it as a source of its own",
                where=source,
            )
        )
    return offered, notes


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(_CONTROL.sub(" ", str(message.get(name) or "")).split())


def _metadata(message: EmailMessage) -> Metadata:
    senders = getaddresses([_header(message, "from")])
    author = tuple(name.strip() or address for name, address in senders if name.strip() or address)
    written = _header(message, "date")
    sent: datetime | None = None
    if written:
        try:
            sent = parsedate_to_datetime(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            sent = None
    return Metadata(
        author=author, date=sent.date().isoformat() if sent else "", date_text="" if sent else written
    )

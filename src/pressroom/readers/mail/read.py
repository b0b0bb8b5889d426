"""Mail messages: who wrote, when, about what, and the best form of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document, Heading, Metadata
from pressroom.model.inline import Text
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.protocols import ListExtensions, ReadHtml, ReadText
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings

MOST_PARTS = 200
_PREFIX = re.compile(r"^(?:\s*(?:re|aw|fwd?|wg|tr|sv|vs|antw)\s*(?:\[\d+\])?:)+\s*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NAME = re.compile(r"[^\w.() +-]+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a message that is no container."""

    media_type: str
    name: str
    attached: bool
    data: bytes
    charset: str
    content_id: str


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
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        parts = list(_parts(message))
        metadata = _metadata(message)
        subject = _header(message, "subject")
    except PressroomError:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError) as problem:
        # the standard library raises any of these for headers that are badly broken
        raise _no_mail(source, f"its structure cannot be read ({problem})") from problem
    if not message.keys() or not (parts or subject):
        raise _no_mail(source, "it has no header")
    body = _best(parts)
    others = [part for part in parts if part is not body]
    found = _attachments(others, source, list_extensions())
    title = Heading((Text(_PREFIX.sub("", subject) or subject),), 0, NOWHERE) if subject else None
    metadata = replace(metadata, subject=subject)
    if body is None:
        document = assemble(source, settings, Content(title=title))
    elif body.media_type == "text/html":
        document = _read_html(body, parts, source, settings, title, read_html)
    else:
        document = _read_plain(body, source, settings, title, read_text)
    return replace(
        document,
        metadata=replace(metadata, lang=document.metadata.lang),
        assets=(*document.assets, *found[0]),
        diagnostics=(*document.diagnostics, *found[1]),
    )


def _no_mail(source: str, why: str) -> PressroomError:
    return PressroomError(
        f"this is no mail message: {why}",
        cure="save the message anew as .eml, or copy its text into a .txt file",
        rule="mail-unreadable",
        where=source,
    )


def _parts(message: EmailMessage) -> Iterator[_Part]:
    """Yield the parts that hold something, those of messages within as well."""
    count = 0
    for part in message.walk():
        count += 1
        if count > MOST_PARTS:
            return
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        yield _Part(
            part.get_content_type(),
            _CONTROL.sub("", str(part.get_filename() or "")),
            part.get_content_disposition() == "attachment",
            payload if isinstance(payload, bytes) else b"",
            str(part.get_content_charset() or ""),
            str(part.get("content-id") or "").strip("<> "),
        )


def _best(parts: list[_Part]) -> _Part | None:
    """Choose the form of the text with most structure: HTML if it holds as many words as the plain one."""
    bodies = [part for part in parts if not part.attached and not part.name and part.data.strip()]
    html = next((part for part in bodies if part.media_type == "text/html"), None)
    plain = next((part for part in bodies if part.media_type.startswith("text/") and part is not html), None)
    if html and plain:
        words = len(re.sub(rb"(?s)<style.*?</style>|<[^>]*>", b" ", html.data).split())
        return html if words >= 0.7 * len(plain.data.split()) else plain
    return html or plain


def _text(part: _Part, source: str, settings: ReaderSettings) -> tuple[str, tuple[Diagnostic, ...]]:
    if part.charset and not settings.encoding:
        try:
            return part.data.decode(part.charset).replace("\r\n", "\n"), ()
        except (LookupError, UnicodeDecodeError, ValueError):
            pass  # a wrong label: the text is looked at instead
    text, found = decode(part.data, source, settings)
    return text.replace("\r\n", "\n"), found


def _read_plain(
    part: _Part, source: str, settings: ReaderSettings, title: Heading | None, read_text: ReadText
) -> Document:
    text, found = _text(part, source, settings)
    head = f"{title.text}\n\n" if title else ""
    if title:  # its first line, and a heading whatever comes after
        settings = replace(settings, headings=(1, *settings.headings))
    document = read_text(f"{head}{text}", source, settings)
    return replace(document, diagnostics=(*found, *document.diagnostics))


def _read_html(
    part: _Part,
    parts: list[_Part],
    source: str,
    settings: ReaderSettings,
    title: Heading | None,
    read_html: ReadHtml,
) -> Document:
    text, found = _text(part, source, settings)
    pictures = Pictures(source)
    for other in parts:
        if other.content_id and other.media_type.startswith("image/"):
            reference = f"cid:{other.content_id}"
            if reference in text:
                text = text.replace(reference, pictures.add(other.data, other.name or other.content_id))
    content = read_html(text, source, pictures)
    items = [content.title, *content.items] if content.title and title else content.items
    content = replace(
        content,
        items=items,
        title=title or content.title,
        fallback_title="",
        ids={},
        diagnostics=(*found, *content.diagnostics),
    )
    return assemble(source, settings, content)


def _attachments(
    parts: Sequence[_Part], source: str, extensions: tuple[str, ...]
) -> tuple[list[Asset], list[Diagnostic]]:
    """Offer attached sources that can be read as assets of the document, and name them."""
    offered: list[Asset] = []
    for part in parts:
        name = _NAME.sub("-", part.name.replace("\\", "/").rpartition("/")[2]).strip(" .-")[:100]
        if name and name.lower().endswith(extensions) and part.data:
            offered.append(Asset(name, part.media_type, part.data, "attached to the message"))
    if not offered:
        return [], []
    names = ", ".join(asset.name for asset in offered)
    note = Diagnostic(
        Severity.NOTE,
        "mail-attachments",
        f"the message carries {len(offered)} source(s) that can be read: {names}",
        "save them and give them as sources of their own",
        where=source,
    )
    return offered, [note]


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name) or "")
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        value = ""
    return " ".join(_CONTROL.sub(" ", value).split())


def _metadata(message: EmailMessage) -> Metadata:
    senders = getaddresses([_header(message, "from")])
    author = tuple(name.strip() or address for name, address in senders if name.strip() or address)
    written = _header(message, "date")
    sent: datetime | None = None
    if written:
        try:
            sent = parsedate_to_datetime(written)
        except (ValueError, TypeError, IndexError):
            sent = None
    return Metadata(
        author=author, date=sent.date().isoformat() if sent else "", date_text="" if sent else written
    )

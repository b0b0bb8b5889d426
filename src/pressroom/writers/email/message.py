"""A letter as the bytes of a message: what differs between recipients first, what all share last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from pressroom.model.figure import Medium
from pressroom.model.page import Page
from pressroom.writers.email.envelope import Attachment, EmailOptions, Envelope
from pressroom.writers.email.headers import check_token, clean_file_name, format_mailbox, format_words
from pressroom.writers.email.letter import Letter, make_letter

NEWLINE = b"\r\n"
# 7bit: a relay that takes no eight bits would change the message on the way, and break its signature
POLICY = SMTP.clone(cte_type="7bit")


def write(page: Page, options: EmailOptions | None = None) -> bytes:
    """Return ``page`` as a whole message, the same bytes for the same page and options.

    Raises PressroomError when the page names a picture that it does not carry.
    """
    return write_letter(make_letter(page), options or EmailOptions())


def write_letter(made: Letter, options: EmailOptions) -> bytes:
    """Return a letter as a whole message."""
    attached = encode_files(options.attachments)
    return format_head(options.envelope, made.subject, made.lang) + b"".join(format_content(made, attached))


def with_message_id(envelope: Envelope, page: Page, attachments: tuple[Attachment, ...]) -> Envelope:
    """Return the envelope with a Message-ID that the page, its pictures and what is attached come to."""
    found = hashlib.sha256(page.html.encode())
    for name, drawing in sorted(page.drawings.items()):
        found.update(name.encode() + drawing.on(Medium.MAIL).png)
    for attachment in attachments:
        found.update(attachment.name.encode() + attachment.data)
    domain = envelope.sender.domain if envelope.sender else "report.invalid"
    return replace(envelope, message_id=f"{found.hexdigest()[:32]}@{domain}")


def format_head(envelope: Envelope, subject: str, lang: str) -> bytes:
    """Return the head of a message, as far as it is not about its content."""
    rows = [
        ("Date", format_datetime(envelope.date) if envelope.date else ""),
        ("From", format_mailbox("From", envelope.sender) if envelope.sender else ""),
        ("Reply-To", format_mailbox("Reply-To", envelope.reply_to) if envelope.reply_to else ""),
        ("To", format_mailbox("To", envelope.to) if envelope.to else ""),
        ("Subject", format_words("Subject", subject)),
        ("Message-ID", f"<{check_token(envelope.message_id)}>" if envelope.message_id else ""),
        ("In-Reply-To", f"<{check_token(envelope.replies_to)}>" if envelope.replies_to else ""),
        ("References", f"<{check_token(envelope.replies_to)}>" if envelope.replies_to else ""),
        ("List-Unsubscribe", ",\r\n ".join(f"<{check_token(each)}>" for each in envelope.unsubscribe)),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click" if _one_click(envelope) else ""),
        ("Content-Language", check_token(lang) if lang else ""),
        ("Auto-Submitted", "" if envelope.draft else "auto-generated"),
        ("X-Unsent", "1" if envelope.draft else ""),
        ("MIME-Version", "1.0"),
    ]
    return b"".join(f"{name}: {value}\r\n".encode() for name, value in rows if value)


def _one_click(envelope: Envelope) -> bool:
    return any(each.startswith("https:") for each in envelope.unsubscribe)


@dataclass(frozen=True, slots=True)
class Files:
    """What is attached, ready to be sent: made once, however many messages carry it."""

    mark: bytes
    data: bytes


def encode_files(attachments: tuple[Attachment, ...]) -> Files | None:
    """Return what is attached, encoded; None for nothing."""
    if not attachments:
        return None
    parts = [_encode_attachment(each) for each in attachments]
    mark = _make_boundary(parts)
    line = b"--" + mark + NEWLINE
    return Files(mark, b"".join(line + part + NEWLINE for part in parts) + b"--" + mark + b"--" + NEWLINE)


def format_content(made: Letter, attached: Files | None = None) -> tuple[bytes, ...]:
    """Return the content of a message, which follows its head: in two parts where something is attached.

    The first holds the words and the pictures, the second only what is attached, so that a thousand messages
    to a thousand people can share it.
    """
    body = _format_body(made)
    if attached is None:
        return (body,)
    opening = b'Content-Type: multipart/mixed; boundary="' + attached.mark + b'"' + NEWLINE * 2
    return opening + b"--" + attached.mark + NEWLINE + body + NEWLINE, attached.data


def _format_body(made: Letter) -> bytes:
    message = EmailMessage(policy=POLICY)
    message.set_content(made.text, cte="quoted-printable")
    message.add_alternative(made.html, subtype="html", cte="quoted-printable")
    shown = message.get_payload()[1]  # type: ignore[index]  # two parts were just put there
    assert isinstance(shown, EmailMessage)  # noqa: S101 - add_alternative has put one there
    for picture in made.pictures:
        kind, _, subtype = picture.media_type.partition("/")
        shown.add_related(
            picture.data, kind, subtype, cid=f"<{picture.ident}>", disposition="inline", filename=picture.name
        )
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(_make_boundary([made.text.encode(), made.html.encode(), b"%d" % number]).decode())
    del message["MIME-Version"]
    return message.as_bytes()


def _encode_attachment(attachment: Attachment) -> bytes:
    part = EmailMessage(policy=POLICY)
    kind, _, subtype = attachment.media_type.partition("/")
    part.set_content(
        attachment.data, kind, subtype, disposition="attachment", filename=clean_file_name(attachment.name)
    )
    del part["MIME-Version"]
    return part.as_bytes()


def _make_boundary(parts: Iterable[bytes]) -> bytes:
    """Name the border between parts by what they hold; "=_" stands in no encoded part."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return b"=_" + found.hexdigest()[:32].encode()

"""Mail: the page as a message with text, HTML and the pictures inside, that any mail program opens."""

from pressroom.writers.email.envelope import Attachment, EmailOptions, Envelope, Mailbox
from pressroom.writers.email.letter import Letter, make_letter
from pressroom.writers.email.message import (
    Files,
    encode_files,
    format_content,
    format_head,
    with_message_id,
    write,
    write_letter,
)

__all__ = [
    "Attachment",
    "EmailOptions",
    "Envelope",
    "Files",
    "Letter",
    "Mailbox",
    "encode_files",
    "format_content",
    "format_head",
    "make_letter",
    "with_message_id",
    "write",
    "write_letter",
]

"""Mail: the page as a message with text, HTML and the pictures inside, that any mail program opens."""

from pressroom.writers.email.envelope import Attachment, EmailOptions, Envelope, Mailbox
from pressroom.writers.email.letter import Letter, letter
from pressroom.writers.email.message import Files, content, files, head, named, write

__all__ = [
    "Attachment",
    "EmailOptions",
    "Envelope",
    "Files",
    "Letter",
    "Mailbox",
    "content",
    "files",
    "head",
    "letter",
    "named",
    "write",
]

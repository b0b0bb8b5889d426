"""What stands on a message beside its words: from whom, to whom, when, and what is attached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address, with its owner's name where it is known."""

    address: str
    name: str = ""

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along. ``name`` is how the reader's machine is to call it."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """The head of a message. Nothing that is left empty is written.

    ``message_id`` and ``replies_to`` are without brackets ("abc@example.org"). ``unsubscribe`` are addresses
    (https: or mailto:); with an https one the reader's program may unsubscribe with one click. A ``draft``
    opens in Outlook ready to be sent.
    """

    sender: Mailbox | None = None
    to: Mailbox | None = None
    reply_to: Mailbox | None = None
    date: datetime | None = None
    message_id: str = ""
    replies_to: str = ""
    unsubscribe: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class EmailOptions:
    """What only mails ask for."""

    envelope: Envelope = Envelope()
    attachments: tuple[Attachment, ...] = ()

"""Outboxes with messages for tests of their delivery."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pressroom.circulate.mail.outbox import Campaign, Outbox, Outgoing
from pressroom.circulate.mail.recipients import normalize_address
from pressroom.writers.email import Envelope, Letter, Mailbox, format_content, format_head

SENDER = "press@example.org"
CAMPAIGN = Campaign("c1", "r1", "brief.txt", "A brief", SENDER, 1000.0, "The text.")


def outgoing(address: str, *, report: str = "r1", round_: int = 0, due: float = 0.0) -> Outgoing:
    """A small message that says for whom it is."""
    ident = (
        hashlib.sha256(f"{report}|{normalize_address(address)}|{round_}".encode()).hexdigest()[:32]
        + "@example.org"
    )
    box = Envelope(sender=Mailbox(SENDER), to=Mailbox(address), message_id=ident)
    letter = Letter("A brief", f"<p>For {address}</p>", f"For {address}\n.dot\n", (), "en")
    return Outgoing(
        report,
        round_,
        address,
        normalize_address(address),
        "",
        ident,
        format_head(box, "A brief", "en"),
        format_content(letter),
        {},
        (),
        due,
    )


def fill(box: Outbox, addresses: Iterable[str]) -> int:
    """Queue a message to each address."""
    return box.queue(CAMPAIGN, [outgoing(each) for each in addresses], now=1000.0)

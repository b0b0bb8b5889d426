"""A report and a list of people made into messages, each ready in its bytes before the first is sent."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pressroom.cache.dependencies import digest
from pressroom.circulate.mail import edition as editions
from pressroom.circulate.mail.edition import Copy, Edition, Task
from pressroom.circulate.mail.merge import filled, link_for, values
from pressroom.circulate.mail.outbox import Campaign, Message, Outbox, Outgoing, State
from pressroom.circulate.mail.recipients import Person
from pressroom.circulate.mail.signing import Seal, locked
from pressroom.errors import UsageError
from pressroom.pipeline.mail import mailbox, sender
from pressroom.project.mail import MailSettings
from pressroom.writers.email import Attachment, Envelope, Files, Mailbox, content, files, head


@dataclass(frozen=True, slots=True)
class Wish:
    """How a report is to be sent. ``now`` and ``due`` are seconds since 1970; ``test`` sends it to oneself
    alone, which does not count as sent; ``replies_to`` are Message-IDs by address, for an edition that
    replaces another.
    """

    mail: MailSettings
    now: float
    due: float
    seal: Seal = field(default_factory=Seal)
    protect: bool = False
    again: bool = False
    test: bool = False
    date: datetime | None = None
    replaces: str = ""
    replies_to: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, and who was left out and why."""

    campaign: Campaign
    messages: tuple[Outgoing, ...]
    left_out: tuple[tuple[Person, str], ...]
    files: tuple[tuple[str, int], ...]
    edition: Edition


def plan(task: Task, wish: Wish, outbox: Outbox) -> Plan:
    """Compose all messages, for everybody who has not been sent this very report.

    Raises UsageError without a sender, PressroomError when the report cannot be made or a person's row lacks
    what the text asks for.
    """
    origin = sender(wish.mail)
    if origin is None:
        raise UsageError(
            "nothing says from whom the mail comes",
            cure='set from = "Press office <press@example.org>" under [mail] in report.toml, or give --from',
            rule="no-sender",
        )
    made = editions.compose(task)
    writer = _Writer(made, wish, origin, outbox)
    messages: list[Outgoing] = []
    left_out: list[tuple[Person, str]] = []
    for person, number in zip(task.people, made.of, strict=True):
        copy = made.copies[number]
        if not (wish.again or wish.test) and person.key in writer.had(copy.report):
            left_out.append((person, "was sent this report before"))
            continue
        messages.append(writer.message(person, number))
    first = made.copies[0]
    report = writer.report_of(first)
    campaign = Campaign(
        id=_campaign_id(report, wish.now),
        report=report,
        name=task.place.shown(task.path),
        title=made.title,
        sender=origin.address,
        created=wish.now,
        text=first.letter.text,
        replaces=wish.replaces,
    )
    sizes = tuple((each.name, len(each.data)) for each in first.attachments)
    return Plan(campaign, tuple(messages), tuple(left_out), sizes, made)


def _campaign_id(report: str, now: float) -> str:
    day = datetime.fromtimestamp(now, UTC).strftime("%Y%m%d-%H%M%S")
    return f"{day}-{report[:6]}"


class _Writer:
    """Writes the messages of one plan; what many of them share is made once."""

    def __init__(self, made: Edition, wish: Wish, origin: Mailbox, outbox: Outbox) -> None:
        self.made, self.wish, self.origin, self.outbox = made, wish, origin, outbox
        mail = wish.mail
        self.reply_to = mailbox(mail.reply_to, "[mail] reply-to") if mail.reply_to else None
        self.files: dict[int, Files | None] = {}
        self.contents: dict[int, tuple[bytes, ...]] = {}
        self.hashes: dict[int, tuple[tuple[str, str], ...]] = {}
        self.before: dict[str, frozenset[str]] = {}

    def report_of(self, copy: Copy) -> str:
        """Name the report of a copy; one that is sent to oneself as a test is another."""
        return hashlib.sha256(b"test" + copy.report.encode()).hexdigest() if self.wish.test else copy.report

    def had(self, report: str) -> frozenset[str]:
        """Return who has a message with a report."""
        if report not in self.before:
            self.before[report] = self.outbox.sent_before(report)
        return self.before[report]

    def message(self, person: Person, number: int) -> Outgoing:
        """Return a person's message, whole."""
        copy = self.made.copies[number]
        found = values(copy.fields, person)
        attachments = locked(copy.attachments, person) if self.wish.protect else copy.attachments
        chunks = self._content(copy, number, found, attachments)
        report = self.report_of(copy)
        count = self.outbox.rounds(report, person.key)
        ident = hashlib.sha256(f"{report}|{person.key}|{count}".encode()).hexdigest()[:32]
        envelope = Envelope(
            sender=self.origin,
            to=Mailbox(person.address, person.name),
            reply_to=self.reply_to,
            date=self.made.date or datetime.fromtimestamp(int(self.wish.due), UTC),
            message_id=f"{ident}@{self.origin.domain}",
            replies_to=self.wish.replies_to.get(person.key, ""),
            unsubscribe=tuple(link_for(each, person.address) for each in self.wish.mail.unsubscribe),
        )
        top = head(envelope, filled(copy.letter.subject, found), copy.letter.lang)
        if self.wish.seal.dkim:
            top = self.wish.seal.dkim(top + b"".join(chunks)) + top
        return Outgoing(
            report,
            count,
            person.address,
            person.key,
            person.name,
            envelope.message_id,
            top,
            chunks,
            dict(person.columns),
            self._named(attachments, number),
            self.wish.due,
        )

    def _named(self, attachments: tuple[Attachment, ...], number: int) -> tuple[tuple[str, str], ...]:
        """Name each attachment with its SHA-256."""
        if self.wish.protect or number not in self.hashes:
            self.hashes[number] = tuple((each.name, digest(each.data)) for each in attachments)
        return self.hashes[number]

    def _content(
        self, copy: Copy, number: int, found: Mapping[str, str], attachments: tuple[Attachment, ...]
    ) -> tuple[bytes, ...]:
        """Return the content of a message; all that get the very same share it."""
        shared = not found and not self.wish.protect
        if shared and number in self.contents:
            return self.contents[number]
        letter = copy.letter
        if found:
            letter = replace(
                letter, html=filled(letter.html, found, html.escape), text=filled(letter.text, found)
            )
        if self.wish.protect:
            attached = files(attachments)
        else:
            if number not in self.files:
                self.files[number] = files(attachments)
            attached = self.files[number]
        chunks = content(letter, attached)
        if self.wish.seal.smime:
            chunks = (self.wish.seal.smime(b"".join(chunks)),)
        if shared:
            self.contents[number] = chunks
        return chunks


def earlier(outbox: Outbox, name: str, which: str) -> tuple[Campaign, tuple[Message, ...]]:
    """Return the campaign that a new edition replaces, and the messages of those who got it or may have.

    ``which`` is a campaign's id, or "last" for the last one with the same source. Raises UsageError when
    there is none.
    """
    known = [
        each for each in outbox.campaigns() if each.id == which or (which == "last" and each.name == name)
    ]
    for campaign in known:
        messages = outbox.messages(campaign.id, (State.SENT, State.UNKNOWN))
        if messages:
            return campaign, messages
    raise UsageError(
        f"there is no earlier edition {which!r} that anybody was sent",
        cure="report outbox lists what was sent; name one of these: --supersede ID",
        rule="no-earlier-edition",
    )


def recipients(messages: tuple[Message, ...]) -> tuple[Person, ...]:
    """Return the people of earlier messages, with the columns they had then."""
    people = {}
    for message in messages:
        columns = message.columns
        formats = tuple(part for part in columns.get("formats", "").replace(",", " ").split() if part)
        person = Person(
            message.address,
            message.name,
            columns.get("lang", ""),
            formats,
            (),
            tuple(sorted(columns.items())),
        )
        people[person.key] = person
    return tuple(people.values())


def write_all(messages: tuple[Outgoing, ...], folder: Path, write: Callable[[Path, bytes], None]) -> None:
    """Write each message as a file of its own, for a look before anything is sent."""
    from pressroom.writers.email.headers import file_name

    for number, message in enumerate(messages, 1):
        name = file_name(f"{number:04}-{message.address}.eml")
        write(folder / name, message.head + b"".join(message.chunks))

"""A report and its recipients made into messages, each ready in its bytes before the first is sent."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pressroom.build.confined import run_confined
from pressroom.cache.dependencies import digest
from pressroom.circulate.mail import edition as editions
from pressroom.circulate.mail.edition import Edition, EditionRequest, LetterCopy
from pressroom.circulate.mail.embargo import parse_embargo
from pressroom.circulate.mail.merge import evaluate_fields, fill, fill_link
from pressroom.circulate.mail.outbox import Campaign, Outbox, Outgoing
from pressroom.circulate.mail.recipients import Recipient
from pressroom.circulate.mail.request import SendRequest
from pressroom.circulate.mail.selection import Report, Selection, select
from pressroom.circulate.mail.signing import Signers, load_signers, protect_attachments
from pressroom.errors import UsageError
from pressroom.model.diagnostic import Severity
from pressroom.pipeline.mail import parse_mailbox, parse_sender, parse_time
from pressroom.project.mail import MailSettings
from pressroom.world import World
from pressroom.writers.email import (
    Attachment,
    Envelope,
    Files,
    Mailbox,
    encode_files,
    format_content,
    format_head,
)


@dataclass(frozen=True, slots=True)
class Mailing:
    """What is ready to be sent, and who was left out and why; ``files`` are those attached, with sizes."""

    campaign: Campaign
    messages: tuple[Outgoing, ...]
    left_out: tuple[tuple[Recipient, str], ...]
    files: tuple[tuple[str, int], ...]
    again: bool

    def require_count(self, expected: int, cure: str) -> None:
        """Raise UsageError where it would go to another number of people than was expected."""
        if len(self.messages) != expected:
            raise UsageError(
                f"it would go to {len(self.messages)}, not to {expected}, so nothing was sent",
                cure=cure,
                rule="wrong-count",
            )

    def queue(self, outbox: Outbox) -> None:
        """Queue all messages in the outbox."""
        outbox.queue(self.campaign, self.messages, now=self.campaign.created, again=self.again)


@dataclass(frozen=True, slots=True)
class _Options:
    """How messages are written. ``due`` is in seconds since 1970; ``replies_to`` has Message-IDs."""

    mail: MailSettings
    due: float
    signers: Signers
    protect: bool
    is_test: bool
    replies_to: Mapping[str, str] = field(default_factory=dict)


def prepare(request: SendRequest, outbox: Outbox, world: World, report: Report) -> Mailing:
    """Compose all messages, for every recipient who has not been sent this very report.

    Raises UsageError without a sender or without recipients, PressroomError when the report cannot be made or
    a recipient's row lacks what the text asks for.
    """
    shown = request.place.shown(request.source)
    mail = run_confined(
        shown, editions.read_mail_settings, request.source, request.place, request.options, world
    )
    selection = select(request, mail, outbox, world, report)
    now = world.now().timestamp()
    options = _Options(
        mail=mail,
        due=parse_time(request.at, "--at").timestamp() if request.at else now,
        signers=load_signers(mail, request.place.root, world),
        protect=request.protect,
        is_test=request.to_sender,
        replies_to=selection.replies_to,
    )
    return _compose(request, selection, options, outbox, now, report)


def _hold_embargo(request: SendRequest, embargo: str, due: float) -> None:
    """Raise UsageError for a report that would go out ahead of its embargo, and nobody has said that it may.

    Who says so names the time that readers are told, which is not earlier than that of the text. A test that
    goes to oneself may always.
    """
    if not embargo or request.to_sender:
        return
    until = parse_embargo(embargo)
    mail = request.options.values.get("mail")
    said = str(mail.get("embargo", "")) if isinstance(mail, Mapping) else ""
    if said:
        if until is None or parse_time(said, "--embargo") >= until:
            return
        message = f"--embargo {said} is earlier than the embargo of the report: {embargo}"
    elif until is not None and until.timestamp() <= due:
        return
    else:
        message = f"the report is under embargo: {embargo}"
        if request.at and until is not None:
            message = f"--at {request.at} is earlier than the embargo of the report: {embargo}"
    raise UsageError(
        message, cure=_explain_cure(until), rule="under-embargo", where=request.place.shown(request.source)
    )


def _explain_cure(until: datetime | None) -> str:
    if until is None:
        return (
            "these words name no certain time; --embargo TIME sends it now, with the embargo said ahead "
            'of it; or set the time in the file beside the text: embargo = "2026-05-05T06:00+02:00"'
        )
    at = until.isoformat(timespec="minutes")
    return f"--at {at} sends it then; --embargo {at} sends it now, with the embargo said ahead of it"


def _compose(
    request: SendRequest,
    selection: Selection,
    options: _Options,
    outbox: Outbox,
    now: float,
    report: Report,
) -> Mailing:
    origin = parse_sender(options.mail)
    if origin is None:
        raise UsageError(
            "nothing says from whom the mail comes",
            cure='set from = "Press office <press@example.org>" under [mail] in report.toml, or give --from',
            rule="no-sender",
        )
    edition = editions.compose(
        EditionRequest(
            request.source,
            request.place,
            request.options,
            selection.recipients,
            _describe_replaced(selection.replaces),
        )
    )
    _hold_embargo(request, edition.embargo, options.due)
    for found in edition.diagnostics:
        if found.severity is not Severity.NOTE:
            report(request.place.named(found, request.place.shown(request.source)))
    writer = _MessageWriter(edition, options, origin, outbox)
    again = request.again or request.to_sender
    messages: list[Outgoing] = []
    left_out: list[tuple[Recipient, str]] = []
    for recipient, number in zip(selection.recipients, edition.copy_of, strict=True):
        if not again and recipient.key in writer.list_sent(edition.copies[number].report):
            left_out.append((recipient, "was sent this report before"))
            continue
        messages.append(writer.write(recipient, number))
    first = edition.copies[0]
    named = writer.name_report(first)
    campaign = Campaign(
        id=_name_campaign(named, now),
        report=named,
        name=request.place.shown(request.source),
        title=edition.title,
        sender=origin.address,
        created=now,
        text=first.letter.text,
        replaces=selection.replaces.id if selection.replaces else "",
    )
    sizes = tuple((each.name, len(each.data)) for each in first.attachments)
    return Mailing(campaign, tuple(messages), tuple(left_out), sizes, again)


def _describe_replaced(campaign: Campaign | None) -> tuple[str, str]:
    """Return the text of the edition that is replaced and the day it was sent on, "" for none."""
    if campaign is None:
        return "", ""
    return campaign.text, datetime.fromtimestamp(campaign.created, UTC).date().isoformat()


def _name_campaign(report: str, now: float) -> str:
    day = datetime.fromtimestamp(now, UTC).strftime("%Y%m%d-%H%M%S")
    return f"{day}-{report[:6]}"


class _MessageWriter:
    """Writes the messages of one mailing; what many of them share is made once."""

    def __init__(self, edition: Edition, options: _Options, origin: Mailbox, outbox: Outbox) -> None:
        self.edition, self.options, self.origin, self.outbox = edition, options, origin, outbox
        reply_to = options.mail.reply_to
        self.reply_to = parse_mailbox(reply_to, "[mail] reply-to") if reply_to else None
        self.files: dict[int, Files | None] = {}
        self.contents: dict[int, tuple[bytes, ...]] = {}
        self.hashes: dict[int, tuple[tuple[str, str], ...]] = {}
        self.sent: dict[str, frozenset[str]] = {}

    def name_report(self, copy: LetterCopy) -> str:
        """Name the report of a copy; one that is sent to oneself as a test is another."""
        return (
            hashlib.sha256(b"test" + copy.report.encode()).hexdigest()
            if self.options.is_test
            else copy.report
        )

    def list_sent(self, report: str) -> frozenset[str]:
        """Return the keys of those who have a message with a report."""
        if report not in self.sent:
            self.sent[report] = self.outbox.find_sent_before(report)
        return self.sent[report]

    def write(self, recipient: Recipient, number: int) -> Outgoing:
        """Return a recipient's message, whole."""
        options, copy = self.options, self.edition.copies[number]
        values = evaluate_fields(copy.fields, recipient)
        attachments = copy.attachments
        if options.protect:
            attachments = run_confined(recipient.where, protect_attachments, attachments, recipient)
        chunks = self._write_content(copy, number, values, attachments)
        report = self.name_report(copy)
        count = self.outbox.count_rounds(report, recipient.key)
        ident = hashlib.sha256(f"{report}|{recipient.key}|{count}".encode()).hexdigest()[:32]
        envelope = Envelope(
            sender=self.origin,
            to=Mailbox(recipient.address, recipient.name),
            reply_to=self.reply_to,
            date=self.edition.date or datetime.fromtimestamp(int(options.due), UTC),
            message_id=f"{ident}@{self.origin.domain}",
            replies_to=options.replies_to.get(recipient.key, ""),
            unsubscribe=tuple(fill_link(each, recipient.address) for each in options.mail.unsubscribe),
        )
        top = format_head(envelope, fill(copy.letter.subject, values), copy.letter.lang)
        if options.signers.dkim:
            top = options.signers.dkim(top + b"".join(chunks)) + top
        return Outgoing(
            report=report,
            round=count,
            address=recipient.address,
            key=recipient.key,
            name=recipient.name,
            message_id=envelope.message_id,
            head=top,
            chunks=chunks,
            columns=dict(recipient.columns),
            files=self._hash_files(attachments, number),
            due=options.due,
        )

    def _hash_files(self, attachments: tuple[Attachment, ...], number: int) -> tuple[tuple[str, str], ...]:
        """Name each attachment with its SHA-256."""
        if self.options.protect or number not in self.hashes:
            self.hashes[number] = tuple((each.name, digest(each.data)) for each in attachments)
        return self.hashes[number]

    def _write_content(
        self, copy: LetterCopy, number: int, values: Mapping[str, str], attachments: tuple[Attachment, ...]
    ) -> tuple[bytes, ...]:
        """Return the content of a message; all that get the very same share it."""
        protect, sign = self.options.protect, self.options.signers.smime
        shared = not values and not protect
        if shared and number in self.contents:
            return self.contents[number]
        letter = copy.letter
        if values:
            body = fill(letter.html, values, html.escape)
            letter = replace(letter, html=body, text=fill(letter.text, values))
        if protect:
            attached = encode_files(attachments)
        else:
            if number not in self.files:
                self.files[number] = encode_files(attachments)
            attached = self.files[number]
        chunks = format_content(letter, attached)
        if sign:
            chunks = (sign(b"".join(chunks)),)
        if shared:
            self.contents[number] = chunks
        return chunks


def write_messages(
    messages: tuple[Outgoing, ...], folder: Path, write: Callable[[Path, bytes], None]
) -> None:
    """Write each message as a file of its own, for a look before anything is sent."""
    from pressroom.writers.email.headers import clean_file_name

    for number, message in enumerate(messages, 1):
        name = clean_file_name(f"{number:04}-{message.address}.eml")
        write(folder / name, message.head + b"".join(message.chunks))

"""What a report needs to become a mail: its frame, its date, and what goes along with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressroom.compose import Frame, frame_mail
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline.embargo import format_time
from pressroom.project.mail import MailSettings
from pressroom.world import World
from pressroom.writers import WRITERS

if TYPE_CHECKING:
    from pressroom.model.page import Page
    from pressroom.model.report import Report
    from pressroom.pipeline.composing import ComposedReport
    from pressroom.writers.email import Attachment, Letter, Mailbox

LONGEST_LETTER = 100_000  # bytes of HTML; Gmail ends at 102 kB (hteumeuleu/email-bugs#41)
Links = tuple[tuple[str, str], ...]


def make_frame(mail: MailSettings, links: Links, report: Report, address: str = "") -> Frame:
    """Return what the settings say round a report; ``address`` stands for its reader's, "" where nobody is
    named yet. Raises UsageError for an embargo that is no time.
    """
    leave = next((each for each in mail.unsubscribe if each.startswith("https:")), "")
    if "{address}" in leave:
        leave = leave.replace("{address}", address) if address else ""
    return Frame(
        subject=mail.subject,
        preheader=mail.preheader,
        note=tuple(part.strip() for part in mail.note.split("\n\n") if part.strip()),
        notices=(_format_embargo(mail.embargo, report),) if mail.embargo else (),
        links=links,
        unsubscribe=leave,
    )


def _format_embargo(text: str, report: Report) -> str:
    until = parse_time(text, "[mail] embargo")
    return report.label("embargo").format(time=format_time(until, report.lang))


def parse_time(text: str, where: str) -> datetime:
    """Read a time as "2026-05-04T06:00+02:00", in UTC where it names no zone. Raises UsageError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no time",
            cure="write it as 2026-05-04T06:00+02:00",
            rule="bad-time",
            where=where,
        ) from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def attach(
    page: Page, written: Mapping[str, bytes], mail: MailSettings, name: str
) -> tuple[tuple[Attachment, ...], Links]:
    """Return what is attached, and the links that the mail shows: the report online, where that is set.

    ``written`` are the formats to attach, by their names; ``name`` is what their files are called.
    Attachments that are larger together than the limit are left out where there is such a link. Raises
    PressroomError when there is none.
    """
    from pressroom.writers.email import Attachment

    found = tuple(
        Attachment(f"{name}.{WRITERS[kind].ending}", WRITERS[kind].media_type, written[kind])
        for kind in mail.attach or ()
    )
    links: Links = ((page.report.label("online"), mail.link),) if mail.link else ()
    size = sum(len(each.data) for each in found)
    if size <= mail.limit:
        return found, links
    if links:
        return (), links
    raise PressroomError(
        f"the attachments have {size / 1e6:.1f} MB; [mail] limit allows {mail.limit / 1e6:.1f} MB",
        cure="raise the limit, attach fewer formats, or set [mail] link to where the report can be read",
        rule="attachments-too-large",
    )


def write_draft(
    composed: ComposedReport,
    written: Mapping[str, bytes],
    mail: MailSettings,
    name: str,
    date: datetime | None,
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Write a draft: from whom, with what is attached, to be opened and sent by any mail program.

    Returns its bytes and what was noticed. ``written`` and ``name`` are as ``attach`` takes them. Raises what
    ``attach`` and ``parse_sender`` raise.
    """
    from pressroom.writers import email

    attachments, links = attach(composed.page, written, mail, name)
    frame = make_frame(mail, links, composed.page.report)
    page = frame_mail(composed.page, composed.template, frame)
    envelope = email.Envelope(sender=parse_sender(mail), date=date, draft=True)
    named = email.with_message_id(envelope, page, attachments)
    letter = email.make_letter(page)
    noticed = check_length(letter, composed.page.report.document.source)
    return email.write_letter(letter, email.EmailOptions(named, attachments)), noticed


def check_length(letter: Letter, where: str) -> tuple[Diagnostic, ...]:
    """Return a warning where a letter is so long that readers see its beginning alone."""
    size = len(letter.html.encode())
    if size <= LONGEST_LETTER:
        return ()
    message = f"the mail has {size / 1000:,.0f} kB of HTML, and Gmail cuts off what goes beyond 102 kB"
    cure = "send its summary as a text of its own, with the report attached or linked"
    return (Diagnostic(Severity.WARNING, "mail-cut-off", message, cure, where=where),)


def parse_sender(mail: MailSettings) -> Mailbox | None:
    """Return from whom a mail comes, None where nothing is set. Raises UsageError for a bad address."""
    return parse_mailbox(mail.sender, "[mail] from") if mail.sender else None


def parse_mailbox(text: str, where: str) -> Mailbox:
    """Read "Name <address>" or an address. Raises UsageError when there is none to be sent to."""
    from pressroom.project.addresses import parse_address
    from pressroom.writers.email import Mailbox

    found, name = parse_address(text, where)
    return Mailbox(found, name)


def find_date(date: str, world: World) -> datetime | None:
    """Return the date of a mail: the document's own, else SOURCE_DATE_EPOCH, else None. Never today's."""
    if len(date) == len("2026-05-03"):
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    return world.now() if world.environment("SOURCE_DATE_EPOCH") else None

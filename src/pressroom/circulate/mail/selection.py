"""Who a report is sent to: the lists that are named, or those who got the edition that it replaces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pressroom.build.confined import run_confined
from pressroom.circulate.mail.outbox import Campaign, Message, MessageState, Outbox
from pressroom.circulate.mail.recipients import (
    Recipient,
    normalize_address,
    read_recipients,
    read_suppressed,
)
from pressroom.circulate.mail.request import SendRequest
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.project.mail import MailSettings
from pressroom.world import World

Report = Callable[[Diagnostic], None]


@dataclass(frozen=True, slots=True)
class Selection:
    """The recipients, and the campaign that is replaced with the Message-IDs to reply to, by address."""

    recipients: tuple[Recipient, ...]
    replaces: Campaign | None = None
    replies_to: Mapping[str, str] = field(default_factory=dict)


def select(
    request: SendRequest, mail: MailSettings, outbox: Outbox, world: World, report: Report
) -> Selection:
    """Return who the report goes to, without other groups and without suppressed addresses.

    Rows of lists that are wrong, and recipients left out, are reported. Raises UsageError when nobody is
    left, PressroomError for a list with errors.
    """
    if request.supersede:
        selection = _select_earlier(request, outbox)
    elif request.to_sender:
        own = read_recipients([mail.sender], world).recipients[:1] if mail.sender else ()
        selection = Selection(own)
    else:
        selection = Selection(_read_lists(request, world, report))
    suppressed = _read_suppressed(request, mail, world)
    kept = _narrow(selection.recipients, request.groups, suppressed, report)
    return Selection(kept, selection.replaces, selection.replies_to)


def _read_lists(request: SendRequest, world: World, report: Report) -> tuple[Recipient, ...]:
    if not request.lists:
        raise UsageError("nobody is named to send to", cure="give a list: --to people.csv", rule="nobody")
    found = run_confined("--to", read_recipients, request.lists, world)
    for diagnostic in found.diagnostics:
        report(diagnostic)
    bad = sum(each.severity is Severity.ERROR for each in found.diagnostics)
    if bad and not request.skip_bad:
        raise PressroomError(
            f"{bad:,} {'row' if bad == 1 else 'rows'} of the list cannot be sent to, so nothing was sent",
            cure="correct them, or leave them out with --skip-bad",
            rule="bad-list",
        )
    return found.recipients


def _read_suppressed(request: SendRequest, mail: MailSettings, world: World) -> frozenset[str]:
    lists = [request.suppress] if request.suppress else []
    if mail.suppressed:
        lists.append(str(request.place.root / mail.suppressed))
    return frozenset().union(*(run_confined(each, read_suppressed, each, world) for each in lists))


def _narrow(
    recipients: tuple[Recipient, ...], groups: tuple[str, ...], suppressed: frozenset[str], report: Report
) -> tuple[Recipient, ...]:
    wanted = {group.casefold() for group in groups}
    chosen = tuple(each for each in recipients if not wanted or wanted & set(each.groups))
    for recipient in chosen:
        if recipient.key in suppressed:
            message = f"{recipient.address} is suppressed and gets nothing"
            report(Diagnostic(Severity.NOTE, "suppressed", message, where=recipient.where))
    kept = tuple(each for each in chosen if each.key not in suppressed)
    if not kept:
        raise UsageError("nobody is left to send to", cure="look at the list and --group", rule="nobody")
    return kept


def _select_earlier(request: SendRequest, outbox: Outbox) -> Selection:
    if request.lists:
        raise UsageError(
            "--supersede goes to those who got the earlier edition, and --to names others",
            cure="leave one of the two out",
            rule="wrong-usage",
        )
    campaign, messages = _find_earlier(outbox, request.place.shown(request.source), request.supersede)
    replies_to = {normalize_address(each.address): each.message_id for each in messages}
    return Selection(_list_recipients(messages), campaign, replies_to)


def _find_earlier(outbox: Outbox, name: str, which: str) -> tuple[Campaign, tuple[Message, ...]]:
    """Return the campaign that a new edition replaces, and the messages of those who got it or may have.

    ``which`` is a campaign's id, or "last" for the last one with the same source. Raises UsageError when
    there is none.
    """
    known = [
        each for each in outbox.campaigns() if each.id == which or (which == "last" and each.name == name)
    ]
    for campaign in known:
        messages = outbox.messages(campaign.id, (MessageState.SENT, MessageState.UNKNOWN))
        if messages:
            return campaign, messages
    raise UsageError(
        f"there is no earlier edition {which!r} that anybody was sent",
        cure="report outbox lists what was sent; name one of these: --supersede ID",
        rule="no-earlier-edition",
    )


def _list_recipients(messages: tuple[Message, ...]) -> tuple[Recipient, ...]:
    """Return the recipients of earlier messages, with the columns they had then."""
    recipients = {}
    for message in messages:
        columns = message.columns
        recipient = Recipient(
            message.address,
            message.name,
            columns.get("lang", ""),
            tuple(part for part in columns.get("formats", "").replace(",", " ").split() if part),
            (),
            tuple(sorted(columns.items())),
        )
        recipients[recipient.key] = recipient
    return tuple(recipients.values())

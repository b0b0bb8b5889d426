"""What a user does with an outbox by hand: deliver what is due, and move messages to another state."""

from __future__ import annotations

from pressroom.build.lock import lock_folder
from pressroom.circulate.mail.deliver import DeliverySummary, ReportAnswer, deliver
from pressroom.circulate.mail.outbox import OPEN, Campaign, MessageState, Outbox
from pressroom.circulate.mail.recipients import normalize_address
from pressroom.circulate.mail.route import Route
from pressroom.errors import PressroomError, UsageError
from pressroom.world import World

DOUBTFUL = (MessageState.SENDING, MessageState.DATA)
# action → the states it takes messages from, the one it puts them into, and the reason that is recorded
MOVES = {
    "retry": (
        (MessageState.FAILED, MessageState.UNKNOWN),
        MessageState.QUEUED,
        "put back into the queue by hand",
    ),
    "cancel": (OPEN, MessageState.CANCELLED, "cancelled by hand"),
    "settle": ((MessageState.UNKNOWN,), MessageState.SENT, "known to have arrived"),
}


def find_campaigns(outbox: Outbox, ident: str) -> tuple[Campaign, ...]:
    """Return the campaign of an id, all for "". Raises UsageError when there is none of that id."""
    known = outbox.campaigns()
    found = tuple(each for each in known if not ident or each.id == ident)
    if ident and not found:
        raise UsageError(
            f"there is no campaign {ident!r}",
            cure=f"there are: {', '.join(each.id for each in known) or 'none'}",
            rule="unknown-campaign",
        )
    return found


def list_waiting_senders(outbox: Outbox) -> list[str]:
    """Return the senders of messages that are still to be sent, or whose sending was cut short."""
    senders = {each.id: each.sender for each in outbox.campaigns()}
    return sorted({senders[each.campaign] for each in outbox.messages(states=(*OPEN, *DOUBTFUL))})


def move_messages(
    outbox: Outbox, action: str, campaign: str, addresses: tuple[str, ...], world: World
) -> tuple[int, str]:
    """Do an action of MOVES to messages of a campaign, or of all for "", and of some addresses, or of all.

    Returns how many were moved, and the reason that is recorded.
    """
    states, state, why = MOVES[action]
    wanted = {normalize_address(each) for each in addresses}
    messages = outbox.messages(campaign, states)
    found = [each.id for each in messages if not wanted or normalize_address(each.address) in wanted]
    outbox.move(found, state, now=world.now().timestamp(), why=why)
    return len(found), why


def deliver_due(
    outbox: Outbox, route: Route, wait: float, world: World, report: ReportAnswer
) -> DeliverySummary:
    """Deliver what is due, and what comes due within ``wait`` seconds, while no other run is at work."""
    with lock_folder(outbox.folder, world, "report send"):
        return deliver(outbox, route, wait=wait, report=report)


def raise_stopped(summary: DeliverySummary) -> None:
    """Raise PressroomError for a delivery that stopped early."""
    if isinstance(summary.stopped, PressroomError):
        raise summary.stopped
    if summary.stopped:
        raise PressroomError(
            f"stopped: {summary.stopped}",
            cure="see to it, then report outbox deliver goes on where this stopped",
            rule="delivery-stopped",
        )

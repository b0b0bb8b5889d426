"""Delivery of an outbox on the terminal, for report send and report outbox."""

from __future__ import annotations

from datetime import UTC, datetime

from pressroom.circulate.mail.actions import deliver_due, raise_stopped
from pressroom.circulate.mail.deliver import DeliverySummary
from pressroom.circulate.mail.outbox import OPEN, Message, Outbox
from pressroom.circulate.mail.route import Route
from pressroom.circulate.mail.smtp import Answer
from pressroom.cli.terminal import show
from pressroom.world import World


def run_delivery(outbox: Outbox, route: Route, wait: float, world: World) -> int:
    """Deliver what is due, for ``wait`` minutes; return 0 when every recipient got its message, else 1."""
    summary = deliver_due(outbox, route, wait * 60, world, _print_answer)
    _print_summary(summary, outbox)
    raise_stopped(summary)
    return 1 if summary.failed or summary.unknown else 0


def _print_answer(message: Message, answer: Answer) -> None:
    if answer.disposition != "sent":
        said = f"{answer.code} {answer.reply}".removeprefix("0 ")
        show(f"  {message.address}: {said} ({answer.disposition})", err=True)


def _print_summary(summary: DeliverySummary, outbox: Outbox) -> None:
    left = outbox.messages(states=OPEN)
    parts = [f"{summary.sent} sent"]
    parts += [f"{summary.failed} refused for good"] if summary.failed else []
    parts += [f"{len(left)} still to be sent"] if left else []
    unknown = f"{summary.unknown} unknown: the reply was lost, look before you retry"
    parts += [unknown] if summary.unknown else []
    show(", ".join(parts), err=True)
    if left and not summary.stopped:
        due = datetime.fromtimestamp(min(each.due for each in left), UTC)
        show(f"report outbox deliver goes on; the next is due at {due:%Y-%m-%d %H:%M} UTC", err=True)

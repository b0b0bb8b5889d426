"""What the preview has another process do: many reports made, mail prepared and sent.

The server has threads, and a process that is forked while there are some may hang. These functions fork, so
they run in a process of their own that has none. What they raise comes back as a value.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pressroom.build.plan import Request, make_plan
from pressroom.build.scheduler import find_stale, run
from pressroom.circulate.mail.actions import deliver_due, raise_stopped
from pressroom.circulate.mail.custody import open_outbox
from pressroom.circulate.mail.outbox import Message, Outbox
from pressroom.circulate.mail.request import SendRequest
from pressroom.circulate.mail.route import find_smtp_settings, make_route
from pressroom.circulate.mail.sending import Mailing, prepare
from pressroom.circulate.mail.smtp import Answer, hide_password
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, find_error
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld, World

_MOST_ROWS = 5  # wrong rows of a list that an error tells of
WAIT = 60.0  # seconds that a delivery goes on for those whose server puts them off


@dataclass(frozen=True, slots=True)
class MailOrder:
    """What is to be sent to whom: as ``report send SOURCE --to LIST --subject … --note …`` has it.

    ``sender`` and ``server`` are those of report.toml where they are "".
    """

    source: Path
    place: Place
    lists: tuple[str, ...]
    subject: str = ""
    note: str = ""
    formats: tuple[str, ...] = ("pdf",)
    to_sender: bool = False
    sender: str = ""
    server: str = ""


@dataclass(frozen=True, slots=True)
class MailSummary:
    """What a mailing comes to, ahead of its sending or after it."""

    title: str
    sender: str
    server: str
    recipients: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, int], ...]
    warnings: tuple[str, ...] = ()
    sent: int = 0
    failed: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class RefusedOperation:
    """The error that ended an operation."""

    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Progress:
    """A report of a run that has ended; ``made`` of ``total`` are done, ``failed`` of these in vain."""

    source: str
    state: str
    message: str
    made: int
    failed: int
    total: int


_queue: list[Any] = []


def begin(queue: Any) -> None:
    """Prepare the process: progress is put into this queue."""
    _queue[:] = [queue]


def guard(work: Callable[..., Any], *args: object) -> Any:
    """Return what work returns, or the PressroomError that it raises as a value."""
    try:
        return work(*args)
    except PressroomError as error:
        return RefusedOperation(error.diagnostic)


def make_reports(place: Place, sources: tuple[Path, ...], formats: tuple[str, ...]) -> tuple[int, int]:
    """Make reports into the project's dist, and tell of each as it ends; return how many, and the failed."""
    world = RealWorld()
    plan = make_plan(_request_reports(sources, formats), place, world)
    names = plan.names(world)
    made = failed = 0
    for outcome in run(plan, world, names=names):
        made += 1
        failed += outcome.state == "failed"
        message = find_error(outcome.diagnostics).message if outcome.state == "failed" else ""
        _queue[0].put(Progress(outcome.source, outcome.state, message, made, failed, len(names)))
    return made, failed


def _request_reports(sources: tuple[Path, ...], formats: tuple[str, ...]) -> Request:
    return Request(sources, make_option_layer({"formats": list(formats)} if formats else {}))


def find_states(
    place: Place, sources: tuple[Path, ...], formats: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Return for each source why it would be made again in these formats, nothing where it is up to date."""
    world = RealWorld()
    plan = make_plan(_request_reports(sources, formats), place, world)
    found: dict[str, tuple[str, ...]] = {}
    for job, why in find_stale(plan, world):
        found[str(job.source)] = (*found.get(str(job.source), ()), *why)
    return found


def prepare_mail(order: MailOrder) -> MailSummary:
    """Compose all messages and send none: what ``report send --dry-run`` says."""
    world = RealWorld()
    warnings: list[str] = []
    with closing(open_outbox(None, order.place, world)) as outbox:
        mailing = _prepare(order, outbox, world, warnings)
        return _summarize(mailing, order, warnings)


def send_mail(order: MailOrder, expected: int) -> MailSummary:
    """Send to exactly so many. Raises UsageError where it would go to another number, and sends nothing."""
    world = RealWorld()
    warnings: list[str] = []
    with closing(open_outbox(None, order.place, world)) as outbox:
        mailing = _prepare(order, outbox, world, warnings)
        summary = _summarize(mailing, order, warnings)
        mailing.require_count(expected, "look at the list again, and confirm its number")
        settings = find_smtp_settings(order.place, world, order.server)
        route = make_route(settings, mailing.campaign.sender, world)
        mailing.queue(outbox)
        delivered = deliver_due(outbox, route, WAIT, world, _say_nothing)
        raise_stopped(delivered)
    return replace(summary, sent=delivered.sent, failed=delivered.failed, unknown=delivered.unknown)


def _prepare(order: MailOrder, outbox: Outbox, world: World, warnings: list[str]) -> Mailing:
    """Return what is to be sent; an error has the rows with it that led to it."""
    try:
        return prepare(_request(order), outbox, world, lambda found: warnings.append(str(found)))
    except PressroomError as error:
        found = error.diagnostic
        rows = "; ".join(warnings[:_MOST_ROWS])
        message = f"{found.message} ({rows})" if rows else found.message
        raise PressroomError.from_diagnostic(replace(found, message=message)) from error


def _say_nothing(_message: Message, _answer: Answer) -> None:
    """Leave single answers out: the summary counts them."""


def _request(order: MailOrder) -> SendRequest:
    mail = {
        "from": order.sender,
        "subject": order.subject,
        "note": order.note,
        "attach": list(order.formats),
    }
    return SendRequest(
        source=order.source,
        place=order.place,
        options=make_option_layer({"mail": {key: value for key, value in mail.items() if value}}),
        lists=order.lists,
        to_sender=order.to_sender,
    )


def _summarize(mailing: Mailing, order: MailOrder, warnings: list[str]) -> MailSummary:
    settings = find_smtp_settings(order.place, RealWorld(), order.server)
    return MailSummary(
        title=mailing.campaign.title,
        sender=str(mailing.campaign.sender),
        server=hide_password(settings.server) or "",
        recipients=tuple((each.address, each.name) for each in mailing.messages),
        left_out=tuple((recipient.address, why) for recipient, why in mailing.left_out),
        files=mailing.files,
        warnings=tuple(warnings),
    )

"""Printers found, documents sent to them, jobs followed to their end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from pressroom.circulate.printing.ipp import (
    Attribute,
    Attributes,
    RefusedError,
    SilentError,
    integer,
    request,
)
from pressroom.circulate.printing.printer import (
    Printer,
    Ticket,
    build_attributes,
    describe_reasons,
    parse_printer,
)
from pressroom.errors import PressroomError, UsageError

SERVER = "localhost:631"
JOB_STATES = {
    3: "waiting",
    4: "held",
    5: "printing",
    6: "stopped",
    7: "cancelled",
    8: "aborted",
    9: "printed",
}
ENDED = ("cancelled", "aborted", "printed")
_DELAYS = (0.3, 0.5, 1, 1, 2)  # seconds between looks at a job; the last one goes on
_MISSING = "client-error-not-found"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A job as its printer describes it; ``reasons`` are IPP's keywords for why it waits or ended."""

    number: int
    state: str
    reasons: tuple[str, ...] = ()
    sides_done: int = 0

    @property
    def words(self) -> str:
        """The state in words, with its reasons."""
        return f"{self.state} ({', '.join(self.reasons)})" if self.reasons else self.state


def list_printers(server: str) -> tuple[list[Printer], str]:
    """Return the queues of a CUPS server ("host:port") and the name of its default, empty without one."""
    uri = f"ipp://{server}/"
    try:
        groups = request(uri, "CUPS-Get-Printers", [])
    except RefusedError as error:
        if error.code == _MISSING:  # CUPS' word for having no queue at all
            return [], ""
        raise
    except SilentError as error:
        raise PressroomError(
            f"no print server answers at {server}: {error.why}",
            cure="start CUPS, name its address with --server, or a printer's own with --printer ipp://…",
            rule="server-silent",
        ) from error
    found = [
        parse_printer(_make_queue_uri(server, str(each["printer-name"])), each)
        for each in groups
        if "printer-name" in each
    ]
    return found, _query_default(uri)


def _query_default(uri: str) -> str:
    try:
        groups = request(uri, "CUPS-Get-Default", [])
    except RefusedError:
        return ""
    return next((str(each["printer-name"]) for each in groups if "printer-name" in each), "")


def _make_queue_uri(server: str, name: str) -> str:
    return f"ipp://{server}/printers/{name}"


def find_printer(wanted: str, server: str) -> Printer:
    """Return a printer by its queue's name or its address (ipp://…); the server's default for no name."""
    if re.match(r"ipps?://", wanted):
        return _query_printer(wanted)
    found, default = list_printers(server)
    name = wanted or default
    if not name:
        raise UsageError(
            "there is no default printer" if found else f"the print server {server} has no printer",
            cure=f"name one with --printer: {', '.join(each.name for each in found)}"
            if found
            else "set one up, or name its address with --printer ipp://…",
            rule="no-printer",
        )
    if name not in {each.name for each in found}:
        near = get_close_matches(name, [each.name for each in found], 1)
        there = ", ".join(each.name for each in found) or "none"
        raise UsageError(
            f"there is no printer {name!r}",
            cure=f"did you mean {near[0]}?" if near else f"there are: {there}",
            rule="no-printer",
        )
    return _query_printer(_make_queue_uri(server, name))


def _query_printer(uri: str) -> Printer:
    groups = request(uri, "Get-Printer-Attributes", [Attribute("uri", "printer-uri", (uri,))])
    return parse_printer(uri, next((each for each in groups if "printer-state" in each), {}))


def send_job(data: bytes, ticket: Ticket, printer: Printer) -> PrintJob:
    """Send a PDF to a printer. Raises PressroomError for what it cannot do, or when it takes no jobs."""
    if not printer.accepts_jobs:
        raise PressroomError(
            f"the printer {printer.name} takes no jobs at present",
            cure="ask whoever looks after it, or take another printer",
            rule="printer-closed",
        )
    formats = printer.can.get("document-format", ())
    if formats and "application/pdf" not in formats:
        raise PressroomError(
            f"the printer {printer.name} takes no PDF, only {', '.join(formats)}",
            cure="print through a CUPS queue for it, which turns PDF into what it takes; "
            "if it is such a queue, add it again",
            rule="printer-cannot",
        )
    operation = [
        Attribute("uri", "printer-uri", (printer.uri,)),
        # RFC 8011 allows a name 255 octets
        Attribute("name", "job-name", (ticket.title.encode()[:255].decode("utf-8", "ignore"),)),
        Attribute("mimeMediaType", "document-format", ("application/pdf",)),
    ]
    return _parse_job(
        request(printer.uri, "Print-Job", operation, build_attributes(ticket, printer), file=data)
    )


def query_job(job: PrintJob, printer: Printer) -> PrintJob:
    """Ask how a job stands."""
    attributes = [Attribute("uri", "printer-uri", (printer.uri,)), integer("job-id", job.number)]
    return _parse_job(request(printer.uri, "Get-Job-Attributes", attributes))


def _parse_job(groups: list[Attributes]) -> PrintJob:
    group = next(each for each in groups if "job-id" in each)
    keywords = group.get("job-state-reasons", [])
    reasons = [str(reason) for reason in (keywords if isinstance(keywords, list) else [keywords])]
    state = JOB_STATES.get(int(str(group.get("job-state", 3))), "waiting")
    if state == "stopped" and "job-completed-with-errors" in reasons:
        state = "aborted"  # CUPS keeps it in case somebody mends it, but it prints no more by itself
    said = str(group.get("job-printer-state-message") or group.get("job-state-message") or "")
    words = describe_reasons(reasons)
    return PrintJob(
        number=int(str(group["job-id"])),
        state=state,
        reasons=(*words, said) if said and state in ("aborted", "cancelled") else words,
        sides_done=int(str(group.get("job-impressions-completed") or 0)),
    )


def describe_job(job: PrintJob, printer: Printer) -> str:
    """Return how a job stands, with what its printer complains of as long as it has not ended."""
    if job.state in ENDED or not (printer.reasons or printer.state == "stopped"):
        return job.words
    return f"{job.words}; the printer: {', '.join((printer.state, *printer.reasons))}"


def follow_job(
    job: PrintJob,
    printer: Printer,
    *,
    seconds: float,
    sleep: Callable[[float], None],
    clock: Callable[[], float],
) -> Iterator[tuple[PrintJob, Printer]]:
    """Yield a job and its printer each time that one of them changes, until the job has ended.

    Ends too once ``seconds`` are over, or the job is held: it stays with the printer then.
    """
    until = clock() + seconds
    looks = iter(_DELAYS)
    while True:
        yield job, printer
        last = (job, printer.state, printer.reasons)
        while last == (job, printer.state, printer.reasons):
            if job.state in (*ENDED, "held") or clock() > until:
                return
            sleep(next(looks, _DELAYS[-1]))
            job = query_job(job, printer)
            printer = _query_printer(printer.uri)

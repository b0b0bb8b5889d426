"""A report or a PDF made ready for a printer: opened, imposed on sheets, its ticket validated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pressroom.build.confined import run_confined
from pressroom.build.plan import Request, make_plan
from pressroom.build.publish import Outcome
from pressroom.build.scheduler import make
from pressroom.circulate.printing.jobs import SERVER, PrintJob
from pressroom.circulate.printing.printable import Printable, impose_on_sheets, keep_pages, open_pdf
from pressroom.circulate.printing.printer import Printer, Ticket, build_attributes
from pressroom.errors import PressroomError
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import World


def find_server(world: World) -> str:
    """Return the CUPS server of the environment; one on a socket listens on localhost as well."""
    named = (world.environment("CUPS_SERVER") or "").partition("/")[0]
    return SERVER if not named else named if ":" in named else f"{named}:631"


def load_document(
    file: Path, paper: str, place: Place, world: World, report: Callable[[Outcome], None]
) -> tuple[Printable | None, int]:
    """Return the PDF at a path, or made from the source there; None with the status of a failure."""
    path = file.absolute()
    if path.suffix.lower() != ".pdf":
        values = {"formats": ["pdf"]} | ({"paper": paper} if paper else {})
        (outcome,) = make(make_plan(Request((path,), make_option_layer(values)), place, world), world, report)
        if outcome.state == "failed":
            return None, outcome.status
        path = next(Path(name) for name in outcome.outputs if name.endswith(".pdf"))
    shown = place.shown(path)
    return run_confined(shown, _open, path, shown, world), 0


def _open(path: Path, shown: str, world: World) -> Printable:
    return open_pdf(world.read(path), shown)


def prepare(document: Printable, ticket: Ticket, scheme: str, printer: Printer) -> tuple[Printable, Ticket]:
    """Return what goes to the printer, imposed where a scheme is named, and its ticket with paper and sides.

    Raises PressroomError for what the printer cannot do.
    """
    if scheme:
        document = run_confined(document.title, _impose, document, ticket, scheme)
        ticket = replace(ticket, pages=(), sides=ticket.sides or ("short" if document.lies else "long"))
    # a queue that lists no papers, as raw ones do, prints on what lies in its tray
    ticket = replace(ticket, paper=ticket.paper or (document.paper if printer.papers else ""))
    build_attributes(ticket, printer)
    return document, ticket


def _impose(document: Printable, ticket: Ticket, scheme: str) -> Printable:
    return impose_on_sheets(keep_pages(document, ticket.pages), scheme, ticket.paper)


def check_ended(job: PrintJob, printer: Printer, words: str, seconds: float) -> None:
    """Raise PressroomError for a job that failed, or that has not ended after ``seconds``.

    ``words`` describe how it stands. A job that is held ends once somebody releases it.
    """
    if job.state in ("cancelled", "aborted"):
        raise PressroomError(
            f"job {job.number} was {job.words}",
            cure=f"look at the printer {printer.name}, then print again",
            rule="job-failed",
        )
    if seconds and job.state not in ("printed", "held"):
        raise PressroomError(
            f"job {job.number} is still {words} after {seconds:g} seconds",
            cure="it stays in the queue and prints once the printer can; follow it for longer with --wait",
            rule="job-unfinished",
        )

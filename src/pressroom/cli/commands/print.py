"""report print."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from pressroom.build.plan import Request, make_plan
from pressroom.build.scheduler import make
from pressroom.circulate.printing import jobs as printing
from pressroom.circulate.printing.printable import Printable, on_sheets, only, opened
from pressroom.circulate.printing.printer import (
    FINISHINGS,
    SIDES,
    Printer,
    Ticket,
    abilities,
    attributes,
    page_ranges,
    sheet_count,
)
from pressroom.cli.reporter import count, print_outcome
from pressroom.errors import PressroomError, UsageError
from pressroom.model.paper import SHEET_SIZES
from pressroom.project import place as places
from pressroom.project.settings import command_line
from pressroom.world import RealWorld

_PAPERS = click.Choice(SHEET_SIZES, case_sensitive=False)


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--list", "list_", is_flag=True, help="List the printers that are to hand.")
@click.option("--show", is_flag=True, help="Show what the printer can do.")
@click.option("--printer", "-p", default="", metavar="NAME|ipp://…", help="A queue, or a printer's address.")
@click.option("--copies", "-n", type=click.IntRange(1, 9999), default=1)
@click.option(
    "--sides", type=click.Choice(list(SIDES)), help="One, or both, turned at the long or short edge."
)
@click.option("--paper", type=_PAPERS, help="The paper (default: the document's own).")
@click.option("--grey", "colour", flag_value="monochrome", help="Without colour.")
@click.option("--color", "colour", flag_value="color", help="In colour.")
@click.option("--pages", default="", metavar="1-3,7", help="These pages alone.")
@click.option("--booklet", "scheme", flag_value="booklet", help="Sheets to fold and stitch in the middle.")
@click.option("--n-up", "scheme", metavar="2up|4up|CxR", help="Several pages on a side.")
@click.option("--staple", is_flag=True, help="Staple, where the printer can.")
@click.option("--finishing", type=click.Choice(list(FINISHINGS)), multiple=True, help="Repeatable.")
@click.option("--title", help="The job's name (default: the document's title).")
@click.option("--hold", is_flag=True, help="Keep the job at the printer until somebody releases it.")
@click.option("--ask-above", type=click.IntRange(0), default=50, help="Ask before more sheets than this.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Say what would be printed, and send nothing.")
@click.option("--wait", type=click.FloatRange(0), default=600, help="Seconds to follow the job (0: do not).")
@click.option("--server", metavar="HOST:PORT", help="The CUPS server (default: $CUPS_SERVER, localhost:631).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(
    file: Path | None,
    list_: bool,
    show: bool,
    printer: str,
    copies: int,
    sides: str | None,
    paper: str | None,
    colour: str | None,
    pages: str,
    scheme: str | None,
    staple: bool,
    finishing: tuple[str, ...],
    title: str | None,
    hold: bool,
    ask_above: int,
    yes: bool,
    dry_run: bool,
    wait: float,
    server: str | None,
    as_json: bool,
) -> int:
    """Print FILE: a PDF, or a source that is made into one first."""
    server = server or _server()
    if list_:
        return _list(server, as_json=as_json)
    if show:
        return _show(printing.find(printer, server), as_json=as_json)
    if file is None:
        raise UsageError("nothing was named to print", cure="name a source or a PDF", rule="nothing-to-print")
    document, failed = _document(file, "" if scheme else paper or "")
    if document is None:
        return failed
    wanted = Ticket(
        title or document.title,
        copies,
        sides or "",
        paper or "",
        colour or "",
        page_ranges(pages, document.pages),
        (*(("staple",) if staple else ()), *finishing),
        hold,
    )
    chosen = printing.find(printer, server)
    document, ticket = _prepared(document, wanted, scheme, chosen)
    attributes(ticket, chosen)  # what it cannot do is said before anybody is asked
    sheets = sheet_count(document.pages, ticket)
    what = count(document.pages, "side" if scheme else "page")
    plan = f"{ticket.title}: {what}, {count(sheets, 'sheet')} of paper on {chosen.name}"
    if dry_run:
        click.echo(f"{plan}; nothing was sent", err=True)
        return 0
    if sheets > ask_above and not yes and not _agreed(plan):
        return 1
    click.echo(plan, err=True)
    job = printing.send(document.data, ticket, chosen)
    return _followed(job, chosen, wait, as_json=as_json)


def _server() -> str:
    """Return the CUPS server of the environment; whoever listens on a socket listens on localhost as well."""
    named = os.environ.get("CUPS_SERVER", "").partition("/")[0]
    return printing.SERVER if not named else named if ":" in named else f"{named}:631"


def _document(file: Path, paper: str) -> tuple[Printable | None, int]:
    """Return the PDF at a path, or the one that its source makes; else the status of the failure."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    path = file.absolute()
    if path.suffix.lower() != ".pdf":
        values = {"formats": ["pdf"]} | ({"paper": paper} if paper else {})
        plan = make_plan(Request((path,), command_line(values)), place, world)
        (outcome,) = make(plan, world, print_outcome)
        if outcome.state == "failed":
            return None, outcome.status
        path = next(Path(name) for name in outcome.outputs if name.endswith(".pdf"))
    return opened(world.read(path), place.shown(path)), 0


def _prepared(
    document: Printable, ticket: Ticket, scheme: str | None, printer: Printer
) -> tuple[Printable, Ticket]:
    """Return what goes to the printer, imposed where asked for, and its ticket with paper and sides."""
    if scheme:
        document = on_sheets(only(document, ticket.pages), scheme, ticket.paper)
        ticket = replace(ticket, pages=(), sides=ticket.sides or ("short" if document.lies else "long"))
    # a queue that tells of no papers, as raw ones do, prints on what lies in its tray
    return document, replace(ticket, paper=ticket.paper or (document.paper if printer.papers else ""))


def _agreed(plan: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(f"{plan}: nobody is here to ask", cure="--yes prints all the same", rule="not-asked")
    return click.confirm(f"{plan}. Print?", err=True)


def _list(server: str, *, as_json: bool) -> int:
    found, default = printing.printers(server)
    if as_json:
        data = [_data(each) | {"default": each.name == default} for each in found]
        click.echo(json.dumps({"printers": data}))
        return 0
    for each in found:
        mark = "*" if each.name == default else " "
        reasons = f" ({', '.join(each.reasons)})" if each.reasons else ""
        click.echo(f"{mark} {each.name}  {each.state}{reasons}  {each.about}")
    if not found:
        click.echo(f"the print server {server} has no printer", err=True)
    return 0


def _show(printer: Printer, *, as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps(_data(printer)))
        return 0
    click.echo(
        f"{printer.name}: {printer.state}{' – ' + ', '.join(printer.reasons) if printer.reasons else ''}"
    )
    for name, words in abilities(printer).items():
        click.echo(f"  {name}: {', '.join(words)}")
    return 0


def _data(printer: Printer) -> dict[str, object]:
    return {
        "name": printer.name,
        "uri": printer.uri,
        "about": printer.about,
        "state": printer.state,
        "reasons": list(printer.reasons),
        "can": abilities(printer),
    }


def _followed(job: printing.Job, printer: Printer, wait: float, *, as_json: bool) -> int:
    """Tell how a job goes on until its end; the status is 0 when it was printed, held or left alone."""
    words = ""
    looks = printing.follow(job, printer, seconds=wait, sleep=time.sleep, clock=time.monotonic)
    for now, there in looks if wait else ():
        job, printer = now, there
        before, words = words, printing.told(job, printer)
        if words != before:
            click.echo(f"job {job.number}: {words}", err=True)
    if as_json:
        click.echo(json.dumps({"job": job.number, "state": job.state, "reasons": list(job.reasons)}))
    if job.state in ("cancelled", "aborted"):
        raise PressroomError(
            f"job {job.number} was {job.words}",
            cure=f"look at the printer {printer.name}, then print again",
            rule="job-failed",
        )
    if wait and job.state not in ("printed", "held"):
        raise PressroomError(
            f"job {job.number} is still {words} after {wait:g} seconds",
            cure="it stays in the queue and prints once the printer can; follow it for longer with --wait",
            rule="job-unfinished",
        )
    return 0

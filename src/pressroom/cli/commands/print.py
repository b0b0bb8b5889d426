"""report print."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from pressroom.circulate.printing import jobs as printing
from pressroom.circulate.printing.preparing import check_ended, find_server, load_document, prepare
from pressroom.circulate.printing.printer import (
    FINISHINGS,
    SIDES,
    Printer,
    Ticket,
    count_sheets,
    list_abilities,
    parse_page_ranges,
)
from pressroom.cli.reporter import count, print_outcome
from pressroom.cli.terminal import show, show_json
from pressroom.errors import PressroomError, UsageError
from pressroom.model.paper import SHEET_SIZES
from pressroom.project import place as places
from pressroom.world import RealWorld

_PAPERS = click.Choice(SHEET_SIZES, case_sensitive=False)


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--list", "list_", is_flag=True, help="List the printers that are to hand.")
@click.option("--show", "abilities", is_flag=True, help="Show what the printer can do.")
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
    abilities: bool,
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
    world = RealWorld()
    server = server or find_server(world)
    if list_:
        return _print_printers(server, as_json=as_json)
    if abilities:
        return _print_printer(printing.find_printer(printer, server), as_json=as_json)
    if file is None:
        raise UsageError("nothing was named to print", cure="name a source or a PDF", rule="nothing-to-print")
    place = places.find(Path.cwd(), world)
    document, failed = load_document(file, "" if scheme else paper or "", place, world, print_outcome)
    if document is None:
        return failed
    wanted = Ticket(
        title or document.title,
        copies,
        sides or "",
        paper or "",
        colour or "",
        parse_page_ranges(pages, document.pages),
        (*(("staple",) if staple else ()), *finishing),
        hold,
    )
    try:
        chosen = printing.find_printer(printer, server)
    except PressroomError as error:
        if not dry_run or (printer and error.diagnostic.rule != "server-silent"):
            raise
        parts = [count(document.pages, "page")]
        parts += [] if scheme else [f"{count(count_sheets(document.pages, wanted), 'sheet')} of paper"]
        show(f"{wanted.title}: {', '.join(parts)}; nothing was sent. {error.diagnostic.message}", err=True)
        return 0
    document, ticket = prepare(document, wanted, scheme or "", chosen)
    sheets = count_sheets(document.pages, ticket)
    what = count(document.pages, "side" if scheme else "page")
    summary = f"{ticket.title}: {what}, {count(sheets, 'sheet')} of paper on {chosen.name}"
    if dry_run:
        show(f"{summary}; nothing was sent", err=True)
        return 0
    if sheets > ask_above and not yes and not _confirm(summary):
        return 1
    show(summary, err=True)
    job = printing.send_job(document.data, ticket, chosen)
    return _follow(job, chosen, wait, as_json=as_json)


def _confirm(summary: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            f"{summary}: nobody is here to ask", cure="--yes prints all the same", rule="not-asked"
        )
    return click.confirm(f"{summary}. Print?", err=True)


def _print_printers(server: str, *, as_json: bool) -> int:
    found, default = printing.list_printers(server)
    if as_json:
        data = [_as_data(each) | {"default": each.name == default} for each in found]
        show_json({"printers": data})
        return 0
    for each in found:
        mark = "*" if each.name == default else " "
        reasons = f" ({', '.join(each.reasons)})" if each.reasons else ""
        show(f"{mark} {each.name}  {each.state}{reasons}  {each.about}")
    if not found:
        show(f"the print server {server} has no printer", err=True)
    return 0


def _print_printer(printer: Printer, *, as_json: bool) -> int:
    if as_json:
        show_json(_as_data(printer))
        return 0
    show(f"{printer.name}: {printer.state}{' – ' + ', '.join(printer.reasons) if printer.reasons else ''}")
    for name, words in list_abilities(printer).items():
        show(f"  {name}: {', '.join(words)}")
    return 0


def _as_data(printer: Printer) -> dict[str, object]:
    return {
        "name": printer.name,
        "uri": printer.uri,
        "about": printer.about,
        "state": printer.state,
        "reasons": list(printer.reasons),
        "can": list_abilities(printer),
    }


def _follow(job: printing.PrintJob, printer: Printer, wait: float, *, as_json: bool) -> int:
    """Print how a job goes on until its end; the status is 0 when it was printed, held or left alone."""
    words = ""
    states = printing.follow_job(job, printer, seconds=wait, sleep=time.sleep, clock=time.monotonic)
    for now, there in states if wait else ():
        job, printer = now, there
        before, words = words, printing.describe_job(job, printer)
        if words != before:
            show(f"job {job.number}: {words}", err=True)
    if as_json:
        show_json({"job": job.number, "state": job.state, "reasons": list(job.reasons)})
    check_ended(job, printer, words, wait)
    return 0

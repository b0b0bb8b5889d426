"""report make."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path

import click

from pressroom.build import records
from pressroom.build.isolation import Limits
from pressroom.build.make import Order, Outcome, left_over, make
from pressroom.build.make import prune as pruned
from pressroom.build.recording import RecordingWorld
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic
from pressroom.project import place as places
from pressroom.project.settings import FORMATS, SIDES, WORD_PAGES, Layer
from pressroom.readers import extensions
from pressroom.world import RealWorld, World


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "-f", "formats", multiple=True, metavar="|".join((*FORMATS, "all")), help="Repeatable."
)
@click.option("--template", "-t", help="The template's name; report templates lists them.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The output folder (default: dist).")
@click.option("--paper", help="A4, Letter, A5, A3 or Legal.")
@click.option("--lang", help='The language, such as "en-GB" or "de".')
@click.option("--marking", help='A marking for every page, such as "DRAFT".')
@click.option("--watermark", help="A word across each page.")
@click.option("--sides", type=click.Choice(SIDES), help="Margins for one side of the paper, or for two.")
@click.option("--for-print", is_flag=True, help="Spare ink, and print the addresses of links.")
@click.option(
    "--print",
    "sheets",
    multiple=True,
    metavar="booklet|2up|4up|CxR|grey|shop",
    help="Print files too. Repeatable.",
)
@click.option("--sheet-size", metavar="A4|A3|Letter…", help="The sheets' paper (default: the report's own).")
@click.option("--marks", is_flag=True, help="Fold and cut marks on the sheets.")
@click.option("--cover-apart", is_flag=True, help="A booklet's cover as a file of its own, for other paper.")
@click.option("--icc", type=click.Path(path_type=Path), help="The ICC profile of the print shop's press.")
@click.option("--reference", type=click.Path(path_type=Path), help="A .docx or .dotx for Word's design.")
@click.option("--native-charts", is_flag=True, help="Charts in Word as Word's own, to be edited there.")
@click.option(
    "--word-pages",
    type=click.Choice(WORD_PAGES),
    help="Who counts the pages that Word's contents show (auto: LibreOffice where it is installed).",
)
@click.option("--strict", is_flag=True, help="A warning fails its document.")
@click.option("--force", is_flag=True, help="Make everything again, changed or not.")
@click.option(
    "--jobs", "-j", type=click.IntRange(0), default=0, help="Documents side by side (0: as many as cores)."
)
@click.option("--timeout", type=click.FloatRange(1), default=120, help="Seconds a document may take.")
@click.option("--memory", type=click.IntRange(500), default=4000, help="Megabytes a document may need.")
@click.option("--prune", is_flag=True, help="Remove outputs whose source is no longer there.")
@click.option("--explain", is_flag=True, help="Say why each report is made again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(
    sources: tuple[Path, ...],
    formats: tuple[str, ...],
    template: str | None,
    out: Path | None,
    paper: str | None,
    lang: str | None,
    marking: str | None,
    watermark: str | None,
    sides: str | None,
    for_print: bool,
    sheets: tuple[str, ...],
    sheet_size: str | None,
    marks: bool,
    cover_apart: bool,
    icc: Path | None,
    reference: Path | None,
    native_charts: bool,
    word_pages: str | None,
    strict: bool,
    force: bool,
    jobs: int,
    timeout: float,
    memory: int,
    prune: bool,
    explain: bool,
    as_json: bool,
) -> int:
    """Make PDF, Word and other formats of SOURCES; of all that is in seeds/ when none is named."""
    world = RealWorld()
    looked = RecordingWorld(world)
    place = places.find(Path.cwd(), looked)
    paths = tuple(dict.fromkeys(path.absolute() for path in sources))
    given = {
        "formats": list(formats),
        "template": template,
        "paper": paper,
        "lang": lang,
        "marking": marking,
        "watermark": watermark,
        "sides": sides,
        "for_print": for_print,
        "sheets": list(sheets),
        "sheet_size": sheet_size,
        "marks": marks,
        "cover_apart": cover_apart,
        "press_profile": str(icc.absolute()) if icc else None,
        "reference": str(reference.absolute()) if reference else None,
        "native_charts": native_charts,
        "word_pages": word_pages,
    }
    options = Layer({key: value for key, value in given.items() if value}, "the command line")
    order = Order(
        sources=paths or places.sources(place, looked, extensions()),
        options=options,
        out=(out or place.root / "dist").absolute(),
        force=force,
        strict=strict,
        jobs=jobs,
        limits=Limits(seconds=timeout, memory=memory * 1_000_000),
    )
    try:
        outcomes = make(order, place, world, partial(tell, explain=explain, as_json=as_json))
    except PressroomError as error:
        error.diagnostic = place.named(error.diagnostic)
        raise
    removed = pruned(order.out, world) if prune else ()
    if as_json:
        click.echo(json.dumps({"outcomes": [as_data(outcome) for outcome in outcomes]}))
    else:
        click.echo(summary(outcomes), err=True)
        tell_left_over(order.out, removed, world)
    if not any(outcome.state == "failed" for outcome in outcomes):
        _remember(outcomes, order, looked)
    return status(outcomes)


def _remember(outcomes: tuple[Outcome, ...], order: Order, world: RecordingWorld) -> None:
    """Leave a record of this very command line, so that the next one like it can be answered at once."""
    facts = dict(world.facts)
    for outcome in outcomes:
        facts |= outcome.facts
    outputs = {key: value for outcome in outcomes for key, value in outcome.outputs.items()}
    words = f"nothing to do: {counted(len(outputs), 'output')} up to date"
    file = records.path(str(order.out), records.run_name(sys.argv[1:]))
    world.write(Path(file), records.dumped(facts, outputs, words))


def tell_left_over(out: Path, removed: tuple[Path, ...], world: World) -> None:
    """Say which outputs were removed, or would be with --prune."""
    for path in removed:
        click.echo(f"removed {_shown(str(path))}: its source is gone", err=True)
    for path in left_over(out, world):
        click.echo(f"{_shown(str(path))}: note: its source is gone. Cure: --prune removes it", err=True)


def tell(outcome: Outcome, *, explain: bool, as_json: bool) -> None:
    """Say what became of one source, and what was noticed on the way; nothing ahead of a JSON object."""
    if as_json:
        return
    for reason in outcome.why if explain else ():
        click.echo(f"{outcome.source}: made again, since {reason}", err=True)
    for found in outcome.diagnostics:
        click.echo(str(found), err=True)
    if outcome.state == "made":
        names = ", ".join(_shown(path) for path in outcome.outputs)
        pages = f" ({counted(outcome.pages, 'page')})" if outcome.pages else ""
        click.echo(f"{outcome.source} → {names}{pages}", err=True)


def _shown(path: str) -> str:
    here = Path.cwd()
    shown = Path(path).relative_to(here) if Path(path).is_relative_to(here) else path
    return os.fsencode(shown).decode("utf-8", "replace")  # a name may hold bytes that are no UTF-8


def counted(number: int, noun: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(outcomes: tuple[Outcome, ...]) -> str:
    """Say in a line how the run ended."""
    made = {
        state: sum(outcome.state == state for outcome in outcomes)
        for state in ("made", "unchanged", "failed")
    }
    if made["unchanged"] == len(outcomes):
        return f"nothing to do: {counted(sum(len(each.outputs) for each in outcomes), 'output')} up to date"
    return ", ".join(f"{number} {state}" for state, number in made.items() if number)


def status(outcomes: tuple[Outcome, ...]) -> int:
    """Return the exit status: 0 all well, 1 some failed; a lone failure's own (2 usage, 3 machine)."""
    failed = {outcome.status for outcome in outcomes if outcome.state == "failed"}
    if not failed:
        return 0
    return failed.pop() if len(failed) == 1 and all(each.state == "failed" for each in outcomes) else 1


def as_data(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as plain data for --json."""
    return {
        "source": outcome.source,
        "state": outcome.state,
        "why": list(outcome.why),
        "steps": list(outcome.steps),
        "outputs": [{"path": path, "sha256": sha256} for path, sha256 in outcome.outputs.items()],
        "pages": outcome.pages,
        "diagnostics": [diagnostic_data(found) for found in outcome.diagnostics],
    }


def diagnostic_data(found: Diagnostic) -> dict[str, object]:
    """Return a diagnostic as plain data for --json."""
    return {
        "severity": str(found.severity),
        "rule": found.rule,
        "message": found.message,
        "cure": found.cure,
        "file": found.span.source if found.span else found.where,
        "line": found.span.line_start if found.span else None,
    }

"""report make."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from pressroom.build import records
from pressroom.build.isolation import Limits
from pressroom.build.make import Order, run, stale
from pressroom.build.publish import Outcome, left_over
from pressroom.build.publish import prune as pruned
from pressroom.build.recording import RecordingWorld
from pressroom.build.units import Plan
from pressroom.cli.telling import Telling, counted, shown
from pressroom.errors import PressroomError, UsageError
from pressroom.project import place as places
from pressroom.project.matrix import Matrix, matrices, pattern
from pressroom.project.place import Place
from pressroom.project.settings import FORMATS, SIDES, WORD_PAGES, Layer
from pressroom.project.toml import parse, tables_at
from pressroom.readers import extensions
from pressroom.world import RealWorld, World

REMEMBERED = 2000  # reports of a run whose command line is answered at once the next time


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
@click.option(
    "--data", type=click.Path(path_type=Path), metavar="ROWS.csv", help="A report for each row of a table."
)
@click.option("--name", help='What outputs are called: "{source}-{district}" (a column of the data).')
@click.option("--rows", metavar="1-20", help="Only these rows of the data.")
@click.option("--audience", help="Only for this audience of [audience.NAME] in report.toml.")
@click.option("--strict", is_flag=True, help="A warning fails its document.")
@click.option("--force", is_flag=True, help="Make everything again, changed or not.")
@click.option(
    "--jobs", "-j", type=click.IntRange(0), default=0, help="Documents side by side (0: as many as cores)."
)
@click.option("--timeout", type=click.FloatRange(1), default=120, help="Seconds a document may take.")
@click.option("--memory", type=click.IntRange(500), default=4000, help="Megabytes a document may need.")
@click.option("--prune", is_flag=True, help="Remove outputs whose source is no longer there.")
@click.option("--dry-run", is_flag=True, help="Say what would be made and why; make nothing.")
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
    data: Path | None,
    name: str | None,
    rows: str | None,
    audience: str | None,
    strict: bool,
    force: bool,
    jobs: int,
    timeout: float,
    memory: int,
    prune: bool,
    dry_run: bool,
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
    try:
        plan = _plan(paths or places.sources(place, looked, extensions()), options, place, looked)
        plan = _narrowed(plan, str(data.absolute()) if data else "", name or "", rows or "", audience or "")
        order = Order(
            plan=plan,
            out=(out or place.root / "dist").absolute(),
            force=force,
            strict=strict,
            jobs=jobs,
            limits=Limits(seconds=timeout, memory=memory * 1_000_000),
        )
        names = plan.names(place, looked)
        if dry_run:
            return _dry_run(order, place, world, as_json=as_json)
        telling = Telling(len(names), explain, as_json)
        memory_of_run = Memory()
        telling.begin()
        for outcome in run(order, place, world, names=names):
            telling.tell(outcome)
            memory_of_run.add(outcome)
        telling.end()
    except PressroomError as error:
        error.diagnostic = place.named(error.diagnostic)
        raise
    whole = not (rows or audience)
    if prune or len(names) <= REMEMBERED:
        found = left_over(order.out, world, plan.sources if whole else (), names)
        _left_over(found, world, prune=prune, quiet=as_json)
    if not telling.failures:
        memory_of_run.keep(order, looked, telling.nothing_to_do())
    return telling.status()


def _plan(sources: tuple[Path, ...], options: Layer, place: Place, world: World) -> Plan:
    """Return the reports that the project's matrices make of sources."""
    file = place.root / places.SETTINGS
    if not world.is_file(file):
        return Plan(sources, options)
    data = world.read(file)
    layer = Layer(parse(data, place.shown(file)), place.shown(file))
    return Plan(sources, options, matrices((layer,), tables_at(data, "matrix")))


def _narrowed(plan: Plan, data: str, name: str, rows: str, audience: str) -> Plan:
    """Return a plan with the data, names, rows and audience that the command line asks for."""

    def changed(matrix: Matrix) -> Matrix:
        return replace(matrix, data=data or matrix.data, name=pattern(name, "--name") or matrix.name)

    first, _, last = rows.partition("-")
    if rows and not (
        first.isdecimal() and (last or first).isdecimal() and 1 <= int(first) <= int(last or first)
    ):
        raise UsageError(f"{rows!r} are no rows", cure='write them as in "5" or "1-20"', rule="wrong-rows")
    return replace(
        plan,
        matrices=tuple(map(changed, plan.matrices)),
        otherwise=changed(plan.otherwise),
        audience=audience,
        first=int(first or 1),
        last=int(last or first or 0),
    )


def _dry_run(order: Order, place: Place, world: World, *, as_json: bool) -> int:
    """Say which reports would be made and why, those that need not be only counted."""
    made = unchanged = 0
    for unit, why in stale(order, place, world):
        if not why:
            unchanged += 1
            continue
        if as_json:
            click.echo(", " if made else '{"would_make": [', nl=False)
            told = {"source": place.shown(unit.source), "name": unit.stem, "why": list(why)}
            click.echo(json.dumps(told), nl=False)
        else:
            click.echo(f"{place.shown(unit.source)} → {unit.stem}: {'; '.join(why)}", err=True)
        made += 1
    if as_json:
        click.echo(("" if made else '{"would_make": [') + f'], "unchanged": {unchanged}}}')
    else:
        click.echo(
            f"{counted(made, 'report')} would be made, {unchanged:,} unchanged; nothing was made", err=True
        )
    return 0


@dataclass(slots=True)
class Memory:
    """What a run stood on, so that the next one with the very same command line can be answered at once."""

    facts: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    reports: int = 0

    def add(self, outcome: Outcome) -> None:
        """Remember a report; beyond REMEMBERED of them, a look at each record is as quick."""
        self.reports += 1
        if self.reports <= REMEMBERED:
            self.facts |= {key: told for key, told in outcome.facts.items() if not key.startswith("row ")}
            self.outputs |= outcome.outputs

    def keep(self, order: Order, world: RecordingWorld, words: str) -> None:
        """Leave the record of this command line."""
        if self.reports <= REMEMBERED:
            file = records.path(str(order.out), records.run_name(sys.argv[1:]))
            world.write(Path(file), records.dumped(world.facts | self.facts, self.outputs, words))


def _left_over(
    found: Iterable[tuple[Path, tuple[Path, ...]]], world: World, *, prune: bool, quiet: bool
) -> None:
    """Remove outputs that nothing asks for any more, or say which --prune would remove."""
    if prune:
        for path in pruned(found, world):
            if not quiet:
                click.echo(f"removed {shown(str(path))}: its source is gone", err=True)
    elif not quiet:
        for path in sorted(path for _, outputs in found for path in outputs):
            click.echo(f"{shown(str(path))}: note: its source is gone. Cure: --prune removes it", err=True)

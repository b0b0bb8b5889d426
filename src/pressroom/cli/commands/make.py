"""report make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, Unpack

import click

from pressroom.build.isolation import Limits
from pressroom.build.plan import Request
from pressroom.cli.reporter import Reporter
from pressroom.cli.running import ENGINES, make_absolute, run_dry, run_once
from pressroom.cli.target import STREAM, Target, keep_stdin, parse_target, refuse_with_stdout, write_to_stdout
from pressroom.cli.web import SourceName, keep_web_source
from pressroom.errors import UsageError
from pressroom.project import place as places
from pressroom.project.matrix import check_pattern
from pressroom.project.setting_values import FORMATS, SIDES, WORD_PAGES, parse_formats
from pressroom.project.settings import Layer, make_option_layer
from pressroom.world import RealWorld

SETTINGS = (  # options that are settings of the same name
    *("template", "paper", "lang", "marking", "watermark", "sides", "for_print", "password"),
    *("sheet_size", "marks", "cover_apart", "native_charts", "word_pages"),
)


class MakeOptions(TypedDict):
    """The options as click reads them."""

    formats: tuple[str, ...]
    template: str | None
    out: Path | None
    paper: str | None
    lang: str | None
    marking: str | None
    watermark: str | None
    sides: str | None
    for_print: bool
    password: str | None
    sheets: tuple[str, ...]
    sheet_size: str | None
    marks: bool
    cover_apart: bool
    icc: Path | None
    reference: Path | None
    native_charts: bool
    embed_fonts: bool | None
    word_pages: str | None
    data: Path | None
    name: str | None
    rows: str | None
    audience: str | None
    strict: bool
    force: bool
    jobs: int
    engine: str
    scheduler: str
    timeout: float
    memory: int
    prune: bool
    dry_run: bool
    watch: bool
    open_: bool
    explain: bool
    as_json: bool


@click.command()
@click.argument("sources", nargs=-1, type=SourceName(path_type=Path, allow_dash=True))
@click.option(
    "--format", "-f", "formats", multiple=True, metavar="|".join((*FORMATS, "all")), help="Repeatable."
)
@click.option("--template", "-t", help="The template's name; report templates lists them.")
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The output folder (default: dist), a file such as brief.pdf, or - for stdout.",
)
@click.option("--paper", help="A4, Letter, A5, A3 or Legal.")
@click.option("--lang", help='The language, such as "en-GB" or "de".')
@click.option("--marking", help='A marking for every page, such as "DRAFT".')
@click.option("--watermark", help="A word across each page.")
@click.option("--sides", type=click.Choice(SIDES), help="Margins for one side of the paper, or for two.")
@click.option("--for-print", is_flag=True, help="Spare ink, and print the addresses of links.")
@click.option(
    "--password",
    prompt="Password of the PDF",
    prompt_required=False,
    hide_input=True,
    confirmation_prompt=True,
    metavar="[TEXT]",
    help="Lock PDFs with a password; asked for where none is given.",
)
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
    "--embed-fonts/--no-embed-fonts",
    default=None,
    help="Carry the fonts in Word files (default: in those that show page numbers).",
)
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
@click.option("--engine", type=click.Choice(ENGINES), default="local", help="Where reports are built.")
@click.option("--scheduler", default="", metavar="tls://HOST:8786", help="The Dask cluster's scheduler.")
@click.option(
    "--timeout", type=click.FloatRange(1), default=240, help="Seconds of the processor a document may take."
)
@click.option("--memory", type=click.IntRange(500), default=4000, help="Megabytes a document may need.")
@click.option("--prune", is_flag=True, help="Remove outputs whose source is no longer there.")
@click.option("--dry-run", is_flag=True, help="Say what would be made and why; make nothing.")
@click.option("--watch", is_flag=True, help="Stay, and make again what changes.")
@click.option("--open", "open_", is_flag=True, help="Open the outputs when they are made.")
@click.option("--explain", is_flag=True, help="Say why each report is made again.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(sources: tuple[Path | str, ...], **given: Unpack[MakeOptions]) -> int:
    """Make PDF, Word and other formats of SOURCES: files, folders, web addresses, or - for stdin.

    Without SOURCES, of all in seeds/; where there is no such folder, of the texts in this one.
    """
    formats = parse_formats(list(given["formats"]), "format", "the command line")
    target = parse_target(given["out"], formats, tuple(map(Path, sources)))
    _refuse_contradictions(target, given)
    request = _make_request(target, formats, given)
    if target.is_stdout:
        return write_to_stdout(
            lambda folder: _run(sources, replace(request, out=folder), given, beside=False), target.format
        )
    return _run(sources, request, given, beside=True)


def _refuse_contradictions(target: Target, given: MakeOptions) -> None:
    """Raise UsageError for options that do not go together with where the output goes."""
    if target.name and given["name"]:
        raise UsageError(
            f"--name and --out {given['out']} both name the output", cure="leave one out", rule="wrong-output"
        )
    if target.is_stdout:
        refuse_with_stdout(
            {
                "--json": given["as_json"],
                "--watch": given["watch"],
                "--open": given["open_"],
                "--print": given["sheets"],
            }
        )


def _make_request(target: Target, formats: tuple[str, ...], given: MakeOptions) -> Request:
    """Return what is asked for, but for its sources."""
    out, data = target.folder, given["data"]
    first, last = _parse_rows(given["rows"])
    return Request(
        options=_make_options((target.format,) if target.format else formats, given),
        out=make_absolute(out) if out else None,
        data=str(make_absolute(data)) if data else "",
        name=check_pattern(target.name or given["name"] or "", "--name"),
        audience=given["audience"] or "",
        first_row=first,
        last_row=last,
        force=given["force"],
        strict=given["strict"],
        jobs=given["jobs"],
        limits=Limits(seconds=given["timeout"], memory=given["memory"] * 1_000_000),
    )


def _make_options(formats: tuple[str, ...], given: MakeOptions) -> Layer:
    """Return the settings that the options make; a flag that is not given sets nothing."""
    options: Mapping[str, object] = given
    values = {
        **{name: options[name] for name in SETTINGS},
        "formats": list(formats),
        "sheets": list(given["sheets"]),
        "press_profile": str(make_absolute(given["icc"])) if given["icc"] else None,
        "reference": str(make_absolute(given["reference"])) if given["reference"] else None,
    }
    values = {key: value for key, value in values.items() if value}
    if given["embed_fonts"] is not None:
        values["embed_fonts"] = given["embed_fonts"]
    return make_option_layer(values)


def _run(sources: tuple[Path | str, ...], request: Request, given: MakeOptions, *, beside: bool) -> int:
    """Make what is asked for of some sources, look only, or stay and watch; return the exit status."""
    found = _find_sources(sources, request, beside=beside, dry=given["dry_run"])
    request = replace(request, sources=found)
    if given["dry_run"]:
        return run_dry(request, as_json=given["as_json"])
    if given["watch"]:
        from pressroom.cli import watching

        return watching.watch(request, explain=given["explain"], as_json=given["as_json"])
    reporter = Reporter(given["explain"], given["as_json"])
    engine, scheduler = given["engine"], given["scheduler"]
    status = run_once(request, reporter, engine=engine, scheduler=scheduler, prune=given["prune"])
    for path in reporter.paths if given["open_"] else ():
        click.launch(path)
    return status


def _find_sources(
    sources: tuple[Path | str, ...], request: Request, *, beside: bool, dry: bool
) -> tuple[Path, ...]:
    """Return the paths of sources, each once; what comes on stdin or from the web is kept for the outputs."""
    world = RealWorld()
    folder = places.find(Path.cwd(), world).find_output_folder(request.out, world)

    def locate(source: Path | str) -> Path:
        if isinstance(source, str):
            if dry:
                raise UsageError(
                    f"--dry-run fetches nothing, and {source} is an address",
                    cure="leave --dry-run out, or give a file",
                    rule="web-address",
                )
            return keep_web_source(source, folder, world, beside=beside)
        return keep_stdin(folder, world) if source == STREAM else make_absolute(source)

    return tuple(dict.fromkeys(map(locate, sources)))


def _parse_rows(rows: str | None) -> tuple[int, int]:
    """Read "5" or "1-20" as the first and last row; (1, 0) for all."""
    if not rows:
        return 1, 0
    first, dash, last = rows.replace(" ", "").partition("-")
    last = last if dash else first
    if not (first.isdecimal() and last.isdecimal() and 1 <= int(first) <= int(last)):
        raise UsageError(f"{rows!r} are no rows", cure='write them as in "5" or "1-20"', rule="wrong-rows")
    return int(first), int(last)

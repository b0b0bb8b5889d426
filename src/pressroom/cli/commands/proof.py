"""report proof."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from pressroom.build.isolation import Limits
from pressroom.build.lock import lock_folder
from pressroom.build.placing import put_in_place
from pressroom.build.plan import derive_stem
from pressroom.cache.steps import Steps
from pressroom.cli.limited import Options, in_limited_process
from pressroom.cli.reading import read_source
from pressroom.cli.reporter import count, shorten
from pressroom.cli.running import make_absolute
from pressroom.cli.terminal import show
from pressroom.errors import UsageError
from pressroom.pipeline.analysis import find_language, find_numbers
from pressroom.pipeline.proof import FORMATS, Approval, confirm_numbers, make_proof
from pressroom.pipeline.source import Source
from pressroom.project import place as places
from pressroom.project.place import Place
from pressroom.version import __version__
from pressroom.world import RealWorld, World


def _list_folders(options: Options) -> Iterator[Path]:
    if options["confirm"]:
        yield options["source"].absolute().parent
    else:
        world = RealWorld()
        yield _find_folder(options["out"], places.find(Path.cwd(), world), world)


def _find_folder(out: Path | None, place: Place, world: World) -> Path:
    return place.find_output_folder(make_absolute(out) if out else None, world)


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--format", "-f", "formats", multiple=True, type=click.Choice(FORMATS), help="Repeatable.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The output folder (default: dist).")
@click.option("--lang", help='The language, such as "en-GB" or "de".')
@click.option("--confirm", is_flag=True, help="Record beside the source that you looked at the key numbers.")
@click.option("--by", metavar="NAME", help="With --confirm: who looked at them.")
@click.option(
    "--number",
    "-n",
    "numbers",
    multiple=True,
    type=click.IntRange(1),
    help="With --confirm: only this number of the sheet. Repeatable.",
)
@click.option(
    "--sheet", metavar="ID", help="With --confirm: the sheet looked at, refused when it is outdated."
)
@partial(in_limited_process, limits=Limits(), list_folders=_list_folders)
def command(
    source: Path,
    formats: tuple[str, ...],
    out: Path | None,
    lang: str | None,
    confirm: bool,
    by: str | None,
    numbers: tuple[int, ...],
    sheet: str | None,
) -> None:
    """Make a proof sheet of SOURCE: each tile and picture beside its sentence; or confirm its numbers."""
    if not confirm and (by is not None or numbers or sheet is not None):
        raise UsageError(
            "--by, --number and --sheet belong to --confirm",
            cure="add --confirm, or take them out",
            rule="no-confirm",
        )
    if confirm and by is None:
        raise UsageError("nobody is named", cure='say who looked: --by "Ann Lee"', rule="nobody-named")
    found, world = read_source(source, lang)
    if confirm:
        _confirm(found, Approval(by or "", frozenset(numbers), sheet or ""), world)
    else:
        _write_sheet(found, formats or FORMATS[:1], out, world)


def _write_sheet(source: Source, formats: tuple[str, ...], out: Path | None, world: World) -> None:
    place = places.find(Path.cwd(), world)
    result = make_proof(source, tuple(dict.fromkeys(formats)), place, world, Steps(__version__))
    for diagnostic in result.diagnostics:
        show(str(diagnostic), err=True)
    folder = _find_folder(out, place, world)
    files = {f"{derive_stem(source.path)}-{name}": data for name, data in result.outputs.items()}
    with lock_folder(folder, world):
        put_in_place(files, folder, world)
    written = [shorten(str(folder / name)) for name in files]
    pages = f" ({count(result.pages, 'page')})" if result.pages else ""
    show(f"{source.shown} → {', '.join(written)}{pages}", err=True)


def _confirm(source: Source, approval: Approval, world: World) -> None:
    place = places.find(Path.cwd(), world)
    numbers = find_numbers(source, find_language(source), Steps(__version__))
    confirmed = confirm_numbers(source, numbers, approval, place, world)
    for key in confirmed.keys:
        tile = f"{key.display} {key.label}".strip()
        show(f"confirmed: {numbers.key.index(key) + 1}  {tile}", err=True)
    show(f"written: {place.shown(confirmed.sidecar)}", err=True)

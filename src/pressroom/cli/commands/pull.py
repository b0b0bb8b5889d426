"""report pull."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.reading import read_source
from pressroom.errors import UsageError
from pressroom.pipeline.source import make_reader_settings
from pressroom.project import place as places
from pressroom.project.files import explain_refusal, is_bare
from pressroom.readers.common.encoding import encode_like
from pressroom.world import RealWorld
from pressroom.writers.docx.roundtrip.pull import pull, read_source_name


@click.command()
@click.argument("edited", type=click.Path(path_type=Path))
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--apply", "apply_", is_flag=True, help="Change SOURCE; without it the patch is only shown.")
def command(edited: Path, source: Path | None, apply_: bool) -> int:
    """Take edits made in Word back: compare EDITED, a Word file of ours, with its SOURCE.

    Prints a patch of the source. What cannot be placed is listed as a conflict; the exit status is then 1.
    Without SOURCE, it is looked for by the name that the file carries: beside it, here, and among the texts
    of the project.
    """
    data = RealWorld().read(edited)
    found, world = read_source(source or _find_source(edited, data))
    pulled = pull(data, found.document)
    for conflict in pulled.conflicts:
        click.echo(f"{found.shown}: conflict: {conflict.words!r}: {conflict.reason}", err=True)
    if apply_ and pulled.edits:
        settings = make_reader_settings(found.settings)
        world.write(
            found.path,
            encode_like(found.data, found.document.text, pulled.apply(), found.shown, settings),
        )
        click.echo(f"{found.shown}: {len(pulled.edits)} edits taken over", err=True)
    elif pulled.edits:
        click.echo(pulled.patch(found.shown), nl=False)
    elif not pulled.conflicts:
        click.echo("nothing was edited", err=True)
    return 1 if pulled.conflicts else 0


def _find_source(edited: Path, data: bytes) -> Path:
    """Find the text that a Word file was made from. Raises UsageError when it is not where it might be.

    A Word file may come from anywhere: it names a text, never a folder.
    """
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    name = read_source_name(data)
    if name and not is_bare(name):
        raise UsageError(
            f"this Word file says that it was made from {name!r}, which is not the name of a text alone",
            cure=f"name it: report pull {edited} TEXT",
            rule="pull-source-outside",
            where=str(edited),
        )
    folders = (edited.parent, Path.cwd(), edited.parent.parent, place.root, place.root / "seeds")
    for folder in folders if name else ():
        if world.is_file(folder / name) and not explain_refusal(name, folder):
            return folder / name
    raise UsageError(
        f"the text that this file was made from, {name}, is not here" if name else "its text is not known",
        cure=f"name it: report pull {edited} TEXT",
        rule="pull-no-source",
        where=str(edited),
    )

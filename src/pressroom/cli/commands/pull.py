"""report pull."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from pressroom.cli.limited import Options, in_limited_process
from pressroom.cli.reading import read_source
from pressroom.cli.terminal import show, write_data
from pressroom.pipeline.pulling import apply_edits, find_source, list_folders, pull_edits
from pressroom.project import place as places
from pressroom.readers.common.limits import require_fit
from pressroom.world import RealWorld
from pressroom.writers.docx.roundtrip.source_text.edits import EditConflict


def _list_folders(options: Options) -> tuple[Path, ...]:
    """Return the folders that the source may be in, where it is to be changed."""
    if not options["apply_"]:
        return ()
    if options["source"]:
        return (options["source"].absolute().parent,)
    place = places.find(Path.cwd(), RealWorld())
    return tuple(filter(Path.is_dir, list_folders(options["edited"], place)))


@click.command()
@click.argument("edited", type=click.Path(path_type=Path))
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--apply", "apply_", is_flag=True, help="Change SOURCE; without it the patch is only shown.")
@partial(in_limited_process, list_folders=_list_folders)
def command(edited: Path, source: Path | None, apply_: bool) -> int:
    """Take edits made in Word back: compare EDITED, a Word file of ours, with its SOURCE.

    Prints a patch of the source. What cannot be placed is listed as a conflict; the exit status is then 1.
    Without SOURCE, it is looked for by the name that the file carries: beside it, here, and among the texts
    of the project.
    """
    world = RealWorld()
    data = world.read(edited)
    require_fit(data, str(edited))
    place = places.find(Path.cwd(), world)
    found, _ = read_source(source or find_source(edited, data, place, world))
    pulled = pull_edits(data, found, world)
    for conflict in pulled.conflicts:
        show(_describe(conflict, found.shown), err=True)
    if apply_ and pulled.edits:
        apply_edits(found, pulled, world)
        count = len(pulled.edits)
        show(f"{found.shown}: {count} {'edit' if count == 1 else 'edits'} taken over", err=True)
    elif pulled.edits:
        write_data(pulled.patch(found.shown))
    elif not pulled.conflicts:
        show("nothing was edited", err=True)
    return 1 if pulled.conflicts else 0


def _describe(conflict: EditConflict, shown: str) -> str:
    """Return a conflict as a line: where, the words in Word, the reason, and in which words they differ."""
    place = f"{shown}:{conflict.near.line_start}" if conflict.near else shown
    words = f"{conflict.words!r}: " if conflict.words else ""
    differ = f" ({conflict.difference})" if conflict.difference else ""
    return f"{place}: conflict: {words}{conflict.reason}{differ}"

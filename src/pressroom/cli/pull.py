"""report pull."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.reading import read
from pressroom.writers.docx.pull import pull


@click.command()
@click.argument("edited", type=click.Path(path_type=Path))
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--apply", "apply_", is_flag=True, help="Change SOURCE; without it the patch is only shown.")
def command(edited: Path, source: Path, apply_: bool) -> int:
    """Take edits made in Word back: compare EDITED, a Word file of ours, with its SOURCE.

    Prints a patch of the source. What cannot be placed is listed as a conflict; the exit status is then 1.
    """
    found, world = read(source)
    pulled = pull(world.read(edited), found.document)
    for conflict in pulled.conflicts:
        click.echo(f"{found.shown}: conflict: {conflict.words!r}: {conflict.reason}", err=True)
    if apply_ and pulled.edits:
        encoding = found.settings.encoding or "utf-8"
        world.write(found.path, pulled.applied().encode(encoding))
        click.echo(f"{found.shown}: {len(pulled.edits)} edits taken over", err=True)
    elif pulled.edits:
        click.echo(pulled.patch(found.shown), nl=False)
    elif not pulled.conflicts:
        click.echo("nothing was edited", err=True)
    return 1 if pulled.conflicts else 0

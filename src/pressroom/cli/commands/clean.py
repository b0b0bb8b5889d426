"""report clean."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.build.clean import clean
from pressroom.cli.target import locate_stdin
from pressroom.cli.terminal import show
from pressroom.project import place as places
from pressroom.world import RealWorld


@click.command()
@click.option("--out", "-o", type=click.Path(path_type=Path), help="The output folder (default: dist).")
def command(out: Path | None) -> None:
    """Forget what is kept from earlier runs. Outputs stay; the next report make builds them again."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    folder = place.find_output_folder(out, world).absolute()
    world.remove(locate_stdin(folder))
    show(f"{clean(folder, world) / 1e6:.1f} MB given back", err=True)

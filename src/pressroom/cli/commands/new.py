"""report new."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.terminal import show
from pressroom.project.scaffold import create
from pressroom.world import RealWorld


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Begin a project in FOLDER: settings, brand, template and a first source."""
    for path in create(folder, RealWorld()):
        show(str(path))
    show(f"Next: cd {folder} && report make", err=True)

"""report new."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.build.confined import run_confined
from pressroom.cli.terminal import show
from pressroom.project.scaffold import create, read_brand
from pressroom.world import RealWorld


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--template", "-t", default="", help="The project's template; report templates lists them.")
@click.option(
    "--brand-from",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take colours, fonts and logo from a .docx, a .pptx or an .svg.",
)
def command(folder: Path, template: str, brand_from: Path | None) -> None:
    """Begin a project in FOLDER: settings, brand, template and a first source."""
    world = RealWorld()
    found = run_confined(str(brand_from), read_brand, brand_from, world) if brand_from else None
    written, advice = create(folder, world, template, found)
    for path in written:
        show(str(path))
    if advice:
        show(f"assets/brand.toml: note: {advice}", err=True)
    show(f"Next: cd {folder} && report make", err=True)

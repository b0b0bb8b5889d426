"""report check."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pressroom.check.files import check
from pressroom.cli.reporter import diagnostic_as_data
from pressroom.model.diagnostic import Severity
from pressroom.world import RealWorld


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(files: tuple[Path, ...], strict: bool, as_json: bool) -> int:
    """Look over FILES, sources and outputs: what is wrong, where, and the cure. Status 1 on errors."""
    world = RealWorld()
    found = [diagnostic for path in files for diagnostic in check(world.read(path), str(path))]
    if as_json:
        click.echo(
            json.dumps({"diagnostics": [diagnostic_as_data(each) for each in found]}, ensure_ascii=False)
        )
    else:
        for each in found:
            click.echo(str(each))
        click.echo(f"{len(files)} looked over, {len(found)} found", err=True)
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(each.severity in bad for each in found))

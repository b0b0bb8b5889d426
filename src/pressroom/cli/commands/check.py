"""report check."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.build.confined import run_confined
from pressroom.check.files import check
from pressroom.cli.reporter import diagnostic_as_data
from pressroom.cli.terminal import show, show_json
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.world import RealWorld, World


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def command(files: tuple[Path, ...], strict: bool, as_json: bool) -> int:
    """Look over FILES, sources and outputs: what is wrong, where, and the cure. Status 1 on errors."""
    world = RealWorld()
    found = [diagnostic for path in files for diagnostic in _look_over(path, world)]
    if as_json:
        show_json({"diagnostics": [diagnostic_as_data(each) for each in found]})
    else:
        for each in found:
            show(str(each))
        show(f"{len(files)} looked over, {len(found)} found", err=True)
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(each.severity in bad for each in found))


def _look_over(path: Path, world: World) -> tuple[Diagnostic, ...]:
    """Look over one file in a process of its own; one that is more than its limits allow is a finding."""
    name = str(path)
    try:
        return run_confined(name, _read_and_check, path, name, world)
    except PressroomError as error:
        return (error.diagnostic,)


def _read_and_check(path: Path, name: str, world: World) -> tuple[Diagnostic, ...]:
    return check(world.read(path), name)

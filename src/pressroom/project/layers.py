"""The settings files around a source: ``report.toml`` of the project, and the sidecar beside the source."""

from __future__ import annotations

from pathlib import Path

from pressroom.errors import UsageError
from pressroom.project.files import explain_refusal, require_inside
from pressroom.project.place import SETTINGS, Place
from pressroom.project.settings import Layer, Scope
from pressroom.project.toml import LARGEST, find_tables, parse
from pressroom.world import World


def read_project_layer(place: Place, world: World) -> Layer:
    """Read report.toml; a layer without settings where there is none. Raises UsageError for wrong TOML."""
    return _layer(place.root / SETTINGS, Scope.PROJECT, place, world)


def read_file_layers(source: Path, place: Place, world: World) -> tuple[Layer, Layer]:
    """Read report.toml and the source's sidecar; each without settings where there is no such file.

    Raises UsageError for wrong TOML, and for a sidecar elsewhere that a link leads to: without its settings
    the report would be another one.
    """
    project = read_project_layer(place, world)
    sidecar = find_sidecar(source, place)
    if sidecar is None:
        return project, Layer({}, Scope.SIDECAR, place.shown(source))
    return project, _layer(sidecar, Scope.SIDECAR, place, world)


def find_sidecar(source: Path, place: Place) -> Path | None:
    """Return the path of a source's sidecar, whether it is there or not; None for a source that has none.

    Beside "report.txt" in the project's folder stands the project's own report.toml, which is no sidecar.
    """
    sidecar = source.with_suffix(".toml")
    if sidecar == source or _is_same_file(sidecar, place.root / SETTINGS):
        return None
    return sidecar


def require_sidecar(source: Path, place: Place) -> Path:
    """Return the path of a source's sidecar, to be written. Raises UsageError where there can be none."""
    sidecar = find_sidecar(source, place)
    if sidecar is None:
        raise UsageError(
            "nothing can be kept beside this text: the file of that name is the text or the project's own",
            cure="give the text another name",
            rule="no-sidecar",
            where=place.shown(source),
        )
    why = explain_refusal(sidecar.name, sidecar.parent)
    if why:
        raise UsageError(
            f"the file beside the text {why}",
            cure="put a file of its own there",
            rule="file-outside",
            where=place.shown(sidecar),
        )
    return sidecar


def _layer(file: Path, scope: Scope, place: Place, world: World) -> Layer:
    shown = place.shown(file)
    if not world.is_file(file):
        return Layer({}, scope, shown)
    require_inside(file, file.parent, shown, world)
    data = world.read(file, LARGEST)
    lines = {name: find_tables(data, name) for name in ("figure", "confirmed", "matrix")}
    return Layer(parse(data, shown), scope, shown, lines, file.parent, data.decode("utf-8-sig"))


def _is_same_file(one: Path, other: Path) -> bool:
    return one == other or (one.name == other.name and one.resolve() == other.resolve())

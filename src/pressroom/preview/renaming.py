"""A text of the project gets another name or leaves the list, and the files that belong to it go with it."""

from __future__ import annotations

from pathlib import Path

from pressroom.errors import UsageError
from pressroom.preview.additions import clean_stem, find_free
from pressroom.project.files import require_inside
from pressroom.project.place import Place
from pressroom.readers import extensions
from pressroom.world import World

REMOVED = "removed"  # the folder of a project that texts go to when they leave its list


def rename_source(path: Path, name: str, place: Place, world: World) -> Path:
    """Give a text another name in its folder, and return its path. It stays of its kind.

    Raises UsageError for a name that is taken or says nothing, and for a text that is not the project's own.
    """
    _require_own(path, place, world)
    typed = Path(name.strip().replace("\\", "/")).name
    stem = clean_stem(typed[: -len(path.suffix)] if typed.lower().endswith(path.suffix.lower()) else typed)
    if not stem:
        raise UsageError("there is no name", cure="give one of letters or figures", rule="no-name")
    target = path.with_name(f"{stem}{path.suffix}")
    if target == path:
        return path
    if find_free(target, world) != target:
        raise UsageError(
            f"there is a text or a settings file of the name {stem} already",
            cure="choose another name",
            rule="name-taken",
        )
    _move(path, target, world)
    return target


def remove_source(path: Path, place: Place, world: World) -> Path:
    """Move a text out of the list into the folder ``removed``, and return where it is now.

    Raises UsageError for a text that is not the project's own.
    """
    _require_own(path, place, world)
    folder = place.root / REMOVED
    require_inside(folder, place.root, place.shown(folder), world)
    target = find_free(folder / path.name, world)
    _move(path, target, world)
    return target


def _require_own(path: Path, place: Place, world: World) -> None:
    if not path.is_relative_to(place.root):
        raise UsageError(
            "this text is not in the folder of the project",
            cure="rename or remove it where it is",
            rule="not-of-project",
        )
    require_inside(path, place.root, place.shown(path), world)


def _move(path: Path, target: Path, world: World) -> None:
    """Move a text with its settings and the record of its address; settings of two texts are copied."""
    shared = any(
        other.stem == path.stem and other != path and other.suffix.lower() in extensions()
        for other in world.list(path.parent)
    )
    data, settings = world.read(path), path.with_suffix(".toml")
    if world.is_file(settings):
        world.write(target.with_suffix(".toml"), world.read(settings))
    world.write(target, data)
    world.remove(path)
    if world.is_file(settings) and not shared:
        world.remove(settings)
    record = path.with_name(f"{path.name}.json")
    if world.is_file(record):
        world.replace(record, target.with_name(f"{target.name}.json"))

"""Forget what earlier runs left."""

from __future__ import annotations

from pathlib import Path

from pressroom.build.lock import LOCK, lock_folder
from pressroom.cache.manifests import FOLDER
from pressroom.world import World


def clean(out: Path, world: World) -> int:
    """Remove every manifest and kept result of an output folder; return how many bytes they had.

    Only regular files of this user in the folder itself go: no link is followed, nothing of anybody else is
    touched. Raises MachineError when a run is at work there.
    """
    if not world.is_dir(out / FOLDER):
        return 0
    with lock_folder(out, world):
        return sum(_remove(path, world) for path in world.list(out / FOLDER) if path.name != LOCK)


def _remove(path: Path, world: World) -> int:
    if world.is_link(path):
        return 0
    if world.is_dir(path):
        return sum(_remove(inner, world) for inner in world.list(path))
    if not world.is_own_file(path):
        return 0
    with world.open(path) as file:
        size = file.seek(0, 2)
    world.remove(path)
    return size

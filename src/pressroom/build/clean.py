"""Forget what earlier runs left."""

from __future__ import annotations

from pathlib import Path

from pressroom.build.lock import LOCK, lock_folder
from pressroom.cache.manifests import FOLDER
from pressroom.world import World


def clean(out: Path, world: World) -> int:
    """Remove every manifest and kept result of an output folder; return how many bytes they had.

    Raises MachineError when a run is at work there.
    """
    if not world.is_dir(out / FOLDER):
        return 0
    with lock_folder(out, world):
        return sum(_remove(path, world) for path in world.list(out / FOLDER) if path.name != LOCK)


def _remove(path: Path, world: World) -> int:
    if world.is_dir(path):
        return sum(_remove(inner, world) for inner in world.list(path))
    size = len(world.read(path))
    world.remove(path)
    return size

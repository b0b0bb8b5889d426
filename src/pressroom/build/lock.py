"""One run at a time in an output folder, and the leftovers of a killed one swept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pressroom.cache.manifests import FOLDER
from pressroom.errors import MachineError
from pressroom.storage import is_address
from pressroom.world import UNFINISHED, World

LOCK = "lock"
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def lock_folder(out: Path, world: World, run: str = "report make") -> Iterator[None]:
    """Hold a folder for one run. Raises MachineError at once when another ``run`` holds it."""
    if is_address(
        out
    ):  # no storage has locks that all others know; what is put there is whole, whoever is last
        yield
        return
    # written through the world first: a folder that takes no file is refused with its cure
    if world.is_file(out):
        raise MachineError(
            "this is a file, and the outputs need a folder of that name",
            cure="move it away, or choose another folder with --out",
            rule="cannot-write",
            where=str(out),
        )
    lock = out / FOLDER / LOCK
    _refuse_link(out / FOLDER, world)
    if not world.is_file(lock):
        world.write(lock, b"")
    _refuse_link(lock, world)
    with os.fdopen(os.open(lock, os.O_RDWR | _NO_LINKS), "rb+") as file:
        if not _try_lock(file.fileno()):
            raise MachineError(
                f"another {run} is at work in this folder",
                cure="wait for it to end, or choose another folder with --out",
                rule="folder-in-use",
                where=str(out),
            )
        yield  # the system lets go of the lock when the file is closed, or its process ends in any other way


def _refuse_link(path: Path, world: World) -> None:
    if world.is_link(path):
        raise MachineError(
            "this is a link, and what is kept of a run must not go elsewhere",
            cure="remove it, or choose another folder with --out",
            rule="link-in-output",
            where=str(path),
        )


def _try_lock(descriptor: int) -> bool:
    """Take the system's lock on an open file, without waiting; False when another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def sweep(out: Path, world: World) -> None:
    """Remove the unfinished files that a killed run left; only while the folder is locked."""
    if is_address(out):
        return  # whole objects leave none, and to list millions of them for the few others is too dear
    results = out / FOLDER / "store" / "results"
    folders = [out, out / FOLDER]
    if not any(map(world.is_link, (results, results.parent))):
        folders += world.list(results)
    for folder in folders:
        for path in () if world.is_link(folder) and folder != out else world.list(folder):
            if path.name.startswith(UNFINISHED) and world.is_own_file(path):
                world.remove(path)

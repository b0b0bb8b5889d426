"""The files of one edition put in place together: all formats of a report are of one edition.

All are written beside their places first; that is where a disk is full. A signed journal says which file goes
where; then each takes its place. A run that is killed in between leaves the journal, and the next one
finishes what it says.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pressroom.cache import manifests
from pressroom.cache.key import is_signed, sign
from pressroom.errors import MachineError, PressroomError
from pressroom.storage import is_address
from pressroom.world import UNFINISHED, World

JOURNAL = "placing-"  # how journals begin


def put_in_place(files: Mapping[str, bytes], out: Path, world: World) -> None:
    """Put files by their names in an output folder: all of them or, when that fails, none.

    In a storage, which can rename nothing, each is put there whole. Raises as ``World.write`` does.
    """
    if len(files) < 2 or is_address(out):
        for name, data in files.items():
            world.write(out / name, data)
        return
    mark = f"{os.getpid()}-{os.urandom(6).hex()}"
    staged = {name: f"{UNFINISHED}{mark}-{number}" for number, name in enumerate(files)}
    journal = out / manifests.FOLDER / f"{JOURNAL}{mark}"
    try:
        for name, data in files.items():
            _require_place(out / name, world)
            world.write(out / staged[name], data)
        world.write(journal, _seal(journal, staged))
    except BaseException:
        for name in staged.values():
            with suppress(PressroomError):
                world.remove(out / name)
        raise
    _place(staged, out, world)
    world.remove(journal)


def finish_placing(out: Path, world: World) -> None:
    """Finish what a killed run had begun to put in place; only while the folder is locked."""
    if is_address(out):
        return
    for journal in world.list(out / manifests.FOLDER):
        if journal.name.startswith(JOURNAL) and world.is_own_file(journal):
            with suppress(PressroomError):  # what cannot be placed is made again
                _place(_read(journal, world), out, world)
            world.remove(journal)


def _place(staged: Mapping[str, str], out: Path, world: World) -> None:
    for name, unfinished in staged.items():
        if world.is_own_file(out / unfinished):
            world.replace(out / unfinished, out / name)


def _require_place(target: Path, world: World) -> None:
    if world.is_dir(target) and not world.is_link(target):
        raise MachineError(
            "a folder stands where this file belongs",
            cure="move it away, or choose another folder with --out",
            rule="place-taken",
            where=str(target),
        )


def _seal(journal: Path, staged: Mapping[str, str]) -> bytes:
    body = json.dumps(staged).encode()
    return sign(os.fsencode(journal.absolute()), body).encode() + b"\n" + body


def _read(journal: Path, world: World) -> Mapping[str, str]:
    """Return what a journal says; nothing where it is not this user's."""
    signature, _, body = world.read(journal).partition(b"\n")
    if not is_signed(signature.decode("ascii", "replace"), os.fsencode(journal.absolute()), body):
        return {}
    staged: dict[str, str] = json.loads(body)
    return staged

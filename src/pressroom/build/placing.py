"""The files of one edition put in place together: all formats of a report are of one edition.

All are written beside their places first; that is where a disk is full. A signed journal says which file goes
where; then each takes its place. A run that is killed in between leaves the journal, and the next one
finishes what it says. Where a file cannot take its place, as one that another program holds open on Windows,
those that did are put back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from pressroom.cache import manifests
from pressroom.cache.key import is_signed, sign
from pressroom.errors import MachineError, PressroomError
from pressroom.storage import is_address
from pressroom.world import UNFINISHED, World

LARGEST = 1_000_000  # bytes of a journal


def put_in_place(files: Mapping[str, bytes], out: Path, world: World) -> None:
    """Put files by their names in an output folder: all of them or, when that fails, none.

    In a storage, which can rename nothing, each is put there whole. Raises as ``World.write`` does.
    """
    if len(files) < 2 or is_address(out):
        for name, data in files.items():
            world.write(out / name, data)
        return
    mark = f"{UNFINISHED}{os.getpid()}-{os.urandom(6).hex()}"
    moves = tuple(
        Move(name, f"{mark}-{number}", f"{mark}-{number}-before" if _stands(out / name, world) else "")
        for number, name in enumerate(files)
    )
    journal = out / manifests.FOLDER / f"{manifests.JOURNAL}{mark.removeprefix(UNFINISHED)}"
    try:
        for move, data in zip(moves, files.values(), strict=True):
            _require_place(out / move.name, world)
            world.write(out / move.staged, data)
        for move in moves:
            if move.before:
                world.keep(out / move.name, out / move.before)
        world.write(journal, _seal(journal, moves))
    except BaseException:
        _remove_beside(moves, out, world)
        raise
    _place(journal, moves, out, world)


def finish_placing(out: Path, world: World) -> bool:
    """Finish what a killed run had begun to put in place; only while the folder is locked.

    Return whether nothing is left to be finished.
    """
    if is_address(out):
        return True
    left = False
    for journal in world.list(out / manifests.FOLDER):
        if journal.name.startswith(manifests.JOURNAL) and world.is_own_file(journal):
            with suppress(PressroomError):  # what cannot be placed is put back, and made again
                _place(journal, _read(journal, world), out, world)
            left |= world.is_file(journal)
    return not left


@dataclass(frozen=True, slots=True)
class Move:
    """A file on its way to its place: its name there, the one beside it, and that of what stood there before.

    ``before`` is "" where nothing stood there.
    """

    name: str
    staged: str
    before: str


def _place(journal: Path, moves: Sequence[Move], out: Path, world: World) -> None:
    """Let each file take its place, and remove the journal.

    Raises PressroomError where one cannot, when all are put back; where that fails as well, the journal
    stays for the next run.
    """
    try:
        for move in moves:
            if world.is_own_file(out / move.staged):
                world.replace(out / move.staged, out / move.name)
    except PressroomError:
        back = [_put_back(move, out, world) for move in moves]  # each, whatever becomes of the others
        if all(back):
            world.remove(journal)
            _remove_beside(moves, out, world)
        raise
    world.remove(journal)
    _remove_beside(moves, out, world)


def _put_back(move: Move, out: Path, world: World) -> bool:
    """Put back what stood in a place before, or remove what stands there now; tell whether that went."""
    if world.is_own_file(out / move.staged):
        return True  # it never took its place
    try:
        if not move.before:
            world.remove(out / move.name)
        elif _stands(out / move.before, world):
            world.replace(out / move.before, out / move.name)
    except PressroomError:
        return False
    return True


def _remove_beside(moves: Sequence[Move], out: Path, world: World) -> None:
    for name in (name for move in moves for name in (move.staged, move.before) if name):
        with suppress(PressroomError):  # the next run sweeps what stays
            world.remove(out / name)


def _stands(path: Path, world: World) -> bool:
    return world.is_file(path) or world.is_link(path)


def _require_place(target: Path, world: World) -> None:
    if world.is_dir(target) and not world.is_link(target):
        raise MachineError(
            "a folder stands where this file belongs",
            cure="move it away, or choose another folder with --out",
            rule="place-taken",
            where=str(target),
        )


def _seal(journal: Path, moves: Sequence[Move]) -> bytes:
    body = json.dumps([astuple(move) for move in moves]).encode()
    return sign(os.fsencode(journal.absolute()), body).encode() + b"\n" + body


def _read(journal: Path, world: World) -> tuple[Move, ...]:
    """Return what a journal says; nothing where it is not this user's."""
    signature, _, body = world.read(journal, LARGEST).partition(b"\n")
    if not is_signed(signature.decode("ascii", "replace"), os.fsencode(journal.absolute()), body):
        return ()
    return tuple(Move(*held) for held in json.loads(body))

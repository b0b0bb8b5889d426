"""Whose outbox it is: what waits in one is sent, so that it must be this user's own, or named by them.

A project's folder may come from somebody else, and with it an outbox full of messages to anybody. One that is
found there is used only with the seal of this user's key beside it, which holds for its place alone.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path

from pressroom.cache.key import sign
from pressroom.circulate.mail.outbox import FILE, FOLDER, Outbox
from pressroom.errors import PressroomError, UsageError
from pressroom.project.files import leads_out
from pressroom.project.place import Place
from pressroom.world import World

SEAL = "owner"  # the name of the file beside the outbox
_LONGEST = 1000  # bytes of it


def open_outbox(named: Path | None, place: Place, world: World) -> Outbox:
    """Open the outbox that is named, which is this user's from then on, or else the project's own.

    Raises UsageError for an outbox of the project's that somebody else has made, or that was made elsewhere.
    """
    folder = place.root / FOLDER if named is None else named
    if named is None:
        _refuse_of_others(folder, place, world)
    box = Outbox(folder)
    try:
        if not _is_sealed(folder, world):
            with suppress(PressroomError):  # an outbox that takes no file cannot be used anyway
                world.write(folder / SEAL, _make_seal(folder).encode())
    except BaseException:
        box.close()
        raise
    return box


def _refuse_of_others(folder: Path, place: Place, world: World) -> None:
    names = (path.name for path in world.list(folder))
    if leads_out(folder, place.root, world):
        why = "is a link that leads out of the project"
    elif any(name.startswith(FILE) for name in names) and not _is_sealed(folder, world):
        why = "was not made by you in this place, and what waits in it would be sent"
    else:
        return
    raise UsageError(
        f"the outbox {why}",
        cure=f"if you know what is in it, name it: --outbox {place.typed(folder)}",
        rule="outbox-of-others",
        where=place.shown(folder),
    )


def _is_sealed(folder: Path, world: World) -> bool:
    if not world.is_own_file(folder / SEAL) or not world.is_own_file(folder / FILE):
        return False
    try:
        seal = world.read(folder / SEAL, _LONGEST)
    except PressroomError:
        return False
    return compare_digest(seal.strip(), _make_seal(folder).encode())


def _make_seal(folder: Path) -> str:
    return sign(b"outbox", os.fsencode(folder.absolute()))

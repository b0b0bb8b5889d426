"""Files that settings and documents name, or that are found beside them: which of them may be opened.

The project's report.toml and the command line may name any file, also by a link. A document may name files in
its own folder or below, by a relative path. Whatever they have not named is opened only where no link leads
out of its folder (``leads_out``), since documents and whole folders come from others.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from pressroom.errors import UsageError
from pressroom.storage import is_address
from pressroom.world import RealWorld, World

TRUSTED = "PRESSROOM_TRUSTED"  # the variable with folders that are trusted whosever they are, "*" for any
_MACHINE = RealWorld()
_SEPARATORS = re.compile(r"[/\\]")
# of an address, or a drive's letter; "Minutes: May.png" is neither
_SCHEME = re.compile(r"[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+:(?=\S)")
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_bare(name: str) -> bool:
    """Tell whether a name is that of a file alone, without any folder."""
    parts = _SEPARATORS.split(name)
    return len(parts) == 1 and name.strip(". ") != "" and not _CONTROL.search(name) and not _DRIVE.match(name)


def list_trusted(world: World) -> tuple[str, ...]:
    """Return the folders that the variable PRESSROOM_TRUSTED names."""
    return tuple(filter(None, (world.environment(TRUSTED) or "").split(os.pathsep)))


def leads_out(path: Path, folder: Path, world: World) -> bool:
    """Tell whether a link leads from ``path`` in ``folder`` to elsewhere, and into no trusted folder."""
    if world.is_inside(path, folder):
        return False
    trusted = list_trusted(world)
    return "*" not in trusted and not any(world.is_inside(path, Path(each)) for each in trusted)


def require_inside(path: Path, folder: Path, shown: str, world: World) -> None:
    """Raise UsageError for a file or folder that a link leads out of ``folder`` to."""
    if leads_out(path, folder, world):
        raise UsageError(
            "this is a link that leads out of its folder",
            cure=f"put a copy in its place, or say that you trust where it leads: {TRUSTED}=FOLDER",
            rule="link-outside",
            where=shown,
        )


def explain_refusal(name: str, folder: Path, world: World = _MACHINE) -> str:
    """Return why a document in ``folder`` may not name this file, "" where it may."""
    parts = _SEPARATORS.split(name)
    if _CONTROL.search(name) or not name.strip():
        return "is not the name of a file"
    if not parts[0] or _SCHEME.match(name) or is_address(name):
        return "is not beside the text"
    if ".." in parts:
        return "leads out of the text's folder"
    return "leads out of the text's folder by a link" if leads_out(folder / name, folder, world) else ""

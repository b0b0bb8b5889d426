"""Dependencies of an output, and whether they are still as they were when it was built.

A dependency is a pair of texts: what was looked up ("read /a/b.txt") and a fingerprint of what was found (a
hash, "True", "False"). Kept light: a run that finds nothing changed imports this and little else.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

ABSENT = "absent"
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_file(file: BinaryIO) -> str:
    """Return the SHA-256 of what an open file holds from here on, read piece by piece."""
    held = hashlib.sha256()
    while piece := file.read(1 << 20):
        held.update(piece)
    return held.hexdigest()


def fingerprint(lookup: str, known: dict[str, str]) -> str:
    """Look something up again and return its fingerprint; ``known`` keeps those of this run.

    Raises KeyError for a kind of lookup that there is none of.
    """
    if lookup not in known:
        kind, _, subject = lookup.partition(" ")
        found = _fingerprint_in_storage(kind, subject) if may_be_address(subject) else None
        known[lookup] = _FINGERPRINTS[kind](subject) if found is None else found
    return known[lookup]


def list_paths(dependencies: Iterable[str]) -> Iterator[Path]:
    """Yield the files and folders that dependencies name."""
    from pathlib import Path

    for lookup in dependencies:
        kind, _, subject = lookup.partition(" ")
        if kind in ("read", "file", "dir", "names"):
            yield Path(subject)


def may_be_address(path: str) -> bool:
    """Tell whether a look at pressroom.storage, which costs its import, is worth while."""
    return ":/" in path and not path.startswith("/")


def _fingerprint_in_storage(kind: str, subject: str) -> str | None:
    """Look something up in a storage; None for what is no address of one."""
    from pathlib import Path

    from pressroom import storage
    from pressroom.errors import PressroomError

    if kind not in ("read", "names", "file", "dir") or not storage.is_address(subject):
        return None
    path = Path(subject)
    try:
        match kind:
            case "read":
                with storage.open_file(path) as file:
                    return digest_file(file)
            case "names":
                return _digest_names(each.name for each in storage.entries(path))
            case _:
                return str(storage.is_file(path) if kind == "file" else storage.is_dir(path))
    except PressroomError:
        return ABSENT


def are_current(dependencies: Mapping[str, str], known: dict[str, str]) -> bool:
    """Tell whether every dependency is as it was."""
    return all(fingerprint(lookup, known) == before for lookup, before in dependencies.items())


def describe_changes(dependencies: Mapping[str, str], known: dict[str, str]) -> list[str]:
    """Return in words each dependency that has changed."""
    return [
        _describe_change(lookup, before, fingerprint(lookup, known))
        for lookup, before in dependencies.items()
        if fingerprint(lookup, known) != before
    ]


def _describe_change(lookup: str, before: str, now: str) -> str:
    kind, _, subject = lookup.partition(" ")
    match kind:
        case "read":
            return f"{subject} is gone" if now == ABSENT else f"{subject} has changed"
        case "file" | "dir":
            return f"{subject} has come" if before == "False" else f"{subject} is gone"
        case "inside":
            return f"{subject.partition(chr(0))[2]} no longer leads out of its folder"
        case "names":
            return f"what is in {subject} has changed"
        case "environment":
            return f"the variable {subject} has changed"
        case "row":
            return "its row of data has changed"
        case _:
            return "Pressroom or what it is installed with has changed"


def _fingerprint_file(path: str) -> str:
    try:
        with open_regular(path) as file:
            return digest_file(file)
    except OSError:
        return ABSENT


def open_regular(path: str, flags: int = 0) -> BinaryIO:
    """Open a regular file. Raises OSError for anything else: a pipe would keep us waiting for ever."""
    descriptor = os.open(path, os.O_RDONLY | _AT_ONCE | flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{path} is no regular file")
    return open(descriptor, "rb")


def _fingerprint_folder(path: str) -> str:
    try:
        names = os.listdir(path)
    except OSError:
        names = []  # as World.list has it: nothing stands in a folder that is not there
    return _digest_names(names)


def _digest_names(names: Iterable[str]) -> str:
    return digest("\0".join(sorted(names)).encode("utf-8", "surrogateescape"))


def _fingerprint_inside(folder_and_path: str) -> str:
    from pathlib import Path

    from pressroom.world import RealWorld

    folder, _, path = folder_and_path.partition("\0")
    return str(RealWorld().is_inside(Path(path), Path(folder)))


def _fingerprint_code(path: str) -> str:
    """Fingerprint the program itself: each file of the package by size and time, and what is installed."""
    parts = [sys.version, *_list_stamps(path)]
    site = os.path.dirname(os.path.dirname(_find_package("jinja2")))
    parts += sorted(name for name in os.listdir(site) if name.endswith(".dist-info"))
    return digest("\0".join(parts).encode("utf-8", "surrogateescape"))


def _find_package(name: str) -> str:
    from importlib.util import find_spec

    spec = find_spec(name)
    return spec.origin if spec and spec.origin else ""


def _list_stamps(folder: str) -> Iterable[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _list_stamps(entry.path)
            else:
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"


_FINGERPRINTS: dict[str, Callable[[str], str]] = {
    "read": _fingerprint_file,
    "names": _fingerprint_folder,
    "file": lambda path: str(os.path.isfile(path)),
    "dir": lambda path: str(os.path.isdir(path)),
    "inside": _fingerprint_inside,
    "environment": lambda name: os.environ.get(name, ABSENT),
    "code": _fingerprint_code,
    "row": lambda _: ABSENT,  # known only while its report is looked at
}

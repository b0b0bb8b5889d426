"""Facts about the world that an output was built on, and whether they still hold.

A fact is a pair of texts: what was asked ("read /a/b.txt") and a short answer (a hash, "yes", "no"). Light on
purpose: a run that finds nothing changed imports this and little else.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

ABSENT = "absent"


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digest(file: BinaryIO) -> str:
    """Return the SHA-256 of what an open file holds from here on, read piece by piece."""
    held = hashlib.sha256()
    while piece := file.read(1 << 20):
        held.update(piece)
    return held.hexdigest()


def answer(question: str, seen: dict[str, str]) -> str:
    """Ask the world a question again; ``seen`` keeps this run's answers, so that each is looked up once."""
    if question not in seen:
        kind, _, subject = question.partition(" ")
        told = _elsewhere(kind, subject) if may_be_address(subject) else None
        seen[question] = _ASK[kind](subject) if told is None else told
    return seen[question]


def may_be_address(path: str) -> bool:
    """Tell whether a look at pressroom.storage, which costs its import, is worth while."""
    return ":/" in path and not path.startswith("/")


def _elsewhere(kind: str, subject: str) -> str | None:
    """Ask a storage; None for what is no address of one."""
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
                    return file_digest(file)
            case "names":
                return _names_digest(each.name for each in storage.entries(path))
            case _:
                return str(storage.is_file(path) if kind == "file" else storage.is_dir(path))
    except PressroomError:
        return ABSENT


def holds(facts: Mapping[str, str], seen: dict[str, str]) -> bool:
    """Tell whether every fact is still so."""
    return all(answer(question, seen) == told for question, told in facts.items())


def broken(facts: Mapping[str, str], seen: dict[str, str]) -> list[str]:
    """Return in words each fact that no longer holds."""
    return [
        _words(question, told, seen) for question, told in facts.items() if answer(question, seen) != told
    ]


def _words(question: str, told: str, seen: dict[str, str]) -> str:
    kind, _, subject = question.partition(" ")
    now = answer(question, seen)
    match kind:
        case "read":
            return f"{subject} is gone" if now == ABSENT else f"{subject} has changed"
        case "file" | "dir":
            return f"{subject} has come" if told == "False" else f"{subject} is gone"
        case "names":
            return f"what is in {subject} has changed"
        case "environment":
            return f"the variable {subject} has changed"
        case "row":
            return "its row of data has changed"
        case _:
            return "Pressroom or what it is installed with has changed"


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file_digest(file)
    except OSError:
        return ABSENT


def _names(path: str) -> str:
    try:
        names = os.listdir(path)
    except OSError:
        names = []  # as World.list has it: nothing stands in a folder that is not there
    return _names_digest(names)


def _names_digest(names: Iterable[str]) -> str:
    return digest("\0".join(sorted(names)).encode("utf-8", "surrogateescape"))


def _code(path: str) -> str:
    """Fingerprint the program itself: each file of the package by size and time, and what is installed."""
    parts = [sys.version, *_stamps(path)]
    site = os.path.dirname(os.path.dirname(_origin("jinja2")))
    parts += sorted(name for name in os.listdir(site) if name.endswith(".dist-info"))
    return digest("\0".join(parts).encode("utf-8", "surrogateescape"))


def _origin(package: str) -> str:
    from importlib.util import find_spec

    spec = find_spec(package)
    return spec.origin if spec and spec.origin else ""


def _stamps(folder: str) -> Iterable[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                stat = entry.stat()
                yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"


_ASK: dict[str, Callable[[str], str]] = {
    "read": _read,
    "names": _names,
    "file": lambda path: str(os.path.isfile(path)),
    "dir": lambda path: str(os.path.isdir(path)),
    "environment": lambda name: os.environ.get(name, ABSENT),
    "code": _code,
    "row": lambda _: ABSENT,  # known only while its report is looked at
}

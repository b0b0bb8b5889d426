"""What is worked out once for a user and kept: plain data, in a folder that no other user can change."""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
from contextlib import suppress
from typing import Any

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_DIGEST = hashlib.sha256().digest_size
LARGEST = 50_000_000  # bytes of what is kept under one name


def locate_folder() -> str:
    """Return the folder in the user's own for caches."""
    folder = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(folder):
        folder = os.path.expanduser("~/.cache")
    return os.path.join(folder, "pressroom", "loading")


def name_kept(kind: str, *parts: bytes) -> str:
    """Return the name of what follows from ``parts``, as this release of Python keeps it."""
    held = hashlib.sha256(f"{sys.version} {marshal.version}".encode())
    for part in parts:
        held.update(len(part).to_bytes(8, "big") + part)
    return f"{kind}-{held.hexdigest()[:40]}"


def read_kept(name: str) -> object | None:
    """Return what is kept under a name; None for nothing, or what is damaged or others could change."""
    try:
        folder = os.stat(locate_folder())
        descriptor = os.open(os.path.join(locate_folder(), name), os.O_RDONLY | _NO_LINKS)
        with open(descriptor, "rb") as file:
            if not (is_own(folder) and stat.S_ISDIR(folder.st_mode) and is_own(os.fstat(descriptor))):
                return None
            data = file.read(LARGEST)
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        held: object = marshal.loads(memoryview(data)[_DIGEST:])  # noqa: S302 - this user wrote it, unchanged
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return held


def is_own(held: os.stat_result) -> bool:
    """Tell whether a file or folder is this user's, and nobody else may write to it."""
    return not hasattr(os, "geteuid") or (held.st_uid == os.geteuid() and not held.st_mode & 0o022)


def keep(name: str, held: Any) -> None:
    """Keep plain data under a name, whole or not at all; where that cannot be, nothing is kept.

    Raises ValueError for data that cannot be kept.
    """
    data = marshal.dumps(held)
    folder = locate_folder()
    unfinished = os.path.join(folder, f"{name}-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS, 0o600)
    except OSError:
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(hashlib.sha256(data).digest() + data)
        os.replace(unfinished, os.path.join(folder, name))
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)

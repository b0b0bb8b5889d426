"""The user's own key, by which records and kept results in an output folder are known to be the user's own.

An output folder may be one that others can write to, or one that was unpacked from somewhere. What is not
signed with the key is made again. Kept light: a run that finds nothing changed imports this and little else.
"""

from __future__ import annotations

import hashlib
import os
import stat
from functools import cache

LENGTH = 32  # bytes
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)


def sign(*parts: bytes) -> str:
    """Return the signature of some parts, in hexadecimal."""
    signature = hashlib.blake2b(key=load_key(locate_key()), digest_size=32)
    for part in parts:
        signature.update(len(part).to_bytes(8, "big"))
        signature.update(part)
    return signature.hexdigest()


def is_signed(signature: str, *parts: bytes) -> bool:
    """Tell whether a signature is that of some parts."""
    from hmac import compare_digest

    return compare_digest(signature.encode(), sign(*parts).encode())


def locate_key() -> str:
    """Return the path of the key: in the user's folder for data."""
    return os.path.join(locate_own_folder(), "key")


def locate_own_folder() -> str:
    """Return the folder, in the user's own for data, for what no other user may change."""
    folder = os.environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(folder):
        folder = os.path.expanduser("~/.local/share")
    return os.path.join(folder, "pressroom")


@cache
def load_key(path: str) -> bytes:
    """Return the key in a file that is this user's alone; one is made where there is none.

    Where none can be kept, a key for this process alone is returned: nothing is then used again.
    """
    try:
        return _read_key(path) or _make_key(path)
    except OSError:
        return os.urandom(LENGTH)


def _read_key(path: str) -> bytes | None:
    """Return the key, None where there is none; raise OSError for one that is not this user's alone."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_LINKS)
    except FileNotFoundError:
        return None
    with open(descriptor, "rb") as file:
        held = os.fstat(descriptor)
        own = not hasattr(os, "geteuid") or (held.st_uid == os.geteuid() and not held.st_mode & 0o077)
        key = file.read(LENGTH) if stat.S_ISREG(held.st_mode) and own else b""
    if len(key) != LENGTH:
        raise PermissionError(path)
    return key


def _make_key(path: str) -> bytes:
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    unfinished = f"{path}-{os.getpid()}-{os.urandom(4).hex()}"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(os.urandom(LENGTH))
        try:
            os.link(unfinished, path)  # the first of several processes wins
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            os.replace(unfinished, path)
    finally:
        if os.path.lexists(unfinished):
            os.unlink(unfinished)
    return _read_key(path) or os.urandom(LENGTH)

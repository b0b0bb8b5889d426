"""Where the socket of the warm process is: in a folder of the user's own that nobody else can enter.

Kept light: each start of the command line may import it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pressroom.cache.key import locate_own_folder

_NO_LINKS = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def is_possible() -> bool:
    """Tell whether this system has what a warm process needs; Linux has."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


def locate_package() -> str:
    """Return the folder of the package ``pressroom`` that is running."""
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


def locate_folder() -> str:
    """Return the folder of the socket: the one the system gives a user's session, else the user's own."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(folder) and os.path.isdir(folder):
        return os.path.join(folder, "pressroom")
    return os.path.join(locate_own_folder(), "warm")


def name_socket() -> str:
    """Return the name of the socket, which is another one for each machine, Python and installation."""
    from hashlib import blake2b

    told = "\0".join((os.uname().nodename, sys.executable, sys.prefix, locate_package()))
    return f"{blake2b(told.encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}.sock"


def open_folder(*, make: bool = False) -> int | None:
    """Return a descriptor of the folder; None where there is none that is this user's alone.

    With ``make``, one that is not there is made. Raises OSError where it cannot be.
    """
    path = locate_folder()
    if make:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(path, mode=0o700)
    try:
        folder = os.open(path, os.O_RDONLY | _NO_LINKS)
    except OSError:
        return None
    held = os.fstat(folder)
    if held.st_uid != os.geteuid() or stat.S_IMODE(held.st_mode) & 0o077:
        os.close(folder)
        return None
    return folder


def reach(folder: int, name: str) -> str:
    """Return a path to a file in an open folder; it is short, as the path of a socket must be."""
    return f"/proc/self/fd/{folder}/{name}"


@contextmanager
def lock(folder: int) -> Iterator[None]:
    """Hold a folder while a socket in it is put in place or removed."""
    import fcntl

    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(folder, fcntl.LOCK_UN)


def find_socket() -> bool:
    """Tell whether there is a socket of a warm process of this installation; cheap, and no promise."""
    return is_possible() and os.path.exists(os.path.join(locate_folder(), name_socket()))


def locate_settings() -> str:
    """Return the path of the user's own settings, which hold for all projects."""
    folder = os.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(folder):
        folder = os.path.expanduser("~/.config")
    return os.path.join(folder, "pressroom", "settings.toml")

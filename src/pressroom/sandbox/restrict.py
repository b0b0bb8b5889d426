"""A process restricted to what it needs: each kind of restriction holds where the system offers it.

These restrictions come on top of the limits of time and memory, and no promise rests on them alone: what a
document may name, and that nothing is fetched, is settled before any library sees it.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from pressroom.sandbox import landlock, seccomp
from pressroom.sandbox.kernel import call


@dataclass(frozen=True, slots=True)
class Permissions:
    """What a process may do beside reading files: write in ``folders``, connect to a ``network``.

    ``local_sockets`` are those by which programs of one machine speak to one another, which are in /tmp.
    """

    folders: tuple[str, ...] = ()
    network: bool = False
    local_sockets: bool = False


@dataclass(frozen=True, slots=True)
class Restrictions:
    """Which restrictions hold: of writing to files, of sockets, of rare calls of the system."""

    files: bool = False
    sockets: bool = False
    calls: bool = False


def restrict(permissions: Permissions) -> Restrictions:
    """Restrict this process for good, as far as the system can; to be called while it has one thread.

    Whatever it starts is restricted as well.
    """
    network, local = permissions.network, permissions.local_sockets
    files = landlock.restrict(permissions.folders, network=network, local_sockets=local)
    calls = seccomp.restrict(network=network, local_sockets=local)
    return Restrictions(files, calls and not permissions.network, calls)


def find_restrictions() -> Restrictions:
    """Return which restrictions a process of this machine is under, as tried by one that is forked for it."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return Restrictions()
    tempfile.gettempdir()  # found here, by writing into it
    child = os.fork()
    if child == 0:
        status = 0
        try:
            restrict(Permissions())
            status = _try(_write) | _try(_connect) << 1 | _try(_ask_personality) << 2
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    held = max(status, 0)  # below zero, a signal ended it
    return Restrictions(bool(held & 1), bool(held & 2), bool(held & 4))


def _try(forbidden: Callable[[], None]) -> bool:
    """Tell whether what should be forbidden is refused."""
    try:
        forbidden()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _write() -> None:
    with tempfile.TemporaryFile(dir=tempfile.gettempdir()):
        pass


def _connect() -> None:
    socket.socket(socket.AF_INET).close()
    socket.socket(socket.AF_UNIX).close()


def _ask_personality() -> None:
    """Ask for this process's kind of system, which anybody may unless the filter holds."""
    processor = seccomp.find_processor()
    if processor:
        call(processor.refused["personality"], ctypes.c_ulong(0xFFFFFFFF))

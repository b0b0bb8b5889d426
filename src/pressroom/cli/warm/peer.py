"""Who is at the other end of a socket: a process of the same user, with the same rights, in the same place.

A process that opens files for Pressroom is confined (docs/security.md) and has lost rights for good. It must
not have the warm process, which is not confined, work for it.
"""

from __future__ import annotations

import os
import socket
import struct

_CREDENTIALS = struct.Struct("3i")  # process, user, group
_RIGHTS = (
    *("Uid", "Gid", "Groups", "NoNewPrivs", "Seccomp", "Seccomp_filters"),
    *("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"),
)
_NAMESPACES = ("mnt", "pid", "user", "net", "ipc", "uts")


def is_equal(connection: socket.socket) -> bool:
    """Tell whether the process at the other end has this one's user, rights, restrictions and namespaces."""
    data = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    process, user, _ = _CREDENTIALS.unpack(data)
    if user != os.geteuid():
        return False
    try:
        return process > 0 and describe(str(process)) == describe("self")
    except OSError:
        return False


def describe(process: str) -> tuple[object, ...]:
    """Return what a process may do, and what it sees as the machine. Raises OSError where it is gone."""
    with open(f"/proc/{process}/status", encoding="utf-8", errors="replace") as file:
        lines = dict(line.rstrip("\n").split(":", 1) for line in file if ":" in line)
    root = os.stat(f"/proc/{process}/root")
    return (
        *(lines.get(name, "").split() for name in _RIGHTS),
        *(os.readlink(f"/proc/{process}/ns/{name}") for name in _NAMESPACES),
        (root.st_dev, root.st_ino),
    )

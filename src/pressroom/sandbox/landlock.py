"""Landlock: a process that may write in some folders alone, and neither connect by TCP nor signal others.

The kernel's documentation, userspace-api/landlock.rst, has the numbers; what an older kernel does not know
is left out.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from contextlib import suppress

from pressroom.sandbox.kernel import call, gain_no_privileges, is_linux

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every processor
_ASK_VERSION = 1
_BENEATH = 1
# what a version of Landlock can keep a process from doing with files, beside reading and running them
_WRITE_FILE = 1 << 1
_MAKE_AND_REMOVE = 0b1_1111_1111 << 4  # from REMOVE_DIR to MAKE_SYM
_SOCKETS = 1 << 5 | 1 << 9  # REMOVE_FILE, MAKE_SOCK
_MOVE, _TRUNCATE = 1 << 13, 1 << 14
_FILE_RIGHTS = ((1, _WRITE_FILE | _MAKE_AND_REMOVE), (2, _MOVE), (3, _TRUNCATE))
_OF_A_FILE = _WRITE_FILE | _TRUNCATE
_TCP = (4, 0b11)  # bind, connect
_SCOPES = (6, 0b11)  # abstract sockets, signals
_DEVICES = ("/dev/null",)
_PLACE_OF_SOCKETS = "/tmp"  # noqa: S108 - LibreOffice has its socket there, whatever TMPDIR says


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def find_version() -> int:
    """Return the version of Landlock that this system has, 0 for none."""
    if not is_linux():
        return 0
    try:
        return call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    except OSError:
        return 0


def restrict(folders: Iterable[str], *, network: bool, local_sockets: bool) -> bool:
    """Let this thread, and what it starts, write in ``folders`` alone, and connect only with ``network``.

    With ``local_sockets`` it may make sockets for other programs in /tmp, and remove files there.

    Return whether that holds now; where the system does not offer it, nothing has changed. A folder that is
    not there, or is a link itself, is left out.
    """
    version = find_version()
    if not version:
        return False
    files = sum(rights for since, rights in _FILE_RIGHTS if version >= since)
    net = _TCP[1] if version >= _TCP[0] and not network else 0
    scoped = _SCOPES[1] if version >= _SCOPES[0] else 0
    ruleset = _Ruleset(files, net, scoped)
    try:
        made = call(
            _CREATE_RULESET, ctypes.byref(ruleset), ctypes.c_size_t(_measure(version)), ctypes.c_uint32(0)
        )
    except OSError:
        return False
    try:
        for folder in folders:
            _allow(made, folder, files)
        for device in _DEVICES:
            _allow(made, device, files & _OF_A_FILE)
        if local_sockets:
            _allow(made, _PLACE_OF_SOCKETS, _SOCKETS)
        gain_no_privileges()
        call(_RESTRICT_SELF, ctypes.c_int(made), ctypes.c_uint32(0))
    except OSError:
        return False
    finally:
        os.close(made)
    return True


def _measure(version: int) -> int:
    """Return how many bytes of a ruleset a version knows."""
    return 8 * (3 if version >= _SCOPES[0] else 2 if version >= _TCP[0] else 1)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return
    beneath = _Beneath(rights, opened)
    rule = ctypes.c_int(_BENEATH), ctypes.byref(beneath), ctypes.c_uint32(0)
    with suppress(OSError):
        call(_ADD_RULE, ctypes.c_int(ruleset), *rule)
    os.close(opened)

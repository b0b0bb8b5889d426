"""Calls of the Linux kernel that Python has no functions for."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache

_SET_SIGNAL_OF_PARENTS_END, _SET_NO_NEW_PRIVILEGES = 1, 38  # of prctl


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def is_linux() -> bool:
    """Tell whether this system has these calls at all."""
    return sys.platform == "linux"


def call(number: int, *arguments: object) -> int:
    """Return what a call of the kernel returns. Raises OSError."""
    returned: int = _library().syscall(ctypes.c_long(number), *arguments)
    if returned < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return returned


def gain_no_privileges() -> None:
    """Let nothing that this process starts gain rights, which the kernel asks for ahead of restrictions."""
    zero = ctypes.c_ulong(0)
    if _library().prctl(_SET_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def end_with_parent(parent: int, number: int) -> None:
    """Let this process get a signal when the process that forked it, of this number, ends."""
    zero = ctypes.c_ulong(0)
    _library().prctl(_SET_SIGNAL_OF_PARENTS_END, ctypes.c_ulong(number), zero, zero, zero)
    if os.getppid() != parent:  # it has ended already
        os.kill(os.getpid(), number)

"""What a hostile file might have a process do, and what the system answers. Light: pools import it anew."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pressroom.sandbox.kernel import call
from pressroom.sandbox.seccomp import find_processor


def _ask_personality(_: str) -> None:
    """Make a call that harms nobody, of those that are refused."""
    processor = find_processor()
    if processor:
        call(processor.refused["personality"], ctypes.c_ulong(0xFFFFFFFF))


def _write_by_a_program(path: str) -> None:
    program = f"open({path!r}, 'w')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    if b"PermissionError" in done.stderr:
        raise PermissionError(path)


ATTEMPTS: Mapping[str, Callable[[str], object]] = {
    "write": lambda path: Path(path).write_text("x"),
    "write by a program": _write_by_a_program,
    "make a folder": lambda path: Path(path).mkdir(),
    "link": lambda path: Path(path).symlink_to("/etc/passwd"),
    "remove": lambda path: Path(path).with_name("kept").unlink(),
    "rename": lambda path: Path(path).with_name("kept").rename(path),
    "empty": lambda path: os.truncate(Path(path).with_name("kept"), 0),
    "open a socket": lambda _: socket.socket(socket.AF_INET),
    "open a socket of IPv6": lambda _: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "open a local socket": lambda _: socket.socket(socket.AF_UNIX),
    "make a rare call": _ask_personality,
    "signal its parent": lambda _: os.kill(os.getppid(), signal.SIGCONT),
}
PERMITTED: Mapping[str, Callable[[str], object]] = {
    "write to its own folder": lambda _: Path(tempfile.gettempdir(), "own").write_text("x"),
    "read": lambda path: Path(path).with_name("kept").read_text(),
    "write to nowhere": lambda _: Path("/dev/null").write_text("x"),
    "start a program": lambda _: subprocess.run([sys.executable, "-c", ""], check=True),
    "pair sockets": lambda _: socket.socketpair()[0].close(),
}


def attempt(what: str, path: str) -> str:
    """Try something at a path that is not there, beside a file called "kept"; return how it ended."""
    try:
        {**ATTEMPTS, **PERMITTED}[what](path)
    except PermissionError:
        return "refused"
    except OSError:  # what was attempted before is in its way: nobody kept it from trying
        return "done"
    return "done"


def attempt_all(path: str) -> dict[str, str]:
    """Try everything, and return how each ended."""
    return {what: attempt(what, path) for what in (*ATTEMPTS, *PERMITTED)}

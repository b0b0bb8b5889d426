"""One document in a process of its own, within limits: whatever goes wrong there harms no other.

Layout can hang or eat all memory on a few kilobytes of input, and no setting of a library prevents that;
only a process that can be killed does.
"""

from __future__ import annotations

import os
import pickle
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol, TypeVar

T = TypeVar("T")
CAN_FORK = (
    hasattr(os, "fork") and sys.platform != "darwin"
)  # on the Mac, system libraries do not survive a fork
SCRATCH = "pressroom-"  # how folders of temporary files begin
_OUT_OF_MEMORY = 71  # exit status of a child that could not even report
_FAULT = 70


class HasFileno(Protocol):
    """An open file or connection."""

    def fileno(self) -> int: ...  # noqa: D102 - a protocol's method says what it is by its type


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use: seconds by the clock and of the processor, bytes of memory and of one
    file.
    """

    seconds: float = 120.0
    memory: int = 4_000_000_000
    file_size: int = 500_000_000
    open_files: int = 256


@dataclass(frozen=True, slots=True)
class WorkerFailure:
    """Why a document's process ended without a result; ``reason`` and ``cure`` are for messages."""

    rule: str
    reason: str
    cure: str

    @classmethod
    def from_timeout(cls, limits: Limits) -> WorkerFailure:
        """Return the failure of a document that took too long."""
        return cls(
            "too-slow",
            f"it took longer than the limit of {limits.seconds:.0f} seconds",
            "split the document, take out very large tables, or raise the limit with --timeout",
        )

    @classmethod
    def from_memory(cls, limits: Limits) -> WorkerFailure:
        """Return the failure of a document that needed too much memory."""
        return cls(
            "too-large",
            f"it needed more than the limit of {limits.memory / 1e9:.1f} GB of memory",
            "split the document, use smaller pictures, or raise the limit with --memory",
        )

    @classmethod
    def from_exit(cls, status: int, limits: Limits) -> WorkerFailure:
        """Return the failure of a process by its exit status, or minus the number of a signal."""
        if status == _OUT_OF_MEMORY:
            return cls.from_memory(limits)
        if status == -getattr(signal, "SIGXCPU", 0):
            return cls.from_timeout(limits)
        how = f"killed by signal {-status}" if status < 0 else f"left with status {status}"
        return cls(
            "process-lost",
            f"its process did not end well ({how})",
            "see whether the machine is short of memory; else please report it with the text",
        )


def run_isolated(work: Callable[[Any], T], argument: object, limits: Limits) -> T | WorkerFailure:
    """Return ``work(argument)`` from a forked process within limits, or why that process failed.

    Where the system cannot fork, the work is done here, without limits.
    """
    if not CAN_FORK:
        return work(argument)
    result_end, child_end = os.pipe()
    alive, held = os.pipe()
    scratch = tempfile.mkdtemp(prefix=SCRATCH)
    child = os.fork()
    if child == 0:
        os.close(result_end)
        os.close(held)
        _run_and_exit(work, argument, limits, child_end, alive, scratch)
    os.close(child_end)
    os.close(alive)
    data = None
    try:
        data = _receive(result_end, time.monotonic() + limits.seconds)
    finally:
        os.close(result_end)
        if data is None:
            _kill(child)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.close(held)  # not before: to the child it is the end of its parent
        shutil.rmtree(scratch, ignore_errors=True)
    if data is None:
        return WorkerFailure.from_timeout(limits)
    if status == 0:
        result: T = pickle.loads(data)  # noqa: S301 - our own child wrote it
        return result
    return WorkerFailure.from_exit(status, limits)


def confine(limits: Limits) -> None:
    """Set this process's limits for one document, counted from now."""
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    processor = int(spent.ru_utime + spent.ru_stime + limits.seconds) + 1
    for kind, amount in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        soft = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(kind, (soft, hard))
    # a file beyond the limit shall be an error that we report, not the end of the process
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def tie_to_parent(alive: HasFileno | int, scratch: str) -> None:
    """Let this process end, with its children, as soon as its parent is gone, however that went.

    ``alive`` is the end to read from of a pipe whose other end the parent alone holds: the system closes it
    with the parent. A process number could by then be somebody else's, or still be that of a dead process.
    Temporary files go to the folder ``scratch``, which the parent removes: a process that is killed cannot.
    """

    def watch() -> None:
        select.select([alive], [], [])
        shutil.rmtree(scratch, ignore_errors=True)
        os.killpg(os.getpgid(0), signal.SIGKILL)

    os.setpgid(0, 0)
    tempfile.tempdir = scratch
    threading.Thread(target=watch, daemon=True).start()


def _run_and_exit(
    work: Callable[[Any], object], argument: object, limits: Limits, pipe: int, alive: int, scratch: str
) -> NoReturn:
    status = _FAULT
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        tie_to_parent(alive, scratch)
        confine(limits)
        data = pickle.dumps(work(argument), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(pipe, "wb") as file:
            file.write(data)
        status = 0
    except MemoryError:
        status = _OUT_OF_MEMORY
    finally:
        # no clean-up of what the parent left in memory: its buffers are not ours to flush
        os._exit(status)


def _receive(pipe: int, deadline: float) -> bytes | None:
    """Read until the other end closes; None when the deadline passes first."""
    parts: list[bytes] = []
    while (left := deadline - time.monotonic()) > 0:
        if select.select([pipe], [], [], left)[0]:
            part = os.read(pipe, 1 << 20)
            if not part:
                return b"".join(parts)
            parts.append(part)
    return None


def _kill(child: int) -> None:
    """Kill a child with all that it started: its group, or itself while it has not yet made one."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)

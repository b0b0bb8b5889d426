"""One document in a process of its own, within limits: whatever goes wrong there harms no other.

Layout can hang or eat all memory on a few kilobytes of input, and no setting of a library prevents that;
only a process that can be killed does.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import shutil
import signal
import struct
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn, Protocol, TypeVar, cast

from pressroom.build.scratch import SCRATCH, hold_temporary_folder
from pressroom.preparing import prepare
from pressroom.sandbox.restrict import Permissions, restrict

T = TypeVar("T")
CAN_FORK = (
    hasattr(os, "fork") and sys.platform != "darwin"
)  # on the Mac, system libraries do not survive a fork
_OUT_OF_MEMORY = 71  # exit status of a child that could not even report
_FAULT = 70
_FRAME = struct.Struct(">BQ")  # ahead of what a child sends: what it is, and its length in bytes
_ITEM, _RESULT = range(2)
_COLLECTION = (10_000, 20, 20)  # new objects, and rounds, after which Python looks for garbage
_LARGEST = 500_000_000  # bytes of what a child may send at a time


class HasFileno(Protocol):
    """An open file or connection."""

    def fileno(self) -> int: ...  # noqa: D102 - a protocol's method says what it is by its type


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use: seconds of the processor, bytes of memory and of one file; and what it may
    do, where the system can keep it from the rest.

    On a busy machine a process waits for its turn, so by the clock it may take ``patience`` times as long:
    only one that hangs without working reaches that.
    """

    seconds: float = 240.0
    patience: float = 10.0
    memory: int = 4_000_000_000
    file_size: int = 500_000_000
    open_files: int = 256
    permissions: Permissions = field(default_factory=Permissions)

    @property
    def seconds_by_clock(self) -> float:
        """How many seconds it may take by the clock."""
        return self.seconds * self.patience


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
            f"it took longer than the limit of {limits.seconds:.0f} seconds of the processor",
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
    stream = stream_isolated(lambda _: work(argument), limits)
    try:
        while True:
            next(stream)
    except StopIteration as end:
        result: T | WorkerFailure = end.value
        return result


def stream_isolated(
    work: Callable[[Callable[[object], None]], T], limits: Limits
) -> Generator[Any, None, T | WorkerFailure]:
    """Yield what ``work(send)`` sends from a forked process within limits, as it comes; return its result.

    The seconds by the clock are those spent waiting for it: whoever takes long over what was sent does not
    use them up. Where the system cannot fork, the work is done here, without limits.
    """
    if not CAN_FORK:
        sent: list[object] = []
        result = work(sent.append)
        yield from sent
        return result
    result_end, child_end = os.pipe()
    alive, held = os.pipe()
    scratch = tempfile.mkdtemp(prefix=SCRATCH, dir=hold_temporary_folder())
    child = os.fork()
    if child == 0:
        os.close(result_end)
        os.close(held)
        _run_and_exit(work, limits, child_end, alive, scratch)
    os.close(child_end)
    os.close(alive)
    receiver = _Receiver(result_end, limits)
    status = 0
    try:
        yield from receiver.receive()
    finally:
        os.close(result_end)
        if not receiver.ended:
            _kill(child)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.close(held)  # not before: to the child it is the end of its parent
        shutil.rmtree(scratch, ignore_errors=True)
    if receiver.failure:
        return receiver.failure
    return cast("T", receiver.result) if status == 0 else WorkerFailure.from_exit(status, limits)


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
    # what libraries have to say of a document is for our tests, not for whoever reads it
    warnings.simplefilter("ignore")


def collect_rarely() -> None:
    """Let Python look for garbage rarely in this process, and never among what is there now.

    A layout is some millions of objects that stay to its end; to look through them as often as Python does by
    itself takes a sixth of its time, and copies pages of memory that forked processes share.
    """
    gc.freeze()
    gc.set_threshold(*_COLLECTION)


def restrict_to(scratch: str, limits: Limits) -> None:
    """Restrict this process for good to what its limits permit, and to writing in its folder ``scratch``."""
    prepare()
    permitted = limits.permissions
    restrict(replace(permitted, folders=(*permitted.folders, scratch)))


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
    work: Callable[[Callable[[object], None]], object], limits: Limits, pipe: int, alive: int, scratch: str
) -> NoReturn:
    status = _FAULT
    try:
        collect_rarely()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        # ahead of the thread that watches the parent: only what begins later is restricted as well
        restrict_to(scratch, limits)
        tie_to_parent(alive, scratch)
        confine(limits)
        with os.fdopen(pipe, "wb") as file:

            def send(kind: int, held: object) -> None:
                data = pickle.dumps(held, pickle.HIGHEST_PROTOCOL)
                file.write(_FRAME.pack(kind, len(data)))
                file.write(data)
                file.flush()

            send(_RESULT, work(lambda item: send(_ITEM, item)))
        status = 0
    except MemoryError:
        status = _OUT_OF_MEMORY
    finally:
        # no clean-up of what the parent left in memory: its buffers are not ours to flush
        os._exit(status)


class _Receiver:
    """Takes in what a child sends until it closes its end; ``failure`` says what ended that early."""

    def __init__(self, pipe: int, limits: Limits) -> None:
        self.result: Any = None
        self.failure: WorkerFailure | None = None
        self.ended = False
        self._pipe, self._limits, self._left = pipe, limits, limits.seconds_by_clock

    def receive(self) -> Iterator[Any]:
        """Yield each item that is sent, and keep the result."""
        while (head := self._read(_FRAME.size)) is not None:
            kind, size = _FRAME.unpack(head)
            if size > _LARGEST:
                self.failure = WorkerFailure.from_memory(self._limits)
                return
            data = self._read(size)
            if data is None:
                return
            held = pickle.loads(data)  # noqa: S301 - our own child wrote it
            if kind == _ITEM:
                yield held
            else:
                self.result = held

    def _read(self, size: int) -> bytearray | None:
        """Return so many bytes, None when the child is at its end or its time is over."""
        data = bytearray()
        while len(data) < size:
            began = time.monotonic()
            ready = self._left > 0 and select.select([self._pipe], [], [], self._left)[0]
            self._left -= time.monotonic() - began
            if not ready:
                self.failure = WorkerFailure.from_timeout(self._limits)
                return None
            part = os.read(self._pipe, min(size - len(data), 1 << 20))
            if not part:
                self.ended = True
                return None
            data += part
        return data


def _kill(child: int) -> None:
    """Kill a child with all that it started: its group, or itself while it has not yet made one."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)

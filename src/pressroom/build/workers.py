"""Many documents on all cores: a pool of warm processes, each document within limits, failing alone."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pressroom.build.isolation import (
    Limits,
    WorkerFailure,
    collect_rarely,
    confine,
    restrict_to,
    tie_to_parent,
)
from pressroom.build.preload import is_preloaded, is_threaded
from pressroom.build.scratch import SCRATCH, hold_temporary_folder, keep_sockets_in

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from tempfile import TemporaryDirectory

    from pebble import ProcessPool

T = TypeVar("T")
PRELOADED = (
    "pressroom.loading.early",
    *("pressroom.pipeline.report", "weasyprint", "matplotlib.figure", "lxml.etree", "jinja2"),
)
_STDERR = 2
_LAST_KNOWN = (3, 13)  # of Python, whose server of processes begins as below
RECYCLED_AFTER = 100  # documents; what libraries leak in that time is a few megabytes (benchmarks/build.py)


class IsolatedExecutor(Executor):
    """Runs work in processes of its own, each within limits; those of the executor say what they may do.

    A future's result is what the work returned, or a ``WorkerFailure`` that says why its process ended; an
    exception is the work's own. No process is started before there is work. Temporary files go to a folder of
    their own in ``scratch``, None for this run's. ``preload`` are modules that a process has loaded when it
    begins, where the system can fork one from a server.
    """

    def __init__(
        self,
        jobs: int,
        limits: Limits,
        recycled_after: int = RECYCLED_AFTER,
        scratch: str | None = None,
        preload: Sequence[str] = PRELOADED,
    ) -> None:
        self.jobs, self.limits, self.recycled_after = jobs, limits, recycled_after
        self._scratch_in, self._preload = scratch, preload
        self._pool: ProcessPool | None = None
        self._alive: tuple[Connection, Connection] | None = None
        self._scratch: TemporaryDirectory[str] | None = None

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T | WorkerFailure]:  # type: ignore[override] # a loss is a result
        """Schedule ``fn(*args, **kwargs)``."""
        if self._pool is None:
            self._pool = self._start_pool()
        inner: Any = self._pool.schedule(
            _run_within_limits, args=(fn, args, kwargs, self.limits), timeout=self.limits.seconds_by_clock
        )
        outer: Future[T | WorkerFailure] = Future()
        outer.set_running_or_notify_cancel()
        inner.add_done_callback(lambda done: _forward_result(done, outer, self.limits))
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes: after what was submitted is done, or at once with ``cancel_futures``."""
        if self._pool is not None:
            if cancel_futures:
                self._pool.stop()  # type: ignore[no-untyped-call] # pebble is typed but for this
            else:
                self._pool.close()  # type: ignore[no-untyped-call]  # pebble is typed but for this
            if wait:
                self._pool.join()
            self._pool = self._alive = None
            if self._scratch:
                self._scratch.cleanup()

    def _start_pool(self) -> ProcessPool:
        from multiprocessing import Pipe, get_all_start_methods, get_context
        from tempfile import TemporaryDirectory

        from pebble import ProcessPool

        # its helpers start as "python -c …", which would import modules of the current folder
        os.environ["PYTHONSAFEPATH"] = "1"
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        context = get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(list(self._preload))
        folder = hold_temporary_folder()
        keep_sockets_in(folder)
        if is_preloaded():
            _fork_server()
        self._alive = Pipe(duplex=False)  # the end to write to is held here alone, until this process ends
        self._scratch = TemporaryDirectory(
            prefix=SCRATCH, dir=self._scratch_in or folder, ignore_cleanup_errors=True
        )
        return ProcessPool(
            self.jobs,
            self.recycled_after,
            initializer=_begin,
            initargs=(self._alive[0], self._scratch.name, self.limits),
            context=context,
        )


def _fork_server() -> bool:
    """Let worker processes be forked from a copy of this process; return whether that is so.

    Without it, multiprocessing starts a new Python for its server, which loads everything again. To be called
    while this process has one thread, and ahead of the first worker; else nothing is changed.
    """
    from multiprocessing import connection, forkserver, resource_tracker

    if sys.version_info[:2] > _LAST_KNOWN or is_threaded():
        return False
    server: Any = forkserver._forkserver  # noqa: SLF001 - nothing else leads to it
    resource_tracker.ensure_running()
    with server._lock, socket.socket(socket.AF_UNIX) as listener:  # noqa: SLF001 - as above
        if server._forkserver_pid is not None:  # noqa: SLF001 - as above
            return False
        address = connection.arbitrary_address("AF_UNIX")  # type: ignore[attr-defined] # typeshed lacks it
        listener.bind(address)
        Path(address).chmod(0o600)
        listener.listen()
        alive, held = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(held)
            _serve_and_exit(listener.fileno(), alive)
        os.close(alive)
        server._forkserver_address = address  # noqa: SLF001 - as above
        server._forkserver_alive_fd = held  # noqa: SLF001 - as above
        server._forkserver_pid = child  # noqa: SLF001 - as above
    return True


def _serve_and_exit(listener: int, alive: int) -> None:
    from multiprocessing import forkserver

    try:
        # the lock is taken at this moment by who forks; copies of this process begin servers of their own
        server = forkserver._forkserver  # noqa: SLF001 - nothing else leads to it
        type(server).__init__(server)
        # what is open stays with the run: above all its lock of the output folder
        for file in [int(path.name) for path in Path("/proc/self/fd").iterdir()]:
            if file > _STDERR and file not in (listener, alive):
                with suppress(OSError):
                    os.close(file)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        forkserver.main(listener, alive, [])
    finally:
        os._exit(0)


def _begin(alive: Connection, scratch: str, limits: Limits) -> None:
    collect_rarely()
    restrict_to(scratch, limits)
    tie_to_parent(alive, scratch)


def _run_within_limits(
    work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], limits: Limits
) -> T:
    confine(limits)
    return work(*args, **kwargs)


def _forward_result(done: Future[Any], outer: Future[Any], limits: Limits) -> None:
    try:
        outer.set_result(_unwrap(done, limits))
    except Exception as error:
        outer.set_exception(error)


def _unwrap(future: Future[Any], limits: Limits) -> Any:
    from concurrent.futures import TimeoutError as Timeout

    from pebble import ProcessExpired

    try:
        return future.result()
    except (TimeoutError, Timeout):
        return WorkerFailure.from_timeout(limits)
    except ProcessExpired as error:
        return WorkerFailure.from_exit(error.exitcode, limits)
    except MemoryError:
        return WorkerFailure.from_memory(limits)

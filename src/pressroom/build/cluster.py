"""Reports built on a Dask cluster: each in a process of its own on some machine, put in place from there.

A task is idempotent: done twice, because its worker was lost with the result, it puts the same bytes in the
same place. What comes back is small: names and hashes. The sources, the project and the output folder must be
the same for all machines: a shared folder, or addresses.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pressroom.build.engine import Engine
from pressroom.build.isolation import Limits, WorkerFailure
from pressroom.build.job import Job, build
from pressroom.build.permitting import make_store
from pressroom.build.publish import Outcome, publish
from pressroom.errors import MachineError, UsageError
from pressroom.pipeline.result import Result
from pressroom.version import __version__
from pressroom.world import RealWorld

RETRIES = 3  # other workers that a task is given to when its worker is lost


@contextmanager
def connect(scheduler: str, limits: Limits) -> Iterator[Engine]:
    """Yield an engine that builds on the cluster whose scheduler is at an address ("tls://host:8786").

    Raises UsageError without an address, or for one that would be spoken to without TLS over a network;
    MachineError when no scheduler answers there.
    """
    _require_safe(scheduler)
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise MachineError(
            "building on a cluster needs Dask",
            cure="install pressroom[cluster]",
            rule="missing-extra",
        ) from error
    # a worker must be allowed to start the processes that a report is built in
    with (
        dask.config.set({"distributed.worker.daemon": False, "distributed.admin.tick.limit": "60s"}),
        _connect_client(Client, scheduler) as client,
    ):
        yield _make_engine(client, limits)


def _connect_client(client: Any, scheduler: str) -> Any:
    try:
        return client(scheduler, timeout=10)
    except (OSError, ValueError, TypeError, TimeoutError) as error:
        raise MachineError(
            f"no scheduler answers at {scheduler}: {error}",
            cure="start one with dask scheduler, and workers with dask worker; see docs/scale.md",
            rule="no-scheduler",
        ) from error


def _require_safe(scheduler: str) -> None:
    """Refuse to go without a scheduler, and a network without TLS.

    Dask cannot start a cluster that listens on no port, and whoever speaks to one of its ports runs programs
    as this user; whoever listens on a network reads the reports.
    """
    if not scheduler:
        raise UsageError(
            "no scheduler is named, and a cluster started here would be open to every user of this machine",
            cure="leave out --engine dask: all cores of this machine are used anyway; "
            "or name one: --scheduler tls://HOST:8786",
            rule="no-scheduler",
        )
    address = urlsplit(scheduler if "://" in scheduler else f"tcp://{scheduler}")
    if address.scheme == "tls" or address.scheme == "inproc":
        return
    host = address.hostname or ""
    try:
        near = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        near = False
    if not near:
        raise UsageError(
            f"{scheduler} is another machine, and would be spoken to without TLS",
            cure=f"give the scheduler a certificate and write tls://{address.netloc}; see docs/scale.md",
            rule="no-tls",
        )


def _make_engine(client: Any, limits: Limits) -> Engine:
    threads = sum(client.nthreads().values()) or 1
    return Engine(
        client.get_executor(pure=False, retries=RETRIES),
        partial(build_on_worker, limits=limits, version=__version__),
        threads,
        _explain_error,
    )


def _explain_error(error: BaseException) -> WorkerFailure | None:
    from distributed.scheduler import KilledWorker

    if isinstance(error, KilledWorker):
        return WorkerFailure(
            "worker-lost",
            f"{RETRIES + 1} workers of the cluster were lost while they built it",
            "see the workers' logs, and whether their machines are short of memory",
        )
    return None


def build_on_worker(job: Job, *, limits: Limits, version: str) -> Outcome:
    """Build a job on a worker, within limits, and publish it from there. Runs on the cluster."""
    if version != __version__:
        failure = WorkerFailure(
            "other-version",
            f"the worker has Pressroom {__version__}, and {version} was asked for",
            "install the same version on all machines",
        )
    elif multiprocessing.current_process().daemon:
        failure = WorkerFailure(
            "daemonic-worker",
            "the worker may start no processes, and each report is built in one",
            "start workers with DASK_DISTRIBUTED__WORKER__DAEMON=False",
        )
    else:
        return _build_within_limits(job, limits)
    return publish(failure, job, RealWorld())


def _build_within_limits(job: Job, limits: Limits) -> Outcome:
    from distributed import get_worker

    own = Path(get_worker().local_directory) / "pressroom-store" if job.store else None
    folders: tuple[str, ...] = ()
    if own:
        make_store(own)
        folders = (os.fspath(own),)
    limits = replace(limits, permissions=replace(limits.permissions, folders=folders))
    result: Result | WorkerFailure = _start_processes(limits).submit(build, replace(job, store=own)).result()
    # the dependencies are in the manifest beside the outputs; nobody reads them from here
    return replace(publish(result, job, RealWorld()), dependencies={})


@lru_cache(1)
def _start_processes(limits: Limits) -> Any:
    """The processes of this worker, started once."""
    from distributed import get_worker

    from pressroom.build.workers import IsolatedExecutor

    worker = get_worker()
    # Dask removes this folder when the worker ends, in whatever way
    return IsolatedExecutor(worker.state.nthreads, limits, scratch=worker.local_directory)

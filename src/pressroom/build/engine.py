"""Where reports are built: in processes of this machine, or on the machines of a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass

from pressroom.build.isolation import Limits, Lost, run_alone
from pressroom.build.job import Built, Job, build
from pressroom.build.publish import Outcome


@dataclass(frozen=True, slots=True)
class Engine:
    """An executor with what it does to a job, and how many jobs it does at a time.

    ``work`` gives back what was built, for this process to put in place, or what became of it where that is
    done. ``lost`` tells how a worker was lost from the exception that came in place of a result, None where
    that is another fault.
    """

    executor: Executor
    work: Callable[[Job], Built | Lost | Outcome]
    side_by_side: int
    lost: Callable[[BaseException], Lost | None] = lambda _: None


def on_this_machine(jobs: int, limits: Limits, recycled_after: int = 0) -> Engine:
    """Return an engine of ``jobs`` processes, 0 for as many as there are cores; whoever asks ends it."""
    from pressroom.build.workers import RECYCLED_AFTER, IsolatedExecutor

    side_by_side = jobs or os.cpu_count() or 1
    executor = IsolatedExecutor(side_by_side, limits, recycled_after or RECYCLED_AFTER)
    return Engine(executor, build, side_by_side)


def in_a_fork(job: Job, limits: Limits) -> Built | Lost:
    """Build one job in a forked process, which costs nothing to start."""
    return run_alone(build, job, limits)


@contextmanager
def running(engine: Engine) -> Iterator[Engine]:
    """End an engine with the block: what was handed over is done first, unless the block fails."""
    try:
        yield engine
    except BaseException:
        engine.executor.shutdown(cancel_futures=True)
        raise
    engine.executor.shutdown()

"""Where reports are built: in processes of this machine, or on the machines of a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass

from pressroom.build.isolation import Limits, WorkerFailure, run_isolated, stream_isolated
from pressroom.build.job import Job, build
from pressroom.build.publish import Outcome
from pressroom.pipeline.progress import tell_pages
from pressroom.pipeline.result import Result


@dataclass(frozen=True, slots=True)
class Engine:
    """An executor with the function that it applies to a job, and how many jobs it runs at a time.

    ``work`` returns a result, for this process to publish, or the outcome where that is done already.
    ``explain_error`` returns the failure of a worker from the exception that came in place of a result, None
    where that is another fault.
    """

    executor: Executor
    work: Callable[[Job], Result | WorkerFailure | Outcome]
    concurrency: int
    explain_error: Callable[[BaseException], WorkerFailure | None] = lambda _: None


def start_local_engine(jobs: int, limits: Limits, recycled_after: int = 0) -> Engine:
    """Return an engine of ``jobs`` processes, 0 for as many as there are cores; the caller closes it."""
    from pressroom.build.workers import RECYCLED_AFTER, IsolatedExecutor

    concurrency = jobs or os.cpu_count() or 1
    executor = IsolatedExecutor(concurrency, limits, recycled_after or RECYCLED_AFTER)
    return Engine(executor, build, concurrency)


def build_in_fork(
    job: Job, limits: Limits, tell: Callable[[int], None] | None = None
) -> Result | WorkerFailure:
    """Build one job in a forked process, which costs nothing to start.

    ``tell`` gets the pages of a long report as they are laid out (``pipeline.progress``).
    """
    if tell is None:
        return run_isolated(build, job, limits)
    with closing(stream_isolated(lambda send: _build_and_tell(job, send), limits)) as stream:
        while True:
            try:
                tell(next(stream))
            except StopIteration as end:
                result: Result | WorkerFailure = end.value
                return result


def _build_and_tell(job: Job, tell: Callable[[int], None]) -> Result:
    with tell_pages(tell):
        return build(job)


@contextmanager
def close_at_end(engine: Engine) -> Iterator[Engine]:
    """Close an engine with the block: what was submitted is done first, unless the block fails."""
    try:
        yield engine
    except BaseException:
        engine.executor.shutdown(cancel_futures=True)
        raise
    engine.executor.shutdown()

"""The scheduler: skips reports that are unchanged, has the rest built, and publishes each as it ends."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from pressroom.build.engine import Engine, build_in_fork, close_at_end, start_local_engine
from pressroom.build.isolation import Limits, WorkerFailure
from pressroom.build.job import Job
from pressroom.build.lock import lock_folder, sweep
from pressroom.build.permitting import make_store
from pressroom.build.placing import finish_placing
from pressroom.build.plan import Plan
from pressroom.build.publish import Outcome, publish
from pressroom.cache import manifests
from pressroom.pipeline.result import Result
from pressroom.world import World

Ended = Result | WorkerFailure | Outcome
AHEAD = 4  # jobs a worker that are submitted ahead of their results


def make(plan: Plan, world: World, report: Callable[[Outcome], None] = lambda _: None) -> tuple[Outcome, ...]:
    """Publish every report of a plan, and report each as it ends; the result is in the plan's order.

    For few reports: all outcomes are kept. Raises what ``run`` raises.
    """
    done = {}
    for outcome in run(plan, world):
        report(outcome)
        done[outcome.stem] = outcome
    return tuple(done[job.stem] for job in plan.jobs(world))


def run(
    plan: Plan,
    world: World,
    *,
    names: Container[int] | None = None,
    engine: Engine | None = None,
    tell: Callable[[int], None] | None = None,
) -> Iterator[Outcome]:
    """Publish every report of a plan, and yield the outcome of each as it ends.

    A report that fails leaves its earlier outputs untouched and stops no other. However many there are, only
    a few are in memory. ``names`` are those of the plan, where they were checked before; ``engine`` is one
    that stays open after this run; ``tell`` gets the pages of a long report that is made alone, as they are
    laid out. Raises UsageError before anything is built when two reports would have the
    same outputs, MachineError when another run is at work.
    """
    if names is None:
        plan.names(world)
    with lock_folder(plan.out, world):
        if finish_placing(plan.out, world):
            sweep(plan.out, world)
        if plan.store:
            make_store(plan.store)
        checker = StalenessChecker(plan)
        with ExitStack() as stack:
            dispatcher = Dispatcher(plan.request.jobs, plan.limits, engine, stack, tell)
            for job in plan.jobs(world):
                unchanged = checker.find_unchanged(job)
                if unchanged:
                    yield unchanged
                    continue
                for ended, result in dispatcher.submit(replace(job, why=checker.explain(job))):
                    yield _publish(ended, result, world)
            for ended, result in dispatcher.drain():
                yield _publish(ended, result, world)


def _publish(job: Job, result: Ended, world: World) -> Outcome:
    return result if isinstance(result, Outcome) else publish(result, job, world)


def find_stale(plan: Plan, world: World) -> Iterator[tuple[Job, tuple[str, ...]]]:
    """Yield each job with why its report would be made again, with nothing where it would not; makes none."""
    checker = StalenessChecker(plan)
    for job in plan.jobs(world):
        yield job, () if checker.find_unchanged(job) else checker.explain(job)


class StalenessChecker:
    """Compares manifests with what they depend on; each dependency is looked up once a run."""

    def __init__(self, plan: Plan) -> None:
        self.force = plan.request.force
        self.known: dict[str, str] = dict(plan.code)

    def find_unchanged(self, job: Job) -> Outcome | None:
        """Return the outcome of a report that need not be made again, else None."""
        if self.force:
            return None
        with self._knowing_row(job):
            manifest = manifests.read_current(job.manifest, self.known)
        if manifest is None:
            return None
        shown = job.place.shown(job.source)
        dependencies = manifest["dependencies"]
        return Outcome(shown, job.stem, "unchanged", manifest["outputs"], dependencies=dependencies)

    def explain(self, job: Job) -> tuple[str, ...]:
        """Return in words why a report is made again."""
        if self.force:
            return ("--force was given",)
        with self._knowing_row(job):
            return tuple(manifests.explain_stale(job.manifest, self.known))

    @contextmanager
    def _knowing_row(self, job: Job) -> Iterator[None]:
        """Let the row of a job be known while its dependencies are looked up, and forget it again."""
        self.known |= job.row_dependency
        yield
        for lookup in job.row_dependency:
            del self.known[lookup]


class Dispatcher:
    """Submits jobs to an engine, never more than a few ahead of their results.

    One job alone is built in a forked process; an engine of this machine, where none is given that stays open
    anyway, starts with the second.
    """

    def __init__(
        self,
        jobs: int,
        limits: Limits,
        engine: Engine | None,
        stack: ExitStack,
        tell: Callable[[int], None] | None = None,
    ) -> None:
        self.jobs, self.limits, self.engine = jobs, limits, engine
        self._stack, self._tell = stack, tell
        self._first: Job | None = None
        self._running: dict[Future[Ended], Job] = {}

    def submit(self, job: Job) -> Iterator[tuple[Job, Ended]]:
        """Submit a job, and yield those that have ended; waits while too many are running."""
        if self.engine is None and self._first is None:
            self._first = job
            return
        if self.engine is None:
            engine = start_local_engine(self.jobs, self.limits)
            self.engine = self._stack.enter_context(close_at_end(engine))
        first, self._first = self._first, None
        for each in filter(None, (first, job)):
            self._running[self.engine.executor.submit(self.engine.work, each)] = each
        full = len(self._running) >= AHEAD * self.engine.concurrency
        yield from self._collect(self.engine, None if full else 0)

    def drain(self) -> Iterator[tuple[Job, Ended]]:
        """Wait for all jobs that are running, and yield each as it ends."""
        if self._first:
            yield self._first, build_in_fork(self._first, self.limits, self._tell)
        while self.engine and self._running:
            yield from self._collect(self.engine, None)

    def _collect(self, engine: Engine, seconds: float | None) -> Iterator[tuple[Job, Ended]]:
        for future in wait(self._running, seconds, return_when=FIRST_COMPLETED).done:
            job = self._running.pop(future)
            error = future.exception()
            failure = engine.explain_error(error) if error else None
            yield job, failure or future.result()

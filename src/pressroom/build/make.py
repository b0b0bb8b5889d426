"""Publish reports: skip what is unchanged, build the rest each in its own process, put it in place whole."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Container, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressroom.build import records
from pressroom.build.facts import answer
from pressroom.build.isolation import Limits, Lost, run_alone
from pressroom.build.job import Built, Job, build
from pressroom.build.lock import locked, sweep
from pressroom.build.publish import Outcome, publish
from pressroom.build.units import Plan, Unit
from pressroom.project.place import Place
from pressroom.world import World

AHEAD = 4  # reports a worker that are handed over ahead of their results


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked for: which reports, and where the outputs go.

    ``jobs`` is how many documents are built side by side, 0 for as many as there are cores.
    """

    plan: Plan
    out: Path
    force: bool = False
    strict: bool = False
    jobs: int = 0
    limits: Limits = field(default_factory=Limits)

    @property
    def side_by_side(self) -> int:
        """How many documents are built at a time."""
        return self.jobs or os.cpu_count() or 1


def make(
    order: Order, place: Place, world: World, tell: Callable[[Outcome], None] = lambda _: None
) -> tuple[Outcome, ...]:
    """Publish every report of the order, and tell of each as it ends; the result is in the order's order.

    For few reports: all outcomes are kept. Raises what ``run`` raises.
    """
    done = {}
    for outcome in run(order, place, world):
        tell(outcome)
        done[outcome.stem] = outcome
    return tuple(done[unit.stem] for unit in order.plan.units(place, world))


def run(
    order: Order,
    place: Place,
    world: World,
    *,
    names: Container[int] | None = None,
    engine: Executor | None = None,
) -> Iterator[Outcome]:
    """Publish every report of the order, and yield what became of each as it ends.

    A report that fails leaves its earlier outputs untouched and stops no other. However many there are, only
    a few are in memory. ``names`` are those of the plan, where they were looked at before; ``engine`` is one
    that goes on after this run. Raises UsageError before anything is built when two reports would have the
    same outputs, MachineError when another run is at work.
    """
    if names is None:
        order.plan.names(place, world)
    with locked(order.out, world):
        sweep(order.out, world)
        desk = Desk(order, place, world)
        with _crew(order, engine) as crew:
            for unit in order.plan.units(place, world):
                unchanged = desk.unchanged(unit)
                if unchanged:
                    yield unchanged
                    continue
                for job, built in crew.take(desk.job(unit)):
                    yield desk.published(job, built)
            for job, built in crew.rest():
                yield desk.published(job, built)


def stale(order: Order, place: Place, world: World) -> Iterator[tuple[Unit, tuple[str, ...]]]:
    """Yield each report with why it would be made again, with nothing where it would not; makes none."""
    desk = Desk(order, place, world)
    for unit in order.plan.units(place, world):
        yield unit, () if desk.unchanged(unit) else desk.why(unit)


class Desk:
    """Knows what was built on which facts, and puts in place what is built."""

    def __init__(self, order: Order, place: Place, world: World) -> None:
        self.order, self.place, self.world = order, place, world
        self.seen: dict[str, str] = {}
        code = f"code {Path(__file__).resolve().parent.parent}"
        self.program = {code: answer(code, self.seen)}

    def unchanged(self, unit: Unit) -> Outcome | None:
        """Return the outcome of a report that need not be made again, else None."""
        if self.order.force:
            return None
        with self._row(unit):
            record = records.current(self._record(unit), self.seen)
        if record is None:
            return None
        shown = self.place.shown(unit.source)
        return Outcome(shown, unit.stem, "unchanged", record["outputs"], facts=record["facts"])

    def why(self, unit: Unit) -> tuple[str, ...]:
        """Return in words why a report is made again."""
        if self.order.force:
            return ("--force was given",)
        with self._row(unit):
            return tuple(records.why_stale(self._record(unit), self.seen))

    def job(self, unit: Unit) -> Job:
        """Return a report as it is handed to a process."""
        store = None if self.order.force else self.order.out / records.FOLDER / "store"
        options = self.order.plan.options
        return Job(unit, self.place, options, self.program, self.order.strict, store)

    def published(self, job: Job, built: Built | Lost) -> Outcome:
        """Put in place what was built, and tell what became of it."""
        why = self.why(job.unit)
        outcome = publish(built, job, self.order.out, self._record(job.unit), self.world)
        return replace(outcome, why=why) if outcome.state == "made" else outcome

    def _record(self, unit: Unit) -> str:
        variant = unit.variant
        options = [sorted(layer.values.items()) for layer in (self.order.plan.options, variant.settings)]
        name = ["report", str(unit.source), unit.stem, variant.audience, str(self.place.root), repr(options)]
        return records.path(str(self.order.out), "\0".join(name))

    @contextmanager
    def _row(self, unit: Unit) -> Iterator[None]:
        """Let the row of a report be known while its facts are asked for, and forget it again."""
        self.seen |= unit.row_fact
        yield
        for fact in unit.row_fact:
            del self.seen[fact]


class Crew:
    """Hands jobs to an engine, never more than a few ahead of their results.

    One job alone is built in a forked process, which costs nothing to start; the engine, where it is not one
    that goes on anyway, begins with the second.
    """

    def __init__(self, order: Order, engine: Executor | None) -> None:
        self.order, self.engine = order, engine
        self._owned = engine is None
        self._waiting: deque[Job] = deque()
        self._running: dict[Future[Built | Lost], Job] = {}

    def take(self, job: Job) -> Iterator[tuple[Job, Built | Lost]]:
        """Take on a job, and yield those that have ended; waits while too many are under way."""
        self._waiting.append(job)
        if self._owned and not self._running and len(self._waiting) == 1:
            return
        engine = self._engine()
        while self._waiting:
            next_job = self._waiting.popleft()
            self._running[engine.submit(build, next_job)] = next_job
        full = len(self._running) >= AHEAD * self.order.side_by_side
        yield from self._ended(None if full else 0)

    def rest(self) -> Iterator[tuple[Job, Built | Lost]]:
        """Wait for all that is under way, and yield it as it ends."""
        while self._waiting:
            job = self._waiting.popleft()
            yield job, run_alone(build, job, self.order.limits)
        while self._running:
            yield from self._ended(None)

    def _ended(self, seconds: float | None) -> Iterator[tuple[Job, Built | Lost]]:
        for future in wait(self._running, seconds, return_when=FIRST_COMPLETED).done:
            yield self._running.pop(future), future.result()

    def _engine(self) -> Executor:
        if self.engine is None:
            from pressroom.build.workers import IsolatedExecutor

            self.engine = IsolatedExecutor(self.order.side_by_side, self.order.limits)
        return self.engine

    def close(self, *, at_once: bool) -> None:
        """End the engine, if it was begun here."""
        if self._owned and self.engine:
            self.engine.shutdown(cancel_futures=at_once)


@contextmanager
def _crew(order: Order, engine: Executor | None) -> Iterator[Crew]:
    crew = Crew(order, engine)
    try:
        yield crew
    except BaseException:
        crew.close(at_once=True)
        raise
    crew.close(at_once=False)

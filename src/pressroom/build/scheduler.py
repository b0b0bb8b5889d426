"""Publish reports: skip what is unchanged, build the rest each in its own process, put it in place whole."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pressroom.build.engine import Engine, in_a_fork, on_this_machine, running
from pressroom.build.isolation import Limits, Lost
from pressroom.build.job import Built, Job
from pressroom.build.lock import locked, sweep
from pressroom.build.plan import Plan, Unit
from pressroom.build.publish import Outcome, publish
from pressroom.cache import manifests as records
from pressroom.cache.dependencies import answer
from pressroom.project.place import Place
from pressroom.storage import is_address
from pressroom.world import World

Result = Built | Lost | Outcome
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
    engine: Engine | None = None,
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
        with ExitStack() as stack:
            crew = Crew(order, engine, stack)
            for unit in order.plan.units(place, world):
                unchanged = desk.unchanged(unit)
                if unchanged:
                    yield unchanged
                    continue
                for job, result in crew.take(desk.job(unit)):
                    yield _outcome(job, result, world)
            for job, result in crew.rest():
                yield _outcome(job, result, world)


def _outcome(job: Job, result: Result, world: World) -> Outcome:
    return result if isinstance(result, Outcome) else publish(result, job, world)


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
        kept = self.order.out / records.FOLDER / "store"
        return Job(
            unit,
            self.place,
            self.order.plan.options,
            self.program,
            self.order.strict,
            None if self.order.force or is_address(kept) else kept,
            self.order.out,
            Path(self._record(unit)),
            self.why(unit),
        )

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

    One job alone is built in a forked process; an engine of this machine, where
    none is given that goes on anyway, begins with the second.
    """

    def __init__(self, order: Order, engine: Engine | None, stack: ExitStack) -> None:
        self.order, self.engine = order, engine
        self._stack = stack
        self._first: Job | None = None
        self._running: dict[Future[Result], Job] = {}

    def take(self, job: Job) -> Iterator[tuple[Job, Result]]:
        """Take on a job, and yield those that have ended; waits while too many are under way."""
        if self.engine is None and self._first is None:
            self._first = job
            return
        if self.engine is None:
            engine = on_this_machine(self.order.jobs, self.order.limits)
            self.engine = self._stack.enter_context(running(engine))
        first, self._first = self._first, None
        for each in filter(None, (first, job)):
            self._running[self.engine.executor.submit(self.engine.work, each)] = each
        full = len(self._running) >= AHEAD * self.engine.side_by_side
        yield from self._ended(self.engine, None if full else 0)

    def rest(self) -> Iterator[tuple[Job, Result]]:
        """Wait for all that is under way, and yield it as it ends."""
        if self._first:
            yield self._first, in_a_fork(self._first, self.order.limits)
        while self.engine and self._running:
            yield from self._ended(self.engine, None)

    def _ended(self, engine: Engine, seconds: float | None) -> Iterator[tuple[Job, Result]]:
        for future in wait(self._running, seconds, return_when=FIRST_COMPLETED).done:
            job = self._running.pop(future)
            error = future.exception()
            lost = engine.lost(error) if error else None
            yield job, lost or future.result()

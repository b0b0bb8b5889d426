"""Publish sources: skip what is unchanged, build the rest each in its own process, put it in place whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressroom.build import records
from pressroom.build.facts import answer, digest
from pressroom.build.isolation import Limits, Lost, run_alone
from pressroom.build.job import Built, Job, build
from pressroom.build.lock import locked, sweep
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.project.place import Place
from pressroom.project.settings import Layer
from pressroom.world import World


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked for: sources, options above all other settings, and where the outputs go.

    ``jobs`` is how many documents are built side by side, 0 for as many as there are cores.
    """

    sources: tuple[Path, ...]
    options: Layer
    out: Path
    force: bool = False
    strict: bool = False
    jobs: int = 0
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: made, unchanged or failed (``state``); ``outputs`` are paths with hashes."""

    source: str
    state: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    status: int = 0
    why: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def make(
    order: Order, place: Place, world: World, tell: Callable[[Outcome], None] = lambda _: None
) -> tuple[Outcome, ...]:
    """Publish every source of the order, and tell of each as it ends; the result is in the order's order.

    A source that fails leaves its earlier outputs untouched and stops no other. Raises UsageError before
    anything is built when two sources would make the same output, MachineError when another run is at work.
    """
    _refuse_same_outputs(order.sources, place)
    with locked(order.out, world):
        sweep(order.out, world)
        done = {}
        for path, outcome in _outcomes(order, place, world):
            tell(outcome)
            done[path] = outcome
    return tuple(done[path] for path in order.sources)


def _outcomes(order: Order, place: Place, world: World) -> Iterator[tuple[Path, Outcome]]:
    seen: dict[str, str] = {}
    code = f"code {Path(__file__).resolve().parent.parent}"
    program = {code: answer(code, seen)}
    jobs: list[Job] = []
    why: dict[Path, tuple[str, ...]] = {}
    for path in order.sources:
        file = _record_file(path, order, place)
        record = None if order.force else records.current(file, seen)
        if record:
            yield path, Outcome(place.shown(path), "unchanged", record["outputs"], facts=record["facts"])
        else:
            why[path] = ("--force was given",) if order.force else tuple(records.why_stale(file, seen))
            store = None if order.force else order.out / records.FOLDER / "store"
            jobs.append(Job(path, place, order.options, program, order.strict, store))
    for job, built in _built(jobs, order):
        outcome = _published(built, job, order, world)
        yield job.source, replace(outcome, why=why[job.source]) if outcome.state == "made" else outcome


def _built(jobs: list[Job], order: Order) -> Iterator[tuple[Job, Built | Lost]]:
    """Build jobs: one in a forked process, which costs nothing to start; several in a pool, be it of one
    worker: a fork for each would load the renderers anew for each.
    """
    if len(jobs) <= 1:
        for job in jobs:
            yield job, run_alone(build, job, order.limits)
    else:
        from pressroom.build.workers import run_all

        side_by_side = min(len(jobs), order.jobs or os.cpu_count() or 1)
        yield from run_all(build, jobs, jobs=side_by_side, limits=order.limits)


def _published(built: Built | Lost, job: Job, order: Order, world: World) -> Outcome:
    shown = job.place.shown(job.source)
    if isinstance(built, Lost):
        found = Diagnostic(Severity.ERROR, built.rule, built.reason, built.cure, where=shown)
        return Outcome(shown, "failed", diagnostics=(found,), status=1)
    if built.status:
        return Outcome(shown, "failed", diagnostics=built.diagnostics, status=built.status)
    try:
        outputs = _publish(built.outputs, order.out, output_stem(job.source), world)
        record = records.dumped(built.facts, outputs, "", source=str(job.source))
        world.write(Path(_record_file(job.source, order, job.place)), record)
    except PressroomError as error:
        return Outcome(shown, "failed", diagnostics=(job.place.named(error.diagnostic),), status=error.status)
    return Outcome(shown, "made", outputs, built.pages, built.diagnostics, built.facts, steps=built.steps)


def _publish(made: Mapping[str, bytes], out: Path, stem: str, world: World) -> dict[str, str]:
    outputs = {}
    for name, data in made.items():
        target = out / f"{stem}.{name}"
        world.write(target, data)
        outputs[str(target)] = digest(data)
    return outputs


def _record_file(path: Path, order: Order, place: Place) -> str:
    options = repr(sorted(order.options.values.items()))
    return records.path(str(order.out), "\0".join(["source", str(path), str(place.root), options]))


def _refuse_same_outputs(paths: Iterable[Path], place: Place) -> None:
    taken: dict[str, Path] = {}
    for path in paths:
        # two names that differ in case alone are one file on Windows and on the Mac
        first = taken.setdefault(output_stem(path).casefold(), path)
        if first != path:
            raise UsageError(
                f"{place.shown(first)} and {place.shown(path)} would both become {output_stem(path)}",
                cure="rename one of them, or make them one at a time with --out",
                rule="same-output",
            )


def output_stem(path: Path) -> str:
    """Return the name of a source's outputs without their ending; never hidden, never a path."""
    return path.stem.lstrip(".") or "report"


def left_over(out: Path, world: World) -> tuple[Path, ...]:
    """Return the outputs in ``out`` whose source is no longer there."""
    found: set[Path] = set()
    for file in world.list(out / records.FOLDER):
        record = records.read(str(file)) if file.suffix == ".json" else None
        if record and record["source"] and not world.is_file(Path(record["source"])):
            found |= {Path(name) for name in record["outputs"] if world.is_file(Path(name))}
    return tuple(sorted(found))


def prune(out: Path, world: World) -> tuple[Path, ...]:
    """Remove the outputs whose source is no longer there, with their records; return them."""
    removed = left_over(out, world)
    for file in world.list(out / records.FOLDER):
        record = records.read(str(file)) if file.suffix == ".json" else None
        if record and record["source"] and not world.is_file(Path(record["source"])):
            world.remove(file)
    for path in removed:
        world.remove(path)
    return removed

"""One run of report make: what is asked for, made once or only looked at, and remembered for the next run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from pressroom.build.engine import Engine
from pressroom.build.isolation import Limits
from pressroom.build.plan import Plan
from pressroom.build.publish import Outcome, left_over, prune
from pressroom.build.scheduler import Order, run, stale
from pressroom.cache import manifests as records
from pressroom.cache.recording import RecordingWorld
from pressroom.cli.reporter import Telling, counted, shown
from pressroom.errors import PressroomError
from pressroom.project import place as places
from pressroom.project.layers import project_layer
from pressroom.project.matrix import Matrix, matrices
from pressroom.project.place import Place
from pressroom.project.settings import Layer
from pressroom.readers import extensions
from pressroom.storage import is_address
from pressroom.world import RealWorld, World

ENGINES = ("local", "dask")
REMEMBERED = 2000  # reports of a run whose command line is answered at once the next time


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; no sources stands for all of the project, no ``out`` for its dist."""

    sources: tuple[Path, ...]
    options: Layer
    out: Path | None
    data: str
    name: str
    audience: str
    first: int
    last: int
    force: bool
    strict: bool
    jobs: int
    limits: Limits
    engine: str
    scheduler: str
    prune: bool
    explain: bool
    as_json: bool

    def order(self, place: Place, world: World) -> Order:
        """Return the order that this is in a project. Raises PressroomError for wrong settings."""
        sources = self.sources or places.sources(place, world, extensions())
        covering = tuple(map(self._changed, matrices(project_layer(place, world))))
        plan = Plan(
            sources, self.options, covering, self._changed(Matrix()), self.audience, self.first, self.last
        )
        out = self.out or place.root / "dist"
        return Order(plan, out, self.force, self.strict, self.jobs, self.limits)

    def _changed(self, matrix: Matrix) -> Matrix:
        return replace(matrix, data=self.data or matrix.data, name=self.name or matrix.name)


def placed(path: Path) -> Path:
    """Return a path as it is from any folder; an address is that already."""
    return path if is_address(path) else path.absolute()


def once(asked: Asked) -> int:
    """Make what is asked for; return the exit status."""
    world = RealWorld()
    looked = RecordingWorld(world)
    place = places.find(Path.cwd(), looked)
    with told(place):
        order = asked.order(place, looked)
        names = order.plan.names(place, looked)
        telling = Telling(len(names), asked.explain, asked.as_json)
        memory = Memory()
        telling.begin()
        try:
            with _engine(asked) as engine:
                for outcome in run(order, place, world, names=names, engine=engine):
                    telling.tell(outcome)
                    memory.add(outcome)
        except KeyboardInterrupt:
            telling.end(stopped=True)
            raise
        telling.end()
        if asked.prune or (len(names) <= REMEMBERED and not is_address(order.out)):
            _left_over(order, names, world, asked)
    if not telling.failures:
        memory.keep(order, looked, telling.nothing_to_do())
    return telling.status()


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Let errors name their file as somebody in this folder would."""
    try:
        yield
    except PressroomError as error:
        error.diagnostic = place.named(error.diagnostic)
        raise


@contextmanager
def _engine(asked: Asked) -> Iterator[Engine | None]:
    """Yield the cluster that is asked for; None where this machine does it by itself."""
    if asked.engine == "local" and not asked.scheduler:
        yield None
        return
    from pressroom.build.cluster import on_cluster

    with on_cluster(asked.scheduler, asked.jobs, asked.limits) as engine:
        yield engine


def dry(asked: Asked) -> int:
    """Say which reports would be made and why, those that need not be only counted."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    made = unchanged = 0
    with told(place):
        order = asked.order(place, world)
        order.plan.names(place, world)
        for unit, why in stale(order, place, world):
            if not why:
                unchanged += 1
                continue
            source = place.shown(unit.source)
            if asked.as_json:
                data = json.dumps({"source": source, "name": unit.stem, "why": list(why)})
                click.echo(f"{', ' if made else _WOULD_MAKE}{data}", nl=False)
            else:
                click.echo(f"{source} → {unit.stem}: {'; '.join(why)}", err=True)
            made += 1
    if asked.as_json:
        click.echo(f'{"" if made else _WOULD_MAKE}], "unchanged": {unchanged}}}')
    else:
        left = f"{unchanged:,} unchanged; nothing was made"
        click.echo(f"{counted(made, 'report')} would be made, {left}", err=True)
    return 0


_WOULD_MAKE = '{"would_make": ['


@dataclass(slots=True)
class Memory:
    """What a run stood on, so that the next one with the very same command line can be answered at once."""

    facts: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    reports: int = 0

    def add(self, outcome: Outcome) -> None:
        """Remember a report; beyond REMEMBERED of them, a look at each record is as quick."""
        self.reports += 1
        if self.reports <= REMEMBERED:
            self.facts |= {key: told for key, told in outcome.facts.items() if not key.startswith("row ")}
            self.outputs |= outcome.outputs

    def keep(self, order: Order, world: RecordingWorld, words: str) -> None:
        """Leave the record of this command line."""
        if self.reports <= REMEMBERED and not is_address(order.out):
            file = records.path(str(order.out), records.run_name(sys.argv[1:]))
            world.write(Path(file), records.dumped(world.facts | self.facts, self.outputs, words))


def _left_over(order: Order, names: set[int], world: World, asked: Asked) -> None:
    """Remove outputs that nothing asks for any more, or say which --prune would remove."""
    narrowed = asked.audience or asked.last or asked.first > 1
    found = left_over(order.out, world, () if narrowed else order.plan.sources, names)
    if asked.prune:
        for path in prune(found, world):
            if not asked.as_json:
                click.echo(f"removed {shown(str(path))}: its source is gone", err=True)
    elif not asked.as_json:
        for path in sorted(path for _, outputs in found for path in outputs):
            click.echo(f"{shown(str(path))}: note: its source is gone. Cure: --prune removes it", err=True)

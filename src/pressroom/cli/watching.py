"""report make --watch: what changes is made again, by a process that stays warm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from pressroom.build.engine import Engine, on_this_machine, running
from pressroom.build.scheduler import run
from pressroom.cache.recording import RecordingWorld
from pressroom.cli.reporter import Telling, counted
from pressroom.cli.running import Asked, told
from pressroom.errors import PressroomError
from pressroom.project import place as places
from pressroom.project.place import Place
from pressroom.world import RealWorld

_STEP = 20  # milliseconds without a further change after which a change is taken up
_ALL_AT_ONCE = 400  # milliseconds within which changes are taken together, however many more come
_RECYCLED_AFTER = 1000  # documents


def watched(asked: Asked) -> int:
    """Make what is asked for, again and again as it changes, until Ctrl-C; return the exit status."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    with running(on_this_machine(asked.jobs, asked.limits, _RECYCLED_AFTER)) as engine:
        paths = _made(asked, place, engine)
        try:
            while True:
                click.echo(f"watching {counted(len(paths), 'file')}; Ctrl-C ends it", err=True)
                _wait(paths)
                paths = _made(asked, place, engine)
        except KeyboardInterrupt:
            click.echo("", err=True)
            return 0


def _made(asked: Asked, place: Place, engine: Engine) -> set[Path]:
    """Make what is not up to date, tell of it, and return the paths on which all of it stands."""
    looked = RecordingWorld(RealWorld())
    looked.is_file(place.root / places.SETTINGS)
    paths: set[Path] = set(asked.sources)
    try:
        with told(place):
            order = asked.order(place, looked)
            names = order.plan.names(place, looked)
            telling = Telling(len(names), asked.explain, asked.as_json)
            for outcome in run(order, place, RealWorld(), names=names, engine=engine):
                paths.update(_paths(outcome.facts))
                if outcome.state != "unchanged":
                    telling.tell(outcome)
    except PressroomError as error:
        click.echo(str(error.diagnostic), err=True)
    paths.update(_paths(looked.facts))
    return paths


def _paths(facts: Iterable[str]) -> Iterator[Path]:
    """Yield the files and folders that facts speak of."""
    for fact in facts:
        kind, _, subject = fact.partition(" ")
        if kind in ("read", "file", "dir", "names"):
            yield Path(subject)


def _wait(paths: set[Path]) -> None:
    """Wait until one of these files changes, comes or goes, or something in one of these folders."""
    from watchfiles import watch

    folders = {path if path.is_dir() else path.parent for path in paths}

    def matters(_: object, changed: str) -> bool:
        path = Path(changed)
        return path in paths or (path.parent in paths and not path.name.startswith("."))

    there = {folder for folder in folders if folder.is_dir()}
    next(watch(*there, watch_filter=matters, step=_STEP, debounce=_ALL_AT_ONCE, recursive=False))

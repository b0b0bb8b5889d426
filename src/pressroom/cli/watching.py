"""report make --watch: what changes is made again, by a process that stays warm."""

from __future__ import annotations

from pathlib import Path

from pressroom.build.engine import Engine, close_at_end, start_local_engine
from pressroom.build.plan import Request, make_plan
from pressroom.build.scheduler import run
from pressroom.cache.dependencies import list_paths
from pressroom.cache.recording import RecordingWorld
from pressroom.cli.reporter import Reporter, count
from pressroom.cli.running import show_paths_from
from pressroom.cli.terminal import show
from pressroom.errors import PressroomError
from pressroom.project import place as places
from pressroom.project.place import Place
from pressroom.world import RealWorld

_STEP = 20  # milliseconds without a further change after which a change is taken up
_ALL_AT_ONCE = 400  # milliseconds within which changes are taken together, however many more come
_RECYCLED_AFTER = 1000  # documents


def watch(request: Request, *, explain: bool, as_json: bool) -> int:
    """Build what is requested, again and again as it changes, until Ctrl-C; return the exit status."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    limits = make_plan(request, place, world).limits
    with close_at_end(start_local_engine(request.jobs, limits, _RECYCLED_AFTER)) as engine:
        try:
            while True:
                paths = _build(request, place, engine, Reporter(explain, as_json))
                show(f"watching {count(len(paths), 'file')}; Ctrl-C ends it", err=True)
                _wait_for_change(paths)
        except KeyboardInterrupt:
            show("", err=True)
            return 0


def _build(request: Request, place: Place, engine: Engine, reporter: Reporter) -> set[Path]:
    """Build what is not up to date, report it, and return the paths that all of it depends on."""
    world = RealWorld()
    recording = RecordingWorld(world)
    recording.is_file(place.root / places.SETTINGS)
    paths: set[Path] = set(request.sources)
    try:
        with show_paths_from(place):
            plan = make_plan(request, place, recording)
            names = plan.names(recording)
            for warning in plan.warnings:
                show(str(warning), err=True)
            for outcome in run(plan, world, names=names, engine=engine):
                paths.update(list_paths(outcome.dependencies))
                if outcome.state != "unchanged":
                    reporter.report(outcome)
    except PressroomError as error:
        show(str(error.diagnostic), err=True)
    paths.update(list_paths(recording.dependencies))
    return paths


def _wait_for_change(paths: set[Path]) -> None:
    """Wait until one of these files changes, comes or goes, or something in one of these folders."""
    import watchfiles

    folders = {path if path.is_dir() else path.parent for path in paths}

    def matters(_: object, changed: str) -> bool:
        path = Path(changed)
        return path in paths or (path.parent in paths and not path.name.startswith("."))

    there = {folder for folder in folders if folder.is_dir()}
    next(watchfiles.watch(*there, watch_filter=matters, step=_STEP, debounce=_ALL_AT_ONCE, recursive=False))

"""One run of report make: built once, or only looked at."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pressroom.build.engine import Engine
from pressroom.build.plan import Plan, Request, make_plan
from pressroom.build.publish import find_orphans, remove_orphans
from pressroom.build.run_manifest import MOST_REPORTS, RunManifest
from pressroom.build.scheduler import find_stale, run
from pressroom.cache.recording import RecordingWorld
from pressroom.cli.reporter import Reporter, count, shorten
from pressroom.cli.signals import hold_signals
from pressroom.cli.terminal import show
from pressroom.errors import PressroomError
from pressroom.project import place as places
from pressroom.project.place import Place
from pressroom.storage import is_address
from pressroom.world import RealWorld, World

ENGINES = ("local", "dask")
_WOULD_MAKE = '{"would_make": ['


def make_absolute(path: Path) -> Path:
    """Return a path as it is from any folder; an address is that already."""
    return path if is_address(path) else path.absolute()


def run_once(request: Request, reporter: Reporter, *, engine: str, scheduler: str, prune: bool) -> int:
    """Build what is requested, on this machine or on a cluster; return the exit status."""
    world = RealWorld()
    recording = RecordingWorld(world)
    place = places.find(Path.cwd(), recording)
    manifest = RunManifest()
    with show_paths_from(place):
        plan = make_plan(request, place, recording)
        _report_sources(plan)
        names = plan.names(recording)
        reporter.start(len(names))
        try:
            with _open_engine(engine, scheduler, plan) as opened:
                for outcome in run(plan, world, names=names, engine=opened, tell=reporter.tell):
                    with hold_signals():
                        reporter.report(outcome)
                        manifest.add(outcome)
        except KeyboardInterrupt:
            reporter.finish(stopped=True)
            raise
        reporter.finish()
        if prune or (len(names) <= MOST_REPORTS and not is_address(plan.out)):
            _report_orphans(plan, names, world, prune=prune, as_json=reporter.as_json)
    if not reporter.failures and not plan.warnings:  # which are said each time
        message = reporter.describe_nothing_to_do()
        manifest.write(plan.out, sys.argv[1:], recording.dependencies, message, world)
    return reporter.status()


@contextmanager
def show_paths_from(place: Place) -> Iterator[None]:
    """Let errors name their file as somebody in this folder would."""
    try:
        yield
    except PressroomError as error:
        error.diagnostic = place.named(error.diagnostic)
        raise


@contextmanager
def _open_engine(engine: str, scheduler: str, plan: Plan) -> Iterator[Engine | None]:
    """Yield the cluster that is asked for; None where this machine does it by itself."""
    if engine == "local" and not scheduler:
        yield None
        return
    from pressroom.build.cluster import connect

    with connect(scheduler, plan.limits) as opened:
        yield opened


def run_dry(request: Request, *, as_json: bool) -> int:
    """Print which reports would be made and why, those that need not be only counted."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    made = unchanged = 0
    with show_paths_from(place):
        plan = make_plan(request, place, world)
        _report_sources(plan)
        plan.names(world)
        for job, why in find_stale(plan, world):
            if not why:
                unchanged += 1
                continue
            source = place.shown(job.source)
            if as_json:
                data = json.dumps({"source": source, "name": job.stem, "why": list(why)})
                click.echo(f"{', ' if made else _WOULD_MAKE}{data}", nl=False)
            else:
                show(f"{source} → {job.stem}: {'; '.join(why)}", err=True)
            made += 1
    if as_json:
        click.echo(f'{"" if made else _WOULD_MAKE}], "unchanged": {unchanged}}}')
    else:
        rest = f"{unchanged:,} unchanged; nothing was made"
        show(f"{count(made, 'report')} would be made, {rest}", err=True)
    return 0


def _report_sources(plan: Plan) -> None:
    """Say which sources are made that nobody named, and which are passed over."""
    for warning in plan.warnings:
        show(str(warning), err=True)
    if plan.has_samples:
        show("there is no text here: making the samples that come with Pressroom", err=True)


def _report_orphans(plan: Plan, names: set[int], world: World, *, prune: bool, as_json: bool) -> None:
    """Remove outputs that nothing asks for any more, or print which --prune would remove."""
    sources = () if plan.request.is_narrowed else plan.sources
    orphans = find_orphans(plan.out, world, sources, names)
    if prune:
        for path in remove_orphans(orphans, world):
            if not as_json:
                show(f"removed {shorten(str(path))}: its source is gone", err=True)
    elif not as_json:
        for path in sorted(path for _, outputs in orphans for path in outputs):
            show(f"{shorten(str(path))}: note: its source is gone. Cure: --prune removes it", err=True)

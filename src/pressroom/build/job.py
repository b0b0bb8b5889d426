"""One report to build, as it is handed to a process of its own, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build.ahead import pays, run_ahead
from pressroom.build.plan import Unit
from pressroom.cache.recording import RecordingWorld
from pressroom.cache.steps import Steps
from pressroom.cache.store import Store
from pressroom.errors import PressroomError, fault
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline import formats
from pressroom.project.mail import mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import Layer, Settings
from pressroom.world import RealWorld

if TYPE_CHECKING:
    from pressroom.pipeline.source import Source

DEFAULT_FORMATS = ("pdf",)


@dataclass(frozen=True, slots=True)
class Job:
    """A report to build.

    ``program`` is the fact that tells which Pressroom builds it; ``store`` the folder where results of steps
    are kept, None to make every step. It goes to the folder ``out``, what it stands on to the file
    ``record``; ``why`` it is built is told with what became of it.
    """

    unit: Unit
    place: Place
    options: Layer
    program: Mapping[str, str]
    strict: bool
    store: Path | None
    out: Path
    record: Path
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What a job came to: its formats' bytes by name, or a ``status`` other than 0 and the reason.

    ``steps`` are the ones that had to be made, not taken from the store.
    """

    outputs: Mapping[str, bytes] = field(default_factory=dict)
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    status: int = 0


def build(job: Job) -> Built:
    """Build a job; whatever goes wrong is in the result, but for what ends the process."""
    from pressroom.pipeline import report, source
    from pressroom.project import brand as brands

    shown = job.place.shown(job.unit.source)
    world = RecordingWorld(RealWorld(), {**job.program, **job.unit.row_fact})
    steps = Steps("".join(job.program.values()), Store(job.store, RealWorld()) if job.store else None)

    def load(steps: Steps) -> Source:
        return source.read(job.unit.source, job.place, world, settings, steps, job.unit.variant)

    def first_half(steps: Steps) -> None:
        read = load(steps)
        brand, _ = brands.load(job.place, world)
        report.draw(read, _needed(read.settings), brand, world, steps)

    try:
        settings = source.settings_of(job.unit.source, job.place, world, job.options, job.unit.variant)
        if pays() and formats.on_paper(_needed(settings), settings.sheets):
            run_ahead(first_half, steps)
        read = load(steps)
        made = report.make(read, read.settings.formats or DEFAULT_FORMATS, job.place, world, steps)
        if job.strict:
            _refuse_warnings(made.diagnostics)
    except PressroomError as error:
        found = job.place.named(error.diagnostic, shown)
        return Built(diagnostics=(found,), facts=world.facts, status=error.status)
    except MemoryError:
        raise
    except Exception as error:  # whatever one document sets off, the others are built
        return Built(diagnostics=(fault(error, shown),), facts=world.facts, status=1)
    return Built(made.outputs, made.pages, made.diagnostics, world.facts, tuple(steps.made))


def _needed(settings: Settings) -> tuple[str, ...]:
    return formats.needed(settings.formats or DEFAULT_FORMATS, mail_settings(settings.mail))


def _refuse_warnings(diagnostics: tuple[Diagnostic, ...]) -> None:
    for found in diagnostics:
        if found.severity is not Severity.NOTE:
            raise PressroomError(
                found.message,
                cure=found.cure or "mend it, or make without --strict",
                rule=found.rule,
                span=found.span,
                where=found.where,
            )

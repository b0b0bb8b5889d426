"""One report to build, as it is handed to a process of its own, and the building of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build.ahead import is_worthwhile, run_ahead
from pressroom.cache import manifests
from pressroom.cache.dependencies import digest
from pressroom.cache.recording import RecordingWorld
from pressroom.cache.steps import Steps
from pressroom.cache.store import Store
from pressroom.errors import PressroomError, fault
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline.formats import DEFAULT_FORMATS, list_needed, needs_layout
from pressroom.pipeline.result import Result
from pressroom.pipeline.variant import Variant
from pressroom.project.mail import parse_mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import Layer, Settings
from pressroom.world import RealWorld

if TYPE_CHECKING:
    from pressroom.pipeline.source import Source


@dataclass(frozen=True, slots=True)
class Job:
    """One report to build: a source in one variant, with the options of the run.

    ``stem`` is what its outputs in ``out`` are called, without their ending; unique within a run. ``code`` is
    the dependency on Pressroom itself; ``store`` is the folder where results of steps are kept, None to make
    every step. ``why`` it is built is passed on to its outcome.
    """

    source: Path
    stem: str
    variant: Variant
    place: Place
    options: Layer
    out: Path
    code: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False
    store: Path | None = None
    why: tuple[str, ...] = ()

    @property
    def manifest(self) -> str:
        """The path of the manifest of this report."""
        options = [sorted(layer.values.items()) for layer in (self.options, self.variant.settings)]
        place = str(self.place.root)
        name = ["report", str(self.source), self.stem, self.variant.audience, place, repr(options)]
        return manifests.locate(str(self.out), "\0".join(name))

    @property
    def row_dependency(self) -> dict[str, str]:
        """The dependency on its row of data; none without a row."""
        row = self.variant.row
        return {f"row {self.stem}": digest(repr(row.columns).encode())} if row else {}


def hash_name(stem: str) -> int:
    """Hash the name of outputs to 64 bits; names that differ in case alone are one file on some systems."""
    return int.from_bytes(blake2b(stem.casefold().encode("utf-8", "surrogateescape"), digest_size=8).digest())


def build(job: Job) -> Result:
    """Build a job; whatever goes wrong is in the result, but for what ends the process."""
    from pressroom.pipeline import composing, report, source
    from pressroom.project import brand as brands
    from pressroom.project.templates import choose_template

    shown = job.place.shown(job.source)
    world = RecordingWorld(RealWorld(), {**job.code, **job.row_dependency})
    steps = Steps("".join(job.code.values()), Store(job.store, RealWorld()) if job.store else None)

    def read(steps: Steps) -> Source:
        return source.read(job.source, job.place, world, settings, steps, job.variant)

    def run_first_half(steps: Steps) -> None:
        found = read(steps)
        brand, _ = brands.load(job.place, world, found.settings.brand)
        template, _ = choose_template(found.settings.template, found.document, job.place, world)
        composing.draw(found, _list_needed(found.settings), brand, world, steps, template.numbers)

    try:
        settings = source.merge_settings(job.source, job.place, world, job.options, job.variant)
        if is_worthwhile() and needs_layout(_list_needed(settings), settings.sheets):
            run_ahead(run_first_half, steps)
        found = read(steps)
        result = report.make(found, found.settings.formats or DEFAULT_FORMATS, job.place, world, steps)
        if job.strict:
            _refuse_warnings(result.diagnostics)
    except PressroomError as error:
        diagnostic = job.place.named(error.diagnostic, shown)
        return Result(
            diagnostics=(diagnostic, *steps.report_damage(shown)),
            dependencies=world.dependencies,
            status=error.status,
        )
    except MemoryError:
        raise
    except Exception as error:  # whatever one document sets off, the others are built
        return Result(diagnostics=(fault(error, shown),), dependencies=world.dependencies, status=1)
    return replace(
        result,
        diagnostics=(*result.diagnostics, *steps.report_damage(shown)),
        dependencies=world.dependencies,
        steps=tuple(steps.made),
    )


def _list_needed(settings: Settings) -> tuple[str, ...]:
    return list_needed(settings.formats or DEFAULT_FORMATS, parse_mail_settings(settings.mail))


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

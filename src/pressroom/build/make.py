"""Publish sources: plan, skip what is unchanged, build the rest, each alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressroom.build import records
from pressroom.build import report as reports
from pressroom.build import source as sources
from pressroom.build.facts import answer, digest
from pressroom.build.recording import RecordingWorld
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.project.place import Place
from pressroom.project.settings import FORMATS, Layer
from pressroom.world import World

DEFAULT_FORMATS = ("pdf",)


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked for: sources, options above all other settings, and where the outputs go."""

    sources: tuple[Path, ...]
    options: Layer
    out: Path
    force: bool = False
    strict: bool = False


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


def make(
    order: Order, place: Place, world: World, tell: Callable[[Outcome], None] = lambda _: None
) -> tuple[Outcome, ...]:
    """Publish every source of the order, and tell of each as it ends.

    A source that fails leaves its earlier outputs untouched and stops no other. Raises UsageError before
    anything is built when two sources would make the same output.
    """
    _refuse_same_outputs(order.sources, place)
    code = str(Path(__file__).resolve().parent.parent)
    seen: dict[str, str] = {}
    outcomes = []
    for path in order.sources:
        outcome = _one(path, order, place, world, code, seen)
        tell(outcome)
        outcomes.append(outcome)
    return tuple(outcomes)


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


def _one(path: Path, order: Order, place: Place, world: World, code: str, seen: dict[str, str]) -> Outcome:
    shown = place.shown(path)
    name = "\0".join(["source", str(path), str(place.root), repr(sorted(order.options.values.items()))])
    record_file = records.path(str(order.out), name)
    if not order.force:
        record = records.current(record_file, seen)
        if record:
            return Outcome(shown, "unchanged", record["outputs"], facts=record["facts"])
    recording = RecordingWorld(world, {f"code {code}": answer(f"code {code}", seen)})
    try:
        source = sources.load(path, place, recording, order.options)
        formats = source.settings.formats or DEFAULT_FORMATS
        made = reports.make(source, formats, place, recording)
        if order.strict:
            _refuse_warnings(made.diagnostics)
        outputs = _publish(made.outputs, order.out, output_stem(path), world)
        world.write(Path(record_file), records.dumped(recording.facts, outputs, ""))
    except PressroomError as error:
        found = _named(error.diagnostic, shown)
        return Outcome(shown, "failed", diagnostics=(found,), status=error.status)
    except Exception as error:
        return Outcome(shown, "failed", diagnostics=(_fault(error, shown),), status=1)
    return Outcome(shown, "made", outputs, made.pages, made.diagnostics, recording.facts)


def _fault(error: Exception, shown: str) -> Diagnostic:
    """Tell of an error that nobody foresaw, with the place in the program for whoever mends it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown place"
    return Diagnostic(
        Severity.ERROR,
        "internal-error",
        f"this document sets off a fault of Pressroom ({type(error).__name__} at {place})",
        "please report it with the text; the other documents are not touched by it",
        where=shown,
    )


def _publish(made: Mapping[str, bytes], out: Path, stem: str, world: World) -> dict[str, str]:
    assert set(made) <= set(FORMATS)  # noqa: S101 - a format's name is its ending
    outputs = {}
    for name, data in made.items():
        target = out / f"{stem}.{name}"
        world.write(target, data)
        outputs[str(target)] = digest(data)
    return outputs


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


def _named(found: Diagnostic, shown: str) -> Diagnostic:
    if found.span or found.where:
        return found
    return Diagnostic(found.severity, found.rule, found.message, found.cure, where=shown)

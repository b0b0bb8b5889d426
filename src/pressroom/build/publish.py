"""Reports put in place whole, each with the record of what it stands on; those left over found."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressroom.build.isolation import Lost
from pressroom.build.job import Built, Job
from pressroom.build.plan import hash_of
from pressroom.cache import manifests as records
from pressroom.cache.dependencies import answer, digest
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.world import World


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report: made, unchanged or failed (``state``); ``outputs`` are paths with hashes.

    ``stem`` is what its outputs are called; ``facts`` are those that it stands on, as far as they are known.
    """

    source: str
    stem: str
    state: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    status: int = 0
    why: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def publish(built: Built | Lost, job: Job, world: World) -> Outcome:
    """Put a report's outputs in place, then its record; a failure leaves what was there as it was."""
    outcome = Outcome(job.place.shown(job.unit.source), job.unit.stem, "failed", status=1)
    if isinstance(built, Lost):
        found = Diagnostic(Severity.ERROR, built.rule, built.reason, built.cure, where=outcome.source)
        return replace(outcome, diagnostics=(found,))
    outcome = replace(outcome, diagnostics=built.diagnostics, facts=built.facts, status=built.status)
    if built.status:
        return outcome
    try:
        outputs = {}
        for name, data in built.outputs.items():
            target = job.out / f"{outcome.stem}.{name}"
            world.write(target, data)
            outputs[str(target)] = digest(data)
        row = outcome.stem if job.unit.variant.row else ""
        world.write(job.record, records.dumped(built.facts, outputs, source=str(job.unit.source), row=row))
    except PressroomError as error:
        return replace(outcome, diagnostics=(job.place.named(error.diagnostic),), status=error.status)
    return replace(outcome, state="made", outputs=outputs, pages=built.pages, why=job.why, steps=built.steps)


def left_over(
    out: Path, world: World, sources: Collection[Path] = (), names: Container[int] = ()
) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """Yield the records that nothing asks for any more, each with its outputs that are as it wrote them.

    Those are the ones whose source is gone, or whose row is not among the ``names`` of ``sources``.
    """
    for file in world.list(out / records.FOLDER):
        record = records.read(str(file)) if file.suffix == ".json" else None
        if record is None or not record["source"]:
            continue
        source = Path(record["source"])
        gone = record["row"] and source in sources and hash_of(record["row"]) not in names
        if gone or not world.is_file(source):
            outputs = record["outputs"].items()
            yield file, tuple(Path(name) for name, told in outputs if answer(f"read {name}", {}) == told)


def prune(found: Iterable[tuple[Path, tuple[Path, ...]]], world: World) -> Iterator[Path]:
    """Remove records and their outputs, as ``left_over`` finds them; yield each output that is gone."""
    for file, outputs in found:
        for path in outputs:
            world.remove(path)
            yield path
        world.remove(file)

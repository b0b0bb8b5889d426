"""Reports put in place whole, each with its manifest; outputs that nothing asks for any more found."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressroom.build.isolation import WorkerFailure
from pressroom.build.job import Job, hash_name
from pressroom.build.placing import put_in_place
from pressroom.cache import manifests
from pressroom.cache.dependencies import digest, fingerprint
from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline.result import Result
from pressroom.storage import is_address
from pressroom.world import World


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report: made, unchanged or failed (``state``); ``outputs`` are paths with hashes.

    ``stem`` is what its outputs are called; ``dependencies`` are as far as they are known.
    """

    source: str
    stem: str
    state: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    dependencies: Mapping[str, str] = field(default_factory=dict)
    status: int = 0
    why: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    lang: str = ""


def publish(result: Result | WorkerFailure, job: Job, world: World) -> Outcome:
    """Put a report's outputs in place, all or none, then its manifest; a failure leaves what was there."""
    outcome = Outcome(job.place.shown(job.source), job.stem, "failed", status=1)
    if isinstance(result, WorkerFailure):
        found = Diagnostic(Severity.ERROR, result.rule, result.reason, result.cure, where=outcome.source)
        return replace(outcome, diagnostics=(found,))
    outcome = replace(
        outcome, diagnostics=result.diagnostics, dependencies=result.dependencies, status=result.status
    )
    if result.status:
        return outcome
    try:
        files = {f"{job.stem}.{name}": data for name, data in result.outputs.items()}
        _refuse_source(files, job)
        put_in_place(files, job.out, world)
        outputs = {str(job.out / name): digest(data) for name, data in files.items()}
        row = job.stem if job.variant.row else ""
        manifest = manifests.serialize(result.dependencies, outputs, source=str(job.source), row=row)
        world.write(Path(job.manifest), manifests.seal(job.manifest, manifest))
    except PressroomError as error:
        return replace(outcome, diagnostics=(job.place.named(error.diagnostic),), status=error.status)
    return replace(
        outcome,
        state="made",
        outputs=outputs,
        pages=result.pages,
        why=job.why,
        steps=result.steps,
        lang=result.lang,
    )


def _refuse_source(files: Iterable[str], job: Job) -> None:
    """Raise UsageError for an output that would take the place of its own source."""
    if is_address(job.out) or is_address(job.source):
        return
    source = job.source.resolve()
    if any((job.out / name).resolve() == source for name in files):
        raise UsageError(
            f"the output would overwrite its source, {job.source.name}",
            cure="give it another name, or another folder, with --out",
            rule="output-is-source",
            where=str(job.source),
        )


def find_orphans(
    out: Path, world: World, sources: Collection[Path] = (), names: Container[int] = ()
) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """Yield the manifests that nothing asks for any more, each with its outputs that are as it wrote them.

    Those are the ones whose source is gone, or whose row is not among the ``names`` of ``sources``.
    """
    for file in world.list(out / manifests.FOLDER):
        manifest = manifests.read(str(file)) if file.suffix == ".json" else None
        if manifest is None or not manifest["source"]:
            continue
        source = Path(manifest["source"])
        gone = manifest["row"] and source in sources and hash_name(manifest["row"]) not in names
        if gone or not world.is_file(source):
            named = ((Path(name), sha256) for name, sha256 in manifest["outputs"].items())
            own = (path for path, sha256 in named if _is_own_output(path, sha256, out, world))
            yield file, tuple(own)


def _is_own_output(path: Path, sha256: str, out: Path, world: World) -> bool:
    """Tell whether an output stands in the folder itself, as a run of this user wrote it."""
    if not is_address(path) and path.parent.resolve() != out.resolve():
        return False
    return world.is_own_file(path) and fingerprint(f"read {path}", {}) == sha256


def list_outputs(out: Path, world: World) -> frozenset[str]:
    """Return the paths of all outputs that manifests in an output folder name."""
    files = (str(file) for file in world.list(out / manifests.FOLDER) if file.suffix == ".json")
    found = filter(None, map(manifests.read, files))
    return frozenset(path for manifest in found for path in manifest["outputs"])


def remove_orphans(orphans: Iterable[tuple[Path, tuple[Path, ...]]], world: World) -> Iterator[Path]:
    """Remove manifests and their outputs, as ``find_orphans`` finds them; yield each output that is gone."""
    for file, outputs in orphans:
        for path in outputs:
            world.remove(path)
            yield path
        world.remove(file)

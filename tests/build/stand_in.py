"""A stand-in for the building of a report. Light: each process of a pool imports it anew."""

from __future__ import annotations

import os
import signal

from pressroom.build.job import Job
from pressroom.cache.recording import RecordingWorld
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline.result import Result
from pressroom.world import RealWorld


def build(job: Job) -> Result:
    """Make a "PDF" of the source's own bytes; some words in it are poison."""
    world = RecordingWorld(RealWorld(), dict(job.code))
    text = world.read(job.source)
    world.is_file(job.source.with_suffix(".toml"))
    if b"kill" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"wrong" in text:
        found = Diagnostic(Severity.ERROR, "wrong", "it is wrong", "mend it", where=str(job.source))
        return Result(diagnostics=(found,), status=2)
    return Result({"pdf": b"%PDF " + text}, 1, (), world.dependencies, ("document",))

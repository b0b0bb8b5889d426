"""The command line run as a user would, with what came of it: its status, words, time and memory."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hostile import zygote

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    "OPENBLAS_NUM_THREADS": "1",
}
LIMIT = 60.0  # seconds of the commands; make gets the same with --timeout
LATER = 2.0  # seconds after its limit until a command counts as hanging
BUSY = 60.0  # seconds that a busy machine may take to start and end one


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended. ``memory`` is that of its own process in bytes, 0 where it did not come to say."""

    status: int
    said: str
    seconds: float
    memory: int
    hung: bool = False

    @property
    def verdict(self) -> str:
        """What came of it, in a word or two; "built" and "refused" are well."""
        if self.hung:
            return "hangs"
        if "Traceback" in self.said:
            return "traceback"
        if any(words in self.said for words in ("fault of Pressroom", "did not end well", "unforeseen way")):
            return "internal fault"
        if self.status not in (0, 1, 2, 3):
            return f"status {self.status}"
        shown = self.said.replace("\t", " ").replace("\xa0", " ")
        if any(not line.isprintable() for line in shown.split("\n")):
            return "steers the terminal"
        return "built" if self.status == 0 else "refused"


def report(folder: Path, *arguments: str, given: bytes = b"", **variables: str) -> Ended:
    """Run the command line in a folder."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        started = zygote.start(folder, arguments, Path(scratch, "run"), given, variables)
        status = zygote.wait(started, LIMIT + LATER + BUSY)
        seconds = time.monotonic() - began
        if status is None:
            zygote.stop(started)
            zygote.wait(started, BUSY)
            return Ended(-1, "", seconds, 0, hung=True)
        said = Path(scratch, "run.out").read_bytes().decode("utf-8", "replace")
        memory = Path(scratch, "run.memory")
        return Ended(status, said, seconds, int(memory.read_text()) * 1024 if memory.is_file() else 0)

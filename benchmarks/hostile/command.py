"""The command line run as a user would, with what came of it: its status, words, time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    "OPENBLAS_NUM_THREADS": "1",
}
LIMIT = 60.0  # seconds of the commands; make gets the same with --timeout
LATER = 2.0  # seconds after its limit until a command counts as hanging
BUSY = 60.0  # seconds that a busy machine may take to start and end one
# the command line, and what its own process, not those that it starts, had of memory at most
MEASURED = """
import resource, sys
from pressroom.cli.start import main
place = sys.argv.pop(1)
sys.argv[0] = "report"
try:
    status = main()
except SystemExit as end:
    status = end.code
with open(place, "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
sys.exit(status)
"""


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
    with tempfile.NamedTemporaryFile() as place:
        command = [sys.executable, "-P", "-c", MEASURED, place.name, *arguments]
        environment: Mapping[str, str] = {**ENVIRONMENT, **variables}
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment,
                capture_output=True,
                timeout=LIMIT + LATER + BUSY,
                input=given,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Ended(-1, "", time.monotonic() - began, 0, hung=True)
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        memory = int(Path(place.name).read_text() or 0) * 1024
    return Ended(done.returncode, said, time.monotonic() - began, memory)

"""Copies of the clone in which mutants run, and the processes that run them.

A slot is a copy of what Git knows of the clone, with its own ``.venv``: a link to the clone's, so that the
link's Python imports the copy's sources, in its children, too. The clone itself is never changed.
"""

from __future__ import annotations

import compileall
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from benchmarks.mutation.instrument import instrument
from benchmarks.mutation.recording import HITS, RESULT

HEAVY = (  # what tests import, and no module of ours: loaded once, before processes are forked
    "PIL.Image",
    "babel",
    "click",
    "cryptography",
    "css_inline",
    "distributed",
    "docx",
    "fontTools.ttLib",
    "hypothesis",
    "jinja2",
    "justext",
    "lxml.etree",
    "lxml.html",
    "markdown_it",
    "matplotlib.figure",
    "openpyxl",
    "pdfplumber",
    "pebble",
    "pikepdf",
    "pypdfium2",
    "trafilatura",
    "weasyprint",
    "xdist",
)
OPTIONS = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
MEMORY = 8 << 30  # bytes of address space that a mutant may ask for
KILLED, SURVIVED, BROKEN = 1, 0, 3  # exit status of a forked run


@dataclass(frozen=True, slots=True)
class Slot:
    """A copy of the clone at ``tree``, beside which stand a link to the shared data, a home and temporary
    files.
    """

    folder: Path

    @property
    def tree(self) -> Path:
        """The root of the copy."""
        return self.folder / "tree"

    def environment(self) -> dict[str, str]:
        """Return the environment for processes in this slot."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        home, scratch = self.folder / "home", self.folder / "tmp"
        shutil.rmtree(scratch, ignore_errors=True)
        for folder in (home, scratch):
            folder.mkdir(exist_ok=True)
        own = {"HOME": str(home), "TMPDIR": str(scratch), "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        return {**kept, **own}

    @property
    def python(self) -> str:
        """The Python that imports the copy's sources."""
        return str(self.tree / ".venv" / "bin" / "python")


def make_slot(root: Path, folder: Path) -> Slot:
    """Copy the clone, new files that Git doesn't ignore included."""
    slot = Slot(folder)
    shutil.rmtree(folder, ignore_errors=True)
    slot.tree.mkdir(parents=True)
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (slot.tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, slot.tree / name)
    (slot.tree / ".venv").symlink_to(root / ".venv")
    if (root.parent / "shared").exists():
        (folder / "shared").symlink_to((root.parent / "shared").resolve())
    return slot


def record(slot: Slot, files: list[str]) -> tuple[list[str], dict[str, Any]]:
    """Run test files on instrumented sources; return the blocks' names by number and what the plugin
    recorded.

    A test file that cannot be imported from the copy is left out. The slot is of no use afterwards.
    RuntimeError where pytest ends without a recording.
    """
    hits, result = slot.folder / "hits", slot.folder / "recorded.json"
    hits.touch()
    names = instrument(slot.tree / "src", hits)
    compileall.compile_dir(slot.tree / "src", quiet=2)
    command = [slot.python, "-m", "pytest", "-p", "benchmarks.mutation.recording", "--timeout=900", "-q"]
    with (slot.folder / "log").open("wb") as log:
        subprocess.run(
            [*command, "-p", "no:cacheprovider", "--continue-on-collection-errors", *files],
            cwd=slot.tree,
            env={**slot.environment(), HITS: str(hits), RESULT: str(result)},
            stdout=log,
            stderr=log,
            check=False,
        )
    if not result.is_file():
        raise RuntimeError(f"pytest ended without a recording: see {slot.folder / 'log'}")
    return names, json.loads(result.read_text(encoding="utf-8"))


def load_heavy() -> None:
    """Import the libraries that tests use, so that forked processes have them."""
    for name in HEAVY:
        with suppress(ImportError):
            __import__(name)


@contextmanager
def mutated(slot: Slot, path: str, text: str) -> Iterator[None]:
    """Put a mutated module in place of the slot's; afterwards the old one stands there again."""
    file = slot.tree / path
    old, times = file.read_text(encoding="utf-8"), file.stat()
    file.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(old, encoding="utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


class Run:
    """A forked process that runs waves of tests in a slot, until one fails."""

    def __init__(self, slot: Slot, waves: list[list[str]], seconds: float) -> None:
        self.slot = slot
        self.deadline = time.monotonic() + 60 + 12 * seconds
        environment = slot.environment()
        self.report = slot.folder / "report"
        self.report.unlink(missing_ok=True)
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _child(slot, waves, environment, limit=round(3 * seconds + 10))

    def poll(self) -> str | None:
        """Return how the run ended, None while it goes on: "survived", "timeout", or the test that failed."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid == 0:
            if time.monotonic() < self.deadline:
                return None
            self._end()
            os.waitpid(self.pid, 0)
            return "timeout"
        self._end()
        if os.WIFSIGNALED(status):
            return "timeout" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "crash"
        if os.WEXITSTATUS(status) == SURVIVED:
            return "survived"
        return self.report.read_text(encoding="utf-8") if self.report.exists() else "error"

    def _end(self) -> None:
        """End what the run has started and left behind."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


def _child(slot: Slot, waves: list[list[str]], environment: dict[str, str], limit: int) -> None:
    status = BROKEN
    try:
        os.setsid()
        log = os.open(slot.folder / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        _move(slot, environment)
        status = next((code for wave in waves if (code := _pytest(slot, wave)) != SURVIVED), SURVIVED)
    except BaseException as error:
        os.write(2, repr(error).encode())
    finally:
        os._exit(status)


def _move(slot: Slot, environment: dict[str, str]) -> None:
    """Make this process one of the slot: its folder, its environment, its Python, its modules."""
    import multiprocessing
    import tempfile

    root = Path(__file__).resolve().parent.parent.parent
    os.chdir(slot.tree)
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    for name in list(sys.modules):
        if name.partition(".")[0] in ("benchmarks", "tests", "pressroom"):
            del sys.modules[name]
    own = {root, root / "src"}
    sys.path[:] = [str(slot.tree / "src"), *(each for each in sys.path if Path(each).resolve() not in own)]
    sys.path_importer_cache.clear()
    sys.executable = slot.python
    sys.dont_write_bytecode = True
    multiprocessing.set_executable(slot.python)


def _pytest(slot: Slot, names: list[str]) -> int:
    selection = _Selection(names)
    files = sorted({name.partition("::")[0] for name in names}, key=selection.file_order)
    code = pytest.main([*OPTIONS, *files], plugins=[selection])
    if code == pytest.ExitCode.OK:
        return SURVIVED
    (slot.folder / "report").write_text(selection.failed or f"collection ({code})", encoding="utf-8")
    return KILLED


class _Selection:
    """A pytest plugin: the named tests alone, in their order; notes the first that fails."""

    def __init__(self, names: list[str]) -> None:
        self.places = {name: place for place, name in enumerate(names)}
        self.failed = ""

    def file_order(self, file: str) -> int:
        return min(place for name, place in self.places.items() if name.startswith(f"{file}::"))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.places),
            key=lambda item: self.places[item.nodeid],
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid

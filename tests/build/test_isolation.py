"""What a document may do to its process, alone and in a pool. The poisons are real.

No test depends on how fast the machine is: what shall end well has minutes for it, and what shall hang is
waited for by the end of a pipe.
"""

import gc
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from pressroom.build import isolation
from pressroom.build.isolation import Limits, WorkerFailure, run_isolated
from pressroom.build.workers import IsolatedExecutor
from tests.build.poison import fail, work
from tests.making import ROOT

PATIENT = 100.0  # seconds: for what takes a moment on any machine
SHORT = 1.0  # seconds: for what would never end
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def limits(seconds: float) -> Limits:
    """Return limits with room for what this process holds already, which a fork takes along."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return Limits(seconds=seconds, patience=1.0, memory=held + 2_000_000_000, file_size=1_000_000)


ENDLESS = [("hang", "too-slow"), ("spin", "too-slow")]
DEADLY = [
    ("eat", "too-large"),
    ("kill", "process-lost"),
    ("segv", "process-lost"),
    ("exit", "process-lost"),
]


@pytest.mark.parametrize(("poison", "rule"), [*ENDLESS, *DEADLY])
def test_a_poison_is_lost_with_its_reason(poison, rule):
    failure = run_isolated(work, poison, limits(SHORT if (poison, rule) in ENDLESS else PATIENT))
    assert isinstance(failure, WorkerFailure)
    assert failure.rule == rule
    assert failure.reason
    assert failure.cure


def test_a_result_comes_back_whole():
    assert run_isolated(work, "a" * 3_000_000, limits(PATIENT)) == "A" * 3_000_000


def test_python_looks_for_garbage_rarely_in_a_process_for_one_document():
    before = gc.get_threshold(), gc.get_freeze_count()
    (threshold, frozen) = run_isolated(lambda _: (gc.get_threshold(), gc.get_freeze_count()), "", Limits())
    assert threshold[0] > before[0][0]
    assert frozen > before[1]
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_a_limit_below_a_second_is_used_to_its_end(monkeypatch):
    """Time stands still here, so that a busy machine is in time, too."""
    monkeypatch.setattr(isolation, "time", SimpleNamespace(monotonic=lambda: 0.0))
    assert run_isolated(work, "in time", limits(0.5)) == "IN TIME"


def test_waiting_is_no_work():
    """On a busy machine, a process waits for its turn most of the time."""
    assert run_isolated(work, "wait", replace(limits(0.01), patience=100_000.0)) == "WAIT"


def test_a_file_beyond_the_limit_is_an_error_not_the_end():
    assert run_isolated(work, "long file", limits(PATIENT)) == "File too large"


def pool(jobs: int, seconds: float) -> IsolatedExecutor:
    """Return a pool whose processes load nothing that these tests do not need."""
    return IsolatedExecutor(jobs, limits(seconds), preload=())


def test_in_a_pool_each_poison_is_lost_alone():
    good = [f"good-{number}" for number in range(12)]
    given = [*good[:6], *(poison for poison, _ in DEADLY), *good[6:]]
    with pool(2, PATIENT) as engine:
        futures = [engine.submit(work, each) for each in given]
        got = {name: future.result() for name, future in zip(given, futures, strict=True)}
    assert {name: got[name] for name in good} == {name: name.upper() for name in good}
    assert {name: got[name].rule for name, _ in DEADLY} == dict(DEADLY)


def test_in_a_pool_what_never_ends_is_ended():
    with pool(2, SHORT) as engine:
        futures = {poison: engine.submit(work, poison) for poison, _ in ENDLESS}
        assert {poison: future.result().rule for poison, future in futures.items()} == dict(ENDLESS)


def test_an_exception_of_the_work_is_the_futures():
    with pool(1, PATIENT) as engine, pytest.raises(ValueError, match="of the work"):
        engine.submit(fail, "of the work").result()


ORPHANS = """
import os
import sys
from pressroom.build.isolation import Limits, run_isolated
from pressroom.build.workers import IsolatedExecutor
from pressroom.sandbox.restrict import Permissions
from tests.build.poison import hang
if __name__ == "__main__":
    limits = Limits(seconds=600, permissions=Permissions(folders=(os.path.dirname(sys.argv[1]),)))
    if sys.argv[2] == "alone":
        run_isolated(hang, sys.argv[1], limits)
    else:
        IsolatedExecutor(1, limits, preload=()).submit(hang, sys.argv[1]).result()
"""


@pytest.mark.parametrize("how", ["alone", "in a pool"])
def test_no_busy_child_outlives_its_parent_even_one_that_nobody_buries(tmp_path, how):
    fifo = tmp_path / "child"
    os.mkfifo(fifo)
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    parent = subprocess.Popen([sys.executable, script, fifo, how], env=environment)
    with fifo.open() as note:  # as soon as the child has opened its end
        first = note.read(1)
        parent.kill()  # and not waited for: its number stays in use
        rest = note.read()  # until no process has the other end any more
    assert int(first + rest) > 0
    parent.wait()

"""What a document may do to its process, alone and in a pool. The poisons are real."""

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pressroom.build.isolation import Limits, WorkerFailure, run_isolated
from pressroom.build.workers import IsolatedExecutor
from tests.making import ROOT

LIMITS = Limits(seconds=2, memory=1_500_000_000, file_size=1_000_000)
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def work(what: str) -> str:
    match what:
        case "hang":
            time.sleep(600)
        case "spin":
            while True:
                pass
        case "eat":
            return "x" * 4_000_000_000
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "segv":
            faulthandler.disable()
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "long file":
            try:
                Path("/dev/shm/pressroom-test-long").write_bytes(b"x" * 2_000_000)
            except OSError as error:
                return str(error.strerror)
    return what.upper()


POISONS = [
    ("hang", "too-slow"),
    ("spin", "too-slow"),
    ("eat", "too-large"),
    ("kill", "process-lost"),
    ("segv", "process-lost"),
    ("exit", "process-lost"),
]


@pytest.mark.parametrize(("poison", "rule"), POISONS)
def test_a_poison_is_lost_with_its_reason(poison, rule):
    lost = run_isolated(work, poison, LIMITS)
    assert isinstance(lost, WorkerFailure)
    assert lost.rule == rule
    assert lost.reason
    assert lost.cure


def test_a_result_comes_back_whole():
    assert run_isolated(work, "a" * 3_000_000, LIMITS) == "A" * 3_000_000


def test_a_file_beyond_the_limit_is_an_error_not_the_end():
    assert run_isolated(work, "long file", LIMITS) == "File too large"
    Path("/dev/shm/pressroom-test-long").unlink(missing_ok=True)


def test_in_a_pool_each_poison_is_lost_alone():
    good = [f"good-{number}" for number in range(12)]
    asked = [*good[:6], *(poison for poison, _ in POISONS), *good[6:]]
    with IsolatedExecutor(2, LIMITS) as engine:
        futures = [engine.submit(work, each) for each in asked]
    got = {name: future.result() for name, future in zip(asked, futures, strict=True)}
    assert {name: got[name] for name in good} == {name: name.upper() for name in good}
    assert {name: got[name].rule for name, _ in POISONS} == dict(POISONS)


def fail(what: str) -> None:
    raise ValueError(what)


def test_an_exception_of_the_work_is_the_futures():
    with IsolatedExecutor(1, LIMITS) as engine, pytest.raises(ValueError, match="of the work"):
        engine.submit(fail, "of the work").result()


ORPHANS = """
import os, sys, time
from pressroom.build.isolation import Limits, run_isolated
from pressroom.build.workers import IsolatedExecutor
from tests.build.test_isolation import hang
if __name__ == "__main__":
    limits = Limits(seconds=600)
    if sys.argv[2] == "alone":
        run_isolated(hang, sys.argv[1], limits)
    else:
        IsolatedExecutor(1, limits).submit(hang, sys.argv[1]).result()
"""


def hang(path: str) -> None:
    Path(path).write_text(str(os.getpid()))
    time.sleep(600)


@pytest.mark.parametrize("how", ["alone", "in a pool"])
def test_no_busy_child_outlives_its_parent_even_one_that_nobody_buries(tmp_path, how):
    note = tmp_path / "pid"
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    parent = subprocess.Popen([sys.executable, script, note, how], env=environment)
    until(lambda: note.exists() and note.read_text())
    child = int(note.read_text())
    parent.kill()  # and not waited for: its number stays in use
    until(lambda: not alive(child))
    parent.wait()


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def until(condition) -> None:
    for _ in range(100):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail("it did not come about within ten seconds")

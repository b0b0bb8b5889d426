"""What a document may do to its process, alone and in a pool. The poisons are real."""

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pressroom.build.isolation import Limits, Lost, run_alone
from pressroom.build.workers import run_all

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
    lost = run_alone(work, poison, LIMITS)
    assert isinstance(lost, Lost)
    assert lost.rule == rule
    assert lost.reason
    assert lost.cure


def test_a_result_comes_back_whole():
    assert run_alone(work, "a" * 3_000_000, LIMITS) == "A" * 3_000_000


def test_a_file_beyond_the_limit_is_an_error_not_the_end():
    assert run_alone(work, "long file", LIMITS) == "File too large"
    Path("/dev/shm/pressroom-test-long").unlink(missing_ok=True)


def test_in_a_pool_each_poison_is_lost_alone():
    good = [f"good-{number}" for number in range(12)]
    asked = [*good[:6], *(poison for poison, _ in POISONS), *good[6:]]
    got = dict(run_all(work, asked, jobs=2, limits=LIMITS))
    assert {name: got[name] for name in good} == {name: name.upper() for name in good}
    assert {name: got[name].rule for name, _ in POISONS} == dict(POISONS)


def test_the_pool_does_not_run_ahead_of_its_results():
    taken = []

    def names():
        for number in range(40):
            taken.append(number)
            yield f"n{number}"

    results = run_all(work, names(), jobs=1, limits=LIMITS)
    next(results)
    assert len(taken) <= 8
    assert len(list(results)) == 39


ORPHANS = """
import os, sys, time
from pressroom.build.isolation import Limits, run_alone
def hang(path):
    open(path, "w").write(str(os.getpid()))
    time.sleep(600)
run_alone(hang, sys.argv[1], Limits(seconds=600))
"""


def test_no_child_outlives_its_parent(tmp_path):
    note = tmp_path / "pid"
    parent = subprocess.Popen([sys.executable, "-c", ORPHANS, note])
    until(lambda: note.exists() and note.read_text())
    child = int(note.read_text())
    parent.kill()
    parent.wait()
    until(lambda: not alive(child))


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

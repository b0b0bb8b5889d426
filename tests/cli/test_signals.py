"""A run that is asked to end: by the keyboard, by the system, by a terminal that goes."""

import os
import signal
import subprocess
import sys

import pytest

from pressroom.cli.signals import ENDING, Stopped, hold_signals, stop_on_signals
from tests.making import ROOT


@pytest.mark.parametrize("number", ENDING)
def test_each_signal_ends_a_run(number):
    before = signal.getsignal(number)
    with pytest.raises(Stopped) as caught, stop_on_signals():
        signal.raise_signal(number)
    assert caught.value.number == number
    assert signal.getsignal(number) == before


@pytest.mark.parametrize("number", ENDING)
def test_what_is_being_printed_is_printed_first(number):
    done = []

    def print_two():
        with hold_signals():
            signal.raise_signal(number)
            done.append("first")
        done.append("second")

    with pytest.raises(Stopped), stop_on_signals():
        print_two()
    assert done == ["first"]


def test_a_signal_that_is_ignored_stays_ignored(monkeypatch):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stop_on_signals():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_ended_says_so_and_leaves_nothing_behind(number, tmp_path):
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    (tmp_path / "report.toml").touch()
    fifo = tmp_path / "in.txt"
    os.mkfifo(fifo)
    code = (
        "import sys, os\n"
        "import pressroom.cli.commands.outline as outline\n"
        "def wait(path): open('in.txt').read(); open('in.txt').read()\n"
        "outline.read_source = wait\n"
        "from pressroom.cli.main import run; sys.exit(run(['outline', 'in.txt']))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(scratch)}
    running = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
    )
    with fifo.open("w"):  # opens as soon as the child reads
        running.send_signal(number)
        said = running.communicate()[1]
    assert running.returncode == 128 + number
    assert said.split() == ["stopped"]
    assert list(scratch.iterdir()) == []

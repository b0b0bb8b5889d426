"""What is made by a warm process has the bytes of what is made by a new one."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from pressroom.cli.warm import launch
from tests.cli.warm import end_launched, get_state, list_children, wait_until
from tests.making import ROOT

pytestmark = pytest.mark.slow  # every sample in every format, several times


@pytest.fixture
def warm(monkeypatch):
    """Start the warm process as users have it."""
    monkeypatch.setattr("sys.argv", ["report"])

    def start() -> None:
        launch.start()

    yield start
    end_launched()


def make(folder: Path, *arguments: str) -> dict[str, bytes]:
    """Make reports of a folder's texts; return the files."""
    command = [sys.executable, "-P", "-m", "pressroom", "make", *arguments, "--out", "out", "--force"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir() if path.is_file()}


@pytest.mark.timeout(400)  # two dozen reports, one by one
def test_every_sample_cold_and_warm(tmp_path, warm):
    samples = [path for path in sorted((ROOT / "seeds").iterdir()) if path.suffix in (".txt", ".md")]
    assert samples
    for path in samples:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    names = [path.name for path in samples]
    cold = make(tmp_path, *names, "--format", "all")
    warm()
    one_by_one = {}
    for name in names:
        one_by_one |= make(tmp_path, name, "--format", "all")
    assert get_state()["orders"] == len(names)
    together = make(tmp_path, *names, "--format", "all", "--jobs", "2")
    assert get_state()["orders"] == len(names) + 1
    assert [name for name, data in cold.items() if one_by_one[name] != data] == []
    assert [name for name, data in cold.items() if together[name] != data] == []
    wait_until(lambda: not list_children(get_state()["pid"]))


def test_watched_texts_are_made_warm(tmp_path, warm):
    (tmp_path / "a.txt").write_text("Wells\n\nThere are 34 wells.\n")
    cold = make(tmp_path, "a.txt")["a.pdf"]
    (tmp_path / "a.txt").write_text("Wells\n\nThere are 35 wells.\n")
    warm()
    made = tmp_path / "out" / "a.pdf"
    command = [sys.executable, "-P", "-m", "pressroom", "make", "a.txt", "--out", "out", "--watch"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as watching:
        read_until_quiet(watching.stderr)
        assert get_state()["running"] == 1
        other = made.read_bytes()
        assert other != cold
        wait_until(lambda: change_and_compare(tmp_path / "a.txt", made, cold))
        read_until_quiet(watching.stderr)
        watching.send_signal(signal.SIGINT)
        said = watching.stderr.read()
    assert (watching.returncode, said.strip()) == (0, b"")
    wait_until(lambda: get_state()["running"] == 0)
    wait_until(lambda: not list_children(get_state()["pid"]))


def read_until_quiet(stream: IO[bytes]) -> None:
    """Read what a process prints until it has said that it waits, and nothing more."""
    read = b""
    while not read.rstrip().endswith(b"Ctrl-C ends it") or select.select([stream], [], [], 1)[0]:
        read += os.read(stream.fileno(), 1 << 16)


def change_and_compare(text: Path, made: Path, expected: bytes) -> bool:
    """Write the text that is expected, again and again: it may come before it is waited for."""
    text.write_text("Wells\n\nThere are 34 wells.\n")
    time.sleep(0.5)
    return made.read_bytes() == expected


def test_it_begins_anew_as_the_same_process(warm, tmp_path):
    (tmp_path / "a.txt").write_text("Wells\n\nThere are 34 wells.\n")
    code = (
        "from pressroom.cli import warming; from pressroom.cli.warm import server; server.MOST_ORDERS = 1; "
    )
    code += "server.serve(warming.prepare, warming.carry_out, warming._COMMAND)"
    with subprocess.Popen([sys.executable, "-P", "-c", code], start_new_session=True) as process:
        wait_until(launch.find_state)
        make(tmp_path, "a.txt")
        wait_until(lambda: (state := launch.find_state()) and state["orders"] == 0)
        assert get_state()["pid"] == process.pid
        launch.stop()
        assert process.wait() == 0

"""A command in the warm process is what it is in one of its own, or it is run in one of its own."""

import json
import os
import pty
import signal
import subprocess
import sys

import pytest

from pressroom.cli.command_table import COMMANDS
from pressroom.cli.warm import client, launch, place
from tests.cli.warm import CODE, get_state, make_environment, wait_until

# the command line, with the command "probe" in place of outline where there is no warm process
CLIENT = CODE.partition("{more}")[0] + "from pressroom.cli import start; start.main()"


def run(*arguments: str, **how: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command line to its end; return what it printed."""
    how = {"stdin": subprocess.DEVNULL, "capture_output": True, "check": False, **how}
    return subprocess.run([sys.executable, "-P", "-c", CLIENT, *arguments], **how)


def set_up() -> None:
    """Be a process that has less than others, as a shell can set it up."""
    import resource

    os.umask(0o027)
    os.nice(3)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, most if 0 <= most < 900 else 900))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


@pytest.mark.parametrize("prepare", [None, set_up], ids=["as it is", "with less"])
def test_a_command_finds_the_same(serve, tmp_path, prepare):
    how = {
        "cwd": tmp_path,
        "preexec_fn": prepare,
        "env": {**make_environment(), "ODD": "\udcff", "SHLVL": "7"},
    }
    with (tmp_path / "text.txt").open("w+") as file:
        cold = run("outline", stdin=file, **how)
        process = serve()
        warm = run("outline", stdin=file, **how)
    assert get_state()["orders"] == 1
    assert (warm.returncode, warm.stderr) == (cold.returncode, cold.stderr) == (0, b"")
    found, expected = json.loads(warm.stdout), json.loads(cold.stdout)
    for where in ("command", "inside"):
        for each in (found, expected):
            each[where]["files"] = [name for name in each[where]["files"] if not name.startswith("pipe")]
    for where in ("command", "inside"):
        for what in expected[where].keys() - {"more"}:  # the command itself has a connection to its client
            assert (where, what, found[where][what]) == (where, what, expected[where][what])
    assert found["command"]["writes"]
    assert found["inside"]["more"] == []
    if prepare:
        assert found["command"]["umask"] == 0o027
        assert found["command"]["limits"]["RLIMIT_NOFILE"][0] == 200
    assert process.poll() is None


def test_a_confined_process_is_as_confined(serve, tmp_path):
    serve()
    inside = json.loads(run("outline", cwd=tmp_path).stdout)["inside"]
    assert get_state()["orders"] == 1
    cold = json.loads(run("outline", cwd=tmp_path, env={**make_environment(), "PRESSROOM_TRACE": "1"}).stdout)
    assert get_state()["orders"] == 1
    assert inside["rights"] == cold["inside"]["rights"]
    assert inside["writes"] == cold["inside"]["writes"]
    assert inside["rights"]["NoNewPrivs"] == ["1"]


def test_a_terminal_is_a_terminal(serve, tmp_path):
    cold = look_at_terminal(tmp_path)
    serve()
    assert look_at_terminal(tmp_path) == cold
    assert get_state()["orders"] == 1
    assert [stream[2] for stream in cold] == [True, True, True]


def look_at_terminal(folder):
    """Return the streams that a command finds on a terminal."""
    ours, theirs = pty.openpty()
    done = run("outline", stdin=theirs, stdout=theirs, stderr=theirs, capture_output=False, cwd=folder)
    os.close(theirs)
    printed = b""
    try:
        while part := os.read(ours, 1 << 16):
            printed += part
    except OSError:  # all of it is read
        pass
    os.close(ours)
    assert done.returncode == 0
    return json.loads(printed)["command"]["streams"]


def test_stdin_and_the_status_are_the_commands(serve):
    serve()
    done = run("outline", "read", stdin=None, input=b"a text \xc3\xa9")
    assert (done.returncode, done.stdout.rstrip()) == (2, "a text é".encode())
    assert get_state()["orders"] == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_end_a_command_as_ever(serve, number):
    serve()
    command = [sys.executable, "-P", "-c", CLIENT, "outline", "wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.readline() == b"waiting\n"
        running.send_signal(number)
        assert running.stderr.read().split() == [b"stopped"]
    assert running.returncode == 128 + number
    wait_until(lambda: get_state()["running"] == 0)


def test_a_command_that_is_killed_kills_its_client(serve):
    serve()
    assert run("outline", "kill").returncode == -signal.SIGKILL


def test_a_command_ends_with_the_warm_process(serve):
    process = serve()
    command = [sys.executable, "-P", "-c", CLIENT, "outline", "wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.readline() == b"waiting\n"
        process.kill()
        assert running.stderr.read().split() == [b"stopped"]
    assert running.returncode == 128 + signal.SIGTERM


def test_an_end_without_an_answer_is_told(capsys):
    assert client._read_answer(None) == {"status": 3}
    assert "Cure: run the command again" in capsys.readouterr().err


def test_another_environment_is_worked_for_without_it(serve):
    serve()
    done = run("outline", env={**make_environment(), "LANG": "tlh_QO"})
    assert done.returncode == 0
    assert (
        done.stderr
        == b"note: done without the warm process: the variable LANG is another than when it was started\n"
    )
    assert json.loads(done.stdout)["command"]["environment"]["LANG"] == "tlh_QO"
    assert get_state()["running"] == 0


def test_more_than_it_may_have_itself_is_worked_for_without_it(serve):
    serve("import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (99, 99)); server.os.geteuid")
    lowered = json.loads(run("outline").stdout)["command"]["limits"]["RLIMIT_NOFILE"]
    assert lowered[0] > 99


def test_other_code_ends_it(serve):
    process = serve("codes = iter('aab'); server.find_code = lambda: next(codes)")
    done = run("outline")
    assert done.returncode == 0
    assert b"Pressroom or what it is installed with has changed" in done.stderr
    assert process.wait() == 0
    assert not client.connect()


def test_an_order_too_long_is_worked_for_without_it(serve):
    serve()
    parts = {f"LONG{number}": "\n" * 60_000 for number in range(30)}
    done = run("outline", env={**make_environment(), **parts})
    assert done.returncode == 0
    assert get_state()["orders"] in (0, 1)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["make", "a.txt"], True),
        (["a.txt"], True),
        (["numbers", "a.txt"], True),
        (["make", "a.txt", "--watch"], True),
        (["send", "a.txt"], False),
        (["--version"], False),
        (["make", "a.txt", "--password"], False),
        (["make", "a.txt", "--password=x"], False),
        (["make", "a.txt", "--engine", "dask"], False),
        (["make", "a.txt", "--open"], False),
        (["make", "a.txt", "--data", "/dev/fd/63"], False),
        (["make", "/proc/self/fd/3"], False),
    ],
)
def test_which_commands_are_handed_over(command, expected):
    assert client.may_be_handed_over(command, COMMANDS) == expected


def test_a_process_without_streams_works_for_itself(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert not client.may_be_handed_over(["make"], COMMANDS)


def test_a_folder_that_others_can_enter_is_not_trusted(serve, own_folders):
    serve()
    own_folders.chmod(0o755)
    assert client.connect() is None
    own_folders.chmod(0o700)
    assert launch.find_state() is not None


def test_no_warm_process_is_no_matter(own_folders):
    assert not place.find_socket()
    assert client.connect() is None
    assert run("outline").returncode == 0

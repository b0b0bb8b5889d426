"""The warm process against clients that are hostile, slow or gone, and against its own end."""

import os
import signal
import socket
import sys
from pathlib import Path

import pytest

from pressroom.cli.warm import client, launch, place
from pressroom.cli.warm.order import HEAD, LARGEST, make_order, pack
from pressroom.cli.warm.server import WarmServer
from pressroom.sandbox.restrict import Permissions, restrict
from tests.cli.warm import get_state, list_children, wait_until

SEND_FILES = socket.SCM_RIGHTS


@pytest.fixture(autouse=True)
def arguments(monkeypatch):
    monkeypatch.setattr("sys.argv", ["report"])


def connect() -> socket.socket:
    connection = client.connect()
    assert connection is not None
    connection.settimeout(None)
    return connection


def order(connection: socket.socket, *command: str) -> int:
    """Order a command whose output goes nowhere; return the number of its process."""
    before = set(list_children(get_state()["pid"]))
    with Path(os.devnull).open("r+b") as nothing:
        here = os.open(".", os.O_PATH)
        files = [nothing.fileno()] * 3 + [here]
        socket.send_fds(connection, [pack(make_order(command))], files)
        os.close(here)
    assert read_line(connection) == b'{"taken": true}\n'
    (process,) = set(list_children(get_state()["pid"])) - before
    return process


def read_line(connection: socket.socket) -> bytes:
    return connection.makefile("rb", buffering=0).readline()


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 1000,
        (LARGEST + 1).to_bytes(HEAD, "big"),
        b"\0\1\0\0" + b"[" * 65_536,
        b"GET / HTTP/1.1\r\n\r\n",
        pack({"kind": "other"}),
        pack(["order"]),
        pack({"kind": "order"}),
        pack({"kind": "order", "arguments": ["make"]}),
    ],
    ids=["noise", "too long", "too deep", "web", "no kind", "no table", "no order", "half an order"],
)
def test_what_is_no_order_ends_the_connection_and_nothing_else(serve, data):
    serve()
    with connect() as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(10) == b""
    assert get_state()["orders"] == 0


@pytest.mark.parametrize("count", [0, 1, 3, 8])
def test_an_order_without_its_four_files_is_not_carried_out(serve, count):
    serve()
    with connect() as connection, Path(os.devnull).open("rb") as nothing:
        socket.send_fds(connection, [pack(make_order(["outline"]))], [nothing.fileno()] * count)
        held = connection.recv(100)
    # of eight, the system lets no more through than were made room for: an order with four has come
    assert held == (b'{"taken": true}\n' if count == 8 else b"")
    wait_until(lambda: get_state()["running"] == 0)


def test_files_of_clients_are_closed_again(serve):
    serve()
    process = get_state()["pid"]

    def count_files():
        return len(list(Path(f"/proc/{process}/fd").iterdir()))

    def count_settled():
        seen = []
        wait_until(lambda: seen.append(count_files()) or seen[-20:] == [seen[-1]] * 20)
        return seen[-1]

    before = count_settled()  # the connection that asked for the state is closed as well
    for count in (1, 4):
        with connect() as connection, Path(os.devnull).open("rb") as nothing:
            socket.send_fds(connection, [b"\0\0\1\0"], [nothing.fileno()] * count)
            socket.send_fds(connection, [b"{"], [nothing.fileno()] * count)
    wait_until(lambda: count_files() == before)
    assert count_settled() == before  # and no more is opened or closed
    assert get_state()["orders"] == 0


def test_a_client_that_sends_nothing_is_parted_with(serve):
    serve("server._SECONDS_TO_ORDER = 0.05")
    with connect() as connection:
        assert connection.recv(1) == b""


def test_a_client_that_sends_bit_by_bit_is_served_beside_others(serve):
    serve()
    data = pack({"kind": "status"})
    with connect() as slow:
        for number in range(len(data)):
            slow.sendall(data[number : number + 1])
            assert number % 8 or get_state()["running"] == 0
        assert b'"pid"' in read_line(slow)


def test_there_is_an_end_to_clients(serve):
    serve("server._MOST_CLIENTS = 2")
    with connect(), connect(), connect() as third:
        assert third.recv(1) == b""
    wait_until(launch.find_state)


def test_two_commands_run_at_once(serve):
    serve()
    with connect() as one, connect() as other:
        order(one, "outline", "wait")
        order(other, "outline", "wait")
        assert get_state()["running"] == 2
        other.sendall(bytes((signal.SIGINT,)))
        assert read_line(other) == b'{"status": 130}\n'
        one.sendall(bytes((signal.SIGTERM,)))
        assert read_line(one) == b'{"status": 143}\n'


def test_a_command_ends_when_its_client_vanishes(serve, temporary_folder):
    serve()
    with connect() as connection:
        process = order(connection, "outline", "wait")
    wait_until(lambda: get_state()["running"] == 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert not list(temporary_folder.iterdir())


def test_a_command_that_does_not_end_is_killed(serve):
    serve("server._SECONDS_TO_END = 0.05; server.signal.SIGTERM = server.signal.SIGCONT")
    with connect() as connection:
        process = order(connection, "outline", "wait")
    wait_until(lambda: get_state()["running"] == 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_signals_that_are_none_of_a_users_are_not_passed_on(serve):
    serve()
    with connect() as connection:
        order(connection, "outline", "wait")
        connection.sendall(bytes((signal.SIGKILL, signal.SIGSTOP, 0, 255)))
        assert get_state()["running"] == 1
        connection.sendall(bytes((signal.SIGTSTP, signal.SIGCONT, signal.SIGINT)))
        assert read_line(connection) == b'{"status": 130}\n'


def test_a_command_that_is_killed_is_told_with_its_signal(serve):
    serve()
    with connect() as connection:
        os.kill(order(connection, "outline", "wait"), signal.SIGKILL)
        assert read_line(connection) == b'{"signal": 9}\n'


def test_killed_it_leaves_no_command_and_its_socket_is_removed_by_the_next(serve, own_folders):
    process = serve()
    with connect() as connection:
        command = order(connection, "outline", "wait")
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert read_line(connection) == b'{"status": 143}\n'
    wait_until(lambda: not Path(f"/proc/{command}").exists() or _is_zombie(command))
    assert list(own_folders.iterdir())
    assert client.connect() is None
    assert not list(own_folders.iterdir())


def _is_zombie(process: int) -> bool:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_a_new_one_takes_the_place_of_one_that_was_killed(serve, own_folders):
    process = serve()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    (own_folders / f"{process.pid}.new").touch()  # as one that was killed while it began
    serve()
    assert get_state()["pid"] != process.pid


def test_a_second_one_leaves_the_place_to_the_first(serve, own_folders):
    first = serve()
    assert serve().wait() == 0
    assert get_state()["pid"] == first.pid
    assert len(list(own_folders.iterdir())) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_end_it_lets_a_command_end_first(serve, own_folders, number):
    process = serve()
    with connect() as connection:
        order(connection, "outline", "wait")
        os.kill(process.pid, number)
        wait_until(lambda: not list(own_folders.iterdir()))
        assert client.connect() is None
        connection.sendall(bytes((signal.SIGINT,)))
        assert read_line(connection) == b'{"status": 130}\n'
    assert process.wait() == 0


def test_stopped_it_ends_and_leaves_nothing(serve, own_folders, temporary_folder):
    process = serve()
    state = launch.stop()
    assert state is not None
    assert state["pid"] == process.pid
    assert process.wait() == 0
    assert not list(own_folders.iterdir())
    assert not list(temporary_folder.iterdir())
    assert launch.stop() is None


def test_it_ends_by_itself_without_work(serve, own_folders):
    assert serve("idle = 0.05").wait() == 0
    assert not list(own_folders.iterdir())


def test_it_begins_anew_after_many_orders_or_much_growth(monkeypatch):
    with socket.socket(socket.AF_UNIX) as listener:
        server = WarmServer(listener, "", lambda _: 0, lambda: None)
        assert not server.needs_restart
        server.orders = 1000
        assert server.needs_restart
        server.orders = 0
        monkeypatch.setattr("pressroom.cli.warm.server.measure_memory", lambda: 10**10)
        assert server.needs_restart


def test_its_socket_is_the_users_alone(serve, own_folders):
    serve()
    (path,) = own_folders.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.name == place.name_socket()


def test_a_confined_process_cannot_order(serve):
    serve()
    get_state()
    child = os.fork()
    if child == 0:
        restrict(Permissions(local_sockets=True))
        try:
            os._exit(0 if client.ask({"kind": "status"}) is None else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    # nor by a connection that does not look at the other end
    child = os.fork()
    if child == 0:
        restrict(Permissions(local_sockets=True))
        try:
            client.is_equal = lambda _: True
            os._exit(0 if client.ask({"kind": "status"}) is None else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert sys.platform == "linux"


def test_with_threads_it_does_not_serve(serve):
    threaded = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
    assert serve(threaded).wait() == 1

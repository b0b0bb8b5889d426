"""The warm process: it has loaded everything and made a report once, and forks for each order.

It has one thread, opens no file that somebody hands it, and never waits for a client: what a client sends is
gathered as it comes, within limits, and whatever goes wrong with one concerns no other.
"""

from __future__ import annotations

import array
import contextlib
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from pressroom.build.preload import is_threaded
from pressroom.cli.warm import place
from pressroom.cli.warm.order import (
    FILES,
    PASSED_ON,
    TAKEN,
    Order,
    WarmState,
    check_order,
    pack_answer,
    unpack,
)
from pressroom.cli.warm.peer import is_equal
from pressroom.cli.warm.runner import OUTDATED, CarryOut, find_code, run_and_exit

IDLE = 600.0  # seconds without an order after which it ends
MOST_ORDERS = 1000  # and
MOST_GROWTH = 100_000_000  # bytes, after which it begins anew
_MOST_CLIENTS = 64
_SECONDS_TO_ORDER = 5.0  # for a client to send its message
_SECONDS_TO_END = 10.0  # for a command whose client is gone
_PIECE = 1 << 16


@dataclass(eq=False, slots=True)
class Client:
    """A client: what it has sent, and the process that works for it."""

    connection: socket.socket
    until: float  #: when it must have sent its message, or its command must have ended
    data: bytearray = field(default_factory=bytearray)
    files: list[int] = field(default_factory=list)
    process: int = 0
    descriptor: int = -1  #: of the process
    is_gone: bool = False

    def close_files(self) -> None:
        """Close the files that were sent."""
        for file in self.files:
            os.close(file)
        self.files.clear()


class WarmServer:
    """Takes orders at a socket, until there is none for ``idle`` seconds or it is asked to end.

    ``code`` identifies the program that is loaded, ``carry_out`` runs a command line, ``withdraw`` removes
    the socket's name.
    """

    def __init__(
        self,
        listener: socket.socket,
        code: str,
        carry_out: CarryOut,
        withdraw: Callable[[], None],
        idle: float = IDLE,
    ) -> None:
        self.listener, self.code, self.idle = listener, code, idle
        self._carry_out, self._withdraw = carry_out, withdraw
        self.clients: set[Client] = set()
        self.orders = 0
        self.ending = False
        self._selector = selectors.DefaultSelector()
        self._pipe: tuple[int, ...] = ()
        self._last = time.monotonic()
        self._base = measure_memory()

    def serve(self) -> None:
        """Serve until it is time to end, and nobody is being worked for."""
        self.listener.setblocking(False)
        self._selector.register(self.listener, selectors.EVENT_READ, self._accept)
        with self._woken_by_signals():
            while not self._is_over():
                for key, _ in self._selector.select(self._find_wait()):
                    key.data()
                self._end_late()
        self._selector.close()

    @property
    def needs_restart(self) -> bool:
        """Whether it has become larger, or has worked so often, that it should begin anew."""
        return self.orders >= MOST_ORDERS or measure_memory() - self._base > MOST_GROWTH

    def stop(self) -> None:
        """Take no more orders, and end once those taken are done."""
        if not self.ending:
            self.ending = True
            self._withdraw()
            self._selector.unregister(self.listener)
            self.listener.close()

    def _is_over(self) -> bool:
        if self.needs_restart or (not self.clients and time.monotonic() - self._last >= self.idle):
            self.stop()
        return self.ending and not self.clients

    def _find_wait(self) -> float:
        ends = [client.until for client in self.clients]
        if not self.clients:
            ends.append(self._last + self.idle)
        return max(0.0, min(min(ends) - time.monotonic(), 3600.0))

    @contextlib.contextmanager
    def _woken_by_signals(self) -> Iterator[None]:
        """Let SIGTERM and its like end the loop, whenever they come."""
        reading, writing = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._selector.register(reading, selectors.EVENT_READ, lambda: self._read_signals(reading))
        self._pipe = (reading, writing)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: None)
        try:
            yield
        finally:
            signal.set_wakeup_fd(-1)
            os.close(reading)
            os.close(writing)

    def _read_signals(self, reading: int) -> None:
        if set(os.read(reading, _PIECE)) & {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}:
            self.stop()

    def _accept(self) -> None:
        try:
            connection, _ = self.listener.accept()
        except OSError:  # it is gone again, or there are too many open files
            return
        connection.setblocking(False)
        if len(self.clients) >= _MOST_CLIENTS or not is_equal(connection):
            connection.close()
            return
        client = Client(connection, time.monotonic() + _SECONDS_TO_ORDER)
        self.clients.add(client)
        self._selector.register(connection, selectors.EVENT_READ, lambda: self._receive(client))

    def _receive(self, client: Client) -> None:
        """Take in what a client sends: its message, and while its command runs, signals."""
        if client not in self.clients:  # its command has ended since it was found to have sent something
            return
        try:
            data, told, _, _ = client.connection.recvmsg(
                _PIECE, socket.CMSG_SPACE(FILES * array.array("i").itemsize), socket.MSG_CMSG_CLOEXEC
            )
        except BlockingIOError:
            return
        except OSError:
            data, told = b"", []
        for level, kind, held in told:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                files = array.array("i")
                files.frombytes(held[: len(held) - len(held) % files.itemsize])
                client.files += files
        if client.process:
            self._pass_on(client, data)
            return
        client.data += data
        try:
            message = unpack(client.data)
            if message is None and data and len(client.files) <= FILES:
                return
            if message is not None and len(client.files) in (0, FILES):
                self._take(client, message)
                return
        except ValueError:
            pass
        self._forget(client)

    def _take(self, client: Client, message: dict[str, object]) -> None:
        """Do what a complete message asks for."""
        self._last = time.monotonic() if message["kind"] == "order" else self._last
        if message["kind"] == "order":
            order = check_order(message)
            if len(client.files) != FILES:
                raise ValueError("the order has no files")
            self._fork(client, order)
            return
        state = self._describe()
        if message["kind"] == "stop":
            self.stop()
        self._answer(client, state)
        self._forget(client)

    def _describe(self) -> WarmState:
        running = sum(bool(client.process) for client in self.clients)
        return WarmState(
            pid=os.getpid(), orders=self.orders, running=running, memory=measure_memory(), idle=self.idle
        )

    def _fork(self, client: Client, order: Order) -> None:
        """Fork the process that carries out an order."""
        self.orders += 1
        self._answer(client, TAKEN)
        parent = os.getpid()
        signal.pthread_sigmask(signal.SIG_BLOCK, PASSED_ON)  # none shall come before it is known what to do
        child = os.fork()
        if child == 0:
            self._become_runner(client, order, parent)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, PASSED_ON)
        client.process, client.until = child, float("inf")
        client.descriptor = os.pidfd_open(child)
        client.data.clear()
        client.close_files()
        self._selector.register(client.descriptor, selectors.EVENT_READ, lambda: self._reap(client))

    def _become_runner(self, client: Client, order: Order, parent: int) -> NoReturn:
        """Leave behind what belongs to the warm process, and carry out an order."""
        from pressroom.sandbox.kernel import end_with_parent

        try:
            signal.set_wakeup_fd(-1)
            end_with_parent(parent, signal.SIGTERM)
            self._selector.close()
            self.listener.close()
            for end in self._pipe:
                os.close(end)
            for other in self.clients - {client}:
                other.connection.close()
                other.close_files()
                if other.descriptor >= 0:
                    os.close(other.descriptor)
            run_and_exit(order, client.files, client.connection, self.code, self._carry_out)
        finally:
            os._exit(1)

    def _pass_on(self, client: Client, data: bytes) -> None:
        """Pass signals on to the command of a client, and end it where the client is gone."""
        client.close_files()
        for number in data:
            if number in PASSED_ON:
                self._send_signal(client, signal.SIGSTOP if number == signal.SIGTSTP else number)
        if not data and not client.is_gone:
            client.is_gone, client.until = True, time.monotonic() + _SECONDS_TO_END
            self._selector.unregister(client.connection)
            self._send_signal(client, signal.SIGTERM)
            self._send_signal(client, signal.SIGCONT)

    @staticmethod
    def _send_signal(client: Client, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(client.descriptor, number)

    def _reap(self, client: Client) -> None:
        """Take note of the end of a command."""
        _, status = os.waitpid(client.process, 0)
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            self._answer(client, {"signal": -code})
        self._selector.unregister(client.descriptor)
        os.close(client.descriptor)
        self._last = time.monotonic()
        client.descriptor, client.process = -1, 0
        self._forget(client)
        if code == OUTDATED:
            self.stop()

    @staticmethod
    def _answer(client: Client, answer: Mapping[str, object]) -> None:
        with contextlib.suppress(OSError):  # the client is gone, or does not read
            client.connection.send(pack_answer(answer))

    def _forget(self, client: Client) -> None:
        client.close_files()
        self.clients.discard(client)
        if not client.is_gone:
            self._selector.unregister(client.connection)
        client.connection.close()

    def _end_late(self) -> None:
        """Part with clients that send nothing, and with commands that go on without a client."""
        now = time.monotonic()
        for client in [each for each in self.clients if each.until <= now]:
            if client.process:
                client.until = float("inf")
                self._send_signal(client, signal.SIGKILL)
            else:
                self._forget(client)


def measure_memory() -> int:
    """Return how many bytes of memory this process has."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def serve(
    prepare: Callable[[], None], carry_out: CarryOut, command: tuple[str, ...], idle: float = IDLE
) -> int:
    """Be the warm process until it is time to end; return its exit status.

    ``prepare`` loads everything, ``carry_out`` runs a command line in a process that was forked for it, and
    ``command`` starts a process such as this one, as which it begins anew.
    """
    code = find_code()
    prepare()
    if is_threaded() or find_code() != code:
        return 1  # a process with threads cannot be forked safely; a program that changes is none to keep
    folder = place.open_folder(make=True)
    if folder is None:
        return 1
    os.chdir("/")
    name = place.name_socket()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        number = _publish(listener, folder, name)
        if number is None:
            return 0
        server = WarmServer(listener, code, carry_out, lambda: _withdraw(folder, name, number), idle)
        server.serve()
    if server.needs_restart:
        os.execv(command[0], command)  # noqa: S606 - our own module
    return 0


def _publish(listener: socket.socket, folder: int, name: str) -> int | None:
    """Let a socket listen under its name; return its inode, None where another process has the name."""
    beginning = f"{os.getpid()}.new"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(beginning, dir_fd=folder)
    mask = os.umask(0o177)
    try:
        listener.bind(place.reach(folder, beginning))
    finally:
        os.umask(mask)
    listener.listen(_MOST_CLIENTS)
    with place.lock(folder):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as trial:
            try:
                trial.connect(place.reach(folder, name))
            except (ConnectionRefusedError, FileNotFoundError):
                os.rename(beginning, name, src_dir_fd=folder, dst_dir_fd=folder)
                return os.stat(name, dir_fd=folder, follow_symlinks=False).st_ino
        os.unlink(beginning, dir_fd=folder)
    return None


def _withdraw(folder: int, name: str, number: int) -> None:
    """Remove the socket, unless its name is another process's by now."""
    with place.lock(folder), contextlib.suppress(FileNotFoundError):
        if os.stat(name, dir_fd=folder, follow_symlinks=False).st_ino == number:
            os.unlink(name, dir_fd=folder)

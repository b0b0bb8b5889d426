"""Who is at the other end: another user, a confined process and one in another place are told apart."""

import os
import socket

import pytest

from pressroom.cli.warm import peer
from pressroom.sandbox.restrict import Permissions, restrict


@pytest.fixture
def pair():
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    yield one
    one.close()
    other.close()


def test_this_very_process_is_equal(pair):
    assert peer.is_equal(pair)


def test_another_user_is_not(pair, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1_000_000)
    assert not peer.is_equal(pair)


def test_a_process_that_is_gone_is_not():
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    with one, other, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind("")  # an abstract name
        listener.listen()
        child = os.fork()
        if child == 0:
            socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect(listener.getsockname())
            os._exit(0)
        connection, _ = listener.accept()
        os.waitpid(child, 0)
        with connection:
            assert not peer.is_equal(connection)


@pytest.mark.parametrize("permissions", [Permissions(), Permissions(network=True, local_sockets=True)])
def test_a_process_that_opens_files_is_not(permissions):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        restrict(permissions)
        os.write(writing, repr(peer.describe("self")).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as file:
        assert file.read() != repr(peer.describe("self"))

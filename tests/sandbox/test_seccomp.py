"""The filter, run as the kernel would: which call of which processor is refused."""

import socket
import struct

import pytest

from pressroom.sandbox.seccomp import PROCESSORS, assemble

ALLOW, REFUSE = 0x7FFF0000, 0x00050001
READ = 0  # a call that everything needs; on aarch64, io_setup


def run(program: bytes, number: int, architecture: int, argument: int = 0) -> int:
    """Return what the program says of a call."""
    passed = struct.pack("<iIQ6Q", number, architecture, 0, argument, *[0] * 5)
    instructions = list(struct.iter_unpack("<HBBI", program))
    held, at = 0, 0
    while True:
        code, yes, no, value = instructions[at]
        at += 1
        match code:
            case 0x20:
                (held,) = struct.unpack_from("<I", passed, value)
            case 0x15:
                at += yes if held == value else no
            case 0x35:
                at += yes if held >= value else no
            case 0x06:
                return value


@pytest.mark.parametrize("name", PROCESSORS)
@pytest.mark.parametrize(("network", "local"), [(False, False), (False, True), (True, False)])
def test_what_is_refused(name: str, network: bool, local: bool) -> None:
    processor = PROCESSORS[name]
    program = assemble(processor, network=network, local_sockets=local)
    own = processor.architecture
    for number in range(600):
        refused = number in processor.refused.values() or (number == processor.socket and not network)
        assert run(program, number, own, socket.AF_INET) == (REFUSE if refused else ALLOW), number
    local_socket = run(program, processor.socket, own, socket.AF_UNIX)
    assert local_socket == (ALLOW if network or local else REFUSE)
    assert run(program, READ, own ^ 1) == REFUSE  # in the form of another processor
    assert run(program, READ | 0x40000000, own) == REFUSE  # of the second table


def test_both_processors_refuse_the_same_calls_but_for_those_that_one_has_not() -> None:
    one, other = (set(processor.refused) for processor in PROCESSORS.values())
    assert one - other == {"ioperm", "iopl"}
    assert other <= one

"""Seccomp: a process whose sockets, and calls that no reader of files needs, the kernel refuses.

The filter is a program of the kernel's packet filter, a list of instructions that compare the number of a
call. A refused call returns EPERM; it ends no process.
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressroom.sandbox.kernel import call, gain_no_privileges, is_linux

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # where they stand in what the kernel passes
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_SET_FILTER, _ALL_THREADS = 1, 1
_NUMBERS_OF_X32 = 0x40000000  # calls from here are those of a second table


@dataclass(frozen=True, slots=True)
class Processor:
    """A processor's number in the kernel, and its numbers of calls: of two, and of those refused."""

    architecture: int
    seccomp: int
    socket: int
    refused: Mapping[str, int]


# Calls that look into or steer other processes, go round the filter, load programs into the kernel, mount, or
# change the machine; from the kernel's tables syscall_64.tbl and asm-generic/unistd.h.
PROCESSORS: Mapping[str, Processor] = {
    "x86_64": Processor(
        0xC000003E,
        317,
        41,
        {
            "acct": 163,
            "add_key": 248,
            "bpf": 321,
            "chroot": 161,
            "clock_settime": 227,
            "delete_module": 176,
            "finit_module": 313,
            "fsconfig": 431,
            "fsmount": 432,
            "fsopen": 430,
            "fspick": 433,
            "init_module": 175,
            "io_uring_enter": 426,
            "io_uring_register": 427,
            "io_uring_setup": 425,
            "ioperm": 173,
            "iopl": 172,
            "kcmp": 312,
            "kexec_file_load": 320,
            "kexec_load": 246,
            "keyctl": 250,
            "mount": 165,
            "mount_setattr": 442,
            "move_mount": 429,
            "open_by_handle_at": 304,
            "open_tree": 428,
            "perf_event_open": 298,
            "personality": 135,
            "pidfd_getfd": 438,
            "pivot_root": 155,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "ptrace": 101,
            "quotactl": 179,
            "reboot": 169,
            "request_key": 249,
            "setdomainname": 171,
            "sethostname": 170,
            "setns": 308,
            "settimeofday": 164,
            "swapoff": 168,
            "swapon": 167,
            "umount2": 166,
            "unshare": 272,
            "userfaultfd": 323,
        },
    ),
    "aarch64": Processor(
        0xC00000B7,
        277,
        198,
        {
            "acct": 89,
            "add_key": 217,
            "bpf": 280,
            "chroot": 51,
            "clock_settime": 112,
            "delete_module": 106,
            "finit_module": 273,
            "fsconfig": 431,
            "fsmount": 432,
            "fsopen": 430,
            "fspick": 433,
            "init_module": 105,
            "io_uring_enter": 426,
            "io_uring_register": 427,
            "io_uring_setup": 425,
            "kcmp": 272,
            "kexec_file_load": 294,
            "kexec_load": 104,
            "keyctl": 219,
            "mount": 40,
            "mount_setattr": 442,
            "move_mount": 429,
            "open_by_handle_at": 265,
            "open_tree": 428,
            "perf_event_open": 241,
            "personality": 92,
            "pidfd_getfd": 438,
            "pivot_root": 41,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "ptrace": 117,
            "quotactl": 60,
            "reboot": 142,
            "request_key": 218,
            "setdomainname": 162,
            "sethostname": 161,
            "setns": 268,
            "settimeofday": 170,
            "swapoff": 225,
            "swapon": 224,
            "umount2": 39,
            "unshare": 97,
            "userfaultfd": 282,
        },
    ),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


def find_processor() -> Processor | None:
    """Return this machine's processor, None where no filter is known for it."""
    if not is_linux() or ctypes.sizeof(ctypes.c_void_p) != 8:
        return None
    return PROCESSORS.get(os.uname().machine)


def restrict(*, network: bool, local_sockets: bool) -> bool:
    """Let the kernel refuse this process rare calls; sockets too, but for local ones or with ``network``.

    Return whether that holds now.
    """
    processor = find_processor()
    if processor is None:
        return False
    program = assemble(processor, network=network, local_sockets=local_sockets)
    filled = _Program(len(program) // ctypes.sizeof(_Instruction), program)
    try:
        gain_no_privileges()
        # what is returned above zero is the number of a thread that could not be restricted
        return not call(
            processor.seccomp, ctypes.c_uint(_SET_FILTER), ctypes.c_uint(_ALL_THREADS), ctypes.byref(filled)
        )
    except OSError:
        return False


def assemble(processor: Processor, *, network: bool, local_sockets: bool) -> bytes:
    """Return the filter's instructions."""
    return b"".join(_write(processor, network=network, local_sockets=local_sockets))


def _write(processor: Processor, *, network: bool, local_sockets: bool) -> Iterator[bytes]:
    def instruct(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return bytes(_Instruction(code, yes, no, value))

    refuse = instruct(_RETURN, _REFUSE)
    yield instruct(_LOAD, _ARCHITECTURE)
    yield instruct(_EQUAL, processor.architecture, yes=1)
    yield refuse  # a call in the form of another processor, with other numbers
    yield instruct(_LOAD, _NUMBER)
    yield instruct(_AT_LEAST, _NUMBERS_OF_X32, no=1)
    yield refuse
    for number in processor.refused.values():
        yield instruct(_EQUAL, number, no=1)
        yield refuse
    if not network:
        yield instruct(_EQUAL, processor.socket, no=3 if local_sockets else 1)
        if local_sockets:
            yield instruct(_LOAD, _FIRST_ARGUMENT)
            yield instruct(_EQUAL, socket.AF_UNIX, yes=1)
        yield refuse
    yield instruct(_RETURN, _ALLOW)

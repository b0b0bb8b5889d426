"""What a document may do to its process. Light: each process of a pool imports it anew."""

from __future__ import annotations

import faulthandler
import os
import signal
import tempfile
import time
from pathlib import Path


def work(what: str) -> str:
    """Do what is asked for; anything that is no poison comes back in capitals."""
    match what:
        case "hang":
            time.sleep(600)
        case "wait":
            time.sleep(0.1)
        case "spin":
            while True:
                pass
        case "eat":
            return "x" * 100_000_000_000  # more than any machine of ours may give
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "segv":
            faulthandler.disable()
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "long file":
            try:
                Path(tempfile.gettempdir(), "long").write_bytes(b"x" * 2_000_000)
            except OSError as error:
                return str(error.strerror)
    return what.upper()


def fail(what: str) -> None:
    """Raise an error of the work's own."""
    raise ValueError(what)


def hang(fifo: str) -> None:
    """Write the number of this process, then hang with the other end open until it dies."""
    with Path(fifo).open("w") as note:
        note.write(str(os.getpid()))
        note.flush()
        time.sleep(600)

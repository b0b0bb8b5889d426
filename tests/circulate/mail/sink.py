"""Postfix's smtp-sink: a second, independent server, which can refuse, put off and drop as well."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"


def program() -> str:
    """Find it; "" where Postfix is not installed."""
    return shutil.which("smtp-sink", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin") or ""


@contextmanager
def sink(*options: str, folder: Path | None = None) -> Iterator[int]:
    """Run it on a free port, which is 0 where it is not installed."""
    if not program():
        yield 0
        return
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    # as root it asks under whose name it is to go on; the files that it writes are looked at by this process
    user = ["-u", "root"] if os.geteuid() == 0 else []
    command = [program(), *user, *options, f"{HOST}:{port}", "100"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet) as process:
        try:
            _await(port)
            yield port
        finally:
            process.kill()


def _await(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError("smtp-sink does not answer")

"""A command that prints what its process finds, and what a process finds that it opens a file in."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

import click

from pressroom.build.isolation import Limits, run_isolated
from pressroom.build.permitting import permit

_RIGHTS = ("Uid", "Gid", "Groups", "NoNewPrivs", "Seccomp", "CapEff", "CapBnd", "SigIgn")


def look(_: object) -> dict[str, object]:
    """Return what this process finds, but for what is another for each process."""
    umask = os.umask(0)
    os.umask(umask)
    kinds = ("RLIMIT_NOFILE", "RLIMIT_AS", "RLIMIT_CORE")
    limits = {name: resource.getrlimit(getattr(resource, name)) for name in kinds}
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    handled = {
        name: getattr(signal.getsignal(getattr(signal, name)), "__name__", "")
        for name in ("SIGINT", "SIGTERM", "SIGHUP")
    }
    return {
        "folder": str(Path.cwd()),
        "environment": dict(os.environ),
        "umask": umask,
        "limits": limits,
        "nice": os.getpriority(os.PRIO_PROCESS, 0),
        "cores": sorted(os.sched_getaffinity(0)),
        "rights": {name: lines[name].split() for name in _RIGHTS},
        "handled": handled,
        "files": [str(Path(f"/proc/self/fd/{number}").readlink()) for number in range(3)],
        "more": [file.name for file in Path("/proc/self/fd").iterdir() if _is_socket(file)],
        "streams": [
            (each.encoding, each.errors, each.isatty(), each.line_buffering)
            for each in (sys.stdin, sys.stdout, sys.stderr)
        ],
        "arguments": sys.argv[1:],
        "zone": time.tzname,
        "temporary": tempfile.gettempdir().partition("pressroom-")[0],
        "writes": _try_to_write(),
    }


def _is_socket(file: Path) -> bool:
    try:
        return str(file.readlink()).startswith("socket:")
    except OSError:  # it was open for this look
        return False


def _try_to_write() -> bool:
    try:
        Path("written").touch()
    except OSError:
        return False
    Path("written").unlink()
    return True


@click.command()
@click.argument("what", default="look")
def command(what: str) -> int:
    """Look, wait for a signal, or end in another way."""
    if what == "wait":
        click.echo("waiting")
        for _ in range(600):  # signal.pause would miss a signal that comes right ahead of it
            time.sleep(0.1)
    if what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "read":
        click.echo(sys.stdin.read())
        return 2
    inside = run_isolated(look, None, permit(Limits(), [], office=True))
    click.echo(json.dumps({"command": look(None), "inside": inside}, sort_keys=True, indent=1))
    return 0

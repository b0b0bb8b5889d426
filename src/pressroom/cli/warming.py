"""python -m pressroom.cli.warming is the warm process: what it loads, and how it runs a command line."""

from __future__ import annotations

import signal
import sys
from importlib import import_module

from pressroom.cli.command_table import COMMANDS
from pressroom.cli.main import run
from pressroom.cli.signals import Stopped, stop_on_signals
from pressroom.cli.warm.client import HANDED_OVER
from pressroom.cli.warm.order import PASSED_ON
from pressroom.cli.warm.server import serve

_COMMAND = (sys.executable, "-P", "-m", "pressroom.cli.warming")
_MODULES = (
    *(COMMANDS[name][0] for name in sorted(HANDED_OVER)),
    "pressroom.cli.watching",
    "watchfiles",
    "pressroom.build.run_manifest",
    "pressroom.build.workers",
    "pebble",
)


def prepare() -> None:
    """Load all that commands need."""
    from pressroom.build.preload import preload
    from pressroom.loading import install

    install()
    for module in _MODULES:
        import_module(module)
    preload()


def carry_out(arguments: list[str]) -> int:
    """Run a command line in a process that was forked for it; return its status."""
    try:
        with stop_on_signals():
            signal.pthread_sigmask(signal.SIG_UNBLOCK, PASSED_ON)  # those that came early come now
            return run(arguments)
    except Stopped as stopped:
        return 128 + stopped.number
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1


if __name__ == "__main__":
    sys.exit(serve(prepare, carry_out, _COMMAND))

"""Where the command ``report`` begins: what needs no more is answered before click is imported.

Importing click costs six times Python's own start, more than the help or a look that finds nothing changed.
"""

from __future__ import annotations

import os
import sys

from pressroom.cli.command_table import ABOUT, COMMANDS


def main() -> None:
    """Run the command line and leave with its status."""
    # matrices here are those of single sentences: numpy's threads cost more than they give, above all where
    # workers share the cores. Set ahead of its import, and passed on to the workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ["PYTHONSAFEPATH"] = "1"  # no Python that is started from here takes modules of this folder
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]):
        sys.stdout.write(format_help())
        sys.exit(0)
    if arguments[0] == "make":
        from pressroom.cache.manifests import find_unchanged_run

        try:
            message = find_unchanged_run(arguments)
        except FileNotFoundError:  # the current folder is gone, which is told below
            message = None
        if message is not None:
            sys.stderr.write(message + "\n")
            sys.exit(0)
    from pressroom.cli.warm import place

    if place.find_socket():
        from pressroom.cli.warm.client import run_warm

        status = run_warm(arguments, COMMANDS)
        if status is not None:
            sys.stdout.flush()
            os._exit(status)  # there is nothing to clean up, which would take a while
    from pressroom.loading import install, patterns

    install()
    patterns.install()
    from pressroom.cli.main import run

    status = run(arguments)
    if os.path.exists(place.locate_settings()):  # noqa: PTH110 - cheaper than to import pathlib
        _start_warm_process(arguments)
    sys.exit(status)


def _start_warm_process(arguments: list[str]) -> None:
    """Start the warm process where the user's settings ask for it; say what is wrong with them."""
    from pressroom.cli.warm.launch import start_where_wanted
    from pressroom.errors import PressroomError

    try:
        start_where_wanted(arguments, COMMANDS)
    except PressroomError as error:
        sys.stderr.write(f"{error.diagnostic}\n")


def format_help() -> str:
    """Return what click would print for ``report --help``; a test holds the two together."""
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {words}" for name, (_, words) in COMMANDS.items())
    return (
        f"Usage: report [OPTIONS] COMMAND [ARGS]...\n\n  {ABOUT}\n\n"
        "Options:\n  --version   Show the version and exit.\n  -h, --help  Show this message and exit.\n\n"
        f"Commands:\n{rows}\n"
    )


if __name__ == "__main__":
    main()

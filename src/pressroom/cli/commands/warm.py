"""report warm."""

from __future__ import annotations

import click

from pressroom.cli.reporter import count
from pressroom.cli.terminal import show


@click.group()
def command() -> None:
    """Keep a process ready that makes reports at once; it ends by itself after ten minutes without work."""


@command.command()
def start() -> None:
    """Start the warm process, and wait until it is ready."""
    from pressroom.cli.warm import launch

    found = launch.find_state()
    if found:
        show(f"it is ready already: process {found['pid']}", err=True)
        return
    state = launch.start()
    show(f"ready: process {state['pid']}, {state['memory'] / 1e6:.0f} MB", err=True)


@command.command()
def stop() -> None:
    """End the warm process once what it works at is done."""
    from pressroom.cli.warm import launch

    state = launch.stop()
    if state is None:
        show("there is no warm process", err=True)
    elif state["running"]:
        show(f"it ends when {count(state['running'], 'command')} have ended", err=True)
    else:
        show("ended", err=True)


@command.command()
def status() -> int:
    """Say whether there is a warm process; the exit status is 0 if there is, else 1."""
    from pressroom.cli.warm import launch

    state = launch.find_state()
    if state is None:
        show("there is no warm process", err=True)
        return 1
    done = f"{count(state['orders'], 'command')} so far, {state['running']:,} at work"
    show(f"process {state['pid']}: {done}, {state['memory'] / 1e6:.0f} MB", err=True)
    return 0

"""report preview."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.running import make_absolute, show_paths_from
from pressroom.cli.terminal import show
from pressroom.project import place as places
from pressroom.world import RealWorld


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port (0: any that is free).")
@click.option("--open/--no-open", "open_", default=True, help="Open the browser.")
def command(sources: tuple[Path, ...], port: int, open_: bool) -> int:
    """Show texts and their pages in the browser, to be checked, edited and sent on: all of this project.

    SOURCES are further texts. Only this machine can reach it, by the address that is printed. Ctrl-C ends it.
    """
    from pressroom.preview.web.guard import LocalAddress
    from pressroom.preview.web.serve import serve

    world = RealWorld()
    place = places.find(Path.cwd(), world)

    def announce(address: LocalAddress) -> None:
        show(f"the preview is at {address.link}", err=True)
        show("Ctrl-C ends it", err=True)
        if open_:
            click.launch(address.link)

    with show_paths_from(place):
        serve(tuple(map(make_absolute, sources)), place, world, port, announce)
    return 0

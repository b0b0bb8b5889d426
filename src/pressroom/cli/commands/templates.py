"""report templates."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.terminal import show
from pressroom.project import place as places
from pressroom.project import templates
from pressroom.world import RealWorld


@click.command()
def command() -> None:
    """List the templates that are to hand, the project's own and those that come with Pressroom."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    for name, folder in templates.list_templates(place, world).items():
        own = "" if folder.is_relative_to(place.default) else f" ({place.shown(folder)})"
        show(f"{name:<16} {templates.load(name, place, world).description}{own}")

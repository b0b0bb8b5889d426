"""What outline, numbers and figures share: reading one source."""

from __future__ import annotations

from pathlib import Path

from pressroom.cache.steps import Steps
from pressroom.pipeline import source as sources
from pressroom.pipeline.source import Source
from pressroom.project import place as places
from pressroom.project.settings import make_option_layer
from pressroom.version import __version__
from pressroom.world import RealWorld, World


def read_source(path: Path, lang: str | None = None) -> tuple[Source, World]:
    """Read the source at ``path`` with the settings that a ``report make`` here would use."""
    world = RealWorld()
    place = places.find(Path.cwd(), world)
    options = make_option_layer({"lang": lang} if lang else {})
    return sources.load(path.absolute(), place, world, options, Steps(__version__)), world

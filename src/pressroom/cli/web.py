"""A source at a web address: fetched by the command itself, kept, and said."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.build.scratch import hold_temporary_folder
from pressroom.cache.dependencies import digest
from pressroom.cache.key import locate_own_folder
from pressroom.cli.terminal import show
from pressroom.download.address import is_web_address
from pressroom.download.fetch import fetch
from pressroom.download.keep import name_copy, write_record, write_settings
from pressroom.errors import MachineError
from pressroom.storage import is_address
from pressroom.world import World

COPIES = "sources"  # the folder beside the outputs


class SourceName(click.Path):
    """A source on the command line: a path, or an address of the web, which stays as it is written."""

    name = "source"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """Return a path, or the address as text."""
        if isinstance(value, str) and is_web_address(value):
            return value
        path: Path = super().convert(value, param, ctx)  # type: ignore[arg-type,assignment]  # click's types know no path_type
        return path


def keep_web_source(address: str, folder: Path, world: World, *, beside: bool) -> Path:
    """Fetch a web address once, say so, and return the path of its copy.

    The copy that is read lies among this user's own data, since whoever can write to the output folder could
    put settings beside it. ``beside`` puts another one, with the record of where it came from, beside the
    outputs. Raises PressroomError where it cannot be fetched or read.
    """
    show(f"fetching {address}, once; nothing else is fetched", err=True)
    fetched = fetch(address)
    name = name_copy(fetched, address)
    own = Path(locate_own_folder(), "web", digest(f"{folder.absolute()} {address}".encode())[:24])
    path = _write_own(own, name, fetched.data, write_settings(fetched, Path(name).suffix), world)
    if beside and not is_address(folder):
        copy = folder / COPIES / name
        world.write(copy, fetched.data)
        record = copy.with_name(f"{copy.name}.json")
        world.write(record, write_record(fetched, address, world.now()))
        show(f"kept in {copy}; {record.name} says where it came from", err=True)
    return path


def _write_own(own: Path, name: str, data: bytes, settings: str, world: World) -> Path:
    """Write a copy and what its server said of it; where there is no folder for it, into a temporary one."""
    for folder in (own, Path(hold_temporary_folder(), own.name)):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / name
            path.with_suffix(".toml").unlink(missing_ok=True)
            world.write(path, data)
            if settings:
                world.write(path.with_suffix(".toml"), settings.encode())
        except (OSError, MachineError):
            if folder != own:
                raise
        else:
            return path
    return own / name

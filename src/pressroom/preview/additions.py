"""Texts that come into the project: dropped, pasted, fetched from an address. None takes another's place."""

from __future__ import annotations

import re
from pathlib import Path

from pressroom.download.fetch import Fetched
from pressroom.download.keep import name_copy, write_record, write_settings
from pressroom.errors import UsageError
from pressroom.project.files import require_inside
from pressroom.project.place import SOURCES, Place, find_default_folder
from pressroom.readers import extensions
from pressroom.world import World

_LONGEST = 80  # characters of a name
_TITLE_WORDS = 6


def find_folder(place: Place, world: World) -> Path:
    """Return the folder that new texts go to: the project's seeds, or where its texts stand.

    Raises UsageError for one that a link leads out of the project to.
    """
    own = place.root / SOURCES
    if not world.is_dir(own):
        return place.root
    require_inside(own, place.root, place.shown(own), world)
    return own


def add_source(name: str, data: bytes, place: Place, world: World) -> Path:
    """Put a file into the project under a name like its own, and return its path.

    Raises UsageError for a file that no reader reads, or an empty one.
    """
    if not data.strip():
        raise UsageError("there is nothing in it", cure="choose another text", rule="source-empty")
    path = Path(name.replace("\\", "/"))
    ending = path.suffix.lower()
    if ending not in extensions():
        raise UsageError(
            f"{path.name or 'this'} is of no kind that can be read",
            cure=f"choose one of {', '.join(extensions())}",
            rule="unknown-format",
        )
    stem = clean_stem(path.stem) or "text"
    target = find_free(find_folder(place, world) / f"{stem}{ending}", world)
    world.write(target, data)
    return target


def clean_stem(name: str) -> str:
    """Return a name without an ending as a plain one, "" where it has neither letters nor figures."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-._")[:_LONGEST]


def find_free(path: Path, world: World) -> Path:
    """Return a path, or one like it with a number, at which there is no text and no settings."""
    found, number = path, 1
    while world.is_file(found) or world.is_file(found.with_suffix(".toml")):
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def add_fetched(fetched: Fetched, address: str, place: Place, world: World) -> Path:
    """Put what was fetched from an address into the project, with what its server said of it and a record of
    where it came from beside it; return its path. Raises UsageError for what no reader reads.
    """
    path = add_source(name_copy(fetched, address), fetched.data, place, world)
    settings = write_settings(fetched, path.suffix)
    if settings:
        world.write(path.with_suffix(".toml"), settings.encode())
    world.write(path.with_name(f"{path.name}.json"), write_record(fetched, address, world.now()))
    return path


def name_pasted(text: str) -> str:
    """Return a file name for a pasted text, from the words of its first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    words = re.findall(r"\w+", first.casefold())[:_TITLE_WORDS]
    return f"{'-'.join(words) or 'text'}.txt"


def list_samples(world: World) -> tuple[Path, ...]:
    """Return the sample texts that come with Pressroom."""
    folder = find_default_folder() / SOURCES
    return tuple(path for path in world.list(folder) if path.suffix in (".txt", ".md"))


def add_sample(name: str, place: Place, world: World) -> Path:
    """Copy a sample into the project, with the settings beside it. Raises UsageError for an unknown one."""
    sample = next((path for path in list_samples(world) if path.name == name), None)
    if sample is None:
        raise UsageError("there is no such sample", cure="load the page again", rule="no-source")
    path = add_source(sample.name, world.read(sample), place, world)
    beside = sample.with_suffix(".toml")
    if world.is_file(beside):
        world.write(path.with_suffix(".toml"), world.read(beside))
    return path

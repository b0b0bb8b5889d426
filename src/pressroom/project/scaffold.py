"""A new project: its own settings, brand and template, ready to be changed."""

from __future__ import annotations

from pathlib import Path

from pressroom.errors import UsageError
from pressroom.project.place import SETTINGS, find_default_folder
from pressroom.world import World

REPORT_TOML = """\
# Settings for every report of this project. A file name.toml beside a source, front matter in
# the source, and options on the command line go above these, in this order.

# formats = ["pdf", "docx"]
# template = "briefing"
# paper = "A4"
# lang = "en-GB"
# marking = "DRAFT"
# author = ["Press office"]
"""
FIRST_SOURCE = """Your first briefing

Write here, with no markup at all. A short line that stands alone becomes a heading, and figures such as
about 250 visitors or a rise from 12 to 19 per cent become key numbers.

What to do next

- Put your own texts into this folder.
- Change the colours, the fonts and the name in assets/brand.toml.
- Run report make --format pdf --format docx.
"""


def create(folder: Path, world: World) -> tuple[Path, ...]:
    """Begin a project in ``folder`` and return the files written. Raises UsageError when it is not empty."""
    if world.is_file(folder) or world.list(folder):
        raise UsageError(
            f"{folder} is there already and not empty",
            cure="name a new folder",
            rule="folder-taken",
            where=str(folder),
        )
    default = find_default_folder()
    files = {
        folder / SETTINGS: REPORT_TOML.encode(),
        folder / "seeds" / "first-briefing.txt": FIRST_SOURCE.encode(),
    }
    for name in ("assets", "templates/briefing"):
        for path in world.list(default / name):
            if world.is_file(path):
                files[folder / name / path.name] = world.read(path)
    for path, data in files.items():
        world.write(path, data)
    return tuple(files)

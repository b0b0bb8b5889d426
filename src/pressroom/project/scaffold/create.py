"""A new project: its own settings, brand and template, ready to be changed."""

from __future__ import annotations

from pathlib import Path

from pressroom.errors import UsageError
from pressroom.project.place import SETTINGS, Place, find_default_folder
from pressroom.project.scaffold.brand_source import FoundBrand, propose_shade, write_brand
from pressroom.project.suggestions import suggest
from pressroom.project.templates import list_templates, load
from pressroom.world import World

REPORT_TOML = """\
# Settings for every report of this project. A file name.toml beside a source, front matter in
# the source, and options on the command line go above these, in this order.

# formats = ["pdf", "docx"]
{template}
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
USUAL = "briefing"
BRAND = "assets/brand.toml"


def create(
    folder: Path, world: World, template: str = "", found: FoundBrand | None = None
) -> tuple[tuple[Path, ...], str]:
    """Begin a project in ``folder`` and return the files written, and advice on the brand's accent or "".

    ``template`` is the one that the project uses, with its sample as the first text; ``found`` the colours,
    fonts and logo that its brand takes. Raises UsageError when the folder is not empty or there is no such
    template.
    """
    if world.is_file(folder) or world.list(folder):
        raise UsageError(
            f"{folder} is there already and not empty",
            cure="name a new folder",
            rule="folder-taken",
            where=str(folder),
        )
    default = find_default_folder()
    name = template or USUAL
    known = list_templates(Place(default, default), world)
    if name not in known:
        raise UsageError(f"there is no template {name!r}", cure=suggest(name, known), rule="unknown-template")
    line = f'template = "{name}"' if template else f'# template = "{name}"'
    files = {folder / SETTINGS: REPORT_TOML.format(template=line).encode()}
    files |= _list_first_source(folder, default, name, world)
    for inner in ("assets", f"templates/{name}"):
        for path in world.list(default / inner):
            if world.is_file(path):
                files[folder / inner / path.name] = world.read(path)
    advice = ""
    if found is not None:
        brand = write_brand(files[folder / BRAND].decode(), found)
        files[folder / BRAND] = brand.encode()
        if found.logo:
            files[folder / "assets" / found.logo_name] = found.logo
        advice = propose_shade(found)
    for path, data in files.items():
        world.write(path, data)
    return tuple(files), advice


def _list_first_source(folder: Path, default: Path, name: str, world: World) -> dict[Path, bytes]:
    sample = load(name, Place(default, default), world).sample
    if name == USUAL or not sample:
        return {folder / "seeds" / "first-briefing.txt": FIRST_SOURCE.encode()}
    return {folder / "seeds" / sample: world.read(default / "seeds" / sample)}

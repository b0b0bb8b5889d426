"""Template folders: found by name, read whole, with what they inherit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressroom.compose.template import Template
from pressroom.errors import UsageError
from pressroom.project.files import require_inside
from pressroom.project.place import Place
from pressroom.project.suggestions import suggest
from pressroom.project.templates.settings_file import SettingsFile, read_parent, read_settings
from pressroom.project.toml import parse
from pressroom.world import LARGEST, World

SETTINGS = "template.toml"
REFERENCES = ("reference.docx", "reference.dotx")
LARGEST_TEXT = 4_000_000  # bytes
TEXT_FILES = frozenset({".j2", ".css", ".toml", ".html", ".txt"})


def list_templates(place: Place, world: World) -> dict[str, Path]:
    """Return every template's folder by name; the project's own come before the ones of the package."""
    found: dict[str, Path] = {}
    for root in (place.root / "templates", place.default / "templates"):
        if world.is_dir(root):
            for folder in world.list(root):
                if world.is_file(folder / SETTINGS):
                    found.setdefault(folder.name, folder)
    return dict(sorted(found.items()))


def load(name: str, place: Place, world: World) -> Template:
    """Return the template of that name, with what it inherits.

    Files and settings that it does not have come from the template that it names as ``inherits``; its style
    sheets are added to the inherited ones. Raises UsageError when there is no such template, or its settings
    are wrong.
    """
    known = list_templates(place, world)
    lineage = _list_lineage(name, known, place, world)
    files: dict[str, str] = {}
    places: dict[str, str] = {}
    settings: dict[str, Any] = {}
    for ancestor in reversed(lineage):
        for file, text in ancestor.files.items():
            where = f"{ancestor.where}/{file}"
            inherited = files.get(file, "") if file.endswith(".css") else ""
            files[file] = f"{inherited}\n{text}" if inherited else text
            files[f"{ancestor.name}/{file}"] = text
            places[file] = places[f"{ancestor.name}/{file}"] = where
        settings = _join(settings, ancestor.settings)
    return Template(name, lineage[0].where, files, places=places, **settings)


def _join(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with those of a template over those that it inherits; options and looks add up."""
    joined = {**inherited, **own}
    if "options" in inherited and "options" in own:
        options = {option.name: option for option in (*inherited["options"], *own["options"])}
        joined["options"] = tuple(options.values())
    for key in ("word_looks", "words"):
        if key in inherited and key in own:
            joined[key] = {**inherited[key], **own[key]}
    return joined


@dataclass(frozen=True, slots=True)
class _TemplateFolder:
    """A folder as it stands, without what it inherits; ``where`` is how messages name it."""

    name: str
    where: str
    files: Mapping[str, str]
    settings: Mapping[str, Any]
    inherits: str


def _list_lineage(
    name: str, known: Mapping[str, Path], place: Place, world: World
) -> tuple[_TemplateFolder, ...]:
    """Return the folder of a template and those that it inherits from, nearest first."""
    found: list[_TemplateFolder] = []
    asking = ""
    while name:
        if name not in known:
            message = f"there is no template {name!r}"
            raise UsageError(message, cure=suggest(name, known), rule="unknown-template", where=asking)
        found.append(_read_folder(name, known[name], place, world))
        asking = f"{found[-1].where}/{SETTINGS}"
        name = found[-1].inherits
        if name in {folder.name for folder in found}:
            raise UsageError(
                f"inherits = {name!r} leads back to the template itself",
                cure="name another template, such as base",
                rule="wrong-template-setting",
                where=asking,
            )
    return tuple(found)


def _read_folder(name: str, folder: Path, place: Place, world: World) -> _TemplateFolder:
    files = {
        path.name: _decoded(_read(path, place, world), place.shown(path))
        for path in world.list(folder)
        if path.suffix in TEXT_FILES and world.is_file(path)
    }
    where = place.shown(folder)
    text = files[SETTINGS]
    file = SettingsFile(parse(text.encode(), f"{where}/{SETTINGS}"), text, f"{where}/{SETTINGS}", name)
    settings = read_settings(file)
    for path in (folder / each for each in REFERENCES):
        if world.is_file(path):
            settings.setdefault("reference", _read(path, place, world))
    return _TemplateFolder(name, where, files, settings, read_parent(file))


def _read(path: Path, place: Place, world: World) -> bytes:
    """Read a template's file. Raises UsageError for one that a link leads out of the project to."""
    root = place.root if path.is_relative_to(place.root) else place.default
    require_inside(path, root, place.shown(path), world)
    return world.read(path, LARGEST_TEXT if path.suffix in TEXT_FILES else LARGEST)


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            "the file is not UTF-8", cure="save it as UTF-8", rule="template-encoding", where=where
        ) from error

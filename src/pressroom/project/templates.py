"""Template folders: found by name, read whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from pressroom.compose.template import CONTENTS_FROM_PAGES, LISTS_FROM, ContentsRule, Template
from pressroom.errors import UsageError
from pressroom.project.place import Place
from pressroom.project.toml import parse
from pressroom.world import World

SETTINGS = "template.toml"
REFERENCES = ("reference.docx", "reference.dotx")
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
    """Return the template of that name. Raises UsageError when there is none or its settings are wrong."""
    known = list_templates(place, world)
    if name not in known:
        near = get_close_matches(name, known, 1)
        cure = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known) or 'none'}"
        raise UsageError(f"there is no template {name!r}", cure=cure, rule="unknown-template")
    folder = known[name]
    files = {
        path.name: _decoded(world.read(path), place.shown(path))
        for path in world.list(folder)
        if path.suffix in TEXT_FILES and world.is_file(path)
    }
    reference = next((world.read(folder / each) for each in REFERENCES if world.is_file(folder / each)), None)
    return replace(_template(name, place.shown(folder), files), reference=reference)


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            "the file is not UTF-8", cure="save it as UTF-8", rule="template-encoding", where=where
        ) from error


def _template(name: str, folder: str, files: Mapping[str, str]) -> Template:
    where = f"{folder}/{SETTINGS}"
    table = parse(files[SETTINGS].encode(), where)
    return Template(
        name=name,
        folder=folder,
        files=files,
        description=str(table.get("description", "")),
        contents=_contents(table.get("contents", "auto"), where),
        contents_from_pages=_whole(table, "contents_from_pages", CONTENTS_FROM_PAGES, where),
        lists_from=_whole(table, "lists_from", LISTS_FROM, where),
        word_styles=_word_styles(table.get("word_styles", {}), where),
    )


def _whole(table: Mapping[str, object], key: str, otherwise: int, where: str) -> int:
    value = table.get(key, otherwise)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise UsageError(
        f"{key} = {value!r} is no whole number from 0",
        cure=f"write {key} = {otherwise}",
        rule="wrong-template-setting",
        where=where,
    )


def _word_styles(value: object, where: str) -> Mapping[str, str]:
    if isinstance(value, Mapping) and all(isinstance(style, str) for style in value.values()):
        return {str(role): str(style) for role, style in value.items()}
    raise UsageError(
        "word_styles is no table of roles and styles",
        cure='write [word_styles] and lines such as body = "Fließtext"',
        rule="wrong-template-setting",
        where=where,
    )


def _contents(value: object, where: str) -> ContentsRule:
    match value:
        case "auto" | "always" | "never":
            return value
    raise UsageError(
        f"contents = {value!r} is unknown",
        cure="give auto, always or never",
        rule="wrong-template-setting",
        where=where,
    )

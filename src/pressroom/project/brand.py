"""The brand file, read and checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

from pressroom.errors import UsageError
from pressroom.model.brand import Brand, Colours, Fonts
from pressroom.model.colour import READABLE, hex_contrast
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset
from pressroom.project.files import require_inside
from pressroom.project.place import Place
from pressroom.project.suggestions import suggest
from pressroom.project.toml import LARGEST, parse
from pressroom.world import World

FILE = Path("assets", "brand.toml")
FOLDER = Path("assets", "brands")  # of the brands that a report may choose by name

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FAMILY = re.compile(r"[\w .-]+")
LOGO_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


def list_brands(place: Place, world: World) -> tuple[str, ...]:
    """Return the names of the brands that a report may choose, those in assets/brands."""
    folder = place.root / FOLDER
    if not world.is_dir(folder):
        return ()
    return tuple(sorted(path.stem for path in world.list(folder) if path.suffix == ".toml"))


def load(place: Place, world: World, name: str = "") -> tuple[Brand, str]:
    """Return the brand of that name, or the project's own for "", or else the default one; and the SHA-256 of
    its file and logo.

    Raises UsageError when there is no brand of that name, or its file is wrong.
    """
    if name and name not in list_brands(place, world):
        raise UsageError(
            f"there is no brand {name!r}",
            cure=suggest(name, list_brands(place, world)),
            rule="unknown-brand",
            where=place.shown(place.root / FOLDER),
        )
    file = FOLDER / f"{name}.toml" if name else FILE
    root = place.root if name or world.is_file(place.root / FILE) else place.default
    path = root / file
    where = place.shown(path)
    require_inside(path, root, where, world)
    data = world.read(path, LARGEST)
    name = find_logo_name(data, where)
    if name:
        require_inside(path.parent / name, root, place.shown(path.parent / name), world)
    logo = _logo(name, path.parent, where, world) if name else None
    return parse_brand(data, where, logo), sha256(data + (logo.data if logo else b"")).hexdigest()


def _logo(name: str, folder: Path, where: str, world: World) -> Asset:
    media_type = LOGO_TYPES.get(Path(name).suffix.lower())
    if media_type is None or Path(name).name != name:
        raise UsageError(
            f"logo = {name!r} is no PNG, JPEG or SVG file of the same folder",
            cure="put the logo beside brand.toml and give its file name",
            rule="wrong-brand",
            where=where,
        )
    return Asset(name, media_type, world.read(folder / name))


def parse_brand(data: bytes, where: str, logo: Asset | None = None) -> Brand:
    """Return the brand that a brand.toml tells. Raises UsageError for a missing or wrong entry."""
    table = parse(data, where)
    _require_known(table, "", {"name", "colours", "fonts", "logo", "address", "marking"}, where)
    for part, known in (("colours", Colours), ("fonts", Fonts)):
        inner = table.get(part)
        if isinstance(inner, Mapping):
            _require_known(inner, f"{part}.", {entry.name for entry in fields(known)}, where)
    return Brand(
        name=_text(table, "name", where),
        colours=Colours(**{entry.name: _colour(table, entry.name, where) for entry in fields(Colours)}),
        fonts=Fonts(**{entry.name: _families(table, entry.name, where) for entry in fields(Fonts)}),
        logo=logo,
        address=tuple(str(line) for line in _list(table.get("address", []))),
        marking=_text(table, "marking", where),
    )


def find_changes(brand: Brand) -> tuple[Diagnostic, ...]:
    """Say which colours of a brand are not printed as they are, since nobody could read them."""
    colours = brand.colours
    if colours.accent_text == colours.accent:
        return ()
    contrast = hex_contrast(colours.accent, colours.paper)
    return (
        Diagnostic(
            Severity.NOTE,
            "accent-pale",
            f"the accent {colours.accent} has a contrast of {contrast:.1f} on paper; text and rules are "
            f"printed in {colours.accent_text}, marks of pictures in {colours.accent_mark}",
            f"choose an accent with a contrast of {READABLE} or more for the same colour everywhere",
            where=str(FILE),
        ),
    )


def _require_known(table: Mapping[str, object], prefix: str, known: Collection[str], where: str) -> None:
    """Raise UsageError for a key that no brand has: a misspelt marking would not be printed."""
    for key in table:
        if key not in known:
            raise UsageError(
                f"a brand has no {prefix}{key}",
                cure=suggest(key, sorted(known)),
                rule="wrong-brand",
                where=where,
            )


def find_logo_name(data: bytes, where: str) -> str:
    """Return the file name of the logo, "" for none."""
    return _text(parse(data, where), "logo", where)


def _wrong(key: str, wanted: str, where: str) -> UsageError:
    return UsageError(
        f"{key} is missing or wrong", cure=f"give {key} {wanted}", rule="wrong-brand", where=where
    )


def _text(table: Mapping[str, object], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _wrong(key, "as a text in quotes", where)
    return value


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _inner(table: Mapping[str, object], name: str, key: str) -> object:
    inner = table.get(name)
    return inner.get(key) if isinstance(inner, Mapping) else None


def _colour(table: Mapping[str, object], key: str, where: str) -> str:
    value = _inner(table, "colours", key)
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise _wrong(f"colours.{key}", 'as "#rrggbb"', where)
    return value.lower()


def _families(table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    names = [name for name in _list(_inner(table, "fonts", key)) if isinstance(name, str)]
    if not names or not all(_FAMILY.fullmatch(name) for name in names):
        raise _wrong(f"fonts.{key}", 'as a list of family names, e.g. ["Source Serif Pro", "serif"]', where)
    return tuple(names)

"""A brand file made from what an organisation has: a Word file, a presentation, or its logo."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pressroom.errors import UsageError
from pressroom.model.colour import READABLE, WHITE, hex_contrast, hexadecimal, mix, rgb, strengthen
from pressroom.project.brand import LOGO_TYPES
from pressroom.readers.common.elements import attribute, local_name
from pressroom.readers.common.limits import Package, open_package
from pressroom.readers.common.office.relations import read_relations
from pressroom.readers.common.pictures import describe_problem, is_svg
from pressroom.world import World

if TYPE_CHECKING:
    from lxml import etree

LARGEST_SOURCE = 100_000_000  # bytes
_THEMES = {".docx": "word/theme/theme1.xml", ".dotx": "word/theme/theme1.xml"} | dict.fromkeys(
    (".pptx", ".potx"), "ppt/theme/theme1.xml"
)
# where a logo stands: in the headers of a document, on the master or the layouts of slides
_LOGO_PARTS = re.compile(
    r"word/header\d*\.xml|ppt/slideMasters/slideMaster\d+\.xml|ppt/slideLayouts/\w+\.xml"
)
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_SVG_COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_FAMILY = re.compile(r"[\w .-]+")
_GREY = 0.12  # how far the channels of a colour differ that is no grey
_SOFT = 0.9  # how much of a ground behind text is white
_SERIF = re.compile(
    r"serif|times|garamond|georgia|cambria|book|palatino|minion|caslon|baskerville", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundBrand:
    """What was found: colours "#rrggbb" by their names in brand.toml, families by kind, and the logo."""

    colours: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    logo_name: str = ""
    logo: bytes = b""


def read_brand(path: Path, world: World) -> FoundBrand:
    """Return the brand that a .docx, a .pptx or an .svg carries.

    Raises PressroomError for a file that is damaged, locked or too large, UsageError for one of another kind
    and for one that has neither colours nor a logo.
    """
    ending = path.suffix.lower()
    if ending == ".svg":
        found = _read_svg(world.read(path, LARGEST_SOURCE), path)
    elif ending in _THEMES:
        package = open_package(world.read(path, LARGEST_SOURCE), str(path))
        found = _read_package(package, _THEMES[ending])
    else:
        raise _refuse(
            path, "is of no kind that a brand can be taken from", "name a .docx, a .pptx or an .svg"
        )
    if not found.colours and not found.logo:
        cure = "name a file in the colours of your organisation"
        raise _refuse(path, "has no colours of its own and no logo", cure)
    return found


def _refuse(path: Path, why: str, cure: str) -> UsageError:
    return UsageError(f"{path.name} {why}", cure=cure, rule="brand-source", where=str(path))


def _read_svg(data: bytes, path: Path) -> FoundBrand:
    if not is_svg(data):
        raise _refuse(path, "is no SVG", "save the logo as SVG")
    found: Counter[str] = Counter()
    for value in _SVG_COLOUR.findall(data.decode("utf-8", "replace")):
        full = value if len(value) == 6 else "".join(each * 2 for each in value)
        found[f"#{full.lower()}"] += 1
    coloured = [
        colour
        for colour, _ in sorted(found.items(), key=lambda each: (-each[1], each[0]))
        if _is_coloured(colour)
    ]
    colours = {"accent": coloured[0]} if coloured else {}
    return FoundBrand(colours, logo_name="logo.svg", logo=data)


def _is_coloured(colour: str) -> bool:
    channels = rgb(colour)
    return max(channels) - min(channels) > _GREY


def _read_package(package: Package, theme: str) -> FoundBrand:
    root = package.xml(theme)
    logo_name, logo = _find_logo(package)
    if root is None:
        return FoundBrand(logo_name=logo_name, logo=logo)
    return FoundBrand(_read_colours(root), _read_fonts(root), logo_name, logo)


def _read_colours(theme: etree._Element) -> dict[str, str]:
    """Return the accent, the theme's first that is no grey, and the colour of text, if it can be read."""
    slots: dict[str, str] = {}
    for element in theme.iter():
        value = next((attribute(each, "lastClr") or attribute(each, "val") for each in element), "")
        if local_name(element) in (*_ACCENTS, "dk1") and _COLOUR.fullmatch(value):
            slots.setdefault(local_name(element), f"#{value.lower()}")
    accent = next((slots[name] for name in _ACCENTS if name in slots and _is_coloured(slots[name])), "")
    colours = {"accent": accent} if accent else {}
    if "dk1" in slots and hex_contrast(slots["dk1"], WHITE) >= READABLE:
        colours["text"] = slots["dk1"]
    return colours


def _read_fonts(theme: etree._Element) -> dict[str, str]:
    """Return the families of headings and of text: the latter is the serif, where it is one by its name."""
    fonts: dict[str, str] = {}
    for element in theme.iter():
        name = local_name(element)
        if name not in ("majorFont", "minorFont"):
            continue
        family = next((attribute(each, "typeface") for each in element if local_name(each) == "latin"), "")
        if _FAMILY.fullmatch(family):
            fonts.setdefault("serif" if name == "minorFont" and _SERIF.search(family) else "sans", family)
    return fonts


def _find_logo(package: Package) -> tuple[str, bytes]:
    """Return the first picture in a header or on a master of slides, "" and nothing where there is none."""
    for part in sorted(name for name in package.names() if _LOGO_PARTS.fullmatch(name)):
        for relation in read_relations(package, part).values():
            ending = PurePosixPath(relation.target).suffix.lower()
            if relation.kind != "image" or relation.external or ending not in LOGO_TYPES:
                continue
            data = package.part(relation.target)
            if data and (is_svg(data) if ending == ".svg" else not describe_problem(data)):
                return f"logo{ending}", data
    return "", b""


def write_brand(default: str, found: FoundBrand) -> str:
    """Return the text of a brand file: the default one with what was found in its place."""
    text = default
    for name, value in found.colours.items():
        text = re.sub(rf'(?m)^({name}\s*=\s*)"[^"]*"', rf'\1"{value}"', text, count=1)
    if "accent" in found.colours:
        soft = hexadecimal(mix(rgb(found.colours["accent"]), rgb(WHITE), _SOFT))
        text = re.sub(r'(?m)^(accent_soft\s*=\s*)"[^"]*"', rf'\1"{soft}"', text, count=1)
    for kind, family in found.fonts.items():
        text = re.sub(rf"(?m)^({kind}\s*=\s*\[)", rf'\1"{family}", ', text, count=1)
    if found.logo_name:
        text = re.sub(r'(?m)^(logo\s*=\s*)"[^"]*"', rf'\1"{found.logo_name}"', text, count=1)
    return text


def propose_shade(found: FoundBrand) -> str:
    """Say which shade of the accent is readable as text on white where it is not itself; "" where it is."""
    accent = found.colours.get("accent", "")
    if not accent or hex_contrast(accent, WHITE) >= READABLE:
        return ""
    ratio = hex_contrast(accent, WHITE)
    nearest = strengthen(accent, (WHITE,), READABLE)
    return (
        f"the accent {accent} has a contrast of {ratio:.1f} on white, and text needs {READABLE}: the "
        f"nearest shade that has it is {nearest}"
    )

"""A brand file made from what an organisation has: a Word file, a presentation, or its logo."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pressroom.errors import UsageError
from pressroom.model.colour import READABLE, hex_contrast, rgb, strengthen
from pressroom.project.brand import LOGO_TYPES
from pressroom.world import World

LARGEST_PART = 20_000_000  # bytes
_THEMES = {".docx": "word/theme/theme1.xml", ".dotx": "word/theme/theme1.xml"} | dict.fromkeys(
    (".pptx", ".potx"), "ppt/theme/theme1.xml"
)
# where a logo stands: in the headers of a document, on the master or the layouts of slides
_LOGO_PARTS = re.compile(
    r"word/header\d*\.xml|ppt/slideMasters/slideMaster\d+\.xml|ppt/slideLayouts/\w+\.xml"
)
_SLOT = re.compile(
    r"<a:(dk1|dk2|lt1|lt2|accent[1-6])>\s*<a:(?:srgbClr val|sysClr [^>]*?lastClr)=\"([0-9A-Fa-f]{6})\"",
    re.DOTALL,
)
_FONT = re.compile(r"<a:(major|minor)Font>.*?<a:latin [^>]*?typeface=\"([^\"]*)\"", re.DOTALL)
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SVG_COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_FAMILY = re.compile(r"[\w .-]+")
_GREY = 0.12  # how far the channels of a colour differ that is no grey
_SERIF = re.compile(
    r"serif|times|garamond|georgia|cambria|book|palatino|minion|caslon|baskerville", re.IGNORECASE
)


@dataclass(slots=True)
class FoundBrand:
    """What was found: colours "#rrggbb" by their names in brand.toml, families by kind, and the logo."""

    colours: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    logo_name: str = ""
    logo: bytes = b""


def read_brand(path: Path, world: World) -> FoundBrand:
    """Return the brand that a .docx, a .pptx or an .svg carries.

    Raises UsageError for any other file, and for one that has neither colours nor a logo.
    """
    ending = path.suffix.lower()
    data = world.read(path, LARGEST_PART)
    if ending == ".svg":
        found = _read_svg(data)
    elif ending in _THEMES:
        found = _read_package(data, ending, path)
    else:
        raise UsageError(
            f"no brand can be taken from {path.name}",
            cure="name a .docx, a .pptx or an .svg",
            rule="brand-source",
            where=str(path),
        )
    if not found.colours and not found.logo:
        raise UsageError(
            f"{path.name} has no colours of its own and no logo",
            cure="name a file in the colours of your organisation",
            rule="brand-source",
            where=str(path),
        )
    return found


def _read_svg(data: bytes) -> FoundBrand:
    text = data.decode("utf-8", "replace")
    found: Counter[str] = Counter()
    for value in _SVG_COLOUR.findall(text):
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


def _read_package(data: bytes, ending: str, path: Path) -> FoundBrand:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {info.filename: info for info in package.infolist() if info.file_size <= LARGEST_PART}

            def read(name: str) -> bytes:
                return package.read(names[name]) if name in names else b""

            found = _read_theme(read(_THEMES[ending]).decode("utf-8", "replace"))
            found.logo_name, found.logo = _find_logo(names, read)
            return found
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise UsageError(
            f"{path.name} cannot be opened: it is damaged or has a password",
            cure="open it in the program that made it, and save it anew",
            rule="brand-source",
            where=str(path),
        ) from error


def _read_theme(theme: str) -> FoundBrand:
    slots = {name: f"#{value.lower()}" for name, value in _SLOT.findall(theme)}
    accents = [slots[f"accent{n}"] for n in range(1, 7) if f"accent{n}" in slots]
    colours = {}
    accent = next((each for each in accents if _is_coloured(each)), "")
    if accent:
        colours["accent"] = accent
    if "dk1" in slots and hex_contrast(slots["dk1"], "#ffffff") >= READABLE:
        colours["text"] = slots["dk1"]
    fonts: dict[str, str] = {}
    for kind, family in _FONT.findall(theme):
        if _FAMILY.fullmatch(family) and not family.startswith("+"):
            fonts.setdefault("serif" if kind == "minor" and _SERIF.search(family) else "sans", family)
    return FoundBrand(colours, fonts)


def _find_logo(names: dict[str, zipfile.ZipInfo], read: object) -> tuple[str, bytes]:
    """Return the first picture in a header or on a master of slides, "" and nothing where there is none."""
    assert callable(read)  # noqa: S101 - told to the type checker
    for part in sorted(name for name in names if _LOGO_PARTS.fullmatch(name)):
        folder, _, file = part.rpartition("/")
        relations = read(f"{folder}/_rels/{file}.rels").decode("utf-8", "replace")
        for relation in _RELATION.findall(relations):
            attributes = dict(_ATTRIBUTE.findall(relation))
            target = attributes.get("Target", "")
            ending = PurePosixPath(target).suffix.lower()
            if not attributes.get("Type", "").endswith("/image") or ending not in LOGO_TYPES:
                continue
            data = read(posixpath.normpath(posixpath.join(folder, target)).lstrip("/"))
            if data:
                return f"logo{ending}", data
    return "", b""


def write_brand(default: str, found: FoundBrand) -> str:
    """Return the text of a brand file: the default one with what was found in its place."""
    text = default
    for name, value in found.colours.items():
        text = re.sub(rf'(?m)^({name}\s*=\s*)"[^"]*"', rf'\1"{value}"', text, count=1)
    if "accent" in found.colours:
        soft = _soften(found.colours["accent"])
        text = re.sub(r'(?m)^(accent_soft\s*=\s*)"[^"]*"', rf'\1"{soft}"', text, count=1)
    for kind, family in found.fonts.items():
        text = re.sub(rf"(?m)^({kind}\s*=\s*\[)", rf'\1"{family}", ', text, count=1)
    if found.logo_name:
        text = re.sub(r'(?m)^(logo\s*=\s*)"[^"]*"', rf'\1"{found.logo_name}"', text, count=1)
    return text


def _soften(accent: str) -> str:
    """Return the accent as a ground behind text: nine parts of white."""
    return "#" + "".join(f"{round((0.9 + 0.1 * channel) * 255):02x}" for channel in rgb(accent))


def propose_shade(found: FoundBrand) -> str:
    """Say which shade of the accent is readable as text on white where it is not itself; "" where it is."""
    accent = found.colours.get("accent", "")
    if not accent or hex_contrast(accent, "#ffffff") >= READABLE:
        return ""
    ratio = hex_contrast(accent, "#ffffff")
    nearest = strengthen(accent, ("#ffffff",), READABLE)
    return (
        f"the accent {accent} has a contrast of {ratio:.1f} on white, and text needs {READABLE}: the "
        f"nearest shade that has it is {nearest}"
    )

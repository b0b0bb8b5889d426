"""The font files that come with Pressroom, found without asking the system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pressroom.errors import MachineError

# (package, file stem) for each face; the packages only carry files, importing them would list a folder twice
FAMILIES = {
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
}
FACES = (
    (400, False, "Regular"),
    (400, True, "It"),
    (600, False, "Semibold"),
    (600, True, "SemiboldIt"),
    (700, False, "Bold"),
    (700, True, "BoldIt"),
)


# families of other scripts, in which a PDF can be searched: package, and the files of upright and of slanted
# letters by weight; where several weights are in one file, each names it
SCRIPT_FAMILIES: Mapping[str, tuple[str, Mapping[tuple[int, bool], str]]] = {
    "Amiri": (
        "fontpkg_amiri",
        {
            (400, False): "Amiri-Regular.ttf",
            (400, True): "Amiri-Italic.ttf",
            (700, False): "Amiri-Bold.ttf",
            (700, True): "Amiri-BoldItalic.ttf",
        },
    ),
    "IBM Plex Sans Arabic": (
        "fontpkg_ibm_plex_sans_arabic",
        {
            (400, False): "IBMPlexSansArabic-Regular.ttf",
            (600, False): "IBMPlexSansArabic-SemiBold.ttf",
            (700, False): "IBMPlexSansArabic-Bold.ttf",
        },
    ),
    "Frank Ruhl Libre": (
        "fontpkg_frank_ruhl_libre",
        {(weight, False): "FrankRuhlLibre[wght].ttf" for weight in (400, 600, 700)},
    ),
    "Heebo": ("fontpkg_heebo", {(weight, False): "Heebo[wght].ttf" for weight in (400, 600, 700)}),
}


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of a family: CSS weight (400, 600, 700), slope, and its TrueType file (of one or several)."""

    family: str
    weight: int
    italic: bool
    path: Path


@cache
def font_files() -> tuple[FontFile, ...]:
    """Return every face that comes with Pressroom, in a fixed order.

    Raises MachineError when a font package is not installed.
    """
    house = [
        FontFile(family, weight, italic, _folder(package) / f"{stem}-{style}.ttf")
        for family, (package, stem) in FAMILIES.items()
        for weight, italic, style in FACES
    ]
    others = [
        FontFile(family, weight, italic, _folder(package) / name)
        for family, (package, names) in SCRIPT_FAMILIES.items()
        for (weight, italic), name in names.items()
    ]
    return (*house, *others)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MachineError(
            f"the font package {package} is not installed",
            cure="install Pressroom again with all its requirements, or run script/bootstrap",
            rule="font-missing",
        )
    return Path(spec.origin).parent / "files"

"""The brand: colours, fonts, logo and address lines of a report."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.document import Asset


@dataclass(frozen=True, slots=True)
class Colours:
    """sRGB colours as "#rrggbb"."""

    text: str
    muted: str
    accent: str
    accent_soft: str
    rule: str
    paper: str
    warning: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names, each with fallbacks in order."""

    serif: tuple[str, ...]
    sans: tuple[str, ...]
    mono: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours, fonts, logo, address lines and marking, as read from assets/brand.toml."""

    name: str
    colours: Colours
    fonts: Fonts
    logo: Asset | None = None
    address: tuple[str, ...] = ()
    marking: str = ""

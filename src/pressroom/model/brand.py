"""The brand: colours, fonts, logo and address lines of a report."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.colour import DISTINCT, READABLE, choose_ink, strengthen
from pressroom.model.document import Asset

LOGO = "brand-logo"  # the name of the logo among the pictures of a page
LOGO_WIDTH_MM, LOGO_HEIGHT_MM = 55.0, 11.0  # the room of the logo, wherever it stands


@dataclass(frozen=True, slots=True)
class Colours:
    """sRGB colours as "#rrggbb": those of the brand file, and those that follow from them."""

    text: str
    muted: str
    accent: str
    accent_soft: str
    rule: str
    paper: str
    warning: str

    @property
    def on_accent(self) -> str:
        """Black or white: the colour of text on a ground in the accent."""
        return choose_ink(self.accent)

    @property
    def accent_text(self) -> str:
        """The accent, as dark as text and thin rules on the paper and on the soft ground need it."""
        return strengthen(self.accent, (self.paper, self.accent_soft), READABLE)

    @property
    def accent_mark(self) -> str:
        """The accent, as dark as the marks of a picture need it on the paper."""
        return strengthen(self.accent, (self.paper,), DISTINCT)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names, each with fallbacks in order."""

    serif: tuple[str, ...]
    sans: tuple[str, ...]
    mono: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours, fonts, logo, address lines and marking, as read from assets/brand.toml.

    ``logo_on_accent``: the logo can be seen on a ground in the accent; else it stands on the paper.
    """

    name: str
    colours: Colours
    fonts: Fonts
    logo: Asset | None = None
    logo_on_accent: bool = False
    address: tuple[str, ...] = ()
    marking: str = ""

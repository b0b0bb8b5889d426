"""Colours converted to the inks of a press: CMYK through the ICC profile of press and paper."""

from __future__ import annotations

import io
from functools import lru_cache
from operator import mul
from typing import TYPE_CHECKING, Protocol

from pressroom.errors import PressroomError
from pressroom.model.colour import LUMINANCE_WEIGHTS

if TYPE_CHECKING:
    from PIL import Image

Ink = tuple[float, ...]
NEUTRAL = 0.012  # how far the parts of a grey may differ, of 1: three steps of 255
NEARLY = 0.1  # the same for the colours of type, which are no lighter than…
TYPE = 0.65


class InkModel(Protocol):
    """How colours are written for a kind of printing.

    ``operators`` set the colour of areas and of lines; ``space`` is the colour space that they name.
    """

    operators: tuple[str, str]
    space: str

    def convert(self, red: float, green: float, blue: float) -> Ink:
        """Return the inks, each 0 to 1, of an sRGB colour whose parts are 0 to 1."""

    def convert_image(self, picture: Image.Image) -> Image.Image:
        """Return a picture in the colour space."""


class BlackInk:
    """Black ink alone: greys as light as the colours were (Rec. 709)."""

    operators = ("g", "G")
    space = "/DeviceGray"

    def convert(self, red: float, green: float, blue: float) -> Ink:
        """Return the grey, 0 black to 1 white."""
        return (sum(map(mul, LUMINANCE_WEIGHTS, (red, green, blue))),)

    def convert_image(self, picture: Image.Image) -> Image.Image:
        """Return a picture in greys."""
        return picture.convert("L")


class PressInks:
    """A press by its ICC profile.

    Greys, and dark colours that are nearly grey, become black ink alone: four plates never meet exactly, and
    small type of four inks has coloured edges.
    """

    operators = ("k", "K")
    space = "/DeviceCMYK"

    def __init__(self, profile: bytes, name: str) -> None:
        """Take the profile's bytes; ``name`` is its file. Raises PressroomError for one of another kind."""
        from PIL import ImageCms

        try:
            press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            space = press.profile.xcolor_space.strip()
        except (OSError, ImageCms.PyCMSError) as error:
            raise _no_profile(name, "it is no ICC profile") from error
        if space != "CMYK":
            raise _no_profile(name, f"its colours are {space}, not CMYK")
        self.name = str(press.profile.profile_description or name).strip()
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        screen = ImageCms.createProfile("sRGB")
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        self._transform = ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent, flags)
        self._known = lru_cache(maxsize=4096)(self._ink)

    def convert(self, red: float, green: float, blue: float) -> Ink:
        """Return the four inks, each 0 to 1, of an sRGB colour whose parts are 0 to 1."""
        return self._known(red, green, blue)

    def _ink(self, red: float, green: float, blue: float) -> Ink:
        lightest = max(red, green, blue)
        if lightest - min(red, green, blue) <= (NEARLY if lightest <= TYPE else NEUTRAL):
            return 0.0, 0.0, 0.0, round(1 - (red + green + blue) / 3, 4)
        from PIL import Image

        pixel = Image.new("RGB", (1, 1), tuple(round(255 * part) for part in (red, green, blue)))
        inks = self.convert_image(pixel).tobytes()
        return inks[0] / 255, inks[1] / 255, inks[2] / 255, inks[3] / 255

    def convert_image(self, picture: Image.Image) -> Image.Image:
        """Return an RGB picture in CMYK."""
        from PIL import ImageCms

        made = ImageCms.applyTransform(picture.convert("RGB"), self._transform)
        assert made is not None  # noqa: S101 - it is one only when the transform works in place
        return made


def _no_profile(name: str, why: str) -> PressroomError:
    return PressroomError(
        f"the press profile cannot be used: {why}",
        cure="ask the print shop for the ICC profile of its paper and press",
        rule="press-profile",
        where=name,
    )


def most_ink(picture: Image.Image) -> float:
    """Return the greatest sum of the inks in a picture in CMYK or greys, 1 for each ink at its fullest."""
    if picture.mode == "L":
        return 1 - min(picture.tobytes(), default=255) / 255
    small = picture.copy()
    small.thumbnail((600, 600))
    data = small.tobytes()
    return max(map(sum, zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True)), default=0) / 255

"""The pictures of a mail: carried in the message, named by their bytes, sharp on a fine screen."""

from __future__ import annotations

import hashlib
import io
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.model.brand import LOGO, LOGO_HEIGHT_MM, LOGO_WIDTH_MM
from pressroom.model.figure import Drawing, Medium
from pressroom.model.inline import PictureWidth
from pressroom.model.page import Page
from pressroom.writers.common.elements import missing_picture

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from PIL import Image

WIDTH = 552  # CSS pixels of the text's column: 600 less its margins
_PER_MM = 96 / 25.4  # CSS pixels
_HIDDEN = "display: none; mso-hide: all"  # until the style sheet shows it; Outlook knows its own word alone
DENSITY = 2  # pixels of a picture for each of those
OPAQUE = 255


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in the HTML as "cid:IDENT". ``width`` and ``height`` are CSS pixels."""

    ident: str
    name: str
    media_type: str
    data: bytes
    width: int
    height: int


def place_pictures(root: HtmlElement, page: Page) -> tuple[Picture, ...]:
    """Point every image of the page to the message's own parts, and return these, each once.

    A figure that was drawn for phones as well is there twice; the style sheet shows one of the two. Raises
    PressroomError for a picture that the page does not carry.
    """
    placed: dict[str, Picture] = {}

    def place(image: HtmlElement, picture: Picture) -> None:
        placed.setdefault(picture.ident, picture)
        image.set("src", f"cid:{picture.ident}")
        image.set("width", str(picture.width))
        image.set("height", str(picture.height))
        image.set("alt", image.get("alt", ""))

    for image in list(root.iter("img")):
        name = image.get("src", "").removeprefix("asset:")
        narrow = _find_narrow(name, page)
        place(image, _find_picture(image, page))
        if narrow is not None:
            other = copy(image)
            other.tail = None
            other.set("style", _HIDDEN)
            _add_class(other, "on-phone")
            _add_class(image, "off-phone")
            place(other, _from_drawing(narrow, page.report.brand.colours.paper))
            image.addnext(other)
    return tuple(placed.values())


def _add_class(image: HtmlElement, name: str) -> None:
    image.set("class", f"{image.get('class', '')} {name}".strip())


def _find_narrow(name: str, page: Page) -> Drawing | None:
    """Return the drawing for phones, None where it is the one for all."""
    if name == LOGO or name not in page.drawings:
        return None
    narrow = page.drawings[name].on(Medium.MAIL_PHONE)
    return narrow if narrow.png and narrow != page.drawings[name].on(Medium.MAIL) else None


def _from_drawing(drawing: Drawing, ground: str, width: int | None = None) -> Picture:
    return make_picture("image/png", drawing.png, width or round(drawing.width_mm * _PER_MM), ground)


def _find_picture(image: HtmlElement, page: Page) -> Picture:
    src = image.get("src", "")
    kind, _, name = src.partition(":")
    asked = PictureWidth.parse(image.get("data-width", ""))
    width = round(asked.measure_on_screen(WIDTH)) if asked else None
    if kind == "asset" and name == LOGO and (name in page.assets or name in page.drawings):
        return _make_logo(page)
    if kind == "asset" and name in page.drawings and page.drawings[name].on(Medium.MAIL).png:
        return _from_drawing(page.drawings[name].on(Medium.MAIL), page.report.brand.colours.paper, width)
    if kind == "asset" and name in page.assets:
        asset = page.assets[name]
        return make_picture(asset.media_type, asset.data, width, page.report.brand.colours.paper, reduce=True)
    raise missing_picture(src)


def _make_logo(page: Page) -> Picture:
    """Return the logo in the size in which every format has it."""
    from PIL import Image

    drawing, asset = page.drawings.get(LOGO), page.assets.get(LOGO)
    data = drawing.png if drawing else asset.data if asset else b""
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        scale = min(LOGO_WIDTH_MM * _PER_MM / opened.width, LOGO_HEIGHT_MM * _PER_MM / opened.height)
        width = round(opened.width * (scale if drawing else min(1, scale)))
    colours = page.report.brand.colours
    ground = colours.accent if page.report.brand.logo_on_accent else colours.paper
    return make_picture(
        "image/png" if drawing or not asset else asset.media_type, data, max(1, width), ground
    )


def make_picture(
    media_type: str, data: bytes, width: int | None, ground: str, *, reduce: bool = False
) -> Picture:
    """Return a picture for a mail, ``width`` CSS pixels wide, or as wide as it is and the column allows.

    ``reduce``, and always without a width: one that has more pixels than a fine screen shows is made smaller,
    for a photo need not weigh 5 MB in a mail.
    What can be seen through is filled with ``ground``, a colour as "#rrggbb": programs put any colour they
    like behind it where the screen is dark.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        wide, high = opened.size
        shown = min(width or wide, WIDTH)
        picture = _fill(opened, ground) if _is_transparent(opened) else None
        if (reduce or width is None) and wide > shown * DENSITY:
            high, wide = round(high * shown * DENSITY / wide), shown * DENSITY
            picture = (picture or opened).resize((wide, high))
        if picture is not None:
            data = _encode(picture, media_type)
    ident = hashlib.sha256(data).hexdigest()[:24]
    ending = "png" if media_type == "image/png" else "jpg"
    return Picture(
        f"{ident}@pressroom",
        f"{ident[:8]}.{ending}",
        media_type,
        data,
        shown,
        max(1, round(high * shown / wide)),
    )


def _is_transparent(picture: Image.Image) -> bool:
    """Tell whether any point of a picture can be seen through."""
    return picture.has_transparency_data and any(picture.convert("RGBA").getchannel("A").histogram()[:OPAQUE])


def _fill(picture: Image.Image, ground: str) -> Image.Image:
    from PIL import Image

    seen = picture.convert("RGBA")
    filled = Image.new("RGBA", seen.size, ground)
    filled.alpha_composite(seen)
    return filled.convert("RGB")


def _encode(picture: Image.Image, media_type: str) -> bytes:
    buffer = io.BytesIO()
    if media_type == "image/png":
        picture.save(buffer, "PNG", optimize=True)
    else:
        picture.convert("RGB").save(buffer, "JPEG", quality=85)
    return buffer.getvalue()

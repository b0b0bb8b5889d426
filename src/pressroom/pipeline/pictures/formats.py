"""Pictures made what every format shows: PNG or JPEG of eight bits a colour, in sRGB, upright; SVG drawn."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pressroom.model.document import Asset
from pressroom.model.figure import Drawing
from pressroom.readers.common.pictures import DAMAGED, KINDS, describe_problem, is_svg

if TYPE_CHECKING:
    from PIL.Image import Image

PNG, JPEG = "image/png", "image/jpeg"
_QUALITY = 92  # of a JPEG that is written anew
_PLAIN = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA"), "JPEG": ("L", "RGB"), "MPO": ("L", "RGB")}
_DEPTH_AT, _MOST_DEPTH = 24, 8  # where a PNG says its bits a colour, and how many may stay
_ORIENTATION = 0x0112  # the tag of EXIF
_UPRIGHT = 1
_SIXTEEN_BITS = 2.0**16
_WIDEST_MM, _TALLEST_MM = 120.0, 150.0  # of a picture of lines, which has no pixels to spare
_POINTS_PER_MM = 72 / 25.4


def find_media_type(data: bytes) -> str:
    """Return the media type of a picture that is fit as it is, "" for one that has to be converted.

    Raises ValueError with what is wrong with one that cannot be shown, in words that follow "the picture".
    """
    if is_svg(data):
        return ""
    problem = describe_problem(data)
    if problem:
        raise ValueError(problem)
    with _open(data) as opened:
        return (PNG if opened.format == "PNG" else JPEG) if _is_plain(opened, data) else ""


def convert_picture(data: bytes) -> tuple[Asset, Drawing | None]:
    """Return a picture as every format shows it, without a name, and its drawing where it is an SVG.

    Of an animated one the first picture is taken. Raises ValueError as ``find_media_type`` does.
    """
    if is_svg(data):
        return Asset("", "image/svg+xml", data), _draw(data)
    with _open(data) as opened:
        return _convert(opened, lossy=_is_lossy(opened, data)), None


def measure_picture(asset: Asset) -> tuple[int, int]:
    """Return the width and height of a picture in pixels, nothing for a drawing."""
    if asset.media_type not in (PNG, JPEG):
        return 0, 0
    with _open(asset.data) as opened:
        return opened.size


@contextmanager
def _open(data: bytes) -> Iterator[Image]:
    """Open a picture; whatever is found to be broken while it is read is a ValueError."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=KINDS) as opened:
                yield opened
    except (*DAMAGED, MemoryError, Image.DecompressionBombError) as error:
        raise ValueError("is damaged") from error


def _draw(data: bytes) -> Drawing:
    from pressroom.writers.common.vector import rasterize, read_vector

    vector = read_vector(data)
    width, height = vector.width / _POINTS_PER_MM, vector.height / _POINTS_PER_MM
    scale = min(1.0, _WIDEST_MM / width, _TALLEST_MM / height)
    try:
        png = rasterize(vector, vector.width * scale)
    except Exception as error:  # the library that draws SVG raises what it likes on a broken one
        raise ValueError("cannot be drawn") from error
    return Drawing(vector.svg, png, width * scale, height * scale)


def _is_plain(opened: Image, data: bytes) -> bool:
    """Tell whether a picture is fit as it is."""
    if opened.mode not in _PLAIN.get(opened.format or "", ()):
        return False
    if opened.format == "PNG" and data[_DEPTH_AT] > _MOST_DEPTH:
        return False
    return opened.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT and _find_foreign_profile(opened) is None


def _is_lossy(opened: Image, data: bytes) -> bool:
    """Tell whether a picture has lost detail already: a PNG of it would be large and no better."""
    return opened.format in ("JPEG", "MPO", "AVIF") or (opened.format == "WEBP" and b"VP8 " in data[:64])


def _find_foreign_profile(opened: Image) -> Any:
    """Return the colour profile of a picture in other colours than sRGB, None where it has none."""
    from PIL import ImageCms

    written = opened.info.get("icc_profile")
    if not written:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(written))
        described = ImageCms.getProfileDescription(profile)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a broken profile says nothing
    known = "srgb" in described.lower() or profile.profile.xcolor_space.strip() == "GRAY"
    return None if known else profile


def _convert(opened: Image, *, lossy: bool) -> Asset:
    from PIL import ImageOps

    profile = _find_foreign_profile(opened)
    upright = ImageOps.exif_transpose(_to_eight_bits(opened))
    seen = _to_srgb(upright, profile)
    seen.info.pop("icc_profile", None)
    out = io.BytesIO()
    density = opened.info.get("dpi")
    kept: dict[str, Any] = {"dpi": density} if density else {}
    if lossy and seen.mode in ("L", "RGB"):
        seen.save(out, "JPEG", quality=_QUALITY, optimize=True, **kept)
        return Asset("", JPEG, out.getvalue())
    seen.save(out, "PNG", optimize=True, **kept)
    return Asset("", PNG, out.getvalue())


def _to_eight_bits(opened: Image) -> Image:
    """Return a picture with eight bits a colour; the darkest and lightest that it could have stay so."""
    if opened.mode[0] not in ("I", "F"):
        return opened
    import numpy as np
    from PIL import Image

    values = np.asarray(opened, dtype=np.float64)
    # sixteen bits have a range of their own; of wider numbers that of the picture is all that is known
    least, most = float(values.min()), float(values.max())
    sixteen = opened.mode.startswith("I;16") or (opened.mode == "I" and 0 <= least <= most < _SIXTEEN_BITS)
    low, high = (0.0, _SIXTEEN_BITS - 1) if sixteen else (least, most)
    scaled = (values - low) * (255 / (high - low or 1.0))
    return Image.fromarray(np.nan_to_num(scaled).round().clip(0, 255).astype(np.uint8), "L")


def _to_srgb(opened: Image, profile: Any) -> Image:
    from PIL import ImageCms

    clear = opened.has_transparency_data
    if opened.mode in ("P", "PA", "1") or (clear and opened.mode in ("L", "LA", "RGB")):
        opened = opened.convert("RGBA" if clear else "RGB")
    if profile is not None and opened.mode in ("RGB", "RGBA", "CMYK", "LAB"):
        alpha = opened.getchannel("A") if opened.mode == "RGBA" else None
        colours = opened.convert("RGB") if alpha else opened
        try:
            srgb = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(colours, profile, srgb, outputMode="RGB")
        except ImageCms.PyCMSError:
            found = None  # the profile is one for other colours than the picture's
        if found is not None:
            if alpha:
                found.putalpha(alpha)
            return found
    return opened if opened.mode in ("L", "RGB", "RGBA") else opened.convert("RGBA" if clear else "RGB")

"""Pictures inline in the text: PNG or JPEG, with SVG beside a PNG where there is one."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.model.document import Asset
from pressroom.model.figure import Drawing, Medium
from pressroom.model.inline import PictureWidth
from pressroom.model.paper import TWIPS_PER_MM
from pressroom.writers.docx.package.archive import new_part
from pressroom.writers.docx.package.markup import escape, raw_run

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package
    from lxml.html import HtmlElement

EMU_MM = 36000
EMU_TWIP = 635
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg", "image/svg+xml": "svg"}
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SCREEN_DPI, _FINEST_DPI = 96, 2400


@dataclass(slots=True)
class PictureParts:
    """The pictures of one package; the same bytes are stored once."""

    package: Package
    next_id: int = 1
    _parts: dict[bytes, Part] = field(default_factory=dict)

    def drawing(
        self, owner: Part, drawing: Drawing, alt: str, width: int, height: int = 0, asked: float = 0
    ) -> str:
        """Return the run of a drawn figure, ``width`` twips wide at most, and ``height`` high where given.

        ``asked`` is how many twips wide it is to be, 0 for as wide as it was drawn.
        """
        drawing = drawing.on(Medium.WORD)
        png = owner.relate_to(self._part(drawing.png, "image/png"), _IMAGE)
        svg = owner.relate_to(self._part(drawing.svg, "image/svg+xml"), _IMAGE) if drawing.svg else ""
        across, down = _widen(drawing.width_mm * EMU_MM, drawing.height_mm * EMU_MM, asked)
        size = _fit_size(across, down, width, height)
        return self._inline(png, svg, alt, size)

    def asset(
        self, owner: Part, asset: Asset, alt: str, width: int, height: int = 0, asked: float = 0
    ) -> str:
        """Return the run of a picture of the document; ``height`` in twips also bounds it where given, and
        ``asked`` is how many twips wide it is to be, 0 for as wide as it is.
        """
        blob, media, *natural = _convert_picture(asset)
        across, down = _widen(natural[0], natural[1], asked)
        rel = owner.relate_to(self._part(blob, media), _IMAGE)
        return self._inline(rel, "", alt, _fit_size(across, down, width, height))

    def next_number(self) -> int:
        """Return a number for a drawing object that no other in the package has."""
        self.next_id += 1
        return self.next_id - 1

    def _part(self, blob: bytes, media: str) -> Part:
        if blob not in self._parts:
            name = f"/word/media/report{len(self._parts) + 1}.{_EXTENSIONS[media]}"
            self._parts[blob] = new_part(self.package, name, media, blob)
        return self._parts[blob]

    def _inline(self, rel: str, svg: str, alt: str, size: tuple[int, int]) -> str:
        ident = self.next_number()
        vector = (
            f'<a:extLst><a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip r:embed="{svg}"/></a:ext></a:extLst>'
            if svg
            else ""
        )
        picture = (
            f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{ident}" name="Picture {ident}"/>'
            '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{rel}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        return inline_object_xml(ident, f"Picture {ident}", alt, size, uri, picture)


def inline_object_xml(ident: int, name: str, alt: str, size: tuple[int, int], uri: str, content: str) -> str:
    """Return the run of an object in the line. Without ``alt`` it is marked as decorative."""
    properties = (
        f'<wp:docPr id="{ident}" name="{escape(name)}" descr="{escape(alt)}"/>'
        if alt
        else f'<wp:docPr id="{ident}" name="{escape(name)}"><a:extLst><a:ext uri="{DECORATIVE_EXTENSION}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></wp:docPr>"
    )
    return raw_run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        f"{properties}<wp:cNvGraphicFramePr/><a:graphic>"
        f'<a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def measure_asked(image: HtmlElement, width: int) -> float:
    """Return how many twips wide the author wants a picture in a room so wide, 0 where nobody says."""
    asked = PictureWidth.parse(image.get("data-width") or "")
    return asked.measure(width / TWIPS_PER_MM) * TWIPS_PER_MM if asked else 0


def _widen(across: float, down: float, asked: float) -> tuple[float, float]:
    """Return the size in EMU of a picture that is to be so many twips wide, its own where none are asked."""
    wanted = asked * EMU_TWIP or across
    return wanted, down * wanted / max(across, 1)


def _fit_size(across: float, down: float, width: int, height: int = 0) -> tuple[int, int]:
    """Scale a size in EMU down to a room in twips; nothing is scaled up."""
    scale = min(1.0, width * EMU_TWIP / max(across, 1), height * EMU_TWIP / max(down, 1) if height else 1.0)
    return max(1, round(across * scale)), max(1, round(down * scale))


def _convert_picture(asset: Asset) -> tuple[bytes, str, float, float]:
    """Return bytes that Word shows, their media type and the size in EMU.

    Raises PressroomError when the picture cannot be read.
    """
    from PIL import Image

    try:
        with Image.open(BytesIO(asset.data)) as image:
            across, down = map(_trust_density, _read_density(image.info))
            size = image.width / across * 25.4 * EMU_MM, image.height / down * 25.4 * EMU_MM
            if image.format == "PNG":
                return asset.data, "image/png", *size
            if image.format in ("JPEG", "MPO") and image.mode in ("RGB", "L"):
                return asset.data, "image/jpeg", *size
            out = BytesIO()
            image.convert("RGBA").save(out, "PNG")
            return out.getvalue(), "image/png", *size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise PressroomError(
            f"the picture {asset.name} cannot be read: {error}",
            cure="save it as PNG or JPEG",
            rule="picture-unreadable",
            where=asset.name,
        ) from error


def _trust_density(dpi: float) -> float:
    """Return a density that was meant: cameras write 72 where nobody has said how large a picture is."""
    return dpi if _SCREEN_DPI < dpi <= _FINEST_DPI else _SCREEN_DPI


def _read_density(info: dict[str | tuple[int, int], object]) -> tuple[float, float]:
    given = info.get("dpi")
    if isinstance(given, tuple) and len(given) == 2:
        return float(given[0]), float(given[1])
    return _SCREEN_DPI, _SCREEN_DPI

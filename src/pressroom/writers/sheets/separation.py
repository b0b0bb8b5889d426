"""All colours of a PDF converted to those of some inks, and pictures measured, in one pass."""

from __future__ import annotations

import io
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from pressroom.writers.sheets.inks import InkModel, most_ink

if TYPE_CHECKING:
    from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Object, Page, Pdf, Stream

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_AREAS, _LINES = 0, 1
_OPERATORS = {"rg": _AREAS, "RG": _LINES, "g": _AREAS, "G": _LINES}
_INTO_SPACE = {"cs": _AREAS, "CS": _LINES}
_IN_SPACE = {"sc": "cs", "scn": "cs", "SC": "CS", "SCN": "CS"}


class Separation:
    """Converts pages and what they use; ``most`` is the most ink found, ``left`` what is not converted."""

    def __init__(self, pdf: Pdf, inks: InkModel) -> None:
        self.pdf, self.inks = pdf, inks
        self.most, self.most_page = 0.0, 0
        self.left: list[str] = []
        self.fonts_missing: list[str] = []
        self._number = 0
        self._done: set[tuple[int, int]] = set()
        self._dpi: dict[int, int] = {}  # page → dots an inch of its coarsest picture

    def convert_page(self, page: Page, number: int) -> None:
        """Convert a page's colours, with those of all that it uses; ``number`` counts from 1."""
        self._number = number
        page.contents_coalesce()
        page.obj.Contents = self.pdf.make_stream(self._convert_stream(page.obj, page.obj.Contents, _SAME))
        self._convert_group(page.obj)

    def list_coarse_pages(self, least: int) -> dict[int, int]:
        """Return the pages with a picture of fewer dots an inch than ``least``, and how many it has."""
        return {page: dpi for page, dpi in self._dpi.items() if dpi < least}

    def _convert_stream(self, owner: Object, stream: Object, matrix: Matrix) -> bytes:
        """Return a content stream in press colours; ``matrix`` leads from its units to points."""
        from pikepdf import (
            ContentStreamInlineImage,
            Dictionary,
            parse_content_stream,
            unparse_content_stream,
        )

        resources = owner.get("/Resources", Dictionary())
        self._check_fonts(resources.get("/Font", Dictionary()).values())
        self._convert_patterns(resources.get("/Pattern", Dictionary()).values(), matrix)
        spaces: dict[str, str] = {}
        stack: list[Matrix] = []
        turned: list[ContentStreamInstruction | ContentStreamInlineImage] = []
        for instruction in parse_content_stream(stream):
            if isinstance(instruction, ContentStreamInlineImage):
                self._note_unconverted("a picture written within the page's text keeps its colours")
                turned.append(instruction)
                continue
            operands, name = instruction.operands, str(instruction.operator)
            if name == "q":
                stack.append(matrix)
            elif name == "Q" and stack:
                matrix = stack.pop()
            elif name == "cm":
                matrix = _multiply(_read_matrix(operands), matrix)
            elif name == "Do":
                self._convert_object(cast("Stream", resources["/XObject"][str(operands[0])]), matrix)
            elif name == "sh":
                self._note_unconverted("a gradient keeps its colours")
            turned.append(self._convert_colour(list(operands), name, resources, spaces) or instruction)
        return unparse_content_stream(turned)

    def _convert_colour(
        self, operands: Iterable[Object], name: str, resources: Object, spaces: dict[str, str]
    ) -> ContentStreamInstruction | None:
        """Return the instruction that sets the same colour in ink; None for one that sets no colour."""
        if name in _OPERATORS:
            return self._set_colour([float(each) for each in operands], _OPERATORS[name])
        if name in _INTO_SPACE:
            spaces[name] = _find_space_kind(next(iter(operands)), resources)
            # black is what a space begins with; k sets both the space and the colour
            return self._set_colour([0.0], _INTO_SPACE[name]) if spaces[name] in ("RGB", "Gray") else None
        if name in _IN_SPACE and spaces.get(_IN_SPACE[name]) in ("RGB", "Gray"):
            return self._set_colour([float(each) for each in operands], _INTO_SPACE[_IN_SPACE[name]])
        if name in ("k", "K"):
            self._measure_ink([float(each) for each in operands])
        return None

    def _set_colour(self, parts: list[float], what: int) -> ContentStreamInstruction:
        from pikepdf import ContentStreamInstruction, Operator

        red, green, blue = parts if len(parts) == 3 else parts[:1] * 3
        ink = self.inks.convert(round(red, 4), round(green, 4), round(blue, 4))
        self._measure_ink(ink)
        return ContentStreamInstruction(
            [Decimal(f"{part:.4f}") for part in ink], Operator(self.inks.operators[what])
        )

    def _measure_ink(self, ink: Iterable[float]) -> None:
        whole = sum(ink)
        if whole > self.most:
            self.most, self.most_page = whole, self._number

    def _convert_object(self, thing: Stream, matrix: Matrix) -> None:
        """Convert a form or picture that a page draws; the resolution is measured each time it is drawn."""
        if thing.get("/Subtype") == "/Image":
            across = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
            down = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
            if across and down and not thing.get("/ImageMask"):
                dpi = round(min(72 * int(thing.Width) / across, 72 * int(thing.Height) / down))
                self._dpi[self._number] = min(dpi, self._dpi.get(self._number, dpi))
        elif "/Matrix" in thing:
            matrix = _multiply(_read_matrix(thing.Matrix), matrix)
        if thing.objgen in self._done:
            return
        self._done.add(thing.objgen)
        if thing.get("/Subtype") == "/Image":
            self._convert_picture(thing)
        elif thing.get("/Subtype") == "/Form":
            thing.write(self._convert_stream(thing, thing, matrix))
            self._convert_group(thing)

    def _convert_picture(self, image: Stream) -> None:
        """Convert a picture; its mask stays as it is."""
        from pikepdf import Name, PdfImage

        if image.get("/ImageMask"):
            return
        try:
            picture = PdfImage(image).as_pil_image()
        except (NotImplementedError, ValueError, OSError):
            self._note_unconverted("a picture keeps its colours, since it cannot be read")
            return
        if picture.mode in ("1", "L"):
            return  # black ink alone already
        as_it_was = picture.mode == "CMYK" and self.inks.space == "/DeviceCMYK"
        pressed = picture if as_it_was else self.inks.convert_image(picture)
        self._measure_ink((most_ink(pressed),))
        if as_it_was:
            return
        if image.get("/Filter") == "/DCTDecode":  # a photograph stays one
            buffer = io.BytesIO()
            pressed.save(buffer, "JPEG", quality=95, subsampling=0)
            image.write(buffer.getvalue(), filter=Name.DCTDecode)
            if pressed.mode == "CMYK":
                image.Decode = [1, 0] * 4  # Pillow writes the inks of a JPEG upside down, as Adobe does
        else:
            image.write(pressed.tobytes())
        image.ColorSpace, image.BitsPerComponent = Name(self.inks.space), 8
        if "/DecodeParms" in image:
            del image["/DecodeParms"]

    def _convert_patterns(self, patterns: Iterable[Object], matrix: Matrix) -> None:
        for pattern in patterns:
            if pattern.get("/PatternType") == 2:  # a shading
                self._note_unconverted("a gradient keeps its colours")
            elif pattern.objgen not in self._done:
                self._done.add(pattern.objgen)
                pattern.write(
                    self._convert_stream(
                        pattern, pattern, _multiply(_read_matrix(pattern.get("/Matrix", _SAME)), matrix)
                    )
                )

    def _check_fonts(self, fonts: Iterable[Object]) -> None:
        for font in fonts:
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            described = inner.get("/FontDescriptor", ())
            name = str(font.get("/BaseFont", "")).lstrip("/")
            held = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            if not held and font.get("/Subtype") != "/Type3" and name not in self.fonts_missing:
                self.fonts_missing.append(name)

    def _convert_group(self, owner: Object) -> None:
        """Let what is transparent mix in the inks."""
        from pikepdf import Name

        if "/Group" in owner and "/CS" in owner.Group:
            owner.Group.CS = Name(self.inks.space)

    def _note_unconverted(self, words: str) -> None:
        if words not in self.left:
            self.left.append(words)


def _find_space_kind(space: Object, resources: Object) -> str:
    """Return "RGB", "Gray" or "" for any other, of a colour space that stands in a content stream."""
    from pikepdf import Array

    named = resources.get("/ColorSpace")
    found = named[str(space)] if named is not None and str(space) in named else space
    if isinstance(found, Array):
        first = str(found[0])
        if first == "/ICCBased":
            return {3: "RGB", 1: "Gray"}.get(int(found[1].get("/N", 0)), "")
        return {"/CalRGB": "RGB", "/CalGray": "Gray"}.get(first, "")
    return {"/DeviceRGB": "RGB", "/DeviceGray": "Gray"}.get(str(found), "")


def _read_matrix(operands: Iterable[object]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)  # type: ignore[arg-type]  # six numbers, by the operator's definition
    return a, b, c, d, e, f


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m

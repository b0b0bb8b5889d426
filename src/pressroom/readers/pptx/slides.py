"""A slide to its title and a flow of paragraphs, lists, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.document import Cell, Image, Row, Table
from pressroom.model.inline import Inline, LineBreak, Text
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.flow import Flow, ListMark
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.pptx.charts import read_chart
from pressroom.readers.pptx.package import PresentationPackage, SlidePart
from pressroom.readers.pptx.styles import Placeholder, SlideStyles, find_bullet, read_placeholder
from pressroom.readers.pptx.text import ItemCounter, extract_words, make_para, read_inlines, read_level
from pressroom.readers.pptx.titles import find_unmarked_title

_FURNITURE = {
    "dt": "date of a slide",
    "ftr": "footer of a slide",
    "sldNum": "number of a slide",
    "hdr": "header of a slide",
}
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_TITLES = ("title", "ctrTitle")


@dataclass(slots=True)
class SlideText:
    """What a slide says. ``kind`` is its layout's ("title", "secHead")."""

    number: int
    title: tuple[Inline, ...] = ()
    flow: list[Flow] = field(default_factory=list)
    kind: str = ""
    has_subtitle: bool = False
    is_guess: bool = False  # nothing marks the title


@dataclass(slots=True)
class SlideReader:
    """Reads the slides of one presentation; what is not printed gathers beside them."""

    package: PresentationPackage
    pictures: Pictures
    left_out: list[tuple[str, str]] = field(default_factory=list)
    charts: int = 0
    objects: int = 0

    def read(self, slide: SlidePart) -> SlideText:
        """Return what a slide says, in the order of its shapes, which is that of screen readers."""
        styles = SlideStyles(self.package, slide.name)
        found = SlideText(slide.number, kind=styles.layout)
        shapes = list(_iterate_shapes(next(slide.root.iter("{*}spTree"), None)))
        guess = find_unmarked_title(shapes)
        for shape in shapes:
            place = read_placeholder(shape)
            kind = local_name(shape)
            if place.kind in _FURNITURE:
                words = extract_words(shape)
                if words:
                    self.left_out.append((words, _FURNITURE[place.kind]))
            elif kind == "sp" and (place.kind in _TITLES or shape is guess) and not found.title:
                found.title = self._read_title(shape, slide.name)
                found.is_guess = shape is guess
            elif kind == "sp":
                found.has_subtitle |= place.kind == "subTitle"
                found.flow += self._read_text(shape, place, styles, slide.name)
            elif kind == "graphicFrame":
                found.flow += self._read_frame(shape, slide.name)
            elif kind == "pic":
                found.flow += self._read_picture(shape, slide)
        return found

    def _find_link(self, part: str, ident: str) -> str:
        relation = self.package.relations(part).get(ident)
        return relation.target if relation and relation.external else ""

    def _read_title(self, shape: etree._Element, part: str) -> tuple[Inline, ...]:
        """Return the title of a slide on one line."""
        found: list[Inline] = []
        for paragraph in _paragraphs(shape):
            inlines = read_inlines(paragraph, lambda ident: self._find_link(part, ident))
            if inlines:
                found += [Text(" "), *inlines] if found else inlines
        return tuple(Text(" ") if isinstance(inline, LineBreak) else inline for inline in found)

    def _read_text(
        self, shape: etree._Element, place: Placeholder, styles: SlideStyles, part: str
    ) -> Iterator[Flow]:
        counter = ItemCounter()
        list_styles = styles.list_styles(shape, place)
        for paragraph in _paragraphs(shape):
            inlines = read_inlines(paragraph, lambda ident: self._find_link(part, ident))
            if not inlines:
                continue
            level = read_level(paragraph)
            mark = counter.mark(find_bullet(paragraph, list_styles, level), level)
            yield make_para(inlines, mark, "subtitle" if place.kind == "subTitle" else "plain")

    def _read_frame(self, frame: etree._Element, part: str) -> list[Flow]:
        """Return the table, the chart's values or the diagram's words that a frame holds."""
        table = next(frame.iter("{*}tbl"), None)
        if table is not None:
            return [self._read_table(table, part)]
        for entry in frame.iter("{*}chart"):
            relation = self.package.relations(part).get(attribute(entry, "id"))
            root = self.package.package.xml(relation.target) if relation and not relation.external else None
            made = read_chart(root) if root is not None else None
            self.charts += made is not None
            self.objects += made is None
            return [made] if made else []
        for entry in frame.iter("{*}relIds"):
            relation = self.package.relations(part).get(attribute(entry, "dm"))
            root = self.package.package.xml(relation.target) if relation and not relation.external else None
            return self._read_diagram(root, part)
        self.objects += any(local_name(entry) == "oleObj" for entry in frame.iter("{*}oleObj"))
        return []

    def _read_diagram(self, root: etree._Element | None, part: str) -> list[Flow]:
        found: list[Flow] = []
        for paragraph in root.iter(_DRAWN) if root is not None else ():
            inlines = read_inlines(paragraph, lambda ident: self._find_link(part, ident))
            if inlines:
                found.append(make_para(inlines, ListMark(0, "•")))
        return found

    def _read_table(self, table: etree._Element, part: str) -> Table:
        properties = next((entry for entry in table if local_name(entry) == "tblPr"), None)
        has_head = attribute(properties, "firstRow") in ("1", "true")
        rows = [entry for entry in table if local_name(entry) == "tr"]
        made: list[Row] = []
        for at, row in enumerate(rows):
            head = has_head and at == 0 and len(rows) > 1
            cells = [entry for entry in row if local_name(entry) == "tc"]
            made.append(
                Row(
                    tuple(
                        Cell(
                            self._read_cell(cell, part),
                            NOWHERE,
                            head,
                            _span(cell, "gridSpan"),
                            min(_span(cell, "rowSpan"), 1 if head else len(rows) - at),
                        )
                        for cell in cells
                        if attribute(cell, "hMerge") not in ("1", "true")
                        and attribute(cell, "vMerge") not in ("1", "true")
                    )
                )
            )
        head_rows = 1 if has_head and len(rows) > 1 else 0
        return Table(tuple(made[:head_rows]), tuple(made[head_rows:]), NOWHERE)

    def _read_cell(self, cell: etree._Element, part: str) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for paragraph in _paragraphs(cell):
            inlines = read_inlines(paragraph, lambda ident: self._find_link(part, ident))
            if inlines:
                found += [LineBreak(), *inlines] if found else inlines
        return tuple(found)

    def _read_picture(self, shape: etree._Element, slide: SlidePart) -> list[Flow]:
        properties = next(shape.iter("{*}cNvPr"), None)
        if any(attribute(entry, "val") in ("1", "true") for entry in shape.iter("{*}decorative")):
            return []
        alt = " ".join((attribute(properties, "descr") or attribute(properties, "title")).split())
        blip = next(shape.iter("{*}blip"), None)
        relation = self.package.relations(slide.name).get(attribute(blip, "embed"))
        where = f"on slide {slide.number}"
        data = self.package.package.part(relation.target) if relation and not relation.external else None
        if not data:
            missing = f"a picture {where} is not in the file, and nothing is fetched"
            self.pictures.warn(missing, "insert it as a file")
            return []
        name = self.pictures.add(data, where)
        return [Image(name, NOWHERE, "" if alt.casefold() in _NO_ALTS else alt)] if name else []

    def read_notes(self, slide: SlidePart) -> list[Flow]:
        """Return the speaker's notes of a slide."""
        notes = self.package.related(slide.name, "notesSlide")
        if notes is None:
            return []
        part, root = notes
        found: list[Flow] = []
        for shape in _iterate_shapes(next(root.iter("{*}spTree"), None)):
            kind = read_placeholder(shape).kind
            if kind in _FURNITURE and (words := extract_words(shape)):
                self.left_out.append((words, f"{_FURNITURE[kind]}'s notes"))
            elif local_name(shape) == "sp":
                for paragraph in _paragraphs(shape):
                    inlines = read_inlines(paragraph, lambda ident: self._find_link(part, ident))
                    if inlines:
                        found.append(make_para(inlines, None))
            elif local_name(shape) == "graphicFrame":
                found += self._read_frame(shape, part)
        return found

    def read_comments(self, slide: SlidePart) -> Iterator[str]:
        """Yield the comments on a slide."""
        for relation in self.package.relations(slide.name).values():
            if relation.kind == "comments" and not relation.external:
                root = self.package.package.xml(relation.target)
                for entry in root.iter("{*}cm") if root is not None else ():
                    words = extract_words(entry) or " ".join(
                        " ".join(str(text.text or "") for text in entry.iter("{*}text")).split()
                    )
                    if words:
                        yield words


_NO_ALTS = ("picture", "image", "bild", "grafik")


def _span(cell: etree._Element, name: str) -> int:
    return parse_int(attribute(cell, name), 1, least=1, most=_WIDEST)


_WIDEST = 100


def _iterate_shapes(tree: etree._Element | None) -> Iterator[etree._Element]:
    """Yield shapes, those of groups as well; of alternatives the first that says anything."""
    for entry in tree if tree is not None else ():
        kind = local_name(entry)
        if kind == "grpSp":
            yield from _iterate_shapes(entry)
        elif kind == "AlternateContent":
            forms = list(entry)
            chosen = next((form for form in forms if _says(form)), forms[-1] if forms else None)
            yield from _iterate_shapes(chosen)
        elif kind in ("sp", "graphicFrame", "pic", "cxnSp"):
            yield entry


def _says(form: etree._Element) -> bool:
    return any(str(text.text or "").strip() for text in form.iter("{*}t")) or any(
        True for _ in form.iter("{*}blip", "{*}chart", "{*}relIds")
    )


def _paragraphs(shape: etree._Element) -> Iterator[etree._Element]:
    body = next((entry for entry in shape if local_name(entry) == "txBody"), None)
    for entry in body if body is not None else ():
        if local_name(entry) == "p":
            yield entry

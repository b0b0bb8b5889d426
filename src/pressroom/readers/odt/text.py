"""Paragraphs, lists and tables of an OpenDocument text to a flow of paragraphs with their looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from pressroom.model.document import Block, Divider, Heading, Image, List, ListItem, Paragraph
from pressroom.model.inline import Inline, InlineImage, LineBreak, words
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.flow import Flow, Para, build_items, strip_bold
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import tidy_spaces
from pressroom.readers.odt.context import OdtContext
from pressroom.readers.odt.inlines import UNSEEN, ParagraphReader
from pressroom.readers.odt.lists import ListNumbers
from pressroom.readers.odt.pages import OdtPages
from pressroom.readers.odt.styles import StyleLook
from pressroom.readers.odt.tables import read_table

_INDEXES = (
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "user-index",
)


@dataclass(slots=True)
class TextReader:
    """Reads elements of the text; notes, pictures and what is left out gather in the context."""

    context: OdtContext
    numbers: ListNumbers = field(default_factory=ListNumbers)
    tops: int = 0  # headings of the first level so far

    def read_text(self, text: etree._Element, pages: OdtPages) -> list[Flow]:
        """Return what stands in the text, with marks of the pages that begin there."""
        return [entry for element in text for entry in pages.place(element, self.read_flow((element,)))]

    def read_flow(self, container: Iterable[etree._Element]) -> list[Flow]:
        """Return what stands in the text, a section, a cell, a note or a frame."""
        found: list[Flow] = []
        for element in container:
            kind = local_name(element)
            if kind in ("p", "h"):
                found.extend(self._paragraph(element, kind == "h"))
            elif kind == "list":
                found.extend(self._list(element, "", 1))
            elif kind == "table":
                found.append(read_table(element, self.read_blocks))
            elif kind == "section" and _is_hidden(element):
                self.context.leave_out(element, "hidden text")
            elif kind == "index-title":
                found.extend(self._index_title(element))
            elif kind in _INDEXES:
                self.context.leave_out(element, "contents list made by the word processor")
            elif kind == "tracked-changes":
                self.context.leave_out(element, "deleted by a tracked change")
            elif kind in ("frame", "g", "custom-shape", "rect"):
                found.extend(self._frame(element))
            elif kind not in UNSEEN:
                found.extend(self.read_flow(element))
        return found

    def _index_title(self, element: etree._Element) -> list[Flow]:
        """Return the title of a bibliography as a heading."""
        flow = self.read_flow(element)
        for entry in flow:
            if isinstance(entry, Para) and not entry.level:
                # with a single heading on top, that one is the title
                entry.part, entry.level = "", 2 if self.tops == 1 else 1
                entry.inlines = strip_bold(entry.inlines)
        return flow

    def _frame(self, element: etree._Element) -> list[Flow]:
        """Return a frame that stands between paragraphs."""
        reader = ParagraphReader(self.context, self.read_blocks)
        reader.add_element(element, StyleLook())
        inlines = tidy_spaces(reader.finish())
        found: list[Flow] = [*_find_pictures(inlines)]
        if inlines and not found:
            found.append(Para(inlines))
        return found + [entry for box in reader.boxes for entry in self.read_flow(box)]

    def _paragraph(self, element: etree._Element, heading: bool) -> list[Flow]:
        look = self.context.styles.find_look("paragraph", attribute(element, "style-name"))
        if look.hidden or any(_is_hidden_field(entry) for entry in element):
            self.context.leave_out(element, "hidden text")
            return []
        reader = ParagraphReader(self.context, self.read_blocks)
        reader.add_content(element, look)
        inlines = reader.finish()
        if look.part != "code":
            inlines = tidy_spaces(inlines)
        after = [entry for box in reader.boxes for entry in self.read_flow(box)]
        if look.part == "contents":
            self.context.left_out.append((words(inlines), "contents list made by the word processor"))
            return after
        if not inlines:
            return [Divider(NOWHERE), *after] if look.part == "rule" else after
        pictures = _find_pictures(inlines)
        if pictures:
            return [*pictures, *after]
        level = attribute(element, "outline-level") or "1"
        bold = look.bold or (bool(reader.looks) and all(entry[0] for entry in reader.looks))
        size = max((entry[1] for entry in reader.looks), default=look.size) or look.size
        part = "" if look.part == "rule" else look.part
        para = Para(inlines, part, 0, bold=bold, size=size)
        if heading and part != "title":
            para = Para(strip_bold(inlines), "", parse_int(level, 1, least=0, most=9))
            self.tops += para.level == 1
        return [para, *after]

    def read_blocks(self, container: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a list item, a cell or a note; a heading within is a paragraph."""
        plain = [
            replace(entry, bold=False, size=0) if isinstance(entry, Para) else entry
            for entry in self.read_flow(container)
        ]
        title, items = build_items(plain)
        whole = [title, *items] if title else items
        return tuple(
            Paragraph(item.inlines, NOWHERE) if isinstance(item, Heading) else item for item in whole
        )

    def _list(self, element: etree._Element, style: str, depth: int) -> list[Flow]:
        """Return a list, parted where its numbers do not follow each other, and the headings in it."""
        style = attribute(element, "style-name") or style
        form, start = self.context.styles.find_list_style(style, depth)
        self.numbers.begin(element, style, depth)
        found: list[Flow] = []
        items: list[ListItem] = []
        first = last = 0

        def close() -> None:
            nonlocal items
            if items:
                found.append(List(tuple(items), NOWHERE, form, first))
            items = []

        for entry in element:
            kind = local_name(entry)
            if kind not in ("list-item", "list-header"):
                continue
            number = self.numbers.count(entry, depth, start) if kind == "list-item" else last
            if any(local_name(each) == "h" for each in entry.iter()):
                close()
                found.extend(self._numbered_heading(entry, style, depth, number if form != "bullet" else 0))
                continue
            blocks = self._item(entry, style, depth)
            if not blocks:
                continue
            if kind == "list-header" and items:  # has no number, and belongs to the item before
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *blocks))
            elif kind == "list-header":
                found.extend(blocks)
            else:
                if items and form != "bullet" and number != last + 1:
                    close()
                first = first if items else number
                last = number
                items.append(ListItem(tuple(blocks), NOWHERE))
        close()
        return found

    def _item(self, item: etree._Element, style: str, depth: int) -> list[Block]:
        blocks: list[Block] = []
        for part in list(item):  # each is moved out of the tree
            if local_name(part) == "list":
                blocks.extend(
                    each for each in self._list(part, style, depth + 1) if not isinstance(each, Para)
                )
            else:
                holder = etree.Element("item")
                holder.append(part)
                blocks.extend(self.read_blocks(holder))
        return blocks

    def _numbered_heading(self, item: etree._Element, style: str, depth: int, number: int) -> list[Flow]:
        """Return what stands in an item with a heading, whose number is the item's."""
        found: list[Flow] = []
        for part in list(item):
            if local_name(part) == "list":
                found.extend(self._list(part, style, depth + 1))
                continue
            holder = etree.Element("item")
            holder.append(part)
            flow = self.read_flow(holder)
            for entry in flow:
                if isinstance(entry, Para) and entry.level and number:
                    entry.number = self.context.styles.write_number(style, depth, self.numbers.counts)
                    number = 0
            found.extend(flow)
        return found


def _is_hidden(section: etree._Element) -> bool:
    """Tell whether a section is not shown."""
    shown = attribute(section, "display")
    always = attribute(section, "condition").rpartition(":")[2].strip().lower() in ("1", "true")
    return shown == "none" or (shown == "condition" and always)


def _is_hidden_field(element: etree._Element) -> bool:
    return local_name(element) == "hidden-paragraph" and attribute(element, "is-hidden") == "true"


def _find_pictures(inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the pictures of a paragraph that holds nothing else."""
    pictures = [entry for entry in inlines if isinstance(entry, InlineImage)]
    if len(pictures) < len([entry for entry in inlines if not isinstance(entry, LineBreak)]):
        return []
    return [Image(picture.src, NOWHERE, picture.alt, width=picture.width) for picture in pictures]

"""A tree of HTML elements to headings and blocks without places."""

from __future__ import annotations

from lxml import etree

from pressroom.language.quotation import find_quotation_marks
from pressroom.model.document import Block, Callout, Divider, Heading, Image, Paragraph, Role
from pressroom.model.inline import (
    FootnoteRef,
    Inline,
    InlineImage,
    Lang,
    LineBreak,
    Link,
    Strong,
    Superscript,
    Text,
    words,
)
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.inline_builder import HTML_MARKS, MARKS, InlineBuilder, Make
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import read_element_width
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import collapse_spaces, tidy_spaces
from pressroom.readers.html.figures import find_source, read_code, read_figure, split_attribution
from pressroom.readers.html.lists import iterate_stray, read_definitions, read_list
from pressroom.readers.html.page import PageContext
from pressroom.readers.html.paragraphs import read_typed_list, split_paragraphs
from pressroom.readers.html.stylesheet import find_looks, is_unbold
from pressroom.readers.html.tables import is_layout, read_table
from pressroom.readers.html.tags import (
    BLOCKS,
    DROPPED,
    contains_blocks,
    find_callout,
    find_exclusion,
    is_heading_button,
)

_MARKS: dict[str, Make] = {**HTML_MARKS, "sup": lambda inner: _raise(inner)}


def _raise(inner: tuple[Inline, ...]) -> Inline:
    return inner[0] if _is_call(inner) else Superscript(inner)


def _is_call(inner: tuple[Inline, ...]) -> bool:
    return len(inner) == 1 and isinstance(inner[0], FootnoteRef)


def read_items(element: etree._Element, page: PageContext) -> list[Item]:
    """Return the headings and blocks in an element."""
    return _Flow(page).read(element)


def _strip(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take no-break spaces off the ends of a paragraph, where they only set it in."""
    found = list(inlines)
    while found and (isinstance(found[-1], LineBreak) or _is_blank(found[-1])):
        found.pop()
    while found and (isinstance(found[0], LineBreak) or _is_blank(found[0])):
        del found[0]
    if found and isinstance(first := found[0], Text):
        found[0] = Text(first.value.lstrip("\xa0 "))
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.value.rstrip("\xa0 "))
    return tuple(inline for inline in found if not isinstance(inline, Text) or inline.value)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Text) and not inline.value.strip()


def read_items_of(element: etree._Element, page: PageContext) -> list[Item]:
    """Return what stands in an element, whatever part of a page's frame it is elsewhere."""
    kept, page.keep_frame = page.keep_frame, True
    items = read_items(element, page)
    page.keep_frame = kept
    return items


def read_blocks(element: etree._Element, page: PageContext) -> tuple[Block, ...]:
    """Return the blocks in an element; a heading in a list or a quotation is a paragraph."""
    return tuple(
        Paragraph((Strong(item.inlines),), NOWHERE) if isinstance(item, Heading) else item
        for item in read_items(element, page)
    )


class _Flow:
    """The content of one element being read: running text gathers until a block begins."""

    def __init__(self, page: PageContext) -> None:
        self.page = page
        self.out: list[Item] = []
        self.line = InlineBuilder()
        self.role: Role = "body"
        self.placed = 0

    def read(self, element: etree._Element) -> list[Item]:
        self._inside(element)
        self._flush()
        self._place(element)
        return self.out

    def _place(self, element: etree._Element) -> None:
        """Note which element the blocks stand in that were found since this was called last."""
        self.page.holders += [(item, element) for item in self.out[self.placed :]]
        self.placed = len(self.out)

    def _flush(self) -> None:
        for inlines in split_paragraphs(self.line.done()):
            self._add_line(tidy_spaces(inlines))
        self.line = InlineBuilder()

    def _add_line(self, inlines: tuple[Inline, ...]) -> None:
        """Add the running text of a paragraph, or a list that is typed in it."""
        inlines = _strip(inlines)
        if not words(inlines).strip() and not any(isinstance(each, InlineImage) for each in inlines):
            return  # a paragraph of no-break spaces is a gap
        pictures = [entry for entry in inlines if isinstance(entry, InlineImage)]
        if (
            pictures
            and not words(inlines).strip()
            and len(pictures) == len([i for i in inlines if not isinstance(i, Text | LineBreak)])
        ):
            self.out.extend(
                Image(picture.src, NOWHERE, picture.alt, width=picture.width) for picture in pictures
            )
        elif inlines:
            self.out.extend(read_typed_list(inlines) or [Paragraph(inlines, NOWHERE, self.role)])

    def _inside(self, element: etree._Element) -> None:
        if element.text:
            self.line.add(Text(collapse_spaces(element.text)))
        for entry in element:
            if isinstance(entry.tag, str):
                self._one(entry)
            if entry.tail:
                self.line.add(Text(collapse_spaces(entry.tail)))

    def _one(self, element: etree._Element) -> None:
        tag = str(element.tag).lower()
        if element in self.page.skipped or (tag in DROPPED and not is_heading_button(element, tag)):
            return
        reason = find_exclusion(element, tag, keep_frame=self.page.keep_frame)
        if not reason and self.page.looks and "hidden" in find_looks(element, self.page.looks):
            reason = "hidden text"
        if reason:
            self.page.leave_out(element, reason)
        elif tag in BLOCKS:
            self._flush()
            if (parent := element.getparent()) is not None:
                self._place(parent)
            self._block(element, tag)
            self._flush()
            self._place(element)
        else:
            self._inline(element, tag)

    def _block(self, element: etree._Element, tag: str) -> None:
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading(element, int(tag[1:]))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._stray(element)
            self.out.extend(read_list(element, tag == "ol", self.page.skipped, self._blocks, self._stray))
        elif tag == "dl":
            self._stray(element)
            self.out.extend(read_definitions(element, self._items, self._blocks))
        elif tag == "table" and not is_layout(element):
            self._stray(element)
            self.out.append(read_table(element, self._items))
        elif tag == "blockquote":
            source = find_source(element, self.page.skipped)
            if blocks := self._blocks(element):
                self.out.append(split_attribution(blocks, self._attribution(source)))
        elif tag == "hr":
            self.out.append(Divider(NOWHERE))
        elif tag in ("pre", "listing", "xmp", "plaintext"):
            self.out.extend(read_code(element))
        elif tag == "figure":
            self.out.extend(read_figure(element, self.page.skipped, self._items))
        elif kind := find_callout(element, tag):
            self.out.append(Callout(kind, self._blocks(element), NOWHERE))
        elif element in self.page.subtitles:
            self.role = "standfirst"
            self._inside(element)
            self._flush()
            self.role = "body"
        else:
            self._inside(element)

    def _attribution(self, source: etree._Element | None) -> tuple[Inline, ...]:
        """Return who is quoted, where an element within the quotation says it."""
        if source is None:
            return ()
        self.page.skipped.discard(source)
        said = flatten_blocks(read_items_of(source, self.page))
        self.page.skipped.add(source)
        return said

    def _items(self, element: etree._Element) -> list[Item]:
        return read_items(element, self.page)

    def _blocks(self, element: etree._Element) -> tuple[Block, ...]:
        return read_blocks(element, self.page)

    def _stray(self, element: etree._Element) -> None:
        """Put words between items, rows or cells, where HTML allows none, ahead of them, as browsers do."""
        stray = " ".join(iterate_stray(element))
        if stray:
            self.line.add(Text(stray))
            self._flush()

    def _heading(self, element: etree._Element, level: int) -> None:
        inlines: list[Inline] = []
        beside: list[Item] = []
        for item in self._items(element):
            if isinstance(item, Paragraph | Heading):
                inlines += [Text(" "), *item.inlines] if inlines else item.inlines
            elif isinstance(item, Image):
                self.out.append(item)
            else:
                beside.append(item)
        if not inlines:
            self.out.extend(beside)
            return
        heading = Heading(tidy_spaces(inlines), level, NOWHERE)
        name = element.get("id") or next(
            (
                str(e.get("id") or e.get("name"))
                for e in element.iter("a", "span")
                if e.get("id") or e.get("name")
            ),
            "",
        )
        self.out.append(heading)
        if name:
            self.page.names.append((heading, name))
        self.out.extend(beside)

    # running text

    def _inline(self, element: etree._Element, tag: str) -> None:
        line = self.line
        if tag == "br":
            line.add(LineBreak())
        elif tag == "img":
            self._image(element)
        elif tag == "a":
            self._link(element)
        elif tag == "q":
            self._quotation(element)
        elif tag == "math":
            line.add(
                Text(element.get("alttext") or collapse_spaces("".join(str(t) for t in element.itertext())))
            )
        elif tag == "wbr":
            return
        elif contains_blocks(element):
            self._inside(element)  # a mark round blocks marks nothing
        else:
            self._marked(element, tag)

    def _quotation(self, element: etree._Element) -> None:
        """Read words in the quotation marks of the language around them, which the element stands for."""
        around = list(element.iterancestors())
        lang = next((str(each.get("lang")) for each in around if each.get("lang")), "")
        depth = sum(each.tag == "q" for each in around)
        text = "" if lang else " ".join(str(part) for part in element.getroottree().getroot().itertext())
        before, behind = find_quotation_marks(lang, depth, text)
        self.line.add(Text(before))
        self._marked(element, "q")
        self.line.add(Text(behind))

    def _marked(self, element: etree._Element, tag: str) -> None:
        """Read an element with the marks that its tag, its language and its looks set."""
        marks: list[tuple[str, Make]] = []
        if tag in _MARKS and not (tag in ("b", "strong") and is_unbold(element)):
            marks.append((tag, _MARKS[tag]))
        elif lang := element.get("lang") if tag in ("span", "q") else "":
            marks.append((tag, lambda inner: Lang(inner, lang)))
        if tag in ("span", "font"):
            looks = find_looks(element, self.page.looks)
            made = {**MARKS, "superscript": _raise}
            marks += [(look, made[look]) for look in made if look in looks]
        for name, make in marks:
            self.line.open(name, make)
        self._inside(element)
        for name, _ in reversed(marks):
            self.line.close(name)

    def _image(self, element: etree._Element) -> None:
        name, alt = self.page.add_picture(element)
        if name:
            self.line.add(InlineImage(name, alt, read_element_width(element.attrib)))
        elif alt:
            self.line.add(Text(alt))

    def _link(self, element: etree._Element) -> None:
        href = (element.get("href") or "").strip()
        label = self.page.notes.get(href[1:]) if href.startswith("#") else None
        if label:
            self.line.add(FootnoteRef(label))
            return
        if contains_blocks(element):
            self._inside(element)
            return
        safe = sanitize_href(href)
        if safe.startswith("#"):
            safe = safe if safe[1:] in self.page.anchors else ""
        elif href and not safe and not href.startswith("#"):
            self.page.unlinked.add(href[:200])
        title = element.get("title") or ""
        self.line.open("a", (lambda inner: Link(inner, safe, title)) if safe else None)
        self._inside(element)
        self.line.close("a")

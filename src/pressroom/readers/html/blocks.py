"""A tree of HTML elements to headings and blocks without places."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_to_bytes

from lxml import etree

from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Footnote,
    Heading,
    Image,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Inline,
    InlineImage,
    Lang,
    LineBreak,
    Link,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Text,
    words,
)
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.flow import split_label
from pressroom.readers.common.inline_builder import InlineBuilder, Make
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import collapse_spaces, tidy_spaces
from pressroom.readers.html.tables import is_layout, read_table

_MARKS: dict[str, Make] = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Emphasis),
    **dict.fromkeys(("strong", "b"), Strong),
    **dict.fromkeys(("s", "del", "strike"), Strike),
    "sup": lambda inner: inner[0] if _is_call(inner) else Superscript(inner),
    "sub": Subscript,
    **dict.fromkeys(("code", "kbd", "samp", "tt"), lambda inner: Code(words(inner))),
}
_DROPPED = frozenset(
    (
        *(
            "script",
            "style",
            "template",
            "head",
            "title",
            "meta",
            "link",
            "object",
            "embed",
            "iframe",
            "frame",
        ),
        *("frameset", "noframes", "applet", "canvas", "svg", "audio", "video", "map", "datalist", "select"),
        *("option", "optgroup", "input", "button", "textarea", "progress", "meter", "dialog"),
    )
)
_FRAME = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "aside of the page",
    "form": "form",
    "menu": "navigation",
}
_ROLES = {"navigation": "navigation", "contentinfo": "page footer", "search": "form", "banner": "page header"}
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center"),
        *(
            "fieldset",
            "form",
            "details",
            "summary",
            "hgroup",
            "body",
            "html",
            "ul",
            "ol",
            "menu",
            "dl",
            "table",
        ),
        *(
            "blockquote",
            "pre",
            "hr",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "dt",
            "dd",
            "tr",
            "td",
        ),
        *("th", "tbody", "thead", "tfoot", "caption", "figcaption", "legend", "noscript", "picture", "dir"),
        *("listing", "xmp", "plaintext"),
    )
)
_CALLOUTS = re.compile(r"\b(note|tip|warning|important|caution|info|hint|danger)\b", re.IGNORECASE)
_KINDS = {"info": "note", "hint": "tip", "danger": "caution"}
_STYLES: dict[str, ListStyle] = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_DATA = re.compile(r"data:image/[\w.+-]+(?P<how>(?:;[\w=-]+)*),(?P<data>.*)", re.DOTALL | re.IGNORECASE)


def _is_call(inner: tuple[Inline, ...]) -> bool:
    return len(inner) == 1 and isinstance(inner[0], FootnoteRef)


@dataclass(slots=True)
class HtmlReader:
    """Reads elements; what it finds besides blocks gathers in its fields.

    ``notes`` maps the ids of foot notes to their labels. ``given`` holds names of headings by the identity of
    their object, for links within the page.
    """

    pictures: Pictures
    keep_frame: bool = False
    notes: dict[str, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    left_out: list[tuple[str, str]] = field(default_factory=list)
    given: dict[int, str] = field(default_factory=dict)
    unlinked: set[str] = field(default_factory=set)
    skipped: set[etree._Element] = field(default_factory=set)
    headings: list[Heading] = field(default_factory=list)

    def items(self, element: etree._Element) -> list[Item]:
        """Return what stands in an element."""
        return _Flow(self).read(element)

    def blocks(self, element: etree._Element) -> tuple[Block, ...]:
        """Return an element's blocks; a heading in a list or a quotation is a paragraph."""
        return tuple(
            Paragraph((Strong(item.inlines),), NOWHERE) if isinstance(item, Heading) else item
            for item in self.items(element)
        )

    def leave_out(self, element: etree._Element, reason: str) -> None:
        """Note the words of an element that are in no block."""
        text = " ".join("".join(str(part) for part in element.itertext()).split())
        if text:
            self.left_out.append((text, reason))

    def footnotes(self, bodies: Iterable[tuple[str, etree._Element]]) -> list[Footnote]:
        """Return the notes whose ids and elements are given."""
        return [Footnote(label, self.blocks(element), NOWHERE) for label, element in bodies]

    def picture(self, element: etree._Element) -> tuple[str, str]:
        """Return (name, alternative text) of a picture; the name is "" when it cannot be shown."""
        src = (element.get("src") or element.get("data-src") or "").strip()
        alt = collapse_spaces(element.get("alt") or "").strip()
        if element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
            return "", ""  # a pixel that counts readers
        found = _DATA.fullmatch(src)
        if found:
            try:
                raw = unquote_to_bytes(found["data"])
                data = base64.b64decode(raw) if found["how"].lower().endswith(";base64") else raw
            except (binascii.Error, ValueError):
                data = b""
            return self.pictures.add(data, alt or "within the page"), alt
        if not src or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|\\", src):
            if src:
                self.pictures.warn(
                    f"the picture {src[:100]} is only linked to, and nothing is fetched",
                    "save it beside the source, as PNG or JPEG",
                )
            return "", alt
        return src.split("?")[0].split("#")[0], alt


class _Flow:
    """The content of one element being read: running text gathers until a block begins."""

    def __init__(self, reader: HtmlReader) -> None:
        self.reader = reader
        self.out: list[Item] = []
        self.line = InlineBuilder()

    def read(self, element: etree._Element) -> list[Item]:
        self._inside(element)
        self._flush()
        return self.out

    def _flush(self) -> None:
        inlines = tidy_spaces(self.line.done())
        self.line = InlineBuilder()
        pictures = [entry for entry in inlines if isinstance(entry, InlineImage)]
        if (
            pictures
            and not words(inlines).strip()
            and len(pictures) == len([i for i in inlines if not isinstance(i, Text | LineBreak)])
        ):
            self.out.extend(Image(picture.src, NOWHERE, picture.alt) for picture in pictures)
        elif inlines:
            self.out.append(Paragraph(inlines, NOWHERE))

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
        reader = self.reader
        if tag in _DROPPED or element in reader.skipped:
            return
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        reason = "hidden text" if hidden else ""
        if not reason and not reader.keep_frame:
            reason = _FRAME.get(tag) or _ROLES.get(element.get("role") or "", "")
            if tag == "aside" and _CALLOUTS.search(element.get("class") or ""):
                reason = ""
        if reason:
            reader.leave_out(element, reason)
        elif tag in _BLOCKS:
            self._flush()
            self._block(element, tag)
            self._flush()
        else:
            self._inline(element, tag)

    def _block(self, element: etree._Element, tag: str) -> None:
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading(element, int(tag[1:]))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._stray(element)
            self.out.extend(self._list(element, tag == "ol"))
        elif tag == "dl":
            self._stray(element)
            self.out.extend(self._definitions(element))
        elif tag == "table":
            if is_layout(element):
                self._inside(element)
            else:
                self._stray(element)
                self.out.append(read_table(element, self.reader))
        elif tag == "blockquote":
            blocks = self.reader.blocks(element)
            if blocks:
                self.out.append(_quote(blocks))
        elif tag in ("pre", "listing", "xmp", "plaintext", "hr"):
            self.out.extend(_kept(element, tag))
        elif tag == "figure":
            self.out.extend(self._figure(element))
        elif (
            tag in ("aside", "div")
            and (kind := _CALLOUTS.search(element.get("class") or ""))
            and _is_box(element)
        ):
            name = kind[1].lower()
            self.out.append(Callout(_KINDS.get(name, name), self.reader.blocks(element), NOWHERE))
        else:
            self._inside(element)

    def _stray(self, element: etree._Element) -> None:
        """Put words between items, rows or cells, where HTML allows none, ahead of them, as browsers do."""
        stray = " ".join(_between(element))
        if stray:
            self.line.add(Text(stray))
            self._flush()

    def _heading(self, element: etree._Element, level: int) -> None:
        inner = _Flow(self.reader)
        found = inner.read(element)
        inlines: list[Inline] = []
        beside: list[Item] = []
        for item in found:
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
        self.reader.headings.append(heading)
        if name:
            self.reader.given[id(heading)] = name
        self.out.extend(beside)

    def _list(self, element: etree._Element, ordered: bool) -> list[Block]:
        items: list[ListItem] = []
        for entry in element:
            if not isinstance(entry.tag, str) or entry in self.reader.skipped:
                continue
            if entry.tag in ("ul", "ol") and items:  # a list put between items belongs to the one before
                self._stray(entry)
                nested = tuple(self._list(entry, entry.tag == "ol"))
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *nested))
            elif (blocks := self.reader.blocks(entry)) or entry.tag == "li":
                items.append(ListItem(blocks, NOWHERE, "", _checked(entry)))
        items = [item for item in items if item.blocks]
        if not items:
            return []
        style: ListStyle = _STYLES.get(element.get("type") or "", "decimal") if ordered else "bullet"
        start = element.get("start") or "1"
        return [List(tuple(items), NOWHERE, style, int(start) if re.fullmatch(r"\d{1,6}", start) else 1)]

    def _definitions(self, element: etree._Element) -> list[Block]:
        items: list[Definition] = []
        term: tuple[Inline, ...] = ()
        for entry in _entries(element):
            if entry.tag == "dt":
                if term:
                    items.append(Definition(term, (), NOWHERE))
                term = flatten_blocks(self.reader.items(entry))
            elif blocks := self.reader.blocks(entry):
                items.append(Definition(term, blocks, NOWHERE))
                term = ()
        if term:
            items.append(Definition(term, (), NOWHERE))
        return [DefinitionList(tuple(items), NOWHERE)] if items else []

    def _figure(self, element: etree._Element) -> list[Item]:
        caption: tuple[Inline, ...] = ()
        own = (
            entry for entry in element.iter("figcaption") if next(entry.iterancestors("figure")) is element
        )
        for entry in own:
            caption = flatten_blocks(self.reader.items(entry), caption)
            self.reader.skipped.add(entry)
        found = self.reader.items(element)
        for at, item in enumerate(found):
            if caption and isinstance(item, Image | Table) and not item.caption:
                label, rest = split_label(caption)
                found[at] = (
                    replace(item, caption=rest, label=label)
                    if isinstance(item, Table)
                    else replace(item, caption=rest)
                )
                return found
        return [*found, Paragraph(caption, NOWHERE, "caption")] if caption else found

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
            line.add(Text("“"))
            self._inside(element)
            self.line.add(Text("”"))
        elif tag == "math":
            line.add(
                Text(element.get("alttext") or collapse_spaces("".join(str(t) for t in element.itertext())))
            )
        elif tag == "wbr":
            return
        elif any(isinstance(entry.tag, str) and entry.tag in _BLOCKS for entry in element.iterdescendants()):
            self._inside(element)  # a mark round blocks marks nothing
        elif tag in _MARKS or (element.get("lang") and tag == "span"):
            lang = element.get("lang") or ""
            line.open(tag, _MARKS.get(tag) or (lambda inner: Lang(inner, lang)))
            self._inside(element)
            self.line.close(tag)
        else:
            self._inside(element)

    def _image(self, element: etree._Element) -> None:
        name, alt = self.reader.picture(element)
        if name:
            self.line.add(InlineImage(name, alt))
        elif alt:
            self.line.add(Text(alt))

    def _link(self, element: etree._Element) -> None:
        href = (element.get("href") or "").strip()
        label = self.reader.notes.get(href[1:]) if href.startswith("#") else None
        if label:
            self.line.add(FootnoteRef(label))
            return
        if any(isinstance(entry.tag, str) and entry.tag in _BLOCKS for entry in element.iterdescendants()):
            self._inside(element)
            return
        safe = sanitize_href(href)
        if safe.startswith("#"):
            safe = safe if safe[1:] in self.reader.anchors else ""
        elif href and not safe and not href.startswith("#"):
            self.reader.unlinked.add(href[:200])
        title = element.get("title") or ""
        self.line.open("a", (lambda inner: Link(inner, safe, title)) if safe else None)
        self._inside(element)
        self.line.close("a")


def _kept(element: etree._Element, tag: str) -> list[Block]:
    """Return what is kept letter for letter, or a rule."""
    if tag == "hr":
        return [Divider(NOWHERE)]
    text = "".join(str(part) for part in element.itertext()).strip("\n")
    return [CodeBlock(text, NOWHERE, _language(element))] if text.strip() else []


def _quote(blocks: tuple[Block, ...]) -> Quote:
    last = blocks[-1]
    if len(blocks) > 1 and isinstance(last, Paragraph) and len(words(last.inlines)) < 120:
        first = last.inlines[0]
        found = re.match(r"(?:[—–―]|--)\s*(?=\S)", first.value) if isinstance(first, Text) else None
        if found and isinstance(first, Text):
            return Quote(blocks[:-1], NOWHERE, (Text(first.value[found.end() :]), *last.inlines[1:]))
    return Quote(blocks, NOWHERE)


def _is_box(element: etree._Element) -> bool:
    names = (element.get("class") or "").lower()
    return element.tag == "aside" or any(word in names for word in ("callout", "admonition", "alert", "box"))


def _language(element: etree._Element) -> str:
    for entry in element.iter():
        found = re.search(r"(?:language|lang|brush)[-:]\s*([\w+#-]+)", str(entry.get("class") or ""))
        if found:
            return found[1]
    return ""


_ORDERED = ("thead", "tbody", "tfoot", "tr", "colgroup")


def _between(element: etree._Element) -> Iterator[str]:
    """Yield the words right within a list or table, and within its rows."""
    texts = [element.text, *(entry.tail for entry in element)]
    yield from (" ".join(text.split()) for text in texts if text and text.strip())
    for entry in element:
        if entry.tag in _ORDERED or (entry.tag == "div" and element.tag == "dl"):
            yield from _between(entry)


def _entries(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a list of definitions, also from within the boxes that HTML allows there."""
    for entry in element:
        if entry.tag == "div":
            yield from _entries(entry)
        elif isinstance(entry.tag, str):
            yield entry


def _checked(element: etree._Element) -> bool | None:
    box = next((entry for entry in element.iter("input") if entry.get("type") == "checkbox"), None)
    return None if box is None else box.get("checked") is not None

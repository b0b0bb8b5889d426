"""A web page or a piece of HTML to a document."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from pressroom.model.document import Block, Divider, Document, Footnote, Heading, Metadata, Paragraph
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.links import note_dropped_links
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.html.blocks import read_blocks, read_items, read_items_of
from pressroom.readers.html.frame import extract_text, split_frame
from pressroom.readers.html.main import SOME_LINKS, find_headline, find_main, has_frame
from pressroom.readers.html.office import tidy_office_page
from pressroom.readers.html.page import PageContext
from pressroom.readers.html.paragraphs import guess_headings
from pressroom.readers.html.stylesheet import find_looks, read_class_looks
from pressroom.readers.html.tree import decode_html, parse_body

FRAME = "frame of the page"  # why words of a page are left out
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_BACK = re.compile(
    r"#(?:fnref|footnote-?ref|cite_ref|ref|_ftnref|_ednref|ftnt_ref|note-ref|a_fn)", re.IGNORECASE
)


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read an HTML file."""
    text, found = decode_html(data, source, settings)
    page = _read_page(text, source, Pictures(source), whole=False)
    return assemble(source, settings, replace(page, diagnostics=(*found, *page.diagnostics)))


def read_fragment(text: str, source: str, pictures: Pictures) -> Content:
    """Return the content of HTML of which nothing is navigation, such as the text of a mail."""
    return _read_page(text, source, pictures, whole=True)


def read_piece(text: str, source: str, pictures: Pictures) -> Content:
    """Return the content of a piece of HTML within another text: nothing in it is a title or a note."""
    body = parse_body(text, source)
    if body is None:
        return Content()
    page = PageContext(pictures, keep_frame=True)
    links = (str(link.get("href") or "") for link in body.iter("a"))
    page.anchors = frozenset(link[1:] for link in links if link.startswith("#"))
    known = len(pictures.diagnostics)
    items = read_items(body, page)
    names = {id(heading): name for heading, name in page.names}
    return Content(
        items=items,
        left_out=page.left_out,
        ids={at: names[id(item)] for at, item in enumerate(items) if id(item) in names},
        diagnostics=(*pictures.diagnostics[known:], *note_dropped_links(page.unlinked, source)),
    )


def _read_page(text: str, source: str, pictures: Pictures, *, whole: bool) -> Content:
    body = parse_body(text, source)
    if body is None:
        return Content(assets=pictures.assets, diagnostics=pictures.diagnostics)
    metadata, page_title = _read_head(body)
    main = body if whole else find_main(body, text, metadata.lang)
    other = "" if whole or not has_frame(body, SOME_LINKS) else extract_text(body.getroottree().getroot())
    page = PageContext(pictures, keep_frame=whole, looks=read_class_looks(body.getroottree().getroot()))
    _show_what_would_hide_all(main, page)
    tidy_office_page(main, page)
    headline, beside = (None, []) if whole else find_headline(body, main, page_title)
    bodies = _find_notes(main, page)
    place = body if other else main  # whose blocks are weighed, or all stay
    page.anchors = frozenset(
        str(entry.get("id")) for entry in place.iter("h1", "h2", "h3", "h4", "h5", "h6") if entry.get("id")
    )
    named = _read_title(page)
    ahead = _read_headline(headline, beside, page)
    page.skipped.update(beside, () if headline is None else (headline,))
    if headline is not None and other:
        _leave_out_titles(body, page)
    found = read_items_of(place, page) if other else read_items(place, page)
    if other:
        found, frame = split_frame(found, other, *_collect_places(page), set(main.iter()), page_title)
        page.left_out += [(words, FRAME) for words in frame]
    items = guess_headings([*ahead, *found])
    if bodies and items and isinstance(items[-1], Divider):
        del items[-1]  # the line between the text and its notes
    footnotes = [Footnote(label, _read_note(element, page), NOWHERE) for label, element in bodies]
    _leave_out_frame(body, place, page)
    title, items = (named, items) if named else _split_title(items)
    names = {id(heading): name for heading, name in page.names}
    return Content(
        items=items,
        title=title,
        fallback_title=page_title,
        footnotes=footnotes,
        left_out=page.left_out,
        ids={at: names[id(item)] for at, item in enumerate(items) if id(item) in names},
        metadata=metadata,
        assets=pictures.assets,
        diagnostics=(*pictures.diagnostics, *note_dropped_links(page.unlinked, source)),
    )


def _collect_places(page: PageContext) -> tuple[dict[int, str], dict[int, etree._Element]]:
    """Return the names of headings and the elements of blocks, by their identity."""
    inner = {id(item): element for item, element in reversed(page.holders)}
    return {id(heading): name for heading, name in page.names}, inner


def _show_what_would_hide_all(main: etree._Element, page: PageContext) -> None:
    """Forget classes that hide more than half of the text: a script would show it."""
    hidden = [e for e in main.iter() if isinstance(e.tag, str) and "hidden" in find_looks(e, page.looks)]
    words = sum(len(" ".join(map(str, element.itertext())).split()) for element in hidden)
    if words * 2 > len(" ".join(map(str, main.itertext())).split()):
        page.looks = {name: looks - {"hidden"} for name, looks in page.looks.items()}


def _read_note(element: etree._Element, page: PageContext) -> tuple[Block, ...]:
    """Return the blocks of a note, without the line that parts the notes from the text."""
    return tuple(block for block in read_blocks(element, page) if not isinstance(block, Divider))


def _read_title(page: PageContext) -> Heading | None:
    """Return the title that an office program marks as such by its style."""
    if page.title is None:
        return None
    inlines = flatten_blocks(read_items(page.title, page))
    page.skipped.add(page.title)
    return Heading(inlines, 0, NOWHERE) if inlines else None


def _leave_out_titles(body: etree._Element, page: PageContext) -> None:
    """Leave out the titles of a page beside its headline, such as the name of a newspaper."""
    for title in body.iter("h1"):
        page.leave_out(title, FRAME)
        page.skipped.add(title)


def _read_headline(
    headline: etree._Element | None, beside: list[etree._Element], page: PageContext
) -> list[Item]:
    """Return a headline that stands apart from the text, with its standfirst."""
    if headline is None:
        return []
    inlines = flatten_blocks(read_items(headline, page))
    found: list[Item] = [Heading(inlines, 1, NOWHERE)] if inlines else []
    for element in beside:
        said = flatten_blocks(read_items_of(element, page))
        if said:
            found.append(Paragraph(said, NOWHERE, "standfirst"))
    return found


def _split_title(items: list[Item]) -> tuple[Heading | None, list[Item]]:
    """Take the only heading of level 1 for the title if it is the first, whatever lines stand before it."""
    headings = [item for item in items if isinstance(item, Heading)]
    tops = [item for item in headings if item.level == 1]
    if len(tops) == 1 and headings[0] is tops[0]:
        return tops[0], [item for item in items if item is not tops[0]]
    return None, items


def _find_notes(main: etree._Element, page: PageContext) -> list[tuple[str, etree._Element]]:
    """Find the notes that calls in the text lead to; label them in the order of their calls."""
    targets = {
        str(entry.get("id")): entry for entry in main.iter("li", "p", "div", "aside") if entry.get("id")
    }
    targets = {**_find_named_notes(main), **targets}
    bodies: list[tuple[str, etree._Element]] = []
    for link in main.iter("a"):
        href = str(link.get("href") or "")
        target = targets.get(href[1:]) if href.startswith("#") else None
        if target is None or not _is_call(link) or link in set(target.iter("a")):
            continue
        if href[1:] not in page.notes:
            page.notes[href[1:]] = str(len(bodies) + 1)
            bodies.append((page.notes[href[1:]], target))
            page.skipped.add(target)
    for _, target in bodies:
        for link in list(target.iter("a")):
            if _BACK.match(str(link.get("href") or "")) or "back" in str(link.get("class") or ""):
                page.skipped.add(link)
    return bodies


def _find_named_notes(main: etree._Element) -> dict[str, etree._Element]:
    """Find the notes of office programs, whose name is on a link within that leads back to the call."""
    found: dict[str, etree._Element] = {}
    for link in main.iter("a"):
        name = str(link.get("id") or link.get("name") or "")
        if not name or not _BACK.match(str(link.get("href") or "")):
            continue
        holder = next(link.iterancestors("p", "li", "div"), None)
        while holder is not None and (parent := holder.getparent()) is not None and parent.tag == "div":
            backs = sum(bool(_BACK.match(str(entry.get("href") or ""))) for entry in parent.iter("a"))
            if backs > 1 or parent is main:
                break
            holder = parent
        if holder is not None and holder is not main:
            found[name] = holder
    return found


def _is_call(link: etree._Element) -> bool:
    names = (
        entry.get(key) or "" for entry in link.iter("a", "span") for key in ("class", "role", "epub:type")
    )
    marks = " ".join(names).lower()
    short = len("".join(str(part) for part in link.itertext()).strip()) <= 6
    raised = any(entry.tag == "sup" for entry in (*link.iterancestors(), *link.iterdescendants()))
    return short and (raised or "footnote" in marks or "noteref" in marks)


def _leave_out_frame(body: etree._Element, main: etree._Element, page: PageContext) -> None:
    """Note the words that stand round the page's text."""
    within = set(main.iterancestors())
    step = main
    while step is not body and (parent := step.getparent()) is not None:
        for entry in parent:
            if entry is not step and isinstance(entry.tag, str) and entry.tag not in ("script", "style"):
                page.leave_out(entry, FRAME)
        if parent.text and parent.text.strip():
            page.left_out.append((" ".join(parent.text.split()), FRAME))
        for entry in parent:
            if entry.tail and entry.tail.strip() and parent in within:
                page.left_out.append((" ".join(entry.tail.split()), FRAME))
        step = parent


def _read_head(body: etree._Element) -> tuple[Metadata, str]:
    root = body.getroottree().getroot()
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = str(meta.get("name") or meta.get("property") or "").lower()
        named.setdefault(key, " ".join(str(meta.get("content") or "").split()))
    title = next((" ".join("".join(str(t) for t in e.itertext()).split()) for e in root.iter("title")), "")
    lang = str(root.get("lang") or "")
    date = _first(named, "article:published_time", "dcterms.date", "dc.date", "date", "datepublished")
    iso = _ISO.match(date)
    author = _first(named, "author", "article:author", "dcterms.creator", "dc.creator")
    metadata = Metadata(
        author=(author,) if author and "://" not in author else (),
        date=iso.group() if iso else "",
        lang=lang if _LANG.fullmatch(lang) else "",
        keywords=tuple(word.strip() for word in named.get("keywords", "").split(",") if word.strip()),
    )
    return metadata, _SITE.sub("", named.get("og:title", "") or title)


def _first(named: dict[str, str], *keys: str) -> str:
    return next((named[key] for key in keys if named.get(key)), "")

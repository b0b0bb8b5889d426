"""The Word file assembled: reference, text, notes, numbering, headers, properties."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from pressroom.model.page import Page
from pressroom.writers.common.elements import number_calls
from pressroom.writers.docx.body.blocks import BLOCK_WRITERS
from pressroom.writers.docx.body.contents import is_page_reference
from pressroom.writers.docx.body.context import DocumentContext, PartLinks
from pressroom.writers.docx.body.flow import BlockPosition, Flow
from pressroom.writers.docx.body.notes import Notes
from pressroom.writers.docx.body.pictures import PictureParts
from pressroom.writers.docx.body.running import RunningHeads, mark_reference_headers
from pressroom.writers.docx.options import WordOptions
from pressroom.writers.docx.package.archive import find_body, open_package, open_part, save_package
from pressroom.writers.docx.package.bookmarks import Bookmarks
from pressroom.writers.docx.package.fonts import embed_fonts
from pressroom.writers.docx.package.markup import XMLNS, qualify, right_to_left
from pressroom.writers.docx.package.numbers import name_number, read_numbers
from pressroom.writers.docx.package.properties import list_provenance, set_core, set_custom
from pressroom.writers.docx.package.sections import Paper, Sections, make_paper, read_paper
from pressroom.writers.docx.package.tree import collapse_spaces, find_first, read_words, without_comments
from pressroom.writers.docx.roundtrip.source_text.words import collect_source_words
from pressroom.writers.docx.roundtrip.word.record import store_record
from pressroom.writers.docx.styles.base_document import add_theme, make_base_document
from pressroom.writers.docx.styles.numbering import NumberingPart
from pressroom.writers.docx.styles.outline import find_heading_schemes
from pressroom.writers.docx.styles.reference import (
    PreparedReference,
    clean_settings,
    drop_unused_relations,
    prepare_reference,
    remove_broken_links,
    set_language,
)
from pressroom.writers.docx.styles.stylebook import StyleBook

if TYPE_CHECKING:
    from docx.package import Package
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEADING_LEVELS = 5


def write(page: Page, options: WordOptions | None = None) -> bytes:
    """Return the page as a Word file. Raises PressroomError."""
    options = options or WordOptions()
    root = without_comments(page.tree.copy())
    lang, rtl = root.get("lang") or page.report.lang, root.get("dir") == "rtl"
    _drop_page_numbers(root)
    number_calls(root)
    body = root.find("body")
    attributes = body.attrib if body is not None else {}
    two_sided = attributes.get("data-sides") == "two"
    columns = 1 if attributes.get("data-columns") == "one" else 2
    sheet = make_paper(
        attributes.get("data-paper") or page.report.paper, two_sided=two_sided, rtl=rtl, columns=columns
    )
    package = open_package(
        options.reference
        or make_base_document(
            page.report.brand, sheet, lang, rtl=rtl, looks=options.looks, classes=options.classes
        )
    )
    context = _make_context(page, root, package, sheet, options)
    notes = context.notes = Notes(context, BLOCK_WRITERS)
    body_root = find_body(package)
    prepared = PreparedReference(None, frozenset())
    if options.reference is not None:
        prepared = prepare_reference(package, context.main, body_root, page.report)
        remove_broken_links(context.styles.root)
        set_language(context.styles.root, context.lang)
        add_theme(package, page.report.brand)
        context.numbering.sort_levels()
        context.shown_roles = prepared.shown_roles
    _set_sections(context, body_root, kept=options.reference is not None)
    _number_headings(context)
    flow = Flow(context, context.links, BLOCK_WRITERS)
    for child in body if body is not None else ():
        flow.write(child, BlockPosition(context.paper.column))
    _insert_body(body_root, prepared.slot, flow.xml(), flow.last_section())
    _finish(context, notes, options)
    return save_package(package)


def _drop_page_numbers(root: HtmlElement) -> None:
    """Leave out the page numbers of the panel, which nothing here counts."""
    for link in root.find_class("pageref"):
        if not is_page_reference(link):
            link.drop_tree()


def _make_context(
    page: Page,
    root: HtmlElement,
    package: Package,
    sheet: Paper,
    options: WordOptions,
) -> DocumentContext:
    main, body = package.main_document_part, root.find("body")
    own = sheet if options.reference is None else None
    looks = {role: look for role, look in options.looks.items() if role in options.classes}
    styles = StyleBook(open_part(package, "styles"), page.report.brand, options.styles, own, looks)
    rtl = root.get("dir") == "rtl"
    targets = _find_targets(root)
    numbers, counted = read_numbers(root, targets)
    context = DocumentContext(
        page,
        root,
        package,
        main,
        sheet,
        styles,
        NumberingPart(open_part(package, "numbering")),
        Bookmarks(),
        PictureParts(package),
        PartLinks(main),
        root.get("lang") or page.report.lang,
        rtl,
        targets | {name_number(ident) for ident in numbers},
        _read_labels(root),
        numbers,
        counted,
        collect_source_words(page.report.document),
        rtl or right_to_left(page.html),
        page_numbers=options.page_numbers,
        page_count=options.page_count,
        native_charts=options.native_charts,
        endnotes=options.endnotes,
        watermark=body.get("data-watermark", "") if body is not None else "",
    )
    _reserve_numbers(context)
    return context


def _find_targets(root: HtmlElement) -> frozenset[str]:
    wanted = {
        (link.get("href") or "")[1:]
        for link in root.iterdescendants("a")
        if (link.get("href") or "")[:1] == "#"
    }
    return frozenset(wanted & {element.get("id") for element in root.iterdescendants() if element.get("id")})


def _read_labels(root: HtmlElement) -> dict[str, str]:
    """Return the words of each caption's label ("Figure 3") by the id of its figure or table."""
    labels: dict[str, str] = {}
    for caption in root.iterdescendants("caption", "figcaption"):
        label, owner = find_first(caption, "label"), caption.getparent()
        if label is not None and owner is not None and owner.get("id"):
            labels[owner.get("id") or ""] = collapse_spaces(label.text_content()).strip()
    return labels


_NUMBERS_USED = re.compile(rb'<(?:\w+:)?(docPr|bookmarkStart|id)\b[^>]*?\b(?:w:)?(?:id|val)="(\d+)"')


def _reserve_numbers(context: DocumentContext) -> None:
    """Begin our numbers above those that the reference uses for its drawings, bookmarks and controls."""
    highest = 0
    for part in context.package.iter_parts():
        if str(part.partname).startswith("/word/") and part.content_type.endswith("+xml"):
            numbers = (int(number) for _, number in _NUMBERS_USED.findall(part.blob))
            highest = max(highest, *(number for number in numbers if number < 1 << 30), 0)
    context.pictures.next_id = context.bookmarks.next_id = highest + 1
    marks = find_body(context.package).iter(qualify("w:bookmarkStart"))
    context.bookmarks.reserve({mark.get(qualify("w:name"), "") for mark in marks})


def _set_sections(context: DocumentContext, document: _Element, *, kept: bool) -> None:
    running = RunningHeads(context)
    last = document.find(qualify("w:sectPr"))
    if last is not None and kept:
        context.paper = read_paper(last, context.paper)
    context.sections = Sections(
        context.paper, context.rtl, running.references, running.title_page, banded=running.banded
    )
    if last is not None:
        # a section without headers of its own goes on with those of the one before it
        references = {
            (str(node.tag), node.get(qualify("w:type"), "default")): _serialize(node)
            for section in document.iter(qualify("w:sectPr"))
            for node in section
            if str(node.tag).endswith("Reference")
        }
        if kept and references:
            context.sections.kept = "".join(text for _, text in sorted(references.items(), reverse=True))
            context.sections.kept_title_page = last.find(qualify("w:titlePg")) is not None
            mark_reference_headers(context)
        document.remove(last)


def _serialize(node: _Element) -> str:
    from lxml.etree import tostring

    return tostring(node, encoding="unicode", with_tail=False)


def _number_headings(context: DocumentContext) -> None:
    """Let Word count the headings where it comes to the numbers written; else they stay text."""
    headings: list[tuple[int, str]] = []
    for element in context.root.iterdescendants("h2", "h3", "h4", "h5", "h6"):
        number = find_first(element, "number")
        headings.append((int(element.tag[1]) - 2, read_words(number) if number is not None else ""))
    schemes = find_heading_schemes(headings, _HEADING_LEVELS)
    if schemes is None:
        return
    roles = [f"heading-{level + 1}" for level in range(_HEADING_LEVELS)]
    all_counted = all(
        number for _, number in headings
    )  # else the styles must not count, or each heading would
    ids = [context.styles.id(role) if all_counted else "" for role in roles]
    context.heading_list = context.numbering.add_heading_list(schemes, ids)
    for level, role in enumerate(roles if all_counted else ()):
        if schemes[level].form != "none":
            context.styles.add_numbering(role, context.heading_list, level)


def _insert_body(body: _Element, slot: _Element | None, content: str, section: str) -> None:
    """Put the text where the reference wants it, and the last section's properties at the end."""
    from lxml.etree import XMLParser, fromstring

    parser = XMLParser(huge_tree=True, resolve_entities=False)
    made = fromstring(f"<w:body {XMLNS}>{content}{section}</w:body>".encode(), parser)
    at = len(body) if slot is None else body.index(slot)
    if slot is not None:
        body.remove(slot)
    *nodes, last = made
    for place, node in enumerate(nodes, at):
        _move(node, body, place)
    body.append(last)


_MANY = 50  # children of a node, such as the rows of a table


def _move(node: _Element, parent: _Element, place: int) -> None:
    """Move a node of another document; its children one at a time where they are many.

    The time in which lxml settles the namespaces of what it moves at once grows with the square of its size.
    """
    children = list(node) if len(node) > _MANY else []
    for child in children:
        node.remove(child)
    parent.insert(place, node)
    node.extend(children)


def _finish(context: DocumentContext, notes: Notes, options: WordOptions) -> None:
    context.numbering.finish()
    settings = open_part(context.package, "settings")
    if options.reference is not None:
        clean_settings(settings)
        drop_unused_relations(context.main, find_body(context.package))
    notes.finish(settings)
    if options.update_fields:
        _ask_for_update(settings)
    if options.embed_fonts:
        embed_fonts(context.package)
    name = PurePath(context.page.report.document.source).name
    store_record(context.package, name)
    set_core(context.package, context.root, context.page.report.title, context.lang)
    set_custom(context.package, list_provenance(context.page.report.provenance))


def _ask_for_update(settings: _Element) -> None:
    from lxml.etree import Element

    node = Element(qualify("w:updateFields"))
    node.set(qualify("w:val"), "true")
    later = {
        qualify(f"w:{name}")
        for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "themeFontLang")
    }
    at = next((n for n, child in enumerate(settings) if child.tag in later), len(settings))
    settings.insert(at, node)

"""Contents, list of figures, list of tables: Word's fields with their entries filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.context import DocumentContext
from pressroom.writers.docx.body.inline import make_sequence_name
from pressroom.writers.docx.package.markup import BARE, escape, field, field_begin, field_end, paragraph, run
from pressroom.writers.docx.package.tree import classes, collapse_spaces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pressroom.model.page import Page

_DEEPEST = 5


def contents_xml(context: DocumentContext, nav: HtmlElement, *, new_page: bool = False) -> str:
    """Return a contents field for ``nav.contents``. Page numbers are shown where they are known."""
    kinds = classes(nav)
    titles = [child for child in nav.iterdescendants("p") if "contents-title" in classes(child)]
    entries = [
        (_level(item), link) for item in nav.iterdescendants("li") for link in item.iterdescendants("a")
    ]
    title = collapse_spaces(titles[0].text_content()).strip() if titles else ""
    head = _heading(context, title, new_page=new_page) if title else ""
    if not entries:
        return head
    lists = "figures" in kinds or "tables" in kinds
    instruction = _list_instruction(context, entries) if lists else _instruction(entries)
    lines: list[str] = []
    for index, (level, link) in enumerate(entries):
        role = "figure-list" if lists else f"toc-{min(level, _DEEPEST)}"
        content = _entry(context, link)
        if index == 0:
            content = field_begin(instruction) + content
        if index == len(entries) - 1:
            content += field_end()
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{context.paper.column}"/></w:tabs>'
        lines.append(paragraph(context.styles.id(role), content, BARE.with_(tabs=tab)))
    if lists:
        return head + "".join(lines)
    number = context.pictures.next_number()
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number + 700_000}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{head}{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _heading(context: DocumentContext, title: str, *, new_page: bool) -> str:
    fmt = BARE.with_(number=context.no_numbering("toc-heading"), page_break_before=new_page)
    return paragraph(context.styles.id("toc-heading"), run(title), fmt)


def find_page_references(page: Page) -> frozenset[str]:
    """Return the ids whose page number the Word file of ``page`` shows, in contents and references."""
    root = page.tree.root
    navs = ((nav, classes(nav)) for nav in root.iterdescendants("nav"))
    lists = (nav for nav, kinds in navs if "contents" in kinds and "mini" not in kinds)
    links = [link for nav in lists for link in nav.iterdescendants("a")]
    links += [link for link in root.iterdescendants("a") if is_page_reference(link)]
    return frozenset((link.get("href") or "").lstrip("#") for link in links) - {""}


def is_page_reference(link: HtmlElement) -> bool:
    """Tell whether a link is to be shown as a page number.

    Those of the panel are not: there the number itself is the link, and nobody would count pages for them.
    """
    return "pageref" in classes(link) and not link.get("data-before")


def _level(item: HtmlElement) -> int:
    for kind in classes(item):
        if kind.startswith("level-") and kind[6:].isdigit():
            return max(1, int(kind[6:]))
    return 1


def _instruction(entries: list[tuple[int, HtmlElement]]) -> str:
    deepest = min(max(level for level, _ in entries), _DEEPEST)
    return f'TOC \\o "1-{deepest}" \\h \\z \\u'


def _list_instruction(context: DocumentContext, entries: list[tuple[int, HtmlElement]]) -> str:
    """Name the sequence that the first entry's caption is counted in."""
    target = (entries[0][1].get("href") or "").lstrip("#")
    word = context.labels.get(target, "").rpartition(" ")[0]
    return f'TOC \\h \\z \\c "{make_sequence_name(word)}"'


def _entry(context: DocumentContext, link: HtmlElement) -> str:
    ident = (link.get("href") or "").lstrip("#")
    words = run(collapse_spaces(link.text_content()).strip())
    if ident not in context.targets:
        return words
    name = context.bookmarks.name(ident)
    number = context.page_numbers.get(ident)
    page = "" if number is None else run("\t") + field(f"PAGEREF {name} \\h", run(str(number)))
    return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{words}{page}</w:hyperlink>'

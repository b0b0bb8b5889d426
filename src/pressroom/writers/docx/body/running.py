"""Running header and footer: parts of their own, with the section's title and the page numbers as fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.context import DocumentContext, PartLinks
from pressroom.writers.docx.body.inline import TextLine
from pressroom.writers.docx.body.watermark import watermark_xml
from pressroom.writers.docx.package.archive import fill_part, new_part
from pressroom.writers.docx.package.markup import (
    BARE,
    DECLARATION,
    PLAIN,
    XMLNS,
    field,
    paragraph,
    raw_run,
    run,
)
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.package.tree import classes, find_first, read_words

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.html import HtmlElement

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRONG = PLAIN.with_(bold=True)
_ROOTS = {"header": "w:hdr", "footer": "w:ftr"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class RunningHeads:
    """Makes header and footer parts, one pair for each page width."""

    def __init__(self, context: DocumentContext) -> None:
        self._context = context
        self._head = _find_running(context.root, "head")
        self._foot = _find_running(context.root, "foot")
        self._made: dict[tuple[str, str, int], str] = {}

    @property
    def title_page(self) -> bool:
        """Tell whether the first page has no running header."""
        return self._head is not None or self._foot is not None

    def references(self, page: Paper, first: bool) -> str:
        """Return the references of a section's header and footer, of its first page too where ``first``."""
        kinds = [("header", "default", self._head), ("footer", "default", self._foot)]
        if first:
            kinds[1:1] = [("header", "first", None)]
            kinds.append(("footer", "first", self._foot))
        return "".join(
            f'<w:{tag}Reference w:type="{kind}" r:id="{self._open_part(tag, kind, source, page)}"/>'
            for tag, kind, source in kinds
        )

    def _open_part(self, tag: str, kind: str, source: HtmlElement | None, page: Paper) -> str:
        shared = "default" if source is not None else kind
        key = (tag, shared, page.text_width)
        if key not in self._made:
            context = self._context
            name = f"/word/report-{tag}{len(self._made) + 1}.xml"
            part = new_part(context.package, name, f"{_TYPE}{tag}+xml")
            root = _ROOTS[tag]
            text = f"{DECLARATION}<{root} {XMLNS}>{self._render(tag, source, part, page)}</{root}>"
            filled = fill_part(part, text.encode())
            self._made[key] = context.main.relate_to(filled, f"{_RELATION}{tag}")
        return self._made[key]

    def _render(self, tag: str, source: HtmlElement | None, part: Part, page: Paper) -> str:
        context = self._context
        mark = watermark_xml(context, page) if tag == "header" and context.watermark else ""
        style = context.styles.id(tag)
        if source is None:
            bare = '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>' if tag == "header" else ""
            return paragraph(style, mark, BARE.with_(borders=bare))
        children = list(source)
        if (
            tag == "header" and len(children) > 1
        ):  # the page's own title leads, the report's stands at the far side
            children.sort(key=lambda child: "section-title" not in classes(child))
        pieces = [piece for piece in (self._render_piece(child, part) for child in children) if piece]
        middle, end = page.text_width // 2, page.text_width
        tabs = "" if len(pieces) < 3 else f'<w:tab w:val="center" w:pos="{middle}"/>'
        fmt = BARE.with_(tabs=f'<w:tabs>{tabs}<w:tab w:val="right" w:pos="{end}"/></w:tabs>')
        content = raw_run("<w:tab/>").join(pieces)
        if tag == "footer" and len(pieces) == 1:
            content = raw_run("<w:tab/>") + content
        return paragraph(style, mark + content, fmt)

    def _render_piece(self, element: HtmlElement, part: Part) -> str:
        line = TextLine(self._context, PartLinks(part), self._context.paper.text_width)
        self._add_piece(element, line)
        return line.content()

    def _add_piece(self, element: HtmlElement, line: TextLine) -> None:
        kinds = classes(element)
        if "section-title" in kinds:
            line.add_markup(self._make_section_title())
        elif "page" in kinds:
            line.add_markup(field("PAGE", run("1")))
        elif "pages" in kinds:
            line.add_markup(field("NUMPAGES", run(str(self._context.page_count or 1))))
        else:
            marking = "marking" in kinds
            look = PLAIN.with_(style=self._context.styles.id("running-marking")) if marking else PLAIN
            line.add_text(element.text, look)
            for child in element:
                self._add_piece(child, line)
                line.add_text(child.tail, look)

    def _make_section_title(self) -> str:
        """Return the title of the page's section; a report without headings has none to show.

        A header has one result for all its pages. Where nothing counts fields, the report's title is true on
        each of them; a section's is so only when there is no other.
        """
        headings = [read_words(heading) for heading in self._context.root.iterdescendants("h2")]
        if not headings:
            return ""
        shown = headings[0] if len(headings) == 1 else self._context.page.report.title
        name = self._context.styles.name("heading-1")
        wanted = "1" if name.lower() == "heading 1" else f'"{name}"'
        return field(f"STYLEREF {wanted}", run(shown, _STRONG), _STRONG)


def _find_running(root: HtmlElement, kind: str) -> HtmlElement | None:
    for element in root.iterdescendants("div"):
        if {"running", kind} <= set(classes(element)):
            return element
    return None


def mark_reference_headers(context: DocumentContext) -> None:
    """Put the page's marking and the watermark into a reference's own headers; its footers where it has none.

    A marking that the reference shows by a placeholder of its own is not repeated.
    """
    from docx.opc.part import XmlPart
    from lxml.etree import fromstring

    foot = _find_running(context.root, "foot")
    mark = find_first(foot, "marking") if foot is not None else None
    words = read_words(mark) if mark is not None and "marking" not in context.shown_roles else ""
    mine = watermark_xml(context, context.paper) if context.watermark else ""
    if not words and not mine:
        return
    parts = [
        rel.target_part
        for kind in ("header", "footer")
        for rel in context.main.rels.values()
        if rel.reltype == _RELATION + kind and isinstance(rel.target_part, XmlPart)
    ]
    headers = [part for part in parts if str(part.element.tag).endswith("}hdr")]
    for part in headers or parts:
        shown = "".join(part.element.itertext())
        content = run(words) if words and words not in shown else ""
        if content or mine:
            text = paragraph(context.styles.id("marking"), mine + content)
            part.element.append(fromstring(f"<w:hdr {XMLNS}>{text}</w:hdr>")[0])

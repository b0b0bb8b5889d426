"""Headers and footers: the band of the first page, the section's title and the page numbers as fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pressroom.writers.docx.body.context import DocumentContext, PartLinks
from pressroom.writers.docx.body.figures import logo_run
from pressroom.writers.docx.body.inline import TextLine
from pressroom.writers.docx.body.tablemarkup import cell_xml, row_xml, table_xml
from pressroom.writers.docx.body.watermark import watermark_xml
from pressroom.writers.docx.package.archive import fill_part, new_part
from pressroom.writers.docx.package.markup import (
    BARE,
    DECLARATION,
    PLAIN,
    XMLNS,
    ParagraphFormat,
    field,
    paragraph,
    raw_run,
    run,
)
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.package.tree import classes, find_first, read_words
from pressroom.writers.docx.styles.definitions import Palette

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.html import HtmlElement

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WIDE_SPACE = "\u2003"
_BAND, _LOGO_BAND = 840, 1130  # twips: the height of the band
_FLUSH = '<w:ind w:left="0" w:right="0"/>'
_NO_MARGINS = (
    '<w:tcMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tcMar>'
)
_BAND_MARGINS = _NO_MARGINS.replace('<w:bottom w:w="0"', '<w:bottom w:w="180"')
_THIN = BARE.with_(
    borders='<w:pBdr><w:bottom w:val="nil"/></w:pBdr>',
    spacing='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
)
_STRONG = PLAIN.with_(bold=True)
_ROOTS = {"header": "w:hdr", "footer": "w:ftr"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class RunningHeads:
    """Makes header and footer parts, one pair for each page width."""

    def __init__(self, context: DocumentContext) -> None:
        self._context = context
        self._head = _find_running(context.root, "head")
        self._foot = _find_running(context.root, "foot")
        self._own = context.styles.paper is not None
        self._band = find_first(context.root, "band") if self._own else None
        self._made: dict[tuple[str, str, int], str] = {}

    @property
    def title_page(self) -> bool:
        """Tell whether the first page has another header than the others."""
        return self._head is not None or self._foot is not None or self.banded

    @property
    def banded(self) -> bool:
        """Tell whether the first page's header is a band at the paper's edge."""
        return self._band is not None

    def references(self, page: Paper, first: bool) -> str:
        """Return the references of a section's header and footer, of its first page too where ``first``."""
        kinds = [("header", "default", self._head), ("footer", "default", self._foot)]
        if first:
            kinds[1:1] = [("header", "first", self._band)]
            kinds.append(("footer", "first", self._foot))
        return "".join(
            f'<w:{tag}Reference w:type="{kind}" r:id="{self._open_part(tag, kind, source, page)}"/>'
            for tag, kind, source in kinds
        )

    def _open_part(self, tag: str, kind: str, source: HtmlElement | None, page: Paper) -> str:
        shared = "default" if source is not None and source is not self._band else kind
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
        if source is self._band:
            return self._render_band(source, part, page) + paragraph(style, mark, _THIN)
        children = list(source)
        if (
            tag == "header" and len(children) > 1
        ):  # the page's own title leads, the report's stands at the far side
            children.sort(key=lambda child: "section-title" not in classes(child))
        pieces = [piece for piece in (self._render_piece(child, part) for child in children) if piece]
        down = f'<w:spacing w:before="{page.head}" w:after="0"/>' if tag == "header" and self.banded else ""
        if len(pieces) == 1 and tag == "header":
            return paragraph(style, mark + pieces[0], BARE.with_(spacing=down))
        if not self._own:
            return self._render_tabbed(style, mark, pieces, page)
        ends = (run(_WIDE_SPACE).join(pieces[:-1]), pieces[-1] if pieces else "")
        turned = {"ltr": "0", "rtl": "1"}.get((children[-1].get("dir") or "") if children else "", "")
        return self._render_ends(style, ends, page, down, turned=turned, ruled=tag == "footer") + paragraph(
            style, mark, _THIN
        )

    @staticmethod
    def _render_tabbed(style: str, mark: str, pieces: list[str], page: Paper) -> str:
        """Return a line with the pieces at tab stops, as a reference document expects it."""
        middle, end = page.text_width // 2, page.text_width
        tabs = "" if len(pieces) < 3 else f'<w:tab w:val="center" w:pos="{middle}"/>'
        fmt = BARE.with_(tabs=f'<w:tabs>{tabs}<w:tab w:val="right" w:pos="{end}"/></w:tabs>')
        content = raw_run("<w:tab/>").join([run(_WIDE_SPACE).join(pieces[:-1]), *pieces[-1:]])
        return paragraph(style, mark + content, fmt)

    def _render_ends(
        self, style: str, ends: tuple[str, str], page: Paper, spacing: str, *, turned: str, ruled: bool
    ) -> str:
        """Return a row over both columns: words at its start, which wrap, and at its end.

        ``turned`` is the direction mark of the words at the end, "" where they run as the report does.
        """
        last = 1500
        widths = [page.text_width - last, last]
        ink = Palette(self._context.page.report.brand, themed=True)
        rule = f"<w:tcBorders>{ink.rule('top', 'rule', 4)}</w:tcBorders>" if ruled else ""
        flush = BARE.with_(indent=_FLUSH, spacing=spacing)
        # Word's left and right are start and end of the paragraph, which turn with it
        last_words = flush.with_(align="left" if turned else "right", bidi=turned)
        cells = [
            cell_xml(paragraph(style, ends[0], flush), widths[0], extra=rule + _NO_MARGINS),
            cell_xml(paragraph(style, ends[1], last_words), widths[1], extra=rule + _NO_MARGINS),
        ]
        return self._make_table(widths, cells, page.left - self._edge(page))

    def _render_band(self, band: HtmlElement, part: Part, page: Paper) -> str:
        """Return the band, as wide as the sheet: who publishes at its start, what and when at its end."""
        if "plain" in classes(band):
            return self._render_plain_band(band, part, page)
        context = self._context
        brand = context.page.report.brand
        ink = Palette(brand, themed=True)
        start, end = (page.right, page.left) if context.rtl else (page.left, page.right)
        logo, name = find_first(band, "logo"), find_first(band, "brand")
        first = logo_run(context, part, logo, page.text_width) if logo is not None else ""
        if not first and name is not None:
            first = run(read_words(name))
        others = [read_words(element) for kind in ("band-date", "kind") for element in band.find_class(kind)]
        on_paper = "on-paper" in classes(band)
        look = (
            f"<w:tcBorders>{ink.rule('bottom', 'accent', 24)}</w:tcBorders>"
            if on_paper
            else ink.ground("accent")
        )
        widths = [page.width * 3 // 5, page.width - page.width * 3 // 5]
        extra = look + _BAND_MARGINS + '<w:vAlign w:val="bottom"/>'
        begin = BARE.with_(indent=f'<w:ind w:left="{start - page.outer}"/>')
        finish = BARE.with_(indent=f'<w:ind w:right="{end}"/>', align="right")
        cells = [
            cell_xml(paragraph(context.styles.id("brand"), first, begin), widths[0], extra=extra),
            cell_xml(
                paragraph(context.styles.id("kind"), run(_WIDE_SPACE.join(others)), finish),
                widths[1],
                extra=extra,
            ),
        ]
        height = _LOGO_BAND if logo is not None else _BAND
        return self._make_table(widths, cells, page.left, height)

    def _render_plain_band(self, band: HtmlElement, part: Part, page: Paper) -> str:
        """Return the head of a paper without a band: its parts at both ends of a line, over a rule."""
        context = self._context
        ink = Palette(context.page.report.brand, themed=True)
        widths = [page.text_width // 2, page.text_width - page.text_width // 2]
        rule = f"<w:tcBorders>{ink.rule('bottom', 'accent_text', 10)}</w:tcBorders>" if len(band) else ""
        extra = rule + _NO_MARGINS.replace('<w:bottom w:w="0"', '<w:bottom w:w="100"')
        extra += '<w:vAlign w:val="bottom"/>'
        cells = []
        for at, width in enumerate(widths):
            parts = list(band)[:1] if at == 0 else list(band)[1:]
            fmt = BARE.with_(indent=_FLUSH, spacing="" if at else f'<w:spacing w:before="{page.top - 280}"/>')
            fmt = fmt.with_(align="right") if at else fmt
            lines = [self._render_band_part(each, part, page, fmt) for each in parts]
            cells.append(
                cell_xml("".join(lines) or paragraph(context.styles.id("brand"), "", fmt), width, extra=extra)
            )
        return self._make_table(widths, cells, page.left - self._edge(page))

    def _render_band_part(self, element: HtmlElement, part: Part, page: Paper, fmt: ParagraphFormat) -> str:
        context, kinds = self._context, classes(element)
        if "logo" in kinds:
            content = logo_run(context, part, element, page.text_width)
        else:
            content = run(read_words(element))
        role = "kind" if {"kind", "band-date"} & set(kinds) else "brand"
        return paragraph(context.styles.id(role), content, fmt)

    def _edge(self, page: Paper) -> int:
        """Return how far from the sheet's left edge the columns begin."""
        return page.left if self._context.rtl else page.left - page.outer

    def _make_table(self, widths: list[int], cells: list[str], outdent: int, height: int = 0) -> str:
        """Return a row that begins ``outdent`` twips ahead of the text, at the left whatever the direction.

        Its cells are in the order of the sheet: Word and LibreOffice differ in where a table begins that
        reads from the right.
        """
        context = self._context
        style = context.styles.id("normal-table") or context.styles.id("table")
        if context.rtl:
            widths, cells = widths[::-1], cells[::-1]
        row = row_xml(cells)
        if height:
            tall = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/>'
            row = row.replace("<w:cantSplit/>", tall, 1)
        return table_xml(style, widths, [row], indent=-outdent, look=False)

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
            role = next((f"running-{kind}" for kind in ("marking", "brand") if self._is(kind, kinds)), "")
            look = PLAIN.with_(style=self._context.styles.id(role)) if role else PLAIN
            line.add_text(element.text, look)
            for child in element:
                self._add_piece(child, line)
                line.add_text(child.tail, look)

    @staticmethod
    def _is(kind: str, kinds: Sequence[str]) -> bool:
        return kind in kinds or f"running-{kind}" in kinds

    def _make_section_title(self) -> str:
        """Return the title of the page's section; that of a report without headings, as its PDF has it.

        A header has one result for all its pages. Where nothing counts fields, the report's title is true on
        each of them; a section's is so only when there is no other.
        """
        headings = [read_words(heading) for heading in self._context.root.iterdescendants("h2")]
        if not headings:
            return run(self._context.page.report.title, _STRONG)
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

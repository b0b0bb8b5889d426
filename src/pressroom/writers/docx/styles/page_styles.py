"""The base styles of what stands beside running text: first page, tables, figures, headers, contents."""

from __future__ import annotations

from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.styles.definitions import (
    BASELINE,
    BOLD,
    CELL_MARGIN,
    HALF,
    KEEP,
    SANS,
    BaseStyle,
    Palette,
    indent,
    size,
    spacing,
)


def table_and_figure_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of tables, figures and their captions."""
    rules = (
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{ink.rule("top", "text", 8)}'
        f"{ink.rule('bottom', 'text', 8)}{ink.rule('insideH', 'rule', 4)}</w:tblBorders>"
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="50" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr><w:tblPr/><w:tcPr><w:tcBorders>'
        f"{ink.rule('bottom', 'text', 6)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    return (
        BaseStyle("table", ("Report Table",), kind="table", based_on="normal-table", table=rules),
        BaseStyle("table-text", ("Table Text",), paragraph=spacing(0, 0, 240), run=SANS + size(9)),
        BaseStyle("table-head", ("Table Heading",), based_on="table-text", run=BOLD),
        BaseStyle(
            "table-note",
            ("Table Note",),
            following="body",
            paragraph=spacing(60, HALF, 210),
            run=SANS + ink.ink("muted") + size(8),
        ),
        BaseStyle(
            "figure",
            ("Figure",),
            following="caption",
            paragraph=f"<w:keepNext/><w:pBdr>{ink.rule('top', 'rule', 6, 6)}</w:pBdr>" + spacing(220, 60),
        ),
        BaseStyle(
            "caption",
            ("caption",),
            following="body",
            paragraph="<w:keepLines/>" + spacing(0, HALF, 230),
            run=SANS + ink.ink("text") + size(8.5),
            priority=35,
        ),
        BaseStyle(
            "table-caption",
            ("Table Caption",),
            based_on="caption",
            paragraph="<w:keepNext/>" + spacing(220, 80, 240),
        ),
        BaseStyle(
            "source",
            ("Source",),
            following="body",
            paragraph=spacing(0, BASELINE, 200),
            run=SANS + ink.ink("muted") + size(7.5),
        ),
    )


def front_styles(ink: Palette, paper: Paper | None) -> tuple[BaseStyle, ...]:
    """Return the styles of the first page; ``paper`` as in ``make_base_styles``."""
    plain = ink.brand.logo is not None and not ink.brand.logo_on_accent
    band, on_band = ("", "text") if plain else (ink.ground("accent"), "on_accent")
    if paper is not None:
        brand = band + spacing(0, 0, 260), SANS + BOLD + ink.ink(on_band) + size(11)
    else:
        brand = f"<w:keepNext/>{spacing(0, 240)}", SANS + BOLD + ink.ink("accent_text") + size(10)
    small = SANS + ink.ink("muted") + size(9)
    return (
        BaseStyle("brand", ("Brand",), following="title", paragraph=brand[0], run=brand[1]),
        BaseStyle(
            "kind",
            ("Kind of Paper",),
            following="title",
            paragraph=band + spacing(0, 0, 260),
            run=SANS + ink.ink(on_band) + size(9.5),
        ),
        BaseStyle("logo", ("Logo",), following="title", paragraph=spacing(0, BASELINE)),
        BaseStyle(
            "marking",
            ("Marking",),
            paragraph=spacing(HALF, HALF),
            run=SANS + BOLD + "<w:caps/>" + ink.ink("warning") + '<w:spacing w:val="20"/>' + size(8.5),
        ),
        BaseStyle(
            "issuer",
            ("Issuer",),
            following="title",
            paragraph="<w:keepNext/>" + spacing(HALF, 0, 260),
            run=SANS + BOLD + ink.ink("accent_text") + size(10),
        ),
        BaseStyle(
            "title",
            ("Title",),
            following="standfirst",
            paragraph=KEEP + spacing(120, 200, 620, "exact") + '<w:ind w:right="680"/>',
            run=SANS + BOLD + ink.ink("text") + '<w:spacing w:val="-4"/>' + size(27),
            priority=10,
        ),
        BaseStyle(
            "standfirst",
            ("Standfirst", "Subtitle"),
            following="body",
            paragraph=spacing(0, 160, 360) + '<w:ind w:right="1100"/>',
            run=ink.ink("text") + size(13),
            priority=11,
        ),
        BaseStyle(
            "byline",
            ("Byline",),
            following="body",
            paragraph=spacing(0, 0, 260),
            run=SANS + BOLD + ink.ink("text") + size(9),
        ),
        # who wrote it, where that stands in the text and not at its head
        BaseStyle("credit", ("Credit",), following="body", paragraph=spacing(0, BASELINE, 260), run=small),
        BaseStyle("dateline", ("Dateline",), following="body", paragraph=spacing(0, 0, 260), run=small),
        BaseStyle("date", ("Date",), following="body", paragraph=spacing(0, BASELINE, 260), run=small),
    )


def tile_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of the key numbers, and of the title over the sources."""
    label = _label(ink)
    accent = f"<w:pBdr>{ink.rule('top', 'accent_text', 10, 4)}</w:pBdr>"
    thin = f"<w:pBdr>{ink.rule('top', 'rule', 4, 4)}</w:pBdr>"
    return (
        BaseStyle(
            "strip-title",
            ("Key Numbers Title",),
            paragraph=f"<w:keepNext/><w:pBdr>{ink.rule('top', 'text', 6, 5)}</w:pBdr>" + spacing(HALF, 100),
            run=label,
        ),
        BaseStyle(
            "tile-number",
            ("Tile Number",),
            following="tile-label",
            paragraph=f"<w:keepNext/>{accent}{spacing(0, 0)}",
            run=SANS + BOLD + ink.ink("accent_text") + size(23),
        ),
        BaseStyle(
            "tile-number-small",
            ("Tile Number Small",),
            based_on="tile-number",
            following="tile-label",
            run=size(15),
        ),
        BaseStyle("tile-label", ("Tile Label",), paragraph=spacing(0, 20, 230), run=SANS + BOLD + size(9)),
        BaseStyle(
            "tile-detail",
            ("Tile Detail",),
            paragraph=spacing(20, 20, 210),
            run=SANS + ink.ink("muted") + size(8),
        ),
        BaseStyle("tile-picture", ("Tile Picture",), paragraph="<w:keepLines/>" + spacing(60, 20)),
        BaseStyle(
            "tile-second", ("Tile Second Number",), paragraph=thin + spacing(80, 20), run=SANS + size(9)
        ),
        BaseStyle(
            "tile-further", ("Tile Further Number",), paragraph=thin + spacing(0, 0, 260), run=SANS + size(9)
        ),
        BaseStyle(
            "panel-note",
            ("Panel Note",),
            following="body",
            # not the rule of a heading: Word joins paragraphs whose rules are the same
            paragraph=f"<w:pBdr>{ink.rule('top', 'rule', 6, 4)}</w:pBdr>" + spacing(60, 40, 220),
            run=SANS + BOLD + ink.ink("text") + size(8),
        ),
        BaseStyle(
            "panel-legend",
            ("Panel Legend",),
            following="body",
            paragraph=spacing(0, 240, 220),
            run=SANS + ink.ink("muted") + size(8),
        ),
        BaseStyle(
            "sources-title",
            ("Sources Title",),
            following="body",
            paragraph=f"<w:keepNext/>{spacing(BASELINE, 100)}",
            run=label,
        ),
    )


def fact_styles(ink: Palette, outer: int) -> tuple[BaseStyle, ...]:
    """Return the styles of a list of facts, the number ``outer`` twips ahead of its words, and of the lines
    under the text of a paper.
    """
    hanging = outer or 2150
    left = 0 if outer else hanging
    return (
        BaseStyle(
            "fact",
            ("Fact",),
            # Word draws the rules of paragraphs whose rules are the same above the first and below the last
            paragraph=f"<w:keepLines/><w:pBdr>{ink.rule('top', 'accent_text', 10, 4)}"
            f"{ink.rule('bottom', 'rule', 4, 4)}</w:pBdr>"
            f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
            + spacing(0, 20, 300)
            + indent(left, hanging),
            run=SANS + size(9.5),
        ),
        BaseStyle("fact-detail", ("Fact Detail",), based_on="tile-detail", paragraph=indent(left)),
        BaseStyle(
            "closing",
            ("Closing Text",),
            paragraph=spacing(0, 80, 250),
            run=SANS + size(9),
        ),
    )


def about_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of the block that ends the report."""
    small = SANS + ink.ink("muted") + size(8.5)
    return (
        BaseStyle(
            "about-title",
            ("About Title",),
            following="about-doubt",
            paragraph=f"<w:keepNext/><w:pBdr>{ink.rule('top', 'text', 8, 6)}</w:pBdr>"
            + spacing(BASELINE, 60, 230),
            run=SANS + BOLD + ink.ink("text") + size(9),
        ),
        BaseStyle("about-doubt", ("About",), paragraph="<w:keepLines/>" + spacing(0, 80, 230), run=small),
        BaseStyle("about-address", ("About Address",), based_on="about-doubt"),
    )


def page_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of headers, footers and notes."""
    small = SANS + ink.ink("muted") + size(8)
    head = f"<w:pBdr>{ink.rule('bottom', 'rule', 4, 3)}</w:pBdr>"
    return (
        BaseStyle("header", ("header",), paragraph=head + spacing(0, 0), run=small, priority=99, quick=False),
        BaseStyle("footer", ("footer",), paragraph=spacing(0, 0), run=small, priority=99, quick=False),
        *(
            BaseStyle(
                f"{kind}-text",
                (f"{kind} text",),
                paragraph=spacing(0, 20, 218),
                run=size(8),
                priority=99,
                quick=False,
            )
            for kind in ("footnote", "endnote")
        ),
    )


def contents_styles(ink: Palette) -> tuple[BaseStyle, ...]:
    """Return the styles of lists of contents, figures and tables."""
    label = _label(ink)
    toc = tuple(
        BaseStyle(
            f"toc-{level}",
            (f"toc {level}",),
            following="normal",
            paragraph=spacing(60 if level == 1 else 0, 0, BASELINE) + indent(283 * (level - 1)),
            run=SANS + (BOLD if level == 1 else "") + (ink.ink("muted") if level > 2 else "") + size(9.5),
            priority=39,
            quick=False,
        )
        for level in range(1, 6)
    )
    return (
        BaseStyle(
            "toc-heading",
            ("TOC Heading",),
            following="normal",
            paragraph=f"{KEEP}{spacing(BASELINE, 100)}",
            run=label,
            priority=39,
        ),
        *toc,
        BaseStyle(
            "figure-list",
            ("table of figures",),
            following="normal",
            paragraph=spacing(0, 0, BASELINE),
            run=SANS + size(9.5),
            priority=99,
            quick=False,
        ),
    )


def _label(ink: Palette) -> str:
    """Return the letters of a small title over a list: capitals in the accent colour."""
    return SANS + BOLD + "<w:caps/>" + ink.ink("accent_text") + '<w:spacing w:val="12"/>' + size(9)

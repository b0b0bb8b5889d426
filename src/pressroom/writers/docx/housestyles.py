"""The house's Word styles, one row a role."""

from __future__ import annotations

from pressroom.model.brand import Brand
from pressroom.writers.docx.styles import (
    BASELINE,
    BOLD,
    HALF,
    ITALIC,
    KEEP,
    LIST_STEP,
    SANS,
    HouseStyle,
    Palette,
    indent,
    mono,
    size,
    spacing,
)


def house_styles(brand: Brand, *, themed: bool) -> tuple[HouseStyle, ...]:
    """Return every style of the house. ``themed``: colours may refer to the theme; it is the brand's own."""
    ink = Palette(brand, themed)
    return (
        *_text_styles(ink),
        *_heading_styles(ink),
        *_list_styles(),
        *_block_styles(ink),
        *_table_and_figure_styles(ink),
        *_front_styles(ink),
        *_page_styles(ink),
        *_character_styles(ink, brand),
    )


def _text_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    body = spacing(0, HALF, BASELINE)
    return (
        HouseStyle("normal", ("Normal",), based_on="", paragraph="<w:widowControl/>", priority=0),
        HouseStyle("body", ("Body Text",), paragraph=body, priority=1),
        HouseStyle("salutation", ("Salutation",), based_on="body", following="body"),
        HouseStyle("turn", ("Turn",), based_on="body", paragraph=indent(LIST_STEP, LIST_STEP)),
        HouseStyle("signature", ("Signature",), based_on="body", paragraph=spacing(BASELINE, 0)),
        HouseStyle("address", ("Address",), based_on="body", paragraph=spacing(0, 0)),
        HouseStyle(
            "note", ("Note",), paragraph=spacing(0, HALF, 240), run=SANS + ink.ink("muted") + size(8.5)
        ),
        HouseStyle(
            "term",
            ("Definition Term",),
            based_on="body",
            following="definition",
            paragraph="<w:keepNext/>" + spacing(0, 0),
            run=BOLD,
        ),
        HouseStyle("definition", ("Definition",), based_on="body", paragraph=indent(LIST_STEP)),
        HouseStyle(
            "field",
            ("Field",),
            based_on="body",
            paragraph='<w:tabs><w:tab w:val="left" w:pos="1800"/></w:tabs>'
            + spacing(0, 40)
            + indent(1800, 1800),
            run=SANS + size(9.5),
        ),
        HouseStyle(
            "event",
            ("Event",),
            based_on="body",
            paragraph='<w:tabs><w:tab w:val="left" w:pos="1800"/></w:tabs>' + indent(1800, 1800),
        ),
    )


def _heading_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    rows = (
        (1, 15.0, BASELINE + HALF, HALF, BOLD + ink.ink("accent")),
        (2, 12.5, BASELINE, 100, BOLD + ink.ink("text")),
        (3, 11.0, BASELINE, 60, BOLD + ink.ink("accent")),
        (4, 10.5, HALF, 40, BOLD + ink.ink("text")),
        (5, 10.5, HALF, 40, ITALIC + ink.ink("text")),
    )
    return tuple(
        HouseStyle(
            f"heading-{level}",
            (f"heading {level}",),
            following="body",
            paragraph=f'{KEEP}{spacing(before, after)}<w:outlineLvl w:val="{level - 1}"/>',
            run=SANS + dress + size(points),
            priority=9,
        )
        for level, points, before, after, dress in rows
    )


def _list_styles() -> tuple[HouseStyle, ...]:
    return tuple(
        HouseStyle(
            f"{kind}-{level}",
            (f"List {kind.capitalize()}{'' if level == 1 else f' {level}'}",),
            based_on="body",
            paragraph=spacing(0, 60) + indent(LIST_STEP * level, 0 if kind == "continue" else LIST_STEP),
            priority=12,
            quick=level == 1,
        )
        for kind in ("bullet", "number", "continue")
        for level in range(1, 6)
    )


def _block_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    bar = f"<w:pBdr>{ink.rule('left', 'accent', 24, 9)}</w:pBdr>"
    thin = f"<w:pBdr>{ink.rule('left', 'rule', 12, 9)}</w:pBdr>"
    top = f"<w:pBdr>{ink.rule('top', 'rule', 6, 1)}</w:pBdr>"
    return (
        HouseStyle(
            "quote", ("Quote",), based_on="body", paragraph=thin + indent(LIST_STEP), run=ITALIC, priority=29
        ),
        HouseStyle(
            "attribution",
            ("Attribution",),
            based_on="body",
            paragraph=thin + indent(LIST_STEP),
            run=SANS + ink.ink("muted") + size(9),
        ),
        HouseStyle(
            "code",
            ("Source Code",),
            paragraph=f"<w:keepLines/>{ink.ground('accent_soft')}<w:suppressAutoHyphens/>"
            + spacing(HALF, HALF, 230)
            + indent(120),
            run=mono(ink.brand) + "<w:noProof/>" + size(8.5),
        ),
        HouseStyle(
            "callout-title",
            ("Callout Title",),
            following="callout",
            paragraph="<w:keepNext/>"
            + bar
            + ink.ground("accent_soft")
            + spacing(HALF, 0, BASELINE)
            + indent(240),
            run=SANS + BOLD + ink.ink("accent") + size(10),
        ),
        HouseStyle(
            "callout",
            ("Callout",),
            paragraph=bar + ink.ground("accent_soft") + spacing(0, HALF, BASELINE) + indent(240),
            run=SANS + size(9.5),
        ),
        HouseStyle(
            "divider",
            ("Divider",),
            following="body",
            paragraph=top + spacing(BASELINE, HALF, 120, "exact") + '<w:ind w:left="2400" w:right="2400"/>',
        ),
    )


def _table_and_figure_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    rules = (
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{ink.rule("top", "accent", 8)}'
        f"{ink.rule('bottom', 'accent', 8)}{ink.rule('insideH', 'rule', 4)}</w:tblBorders>"
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr><w:tblPr/><w:tcPr><w:tcBorders>'
        f"{ink.rule('bottom', 'accent', 8)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    small = SANS + size(9)
    return (
        HouseStyle("table", ("Report Table",), kind="table", based_on="normal-table", table=rules),
        HouseStyle("table-text", ("Table Text",), paragraph=spacing(0, 0, 230), run=small),
        HouseStyle(
            "table-head",
            ("Table Heading",),
            based_on="table-text",
            paragraph="<w:keepNext/>",
            run=BOLD + ink.ink("accent"),
        ),
        HouseStyle(
            "table-note",
            ("Table Note",),
            following="body",
            paragraph=spacing(60, HALF, 200),
            run=SANS + ink.ink("muted") + size(8),
        ),
        HouseStyle("figure", ("Figure",), following="caption", paragraph="<w:keepNext/>" + spacing(HALF, 60)),
        HouseStyle(
            "caption",
            ("caption",),
            following="body",
            paragraph="<w:keepLines/>" + spacing(0, HALF, 230),
            run=SANS + ink.ink("text") + size(9),
            priority=35,
        ),
        HouseStyle(
            "table-caption",
            ("Table Caption",),
            based_on="caption",
            paragraph="<w:keepNext/>" + spacing(HALF, 80, 230),
        ),
        HouseStyle(
            "source",
            ("Source",),
            following="body",
            paragraph=spacing(0, BASELINE, 200),
            run=SANS + ink.ink("muted") + size(8),
        ),
    )


def _front_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    band = f"<w:pBdr>{ink.rule('top', 'accent', 36, 8)}</w:pBdr>"
    return (
        HouseStyle(
            "brand",
            ("Brand",),
            following="title",
            paragraph=f"<w:keepNext/>{band}{spacing(0, 240)}",
            run=SANS + BOLD + ink.ink("accent") + '<w:spacing w:val="10"/>' + size(10),
        ),
        HouseStyle(
            "marking",
            ("Marking",),
            paragraph=spacing(0, HALF),
            run=SANS + BOLD + "<w:caps/>" + ink.ink("warning") + '<w:spacing w:val="20"/>' + size(9),
        ),
        HouseStyle(
            "title",
            ("Title",),
            following="standfirst",
            paragraph=f"{KEEP}{spacing(0, 160, 580)}",
            run=SANS + BOLD + ink.ink("text") + size(25),
            priority=10,
        ),
        HouseStyle(
            "standfirst",
            ("Standfirst", "Subtitle"),
            following="body",
            paragraph=spacing(0, 160, 350),
            run=ink.ink("muted") + size(13),
            priority=11,
        ),
        HouseStyle(
            "byline",
            ("Byline",),
            following="body",
            paragraph=spacing(0, 40),
            run=SANS + ink.ink("text") + size(9.5),
        ),
        HouseStyle(
            "dateline",
            ("Dateline",),
            following="body",
            paragraph=spacing(0, 40),
            run=SANS + ink.ink("muted") + size(9.5),
        ),
        HouseStyle(
            "date",
            ("Date",),
            following="body",
            paragraph=spacing(0, BASELINE),
            run=SANS + ink.ink("muted") + size(9.5),
        ),
        HouseStyle(
            "strip-title",
            ("Key Numbers Title",),
            paragraph="<w:keepNext/>" + spacing(HALF, 60),
            run=SANS + BOLD + ink.ink("muted") + size(9),
        ),
        HouseStyle(
            "tile-number",
            ("Tile Number",),
            following="tile-label",
            paragraph="<w:keepNext/>" + spacing(40, 0),
            run=SANS + BOLD + ink.ink("accent") + size(21),
        ),
        HouseStyle("tile-label", ("Tile Label",), paragraph=spacing(0, 40, 220), run=SANS + size(9)),
        HouseStyle(
            "tile-detail",
            ("Tile Detail",),
            paragraph=spacing(0, 40, 190),
            run=SANS + ink.ink("muted") + size(8),
        ),
        HouseStyle("tile-source", ("Tile Source",), based_on="tile-detail"),
        HouseStyle(
            "sources-title",
            ("Sources Title",),
            following="body",
            paragraph=f"<w:keepNext/>{spacing(BASELINE, 60)}",
            run=SANS + BOLD + ink.ink("muted") + size(9.5),
        ),
    )


def _page_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    small = SANS + ink.ink("muted") + size(8)
    head = f"<w:pBdr>{ink.rule('bottom', 'rule', 4, 4)}</w:pBdr>"
    note = SANS + size(8)
    toc = tuple(
        HouseStyle(
            f"toc-{level}",
            (f"toc {level}",),
            following="normal",
            paragraph=spacing(60 if level == 1 else 0, 20) + indent(LIST_STEP * (level - 1)),
            run=SANS + (BOLD if level == 1 else "") + size(9.5),
            priority=39,
            quick=False,
        )
        for level in range(1, 6)
    )
    return (
        HouseStyle(
            "header", ("header",), paragraph=head + spacing(0, 0), run=small, priority=99, quick=False
        ),
        HouseStyle("footer", ("footer",), paragraph=spacing(0, 0), run=small, priority=99, quick=False),
        HouseStyle(
            "footnote-text",
            ("footnote text",),
            paragraph=spacing(0, 20, 200),
            run=note,
            priority=99,
            quick=False,
        ),
        HouseStyle(
            "endnote-text",
            ("endnote text",),
            paragraph=spacing(0, 20, 200),
            run=note,
            priority=99,
            quick=False,
        ),
        HouseStyle(
            "toc-heading",
            ("TOC Heading",),
            following="normal",
            paragraph=f"{KEEP}{spacing(BASELINE, 60)}",
            run=SANS + BOLD + ink.ink("accent") + size(11),
            priority=39,
        ),
        *toc,
        HouseStyle(
            "figure-list",
            ("table of figures",),
            following="normal",
            paragraph=spacing(0, 20),
            run=SANS + size(9.5),
            priority=99,
            quick=False,
        ),
    )


def _character_styles(ink: Palette, brand: Brand) -> tuple[HouseStyle, ...]:
    rows = (
        ("footnote-reference", "footnote reference", '<w:vertAlign w:val="superscript"/>', 99),
        ("endnote-reference", "endnote reference", '<w:vertAlign w:val="superscript"/>', 99),
        ("hyperlink", "Hyperlink", ink.ink("accent") + '<w:u w:val="single"/>', 99),
        ("code-inline", "Verbatim Char", mono(brand) + "<w:noProof/>" + size(9), 40),
        ("caption-label", "Caption Label", BOLD + ink.ink("accent"), 40),
        ("event-when", "Event Date", SANS + BOLD + ink.ink("accent") + size(9.5), 40),
        ("field-name", "Field Name", BOLD, 40),
        ("qualifier", "Tile Qualifier", size(13), 40),
    )
    return tuple(
        HouseStyle(
            role, (name,), kind="character", based_on="default-font", run=run, priority=priority, quick=False
        )
        for role, name, run, priority in rows
    )

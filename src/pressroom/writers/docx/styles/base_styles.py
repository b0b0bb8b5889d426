"""The house's Word styles, one row a role."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.brand import Brand
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.styles.definitions import (
    BASELINE,
    BOLD,
    CALLOUT_INSET,
    CELL_MARGIN,
    HALF,
    ITALIC,
    KEEP,
    LIST_STEP,
    SANS,
    HouseStyle,
    Palette,
    callout_box,
    indent,
    mono,
    size,
    spacing,
)

_FIELD = 2150  # twips: where the values of a key and value head begin
BAND = 1170  # twips: the height of the band at the head of the first page


def house_styles(brand: Brand, paper: Paper | None) -> tuple[HouseStyle, ...]:
    """Return every style of the house.

    ``paper`` is the house's own page set-up: colours then refer to the theme, and running text keeps its
    outer margin free. Without it the styles are guests in a reference document.
    """
    ink = Palette(brand, themed=paper is not None)
    styles = (
        *_text_styles(ink),
        *_heading_styles(ink),
        *_list_styles(),
        *_block_styles(ink),
        *_table_and_figure_styles(ink),
        *_front_styles(ink, paper),
        *_page_styles(ink),
        *_character_styles(ink, brand),
    )
    outer = paper.outer if paper is not None else 0
    return tuple(_in_column(_unhyphenated(style), outer) for style in styles)


# what keeps to the column of running text; a style that is based on one of these does so too
_COLUMN = frozenset(
    (
        "body",
        "note",
        "code",
        "callout-title",
        "callout",
        "figure",
        "caption",
        "table-note",
        "source",
        "toc-heading",
        "figure-list",
        "footnote-text",
        "endnote-text",
        "sources-title",
        *(f"{kind}-{level}" for kind in ("heading", "toc") for level in range(1, 6)),
    )
)


# words are broken in running text and in tables only
_HYPHENATED = frozenset(
    ("normal", "body", "note", "table-text", "table-note", "callout", "footnote-text", "endnote-text")
)


def _unhyphenated(style: HouseStyle) -> HouseStyle:
    off = "<w:suppressAutoHyphens/>"
    if (
        style.kind != "paragraph"
        or style.role in _HYPHENATED
        or style.based_on == "body"
        or off in style.paragraph
    ):
        return style
    before = style.paragraph
    at = min(
        (before.find(tag) for tag in ("<w:spacing", "<w:ind", "<w:outlineLvl") if tag in before), default=-1
    )
    at = len(before) if at < 0 else at
    return replace(style, paragraph=before[:at] + off + before[at:])


def _in_column(style: HouseStyle, outer: int) -> HouseStyle:
    if not outer or style.role not in _COLUMN:
        return style
    properties = style.paragraph
    if "<w:ind " in properties:
        properties = properties.replace("<w:ind ", f'<w:ind w:right="{outer}" ')
    else:
        head, outline, level = properties.partition("<w:outlineLvl")
        properties = f'{head}<w:ind w:right="{outer}"/>{outline}{level}'
    return replace(style, paragraph=properties)


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
            paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{_FIELD}"/></w:tabs>'
            + spacing(0, 40)
            + indent(_FIELD, _FIELD),
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
        (1, 16.5, BASELINE, HALF, 435, BOLD + ink.ink("accent")),
        (2, 12.5, 220, 72, BASELINE, BOLD + ink.ink("text")),
        (3, 10.5, HALF, 0, BASELINE, BOLD + ink.ink("text")),
        (4, 10.5, HALF, 0, BASELINE, BOLD + ITALIC + ink.ink("text")),
        (5, 9.5, HALF, 0, BASELINE, BOLD + ink.ink("muted")),
    )
    return tuple(
        HouseStyle(
            f"heading-{level}",
            (f"heading {level}",),
            following="body",
            paragraph=f'{KEEP}{spacing(before, after, line)}<w:outlineLvl w:val="{level - 1}"/>',
            run=SANS + dress + size(points),
            priority=9,
        )
        for level, points, before, after, line, dress in rows
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
    bar = f"<w:pBdr>{ink.rule('left', 'accent', 16, 9)}</w:pBdr>"
    box = callout_box(ink)
    thin = f"<w:pBdr>{ink.rule('top', 'rule', 6, 1)}</w:pBdr>"
    ground = ink.ground("accent_soft")
    return (
        HouseStyle(
            "quote", ("Quote",), based_on="body", paragraph=bar + indent(LIST_STEP), run=ITALIC, priority=29
        ),
        HouseStyle(
            "attribution",
            ("Attribution",),
            based_on="body",
            paragraph=bar + indent(LIST_STEP),
            run=SANS + ink.ink("muted") + size(9),
        ),
        HouseStyle(
            "code",
            ("Source Code",),
            paragraph=f"<w:keepLines/>{ground}<w:suppressAutoHyphens/>"
            + spacing(HALF, HALF, 220)
            + indent(120),
            run=mono(ink.brand) + "<w:noProof/>" + size(8),
        ),
        HouseStyle(
            "callout-title",
            ("Callout Title",),
            following="callout",
            paragraph="<w:keepNext/><w:keepLines/>"
            + box
            + ground
            + spacing(HALF, 0, 260)
            + indent(CALLOUT_INSET),
            run=SANS + BOLD + ink.ink("accent") + size(9.5),
        ),
        HouseStyle(
            "warning-title",
            ("Warning Title",),
            based_on="callout-title",
            following="callout",
            run=ink.ink("warning"),
        ),
        HouseStyle(
            "callout",
            ("Callout",),
            paragraph="<w:keepLines/>" + box + ground + spacing(0, HALF, 260) + indent(CALLOUT_INSET),
            run=SANS + size(9.5),
        ),
        HouseStyle(
            "divider",
            ("Divider",),
            following="body",
            paragraph=thin + spacing(BASELINE, HALF, 120, "exact") + '<w:ind w:left="2700" w:right="5100"/>',
        ),
    )


def _table_and_figure_styles(ink: Palette) -> tuple[HouseStyle, ...]:
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
        HouseStyle("table", ("Report Table",), kind="table", based_on="normal-table", table=rules),
        HouseStyle("table-text", ("Table Text",), paragraph=spacing(0, 0, 240), run=SANS + size(9)),
        HouseStyle("table-head", ("Table Heading",), based_on="table-text", run=BOLD),
        HouseStyle(
            "table-note",
            ("Table Note",),
            following="body",
            paragraph=spacing(60, HALF, 210),
            run=SANS + ink.ink("muted") + size(8),
        ),
        HouseStyle(
            "figure",
            ("Figure",),
            following="caption",
            paragraph=f"<w:keepNext/><w:pBdr>{ink.rule('top', 'rule', 6, 6)}</w:pBdr>" + spacing(220, 60),
        ),
        HouseStyle(
            "caption",
            ("caption",),
            following="body",
            paragraph="<w:keepLines/>" + spacing(0, HALF, 230),
            run=SANS + ink.ink("text") + size(8.5),
            priority=35,
        ),
        HouseStyle(
            "table-caption",
            ("Table Caption",),
            based_on="caption",
            paragraph="<w:keepNext/>" + spacing(220, 80, 240),
        ),
        HouseStyle(
            "source",
            ("Source",),
            following="body",
            paragraph=spacing(0, BASELINE, 200),
            run=SANS + ink.ink("muted") + size(7.5),
        ),
    )


def _front_styles(ink: Palette, paper: Paper | None) -> tuple[HouseStyle, ...]:
    label = SANS + BOLD + "<w:caps/>" + ink.ink("accent") + '<w:spacing w:val="12"/>' + size(9)
    if paper is not None:
        brand = ink.ground("accent") + spacing(0, 0, BAND, "exact"), SANS + BOLD + ink.ink("paper") + size(13)
    else:
        brand = f"<w:keepNext/>{spacing(0, 240)}", SANS + BOLD + ink.ink("accent") + size(10)
    small = SANS + ink.ink("muted") + size(9)
    return (
        HouseStyle("brand", ("Brand",), following="title", paragraph=brand[0], run=brand[1]),
        HouseStyle("logo", ("Logo",), following="title", paragraph=spacing(0, BASELINE)),
        HouseStyle(
            "marking",
            ("Marking",),
            paragraph=spacing(HALF, HALF),
            run=SANS + BOLD + "<w:caps/>" + ink.ink("warning") + '<w:spacing w:val="20"/>' + size(8.5),
        ),
        HouseStyle(
            "title",
            ("Title",),
            following="standfirst",
            paragraph=f"{KEEP}{spacing(240, 200, 620, 'exact')}",
            run=SANS + BOLD + ink.ink("text") + '<w:spacing w:val="-4"/>' + size(27),
            priority=10,
        ),
        HouseStyle(
            "standfirst",
            ("Standfirst", "Subtitle"),
            following="body",
            paragraph=spacing(0, 200, 370),
            run=ink.ink("muted") + size(13),
            priority=11,
        ),
        HouseStyle(
            "byline",
            ("Byline",),
            following="body",
            paragraph=spacing(0, 0, 260),
            run=SANS + BOLD + ink.ink("text") + size(9),
        ),
        HouseStyle("dateline", ("Dateline",), following="body", paragraph=spacing(0, 0, 260), run=small),
        HouseStyle("date", ("Date",), following="body", paragraph=spacing(0, BASELINE, 260), run=small),
        HouseStyle(
            "strip-title",
            ("Key Numbers Title",),
            paragraph="<w:keepNext/>" + spacing(BASELINE, 100),
            run=label,
        ),
        HouseStyle(
            "tile-number",
            ("Tile Number",),
            following="tile-label",
            paragraph=f"<w:keepNext/><w:pBdr>{ink.rule('top', 'accent', 12, 4)}</w:pBdr>"
            + spacing(60, 0, 480),
            run=SANS + BOLD + ink.ink("accent") + size(21),
        ),
        HouseStyle("tile-label", ("Tile Label",), paragraph=spacing(0, 40, 230), run=SANS + BOLD + size(8.5)),
        HouseStyle(
            "tile-detail",
            ("Tile Detail",),
            paragraph=spacing(0, 40, 210),
            run=SANS + ink.ink("muted") + size(8),
        ),
        HouseStyle("tile-source", ("Tile Source",), based_on="tile-detail", run=size(7.5)),
        HouseStyle(
            "sources-title",
            ("Sources Title",),
            following="body",
            paragraph=f"<w:keepNext/>{spacing(BASELINE, 100)}",
            run=label,
        ),
    )


def _page_styles(ink: Palette) -> tuple[HouseStyle, ...]:
    small = SANS + ink.ink("muted") + size(8)
    head = f"<w:pBdr>{ink.rule('bottom', 'rule', 4, 3)}</w:pBdr>"
    label = SANS + BOLD + "<w:caps/>" + ink.ink("accent") + '<w:spacing w:val="12"/>' + size(9)
    toc = tuple(
        HouseStyle(
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
        HouseStyle(
            "header", ("header",), paragraph=head + spacing(0, 0), run=small, priority=99, quick=False
        ),
        HouseStyle("footer", ("footer",), paragraph=spacing(0, 0), run=small, priority=99, quick=False),
        *(
            HouseStyle(
                f"{kind}-text",
                (f"{kind} text",),
                paragraph=spacing(0, 20, 218),
                run=size(8),
                priority=99,
                quick=False,
            )
            for kind in ("footnote", "endnote")
        ),
        HouseStyle(
            "toc-heading",
            ("TOC Heading",),
            following="normal",
            paragraph=f"{KEEP}{spacing(BASELINE, 100)}",
            run=label,
            priority=39,
        ),
        *toc,
        HouseStyle(
            "figure-list",
            ("table of figures",),
            following="normal",
            paragraph=spacing(0, 0, BASELINE),
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
        ("inner-link", "Inner Link", ink.ink("accent"), 99),
        ("code-inline", "Verbatim Char", mono(brand) + "<w:noProof/>" + size(9), 40),
        ("caption-label", "Caption Label", BOLD + ink.ink("accent"), 40),
        ("event-when", "Event Date", SANS + BOLD + ink.ink("accent") + size(9), 40),
        ("running-marking", "Running Marking", BOLD + ink.ink("warning"), 40),
        ("field-name", "Field Name", ink.ink("muted"), 40),
        ("qualifier", "Tile Qualifier", '<w:b w:val="0"/><w:bCs w:val="0"/>' + size(10.5), 40),
        ("caption-title", "Caption Title", BOLD, 40),
        ("subtitle", "Caption Subtitle", ink.ink("muted"), 40),
    )
    return tuple(
        HouseStyle(
            role, (name,), kind="character", based_on="default-font", run=run, priority=priority, quick=False
        )
        for role, name, run, priority in rows
    )

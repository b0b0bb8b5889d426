"""The house's Word styles: one row a role, made from the brand.

A role is what a paragraph is for ("body", "heading-1", "tile-number"). ``names`` are the style names it may go by
in a reference document, best first; the first is also the name under which the house adds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.brand import Brand
from pressroom.writers.docx.markup import escaped

BASELINE = 290  # twips: 14.5 pt, the line of the running text
HALF = BASELINE // 2
SANS = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
SERIF = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One style. ``kind`` is paragraph, character or table; ``paragraph`` and ``run`` are property markup."""

    role: str
    names: tuple[str, ...]
    kind: str = "paragraph"
    based_on: str = "normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    table: str = ""
    priority: int = 40
    quick: bool = True

    @property
    def id(self) -> str:
        """The style id, as Word makes it: the name's words run together."""
        return "".join(word[:1].upper() + word[1:] for word in self.names[0].replace("-", " ").split())

    @property
    def built_in(self) -> bool:
        """Tell whether Word knows the style by itself."""
        return self.names[0].lower() in _BUILT_IN


_BUILT_IN = {
    "normal",
    "body text",
    "title",
    "subtitle",
    "date",
    "signature",
    "quote",
    "caption",
    "toc heading",
    "table of figures",
    "header",
    "footer",
    "footnote text",
    "footnote reference",
    "endnote text",
    "endnote reference",
    "hyperlink",
    "salutation",
    "default paragraph font",
    "normal table",
    "no list",
    *(f"heading {n}" for n in range(1, 10)),
    *(f"toc {n}" for n in range(1, 10)),
    *(f"list {kind}{n}" for kind in ("bullet", "number", "continue") for n in ("", " 2", " 3", " 4", " 5")),
}


def spacing(before: int = 0, after: int = 0, line: int = 0, rule: str = "atLeast") -> str:
    """Return paragraph spacing in twips; without ``line`` the line is the one of the style it is based on."""
    grid = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{grid}/>'


def size(points: float) -> str:
    """Return the font size."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def indent(left: int, hanging: int = 0) -> str:
    """Return an indent at the reading start, in twips."""
    extra = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{extra}/>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
LIST_STEP = 340  # twips: how far each list level stands in


@dataclass(frozen=True, slots=True)
class Palette:
    """The brand's colours as run markup and as bare hex digits, tied to the theme where it is the house's own."""

    brand: Brand
    themed: bool

    def ink(self, name: str) -> str:
        """Return ``w:color`` for a colour of the brand by its field name."""
        slot = THEME_SLOTS.get(name, "") if self.themed else ""
        theme = f' w:themeColor="{slot}"' if slot else ""
        return f'<w:color w:val="{self.hex(name)}"{theme}/>'

    def hex(self, name: str) -> str:
        """Return a colour of the brand as six hex digits."""
        return str(getattr(self.brand.colours, name)).lstrip("#").upper()

    def rule(self, side: str, name: str, eighths: int = 4, space: int = 0) -> str:
        """Return one border: ``eighths`` of a point thick, ``space`` points off."""
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{self.hex(name)}"/>'

    def ground(self, name: str) -> str:
        """Return a shading."""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{self.hex(name)}"/>'


THEME_SLOTS = {
    "text": "text1",
    "paper": "background1",
    "muted": "text2",
    "accent_soft": "background2",
    "accent": "accent1",
    "warning": "accent2",
    "rule": "accent3",
}


def house_styles(brand: Brand, *, themed: bool) -> tuple[HouseStyle, ...]:
    """Return every style of the house. ``themed``: colours may refer to the theme, since it is the brand's own."""
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
            + spacing(0, HALF, 230)
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


def mono(brand: Brand) -> str:
    """Return the font of computer text."""
    name = escaped(brand.fonts.mono[0])
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def style_xml(style: HouseStyle, style_ids: dict[str, str]) -> str:
    """Return ``w:style``; ``style_ids`` gives the id of each role that it refers to."""
    based = style_ids.get(style.based_on, "")
    following = style_ids.get(style.following, "")
    default = ' w:default="1"' if style.role == "normal" else ""
    custom = "" if style.built_in else ' w:customStyle="1"'
    parts = [
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style_ids[style.role]}">',
        f'<w:name w:val="{style.names[0]}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        f'<w:next w:val="{following}"/>' if following else "",
        f'<w:uiPriority w:val="{style.priority}"/>',
        "<w:qFormat/>" if style.quick else "",
        f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "",
        f"<w:rPr>{style.run}</w:rPr>" if style.run else "",
        style.table,
        "</w:style>",
    ]
    return "".join(parts)

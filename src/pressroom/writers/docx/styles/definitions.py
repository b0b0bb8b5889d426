"""What a base style is made of: a role, its names, and properties in the brand's colours.

A role is what a paragraph is for ("body", "heading-1", "tile-number"). ``names`` are the style names it may
go by in a reference document, best first; the first is also the name under which it is added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.model.brand import Brand
from pressroom.writers.docx.package.markup import escape

BASELINE = 280  # twips: 14 pt, the line of the running text
HALF = BASELINE // 2


def theme_font(kind: str) -> str:
    """Return the theme's font for headings ("major") or for running text ("minor")."""
    return (
        f'<w:rFonts w:asciiTheme="{kind}HAnsi" w:hAnsiTheme="{kind}HAnsi" w:eastAsiaTheme="{kind}EastAsia" '
        f'w:cstheme="{kind}Bidi"/>'
    )


SANS = theme_font("major")


@dataclass(frozen=True, slots=True)
class BaseStyle:
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
        words = self.names[0].replace("toc ", "TOC ").split()
        return "".join(word if word == "of" else word[:1].upper() + word[1:] for word in words)

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


_BORDERS = re.compile(r"(<w:pBdr>(?:(?!</w:pBdr>).)*?)<w:left ([^>]*)/>((?:(?!</w:pBdr>).)*)</w:pBdr>")
BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
CALLOUT_INSET = 240  # twips: how far a callout's text stands in from the edge of its ground
CELL_MARGIN = 120  # twips between a table's columns
LIST_STEP = 340  # twips: how far each list level stands in


@dataclass(frozen=True, slots=True)
class Palette:
    """The brand's colours as markup, tied to the theme in the base document."""

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

    def rule(self, side: str, name: str, eighths: int, space: int = 0) -> str:
        """Return one border: ``eighths`` of a point thick, ``space`` points off."""
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{self.hex(name)}"/>'

    def ground(self, name: str) -> str:
        """Return a shading."""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{self.hex(name)}"/>'


def mirror_borders(markup: str) -> str:
    """Move the border at the left of paragraph properties to the right: Word keeps sides as said."""
    return _BORDERS.sub(lambda found: f"{found[1]}{found[3]}<w:right {found[2]}/></w:pBdr>", markup)


def callout_edges(ink: Palette, gap: int = 9) -> str:
    """Return the borders that carry a callout's ground beyond its letters, ``gap`` points at their left."""
    return ink.rule("left", "accent_soft", 4, gap) + ink.rule("bottom", "accent_soft", 4, 3)


def callout_box(ink: Palette, name: str = "accent_text", *, second: bool = False) -> str:
    """Return a callout's borders: a rule above in a colour of the brand, and its edges.

    Those of a ``second`` callout differ by as little as keeps it a box of its own: Word looks at all of a
    border for it, LibreOffice at its line alone.
    """
    thick, space = (11, 6) if second else (10, 5)
    return f"<w:pBdr>{ink.rule('top', name, thick, space)}{callout_edges(ink)}</w:pBdr>"


THEME_SLOTS = {
    "text": "text1",
    "paper": "background1",
    "muted": "text2",
    "accent_soft": "background2",
    "accent": "accent6",
    "accent_text": "accent1",
    "warning": "accent2",
    "rule": "accent3",
}


def style_xml(style: BaseStyle, style_ids: dict[str, str]) -> str:
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


def mono(brand: Brand) -> str:
    """Return the font of computer text."""
    name = escape(brand.fonts.mono[0])
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'

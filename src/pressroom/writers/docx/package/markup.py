"""WordprocessingML as text: the few shapes that every other module of the writer puts together.

Text, not element objects: a long report is tens of thousands of runs, and joined strings are parsed once at
the end. Property elements have a fixed order in the schema; it is kept here and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

# characters that XML 1.0 cannot carry at all, not even as references
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# a stretch of right-to-left words together with the spaces and marks between them
_RIGHT_TO_LEFT_STRETCH = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[^A-Za-z\u00c0-\u024f]*"
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])*)"
)


def qualify(name: str) -> str:
    """Return "w:p" as lxml spells it, "{namespace}p"."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def escape(text: str) -> str:
    """Escape text for an element or a double-quoted attribute; characters that XML forbids are dropped."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _FORBIDDEN.sub("", text)


def right_to_left(text: str) -> bool:
    """Tell whether the text holds letters of a right-to-left script."""
    return bool(_RIGHT_TO_LEFT.search(text))


@dataclass(frozen=True, slots=True)
class RunFormat:
    """The format of a run.

    ``style`` is a character style's id, ``vertical`` "superscript" or "subscript", ``size`` in half-points
    where it is not the style's.
    """

    style: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    vertical: str = ""
    lang: str = ""
    rtl: bool = False
    hidden_proof: bool = False
    size: int = 0

    def with_(self, **changes: object) -> RunFormat:
        """Return the format with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the names are the fields of the class


PLAIN = RunFormat()


@lru_cache(maxsize=512)
def run_properties_xml(look: RunFormat) -> str:
    """Return the run properties of a format, "" when it has none."""
    parts = [
        f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        "<w:strike/>" if look.strike else "",
        "<w:noProof/>" if look.hidden_proof else "",
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>' if look.size else "",
        f'<w:vertAlign w:val="{look.vertical}"/>' if look.vertical else "",
        "<w:rtl/>" if look.rtl else "",
        language_xml(look.lang) if look.lang else "",
    ]
    inner = "".join(parts)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


_COMPLEX = {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ku"}
_EAST_ASIAN = {"zh", "ja", "ko"}


def find_language_slot(lang: str) -> str:
    """Return which of Word's three language slots a BCP 47 tag belongs to: "val", "eastAsia" or "bidi"."""
    primary = lang.split("-")[0].lower()
    if primary in _COMPLEX:
        return "bidi"
    return "eastAsia" if primary in _EAST_ASIAN else "val"


def language_xml(lang: str) -> str:
    """Return ``w:lang`` for a BCP 47 tag, in the slot of its script."""
    return f'<w:lang w:{find_language_slot(lang)}="{escape(lang)}"/>'


def run(text: str, look: RunFormat = PLAIN) -> str:
    """Return the runs of some text; tabs and line feeds are Word's, right-to-left words runs of their own."""
    if not text:
        return ""
    if not look.rtl and right_to_left(text):
        pieces = _RIGHT_TO_LEFT_STRETCH.split(text)
        return "".join(
            raw_run(_text(piece), look.with_(rtl=bool(index % 2)))
            for index, piece in enumerate(pieces)
            if piece
        )
    return raw_run(_text(text), look)


def _text(text: str) -> str:
    if "\t" not in text and "\n" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    parts: list[str] = []
    for piece in re.split(r"([\t\n])", text):
        if piece == "\t":
            parts.append("<w:tab/>")
        elif piece == "\n":
            parts.append("<w:br/>")
        elif piece:
            parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(parts)


def raw_run(content: str, look: RunFormat = PLAIN) -> str:
    """Return a run round markup that is already WordprocessingML."""
    return f"<w:r>{run_properties_xml(look)}{content}</w:r>"


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What a paragraph has beyond its style. The markup fields hold whole child elements of ``w:pPr``."""

    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    frame: str = ""
    number: tuple[int, int] | None = None  # (numId, level from 0)
    borders: str = ""
    shading: str = ""
    tabs: str = ""
    bidi: str = ""  # "1" or "0" where the paragraph reads otherwise than its style
    spacing: str = ""
    indent: str = ""
    contextual: bool = False
    align: str = ""
    section: str = ""

    def with_(self, **changes: object) -> ParagraphFormat:
        """Return the format with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the names are the fields of the class


BARE = ParagraphFormat()


@lru_cache(maxsize=1024)
def paragraph_properties_xml(style: str, fmt: ParagraphFormat) -> str:
    """Return the paragraph properties of a style id and a format."""
    parts = [
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:keepNext/>" if fmt.keep_next else "",
        "<w:keepLines/>" if fmt.keep_lines else "",
        "<w:pageBreakBefore/>" if fmt.page_break_before else "",
        fmt.frame,
        _number_xml(fmt.number),
        fmt.borders,
        fmt.shading,
        fmt.tabs,
        f'<w:bidi w:val="{fmt.bidi}"/>' if fmt.bidi else "",
        fmt.spacing,
        fmt.indent,
        "<w:contextualSpacing/>" if fmt.contextual else "",
        f'<w:jc w:val="{fmt.align}"/>' if fmt.align else "",
        fmt.section,
    ]
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _number_xml(number: tuple[int, int] | None) -> str:
    if number is None:
        return ""
    ident, level = number
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{ident}"/></w:numPr>'


def paragraph(style: str, content: str, fmt: ParagraphFormat = BARE) -> str:
    """Return a paragraph in a style (by id) round its runs."""
    return f"<w:p>{paragraph_properties_xml(style, fmt)}{content}</w:p>"


def field(instruction: str, result: str, look: RunFormat = PLAIN) -> str:
    """Return a complex field with its result as runs, so that it reads right where nothing is updated."""
    return field_begin(instruction, look) + result + field_end(look)


def field_begin(instruction: str, look: RunFormat = PLAIN) -> str:
    """Return the runs that open a complex field; its result follows, then ``field_end``."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    return (
        raw_run('<w:fldChar w:fldCharType="begin"/>', look)
        + raw_run(code, look)
        + raw_run('<w:fldChar w:fldCharType="separate"/>', look)
    )


def field_end(look: RunFormat = PLAIN) -> str:
    """Return the run that closes a complex field."""
    return raw_run('<w:fldChar w:fldCharType="end"/>', look)

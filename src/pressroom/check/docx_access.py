"""Whether a Word file can be read by everybody: with a screen reader, by keyboard, in grey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressroom.check.docx_package import DRAWING, VML, W, WordFile
from pressroom.model.colour import READABLE, hex_contrast
from pressroom.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OFF = ("0", "false", "off")
_LEAST_CONTRAST_LARGE = 3.0
_LARGE_HALF_POINTS = 28  # 14 pt bold, as WCAG counts large text
_POINTLESS = {"here", "click here", "this link", "link", "more", "read more"}


def check_alternatives(word: WordFile) -> Iterator[Diagnostic]:
    """Every picture, chart and shape has alternative text, or says that it only decorates."""
    for part, tree in word.stories:
        for node in tree.iter(f"{DRAWING}docPr"):
            decorates = any(mark.get("val") not in _OFF for mark in node.iter(_DECORATIVE))
            if not decorates and not node.get("descr", "").strip():
                yield word.diagnose(
                    "alt-missing",
                    f"the picture {node.get('name', '')} in {part} has no alternative text",
                    "say in the source or the template what it shows",
                )
        for node in tree.iter(f"{VML}shape"):
            if node.get("alt") is None:
                yield word.diagnose(
                    "alt-missing", f"a drawn shape in {part} has no alternative text", "give it one"
                )
        for _ in tree.iter(f"{DRAWING}anchor"):
            yield word.diagnose(
                "object-floats",
                f"an object in {part} floats beside the text, where screen readers lose it",
                "set it in line with the text",
                Severity.WARNING,
            )


def check_title_and_language(word: WordFile) -> Iterator[Diagnostic]:
    """The file says what it is called and in which language it is."""
    core = word.trees.get("docProps/core.xml")
    title = core.find(f".//{_TITLE}") if core is not None else None
    if title is None or not (title.text or "").strip():
        yield word.diagnose(
            "title-missing", "the file has no title", "give the report a title", Severity.WARNING
        )
    styles = word.part("styles")
    path = "/".join(f"{W}{name}" for name in ("docDefaults", "rPrDefault", "rPr", "lang"))
    if styles is None or styles.find(path) is None:
        yield word.diagnose(
            "language-missing", "the file does not say its language", "set lang", Severity.WARNING
        )


def _list_levels(word: WordFile) -> dict[str, int]:
    """Return the outline level, from 1, of each paragraph style that has one."""
    styles = word.part("styles")
    levels: dict[str, int] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        ident = style.get(f"{W}styleId", "")
        words = (name.get(f"{W}val", "") if name is not None else "").lower()
        if words.startswith("heading ") and words[8:].isdigit():
            levels[ident] = int(words[8:])
        elif outline is not None and outline.get(f"{W}val", "9") < "9":
            levels[ident] = int(outline.get(f"{W}val", "0")) + 1
    return levels


def check_headings(word: WordFile) -> Iterator[Diagnostic]:
    """Headings begin at level 1 and skip none on the way down."""
    document, levels = word.part("document"), _list_levels(word)
    before = 0
    for node in document.iter(f"{W}pStyle") if document is not None else ():
        level = levels.get(node.get(f"{W}val", ""), 0)
        if level > before + 1:
            yield word.diagnose(
                "heading-skips",
                f"a heading of level {level} follows one of level {before}"
                if before
                else f"the first heading is of level {level}",
                "give the headings of the source consecutive levels",
                Severity.WARNING,
            )
        before = level or before


def check_tables(word: WordFile) -> Iterator[Diagnostic]:
    """A table of data says which row is its head; no table stands in a table."""
    for part, tree in word.stories:
        for table in tree.iter(f"{W}tbl"):
            if any(up.tag == f"{W}tc" for up in table.iterancestors()):
                yield word.diagnose(
                    "table-nested",
                    f"a table in {part} stands in another",
                    "set it on its own",
                    Severity.WARNING,
                )
            look = table.find(f"{W}tblPr/{W}tblLook")
            layout = look is not None and look.get(f"{W}firstRow") == "0"
            if not layout and table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
                yield word.diagnose(
                    "table-headless",
                    f"a table in {part} has no header row",
                    "give its columns heads in the source",
                    Severity.WARNING,
                )


def check_links(word: WordFile) -> Iterator[Diagnostic]:
    """A link's words say where it leads."""
    for part, tree in word.stories:
        for link in tree.iter(f"{W}hyperlink"):
            words = "".join(node.text or "" for node in link.iter(f"{W}t")).strip()
            if words.lower() in _POINTLESS or (not words and not list(link.iter(f"{DRAWING}docPr"))):
                yield word.diagnose(
                    "link-says-nothing",
                    f"the words of a link in {part} do not say where it leads: {words!r}",
                    "name the target in the link's words",
                    Severity.WARNING,
                )


def check_blanks(word: WordFile) -> Iterator[Diagnostic]:
    """Distance comes from styles, not from empty paragraphs."""
    document = word.part("document")
    body = document.find(f"{W}body") if document is not None else None
    before = False
    for node in body if body is not None else ():
        empty = node.tag == f"{W}p" and _is_blank(node)
        if empty and before:
            yield word.diagnose(
                "blank-paragraphs",
                "empty paragraphs make a distance",
                "use a style's spacing",
                Severity.WARNING,
            )
        before = empty


def _is_blank(paragraph: _Element) -> bool:
    bordered = paragraph.find(f"{W}pPr/{W}pBdr") is not None
    sections = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    return not bordered and not sections and next(paragraph.iter(f"{W}r"), None) is None


def check_contrast(word: WordFile) -> Iterator[Diagnostic]:
    """Text in the colour of a style in use stands out from its ground."""
    styles = word.part("styles")
    used = {node.get(f"{W}val") for _, tree in word.stories for node in tree.iter(f"{W}pStyle", f"{W}rStyle")}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        colour, ground = style.find(f"{W}rPr/{W}color"), style.find(f"{W}pPr/{W}shd")
        ink = colour.get(f"{W}val", "auto") if colour is not None else "auto"
        paper = ground.get(f"{W}fill", "auto") if ground is not None else "auto"
        if ink == "auto" or style.get(f"{W}styleId") not in used:
            continue
        ratio = hex_contrast(f"#{ink}", "#FFFFFF" if paper == "auto" else f"#{paper}")
        large = int(_find_size(style)) >= _LARGE_HALF_POINTS
        if ratio < (_LEAST_CONTRAST_LARGE if large else READABLE):
            yield word.diagnose(
                "contrast-low",
                f"the style {style.get(f'{W}styleId')} has a contrast of {ratio:.1f} to 1",
                "choose a darker colour in the brand or the reference",
                Severity.WARNING,
            )


def _find_size(style: _Element) -> str:
    node = style.find(f"{W}rPr/{W}sz")
    return node.get(f"{W}val", "0") if node is not None else "0"


ACCESS_RULES = (
    check_alternatives,
    check_title_and_language,
    check_headings,
    check_tables,
    check_links,
    check_blanks,
    check_contrast,
)

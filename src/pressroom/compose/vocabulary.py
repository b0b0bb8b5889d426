"""The elements and attributes that a page may have, as docs/page.md says: those that every format knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pressroom.compose.template import Template
from pressroom.errors import PressroomError
from pressroom.model.page import PageTree

if TYPE_CHECKING:
    from jinja2 import Environment
    from lxml.html import HtmlElement

# element → its attributes; id, class, lang, dir and data-… may stand on each
ELEMENTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("html", "head", "title", "body", "header", "main", "section", "nav", "div", "aside"), ()
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "dl", "dt", "dd", "blockquote"), ()),
    **dict.fromkeys(("pre", "hr", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr"), ()),
    **dict.fromkeys(("em", "strong", "s", "sup", "sub", "code", "br", "span"), ()),
    "meta": ("charset", "name", "content"),
    "ol": ("start", "type"),
    "li": (),
    "colgroup": ("span",),
    "col": ("span", "style"),  # the width of a column, as the writer of tables gives it
    "th": ("scope", "colspan", "rowspan"),
    "td": ("colspan", "rowspan"),
    "a": ("href",),
    "img": ("src", "alt"),
    "time": ("datetime",),
}
ANYWHERE = ("id", "class", "lang", "dir")
CLOSED = frozenset({"math"})  # what stands inside is MathML
_INSTEAD = {
    "b": "write <strong>",
    "i": "write <em>",
    "u": "write <em>, or <span> with a class",
    "del": "write <s>",
    "center": "give the paragraph a class, and the class text-align: center in print.css and screen.css",
    "font": "give a <span> a class, and the class its look in print.css and screen.css",
    "style": "write it into print.css and screen.css of the template",
    "script": "take it out: nothing on a page runs",
    "footer": 'write <div class="running foot">, or <section class="about">',
    "article": "write <section>",
    "dir": "write <ul>",
}
_ATTRIBUTE_INSTEAD = {
    "style": "give the element a class, and the class its look in print.css and screen.css",
    "align": "give the element a class, and the class text-align in print.css and screen.css",
    "width": "give the element a class, and the class its width in print.css and screen.css",
    "title": "say it in the text: nobody who reads paper can point at an element",
}


# classes that writers and style sheets know; a template may have others, and say how they look
_CLASS_NAMES = """
about about-address about-doubt about-title address address-link annex attribution band band-date
bare brand byline callout callout-kind callout-title caption caption-title caution center chart
closing contents contents-title cover date dateline divider embargo ending entry events facts fields
figures folio foot footnote footnote-again formula formula-source frame frames further gathered
glance glyph glyph-note head image important in-line issuer key-numbers kind label landscape legend
level-1 level-2 level-3 level-4 logo long marking math mini note num number on-paper page page-break
pageref pages panel-note plain qualifier quantity recipient ref running running-brand running-title
salutation scope section-title sign signature signer source sources sources-title standfirst strip-title
subtitle table-note tables task thirds tile tile-detail tile-label tile-number tiles tip title turn
value warning what when wide
"""
CLASSES = frozenset(_CLASS_NAMES.split())
_NEAR = 0.8  # how like two classes are of which one may be a slip
_CLASS = re.compile(r"""\bclass\s*=\s*(["'])(.*?)\1""", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FILLED_IN = "\0"  # what stands for a value: no class that it is a part of is known yet
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+[\"']([^\"']+)")


def check_blocks(found: Environment, template: Template) -> None:
    """Raise PressroomError, with file and line, for a block of a template that the one which it extends does
    not have: Jinja leaves out what stands in it, and says nothing.
    """
    for name, text in template.files.items():
        extended = _EXTENDS.search(text) if name.endswith(".j2") else None
        known = _list_blocks(extended[1], template.files) if extended else set()
        if extended is None or not known or known.issuperset(_BLOCK.findall(text)):
            continue
        for block, line in _list_outer_blocks(found, text):
            if block not in known:
                near = get_close_matches(block, known, 1)
                raise PressroomError(
                    f"{extended[1]} has no block {block!r}",
                    cure=f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}",
                    rule="template-block",
                    where=f"{template.find_place(name)}:{line}",
                )


def _list_blocks(name: str, files: Mapping[str, str]) -> set[str]:
    """Return the names of all blocks of a file and of those that it extends."""
    known: set[str] = set()
    seen: set[str] = set()
    while name in files and name not in seen:
        seen.add(name)
        known.update(_BLOCK.findall(files[name]))
        extended = _EXTENDS.search(files[name])
        name = extended[1] if extended else ""
    return known


def _list_outer_blocks(found: Environment, text: str) -> list[tuple[str, int]]:
    """Return the blocks of a file with their lines, those within another one aside: these are printed."""
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tree = found.parse(text)
    except TemplateSyntaxError:
        return []  # rendering says what is wrong, and where
    return [(node.name, node.lineno) for node in tree.body if isinstance(node, nodes.Block)]


def check_classes(template: Template) -> None:
    """Raise PressroomError, with file and line, for a class that no style sheet of the template and no writer
    knows, where it is nearly one that they know: it would change nothing, and nobody would be told.
    """
    layouts = {name: text for name, text in template.files.items() if name.endswith(".j2")}
    written = {
        name
        for text in layouts.values()
        for _, value in _CLASS.findall(_VALUE.sub(_FILLED_IN, _STATEMENT.sub(" ", text)))
        for name in value.split()
        if _FILLED_IN not in name
    }
    for name in sorted(written - CLASSES - template.word_looks.keys()):
        shown = re.compile(rf"\.{re.escape(name)}(?![\w-])")
        if any(f".{name}" in text and shown.search(text) for text in template.files.values()):
            continue
        near = get_close_matches(name, CLASSES, 1, _NEAR)
        if near:
            raise _refusal(
                f"nothing says how the class {name!r} looks",
                f"did you mean {near[0]}? Or give it a look: .{name} in a style sheet of the template",
                template,
                rf"""\bclass\s*=\s*["'][^"']*(?<![\w-]){re.escape(name)}(?![\w-])""",
            )


def require_html(html: str, template: Template) -> None:
    """Raise PressroomError where a template prints no element at all, which no parser can take."""
    if "<" not in html:
        cure = "extend base/report.html.j2, or write a page as docs/page.md shows"
        raise _refusal("the template prints no page", cure, template, "")


def check_page(tree: PageTree, template: Template) -> None:
    """Raise PressroomError, with the template's file and line, for the first element or attribute that no
    page has, a picture without alternative text or from elsewhere, a second title, or a page without its
    head or its text.
    """
    for part in ("head", "main"):
        if tree.root.find(f".//{part}") is None:
            cure = f"extend base/report.html.j2, or write <{part}>, as docs/page.md shows"
            raise _refusal(f"the page has no <{part}>", cure, template, r"<html\b|<body\b|\S")
    titles = 0
    for element in _walk(tree.root):
        tag = str(element.tag)
        if tag not in ELEMENTS:
            near = get_close_matches(tag, ELEMENTS, 1)
            cure = _INSTEAD.get(tag) or (f"did you mean <{near[0]}>?" if near else "docs/page.md lists them")
            raise _refusal(f"<{tag}> is no element of a page", cure, template, rf"<{tag}\b")
        for name in element.attrib:
            if not (name in ANYWHERE or name in ELEMENTS[tag] or str(name).startswith("data-")):
                known = (*ELEMENTS[tag], *ANYWHERE)
                near = get_close_matches(str(name), known, 1)
                cure = _ATTRIBUTE_INSTEAD.get(str(name)) or (
                    f"did you mean {near[0]}?" if near else f"it may have {', '.join(known)} and data-…"
                )
                message = f"<{tag}> of a page has no attribute {name!r}"
                raise _refusal(message, cure, template, rf"<{tag}\b[^>]*\b{re.escape(str(name))}\s*=")
        if tag == "img":
            _check_picture(element, template)
        titles += tag == "h1"
        if titles > 1:
            cure = "begin sections with <h2>"
            raise _refusal("a page has one <h1>, its title", cure, template, r"<h1\b")


def _check_picture(image: HtmlElement, template: Template) -> None:
    if not (image.get("src") or "").startswith("asset:"):
        message = f"the picture {image.get('src')!r} is not one of the report's"
        cure = 'write src="asset:brand-logo", or the name of a picture of the text or of a figure'
        raise _refusal(message, cure, template, r"<img\b")
    if image.get("alt") is None:
        cure = 'say what it shows: alt="…", or alt="" where it shows nothing'
        raise _refusal("a picture has no alternative text", cure, template, r"<img\b")


def _walk(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield elements in their order, without comments and without what stands in a formula."""
    stack = [root]
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str) and element.tag not in CLOSED:
            yield element
            stack.extend(reversed(list(element)))


def _refusal(message: str, cure: str, template: Template, pattern: str) -> PressroomError:
    return PressroomError(message, cure=cure, rule="page-vocabulary", where=template.locate(pattern, ".j2"))

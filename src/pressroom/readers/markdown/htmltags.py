"""Which tags of a Markdown text are HTML, and which are words in angle brackets ("Write <name> here")."""

from __future__ import annotations

import re

TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attrs>(?:"[^"]*"|'[^']*'|[^<>"'])*?)/?>"""
)
# elements that stand by themselves, or whose end may be left out
_ALONE = frozenset(
    (
        "area", "br", "col", "embed", "hr", "img", "input", "param", "source", "track", "wbr", "p",
        "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup",
    )
)  # fmt: skip  # a list of words
# elements of running text and of its layout, which nobody writes as a placeholder
_FORMATS = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "blockquote", "center", "cite",
        "code", "del", "dfn", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins",
        "kbd", "mark", "nobr", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "script",
        "small", "span", "strike", "strong", "style", "sub", "sup", "svg", "table", "tt", "u", "ul",
        "var", "dl",
    )
)  # fmt: skip  # a list of words
# elements that name a thing as well: without an end they are words
_NAMES = frozenset(
    (
        "address", "applet", "article", "aside", "audio", "base", "basefont", "body", "button",
        "canvas", "caption", "data", "datalist", "details", "dialog", "dir", "fieldset", "figcaption",
        "figure", "footer", "form", "frame", "frameset", "head", "header", "hgroup", "html", "iframe",
        "label", "legend", "link", "main", "map", "marquee", "math", "menu", "meta", "meter", "nav",
        "noembed", "noframes", "noscript", "object", "optgroup", "output", "picture", "progress",
        "search", "section", "select", "slot", "summary", "template", "textarea", "time", "title",
        "video", "xmp",
    )
)  # fmt: skip  # a list of words
ELEMENTS = _ALONE | _FORMATS | _NAMES
# elements that end a line; cells are told apart by a mark
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "tfoot", "thead", "tr", "ul",
    )
)  # fmt: skip  # a list of words
CELLS = frozenset(("td", "th"))
# what a report has no place for: told, where scripts and styles are not
SHOWS = frozenset(
    (
        "applet", "audio", "button", "canvas", "embed", "frame", "iframe", "input", "math", "meter",
        "object", "progress", "select", "svg", "textarea", "video",
    )
)  # fmt: skip  # a list of words
UNSEEN = frozenset(("script", "style", "template"))


def is_markup(name: str, attributes: str, *, ends: bool) -> bool:
    """Tell whether a tag is HTML; ``ends``: the element's other tag is there as well."""
    low = name.lower()
    if low not in ELEMENTS:
        return False
    return low not in _NAMES or ends or "=" in attributes

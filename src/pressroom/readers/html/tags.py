"""What the elements of a page are, by their tag, role, class or style."""

from __future__ import annotations

import re

from lxml import etree

DROPPED = frozenset(
    (
        *(
            "script",
            "style",
            "template",
            "head",
            "title",
            "meta",
            "link",
            "object",
            "embed",
            "iframe",
            "frame",
        ),
        *("frameset", "noframes", "applet", "canvas", "svg", "audio", "video", "map", "datalist", "select"),
        *("option", "optgroup", "input", "button", "textarea", "progress", "meter", "dialog"),
    )
)
FRAMES = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "aside of the page",
    "form": "form",
    "menu": "navigation",
}
FRAME_ROLES = {
    "navigation": "navigation",
    "contentinfo": "page footer",
    "search": "form",
    "banner": "page header",
}
BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center"),
        *(
            "fieldset",
            "form",
            "details",
            "summary",
            "hgroup",
            "body",
            "html",
            "ul",
            "ol",
            "menu",
            "dl",
            "table",
        ),
        *(
            "blockquote",
            "pre",
            "hr",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "dt",
            "dd",
            "tr",
            "td",
        ),
        *("th", "tbody", "thead", "tfoot", "caption", "figcaption", "legend", "noscript", "picture", "dir"),
        *("listing", "xmp", "plaintext"),
    )
)
CALLOUTS = re.compile(r"\b(note|tip|warning|important|caution|info|hint|danger)\b", re.IGNORECASE)
CALLOUT_KINDS = {"info": "note", "hint": "tip", "danger": "caution"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary")


def is_heading_button(element: etree._Element, tag: str) -> bool:
    """Tell whether an element is a button that holds a heading's words, to open and close its section."""
    return tag == "button" and next(element.iterancestors(*_HEADINGS), None) is not None


def contains_blocks(element: etree._Element) -> bool:
    """Tell whether an element of running text holds blocks."""
    return any(isinstance(entry.tag, str) and entry.tag in BLOCKS for entry in element.iterdescendants())


def find_exclusion(element: etree._Element, tag: str, *, keep_frame: bool) -> str:
    """Return why an element is no part of the text, "" where it is: hidden, or of the page's frame."""
    if element.get("hidden") is not None or HIDDEN.search(element.get("style") or ""):
        return "hidden text"
    if keep_frame or (tag == "aside" and CALLOUTS.search(element.get("class") or "")):
        return ""
    if tag == "form" and is_page_form(element):
        return ""
    return FRAMES.get(tag) or FRAME_ROLES.get(element.get("role") or "", "")


_LEAST_TEXT = 300  # characters; a form with less is for filling in


def is_page_form(element: etree._Element) -> bool:
    """Tell whether a form holds a page's text, as ASP.NET writes it, and not only controls."""
    if next(element.iter("main", "article", "h1"), None) is not None:
        return True
    if sum(map(_measure, element.iter("p", "li", "td", "h2", "h3"))) >= _LEAST_TEXT:
        return True
    body = next(element.iterancestors("body"), None)
    return body is not None and _measure(element) > _measure(body) * _MOST_OF_PAGE


_MOST_OF_PAGE = 0.6


def _measure(element: etree._Element) -> int:
    """Return how many characters of words stand in an element, those of controls and scripts aside."""
    texts = etree.XPath("descendant::text()[not(ancestor::select or ancestor::button or ancestor::script)]")
    found = texts(element)
    return len(" ".join(" ".join(map(str, found)).split())) if isinstance(found, list) else 0


def find_callout(element: etree._Element, tag: str) -> str:
    """Return the kind of callout that an element is, "" for none."""
    names = element.get("class") or ""
    found = CALLOUTS.search(names) if tag in ("aside", "div") else None
    boxed = tag == "aside" or any(word in names.lower() for word in _BOXES)
    if found is None or not boxed:
        return ""
    return CALLOUT_KINDS.get(found[1].lower(), found[1].lower())


_BOXES = ("callout", "admonition", "alert", "box")


# scripts and styles are no words: of some saved pages they are most of the letters
_SHOWN = etree.XPath(
    "descendant::text()[not(parent::script or parent::style or parent::template or parent::option"
    " or parent::textarea)]",
    smart_strings=False,
)


def read_shown(element: etree._Element) -> str:
    """Return the words of an element that a page shows, whatever part of it they are."""
    found = _SHOWN(element)
    return " ".join("".join(map(str, found)).split()) if isinstance(found, list) else ""

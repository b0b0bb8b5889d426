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


def contains_blocks(element: etree._Element) -> bool:
    """Tell whether an element of running text holds blocks."""
    return any(isinstance(entry.tag, str) and entry.tag in BLOCKS for entry in element.iterdescendants())


def find_exclusion(element: etree._Element, tag: str, *, keep_frame: bool) -> str:
    """Return why an element is no part of the text, "" where it is: hidden, or of the page's frame."""
    if element.get("hidden") is not None or HIDDEN.search(element.get("style") or ""):
        return "hidden text"
    if keep_frame or (tag == "aside" and CALLOUTS.search(element.get("class") or "")):
        return ""
    return FRAMES.get(tag) or FRAME_ROLES.get(element.get("role") or "", "")


def find_callout(element: etree._Element, tag: str) -> str:
    """Return the kind of callout that an element is, "" for none."""
    names = element.get("class") or ""
    found = CALLOUTS.search(names) if tag in ("aside", "div") else None
    boxed = tag == "aside" or any(word in names.lower() for word in _BOXES)
    if found is None or not boxed:
        return ""
    return CALLOUT_KINDS.get(found[1].lower(), found[1].lower())


_BOXES = ("callout", "admonition", "alert", "box")

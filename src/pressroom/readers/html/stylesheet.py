"""What the style sheet within a page says of classes: bold, italic, struck out, raised, or not shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_AT_RULE = re.compile(r"@[^{;]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:[a-z]+\d?)?\.([\w-]+)", re.IGNORECASE)
_LONGEST = 500_000  # characters of style sheets that are looked at
LOOKS = {
    "bold": re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b", re.IGNORECASE),
    "italic": re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE),
    "strike": re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE),
    "superscript": re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE),
    "subscript": re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE),
}
_HIDDEN = re.compile(r"(?:^|;)\s*display\s*:\s*none", re.IGNORECASE)
_NORMAL = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)\b", re.IGNORECASE)


def read_class_looks(root: etree._Element) -> Mapping[str, frozenset[str]]:
    """Return what a page's own style sheets say of classes that stand alone, as in ".c1" and "span.c1"."""
    found: dict[str, frozenset[str]] = {}
    sheets = "\n".join("".join(str(part) for part in sheet.itertext()) for sheet in root.iter("style"))
    sheets = _AT_RULE.sub("", _COMMENT.sub("", sheets[:_LONGEST]))
    for selectors, declarations in _RULE.findall(sheets):
        looks = {name for name, pattern in LOOKS.items() if pattern.search(declarations)}
        if _HIDDEN.search(declarations):
            looks.add("hidden")
        if looks:
            for selector in selectors.split(","):
                if match := _CLASS.fullmatch(selector.strip()):
                    found[match[1]] = found.get(match[1], frozenset()) | looks
    return found


def find_looks(element: etree._Element, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return how an element is shown, by its own style and by its classes."""
    style = str(element.get("style") or "")
    looks = {name for name, pattern in LOOKS.items() if style and pattern.search(style)}
    for name in str(element.get("class") or "").split() if classes else ():
        looks |= classes.get(name, frozenset())
    return frozenset(looks)


def is_unbold(element: etree._Element) -> bool:
    """Tell whether an element in bold says that it is none, as pages copied from Google Docs do."""
    return bool(_NORMAL.search(str(element.get("style") or "")))

"""Which structure type an element of the page's vocabulary has in a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pressroom.writers.common.markup import classes

# Anything of the vocabulary that is not here is transparent: its words belong to the element around it.
# Stress and weight have no structure type in PDF 1.7, and a Span without attributes says nothing.
TYPES: Mapping[str, str] = {
    "header": "Sect",
    "main": "Part",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Div",
    "div": "Div",
    "p": "P",
    "pre": "P",
    "code": "Code",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "blockquote": "BlockQuote",
    "figure": "Div",
    "img": "Figure",
    "figcaption": "Caption",
    "a": "Link",
}
NUMBERING: Mapping[str, str] = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}
SCOPES: Mapping[str, str] = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}
HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


def role(element: Any) -> str:
    """Return the structure type of an element, "" for one whose words belong to the element around it."""
    tag = element.tag
    if tag == "img" and "formula" in classes(element):
        return ""  # of the formula that it stands in
    if tag == "span":
        kinds = classes(element)
        if "footnote" in kinds:
            return "Note"
        if "math" in kinds:
            return "Formula"
    if tag == "td" and element.get("data-heads"):
        return "TH"
    return TYPES.get(tag, "")


def numbering(element: Any) -> str:
    """Return how a list counts, as PDF names it."""
    if element.tag == "ol" and not classes(element) & {"events"}:
        return NUMBERING.get(element.get("type") or "1", "Decimal")
    return "Disc" if element.tag == "ul" and "tiles" not in classes(element) else "None"

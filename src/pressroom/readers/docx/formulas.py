"""Word's mathematics (OMML, ISO/IEC 29500-1 part 22.1) written in a line: "1/2", "x^2", "√(a+b)".

Joined letter by letter a half would read as twelve, so each structure keeps the sign that tells it apart.
"""

from __future__ import annotations

from lxml import etree

from pressroom.readers.common.elements import attribute
from pressroom.readers.docx.names import child, children, name, value


def write_in_line(formula: etree._Element) -> str:
    """Return a formula in one line of text."""
    line, before = "", ""
    for entry in formula:
        piece, kind = _of(entry), name(entry)
        line = join_beside(line, piece) if "m:f" in (kind, before) else line + piece
        before = kind if piece else before
    return line


def join_beside(before: str, after: str) -> str:
    """Return two pieces side by side, with a space where their digits would make one number: "1 1/2"."""
    return f"{before} {after}" if before[-1:].isdigit() and after[:1].isdigit() else before + after


def _of(element: etree._Element) -> str:
    kind = name(element)
    if kind == "m:t":
        return str(element.text or "")
    if kind == "m:f" and value(element, "m:fPr", "m:type") == "noBar":
        return f"{_part(element, 'm:num')}¦{_part(element, 'm:den')}"
    if kind == "m:f":
        return f"{_part(element, 'm:num')}/{_part(element, 'm:den')}"
    if kind in ("m:sSup", "m:sSub", "m:sSubSup", "m:sPre"):
        return _part(element, "m:e") + _raised(element)
    if kind == "m:rad":
        degree = _inner(element, "m:deg")
        return f"{'' if degree in ('', '2') else f'{degree}th '}√{_part(element, 'm:e')}"
    if kind == "m:nary":
        return f"{_sign(element, 'm:chr', '∫')}{_raised(element)} {_part(element, 'm:e')}"
    if kind == "m:d":
        between = _sign(element, "m:sepChr", "|")
        inner = between.join(write_in_line(entry) for entry in children(element, "m:e"))
        return f"{_sign(element, 'm:begChr', '(')}{inner}{_sign(element, 'm:endChr', ')')}"
    if kind in ("m:m", "m:eqArr"):
        return "; ".join(filter(None, map(_row, element)))
    if kind.endswith("Pr"):
        return ""
    return write_in_line(element)


def _row(element: etree._Element) -> str:
    if name(element) == "m:mr":
        return ", ".join(write_in_line(entry) for entry in children(element, "m:e"))
    return write_in_line(element) if name(element) == "m:e" else ""


def _raised(element: etree._Element) -> str:
    """Return what is set below and above, each with its sign."""
    below, above = (_inner(element, part) and _part(element, part) for part in ("m:sub", "m:sup"))
    return (f"_{below}" if below else "") + (f"^{above}" if above else "")


def _inner(element: etree._Element, part: str) -> str:
    found = child(element, part)
    return "" if found is None else write_in_line(found).strip()


def _part(element: etree._Element, part: str) -> str:
    """Return a part, in brackets where its end is unclear without."""
    inner = _inner(element, part)
    enclosed = inner.startswith("(") and inner.find(")") == len(inner) - 1
    return inner if inner.replace(".", "").replace(",", "").isalnum() or enclosed else f"({inner})"


def _sign(element: etree._Element, what: str, otherwise: str) -> str:
    properties = next((entry for entry in element if name(entry).endswith("Pr")), None)
    given = None if properties is None else child(properties, what)
    return otherwise if given is None else attribute(given, "val")

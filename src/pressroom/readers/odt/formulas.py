"""Formulas of an OpenDocument text (MathML) written in a line: "E = mc^2", "1/2", "√(a+b)"."""

from __future__ import annotations

from lxml import etree

from pressroom.readers.common.elements import local_name

_UNSEEN = ("annotation", "annotation-xml")
_SPACED = frozenset("=+−±<>≤≥≠≈→∈×·")
_SIMPLE = ("mi", "mn", "mtext", "ms")


def write_formula(element: etree._Element) -> str:
    """Return a formula in one line of text; each structure keeps the sign that tells it apart."""
    return " ".join(_row(element).split())


def _row(element: etree._Element) -> str:
    line = ""
    for entry in element:
        if isinstance(entry.tag, str):
            piece = _write(entry)
            apart = line[-1:].isdigit() and piece[:1].isdigit()
            line += f" {piece}" if apart else piece
    return line


def _write(element: etree._Element) -> str:
    kind = local_name(element)
    parts = [entry for entry in element if isinstance(entry.tag, str)]
    if kind in _UNSEEN:
        return ""
    if kind in _SIMPLE:
        return "".join(map(str, element.itertext())).strip()
    if kind == "mo":
        sign = "".join(map(str, element.itertext())).strip()
        return f" {sign} " if sign in _SPACED else sign
    if kind == "mfrac" and len(parts) > 1:
        drawn = element.get("linethickness", "1").strip("0.%pxemt ") != ""
        between = "/" if drawn else "¦"
        return f"{_part(parts[0])}{between}{_part(parts[1])}"
    if kind in ("msqrt", "mroot"):
        inner = _part(parts[0]) if kind == "mroot" and parts else _bracket(_row(element))
        degree = f"{_row_of(parts[1])}th " if kind == "mroot" and len(parts) > 1 else ""
        return f"{degree}√{inner}"
    if kind in _SCRIPTS and parts:
        signs = _SCRIPTS[kind]
        return _write(parts[0]) + "".join(
            f"{sign}{_part(part)}" for sign, part in zip(signs, parts[1:], strict=False) if _row_of(part)
        )
    if kind == "mfenced":
        inner = ", ".join(_row_of(part) for part in parts)
        return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"
    if kind == "mtable":
        return "; ".join(", ".join(_row_of(cell) for cell in row) for row in parts)
    if kind == "mspace":
        return " "
    return _row(element)


_SCRIPTS = {
    "msup": ("^",),
    "msub": ("_",),
    "msubsup": ("_", "^"),
    "mover": ("^",),
    "munder": ("_",),
    "munderover": ("_", "^"),
}


def _row_of(element: etree._Element) -> str:
    return _write(element).strip()


def _part(element: etree._Element) -> str:
    """Return a part, in brackets where its end is unclear without."""
    return _bracket(_row_of(element))


def _bracket(inner: str) -> str:
    inner = inner.strip()
    return inner if inner.replace(".", "").replace(",", "").isalnum() else f"({inner})"

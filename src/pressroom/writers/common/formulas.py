"""Formulas of a page in place of which a picture stands, in formats that know no mathematics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pressroom.writers.common.markup import classes


def find_formulas(root: Any) -> Iterator[tuple[Any, Any]]:
    """Return each formula of a page, ``span.math``, with the ``math`` in it."""
    for holder in list(root.iter("span")):
        math = holder.find("math") if "math" in classes(holder) else None
        if math is not None:
            yield holder, math


def write_mathml(math: Any) -> str:
    """Return the ``math`` of a page's tree as MathML by itself."""
    parts: list[str] = []
    _write(math, parts, top=True)
    return "".join(parts)


def _write(element: Any, parts: list[str], *, top: bool = False) -> None:
    from xml.sax.saxutils import escape, quoteattr

    held = {name: value for name, value in element.attrib.items() if name not in ("xmlns", "alttext")}
    if top:
        held["xmlns"] = "http://www.w3.org/1998/Math/MathML"
    written = "".join(f" {name}={quoteattr(value)}" for name, value in held.items())
    parts.append(f"<{element.tag}{written}>{escape(element.text or '')}")
    for child in element:
        _write(child, parts)
        parts.append(escape(child.tail or ""))
    parts.append(f"</{element.tag}>")

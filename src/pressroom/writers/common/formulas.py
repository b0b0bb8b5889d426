"""Formulas of a page in place of which a picture stands, in formats that know no mathematics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pressroom.formulas import can_set
from pressroom.writers.common.markup import classes


def find_formulas(root: Any) -> Iterator[tuple[Any, Any]]:
    """Return each formula of a page, ``span.math``, with the ``math`` in it.

    One that cannot be set gives way to its words.
    """
    for holder in list(root.iter("span")):
        math = holder.find("math") if "math" in classes(holder) else None
        if math is None:
            continue
        if can_set(write_mathml(math)):
            yield holder, math
        else:
            words = say_formula(math)
            math.clear(keep_tail=True)
            math.tag, math.text = "span", words


def say_formula(math: Any) -> str:
    """Return a formula of a page in words."""
    return math.get("alttext") or " ".join("".join(math.itertext()).split())


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

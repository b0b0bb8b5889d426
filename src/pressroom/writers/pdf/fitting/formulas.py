"""Formulas as drawings on the line: WeasyPrint knows no MathML (Kozea/WeasyPrint#59)."""

from __future__ import annotations

from typing import Any

from pressroom.formulas import draw
from pressroom.model.document import Asset
from pressroom.writers.common.formulas import find_formulas, write_mathml


def draw_formulas(root: Any, colour: str) -> dict[str, Asset]:
    """Put a picture in the place of each formula, in the text's ``colour``; return the pictures by name."""
    drawn: dict[str, Asset] = {}
    names: dict[bytes, str] = {}
    for holder, math in find_formulas(root):
        drawing = draw(write_mathml(math), colour)
        name = names.setdefault(drawing.svg, f"formula-{len(names) + 1}.svg")
        drawn[name] = Asset(name, "image/svg+xml", drawing.svg)
        style = f"width:{drawing.width}em;height:{drawing.height}em;vertical-align:{-drawing.depth}em"
        marks = {"class": "formula", "src": f"asset:{name}", "alt": math.get("alttext") or "", "style": style}
        picture = holder.makeelement("img", marks)
        picture.tail = math.tail
        holder.insert(list(holder).index(math), picture)
        holder.remove(math)
    return drawn

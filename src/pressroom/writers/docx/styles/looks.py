"""What a template changes of the brand's styles, as properties of the styles: no paragraph is formatted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pressroom.model.look import WordLook
from pressroom.writers.docx.styles.definitions import BaseStyle, Palette, size, theme_font

_PROPERTY = re.compile(r"<(w:\w+)\b(?:[^<>]*/>|[^<>]*>.*?</\1>)", re.DOTALL)
# the order that the schema of Word files asks for, as far as styles of ours go
_PARAGRAPH_ORDER = (
    *("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs"),
    *("suppressAutoHyphens", "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
)
_RUN_ORDER = (
    *("rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "noProof", "color", "spacing", "kern"),
    *("position", "sz", "szCs", "u", "shd", "vertAlign"),
)
_SIDES = ("top", "left", "bottom", "right")
_EIGHTHS, _SPACE = 10, 5  # of a rule that a template asks for: its thickness, its distance in points
_TWIPS = 20  # a point
_ALIGN = {"left": "start", "right": "end", "center": "center"}


def apply_looks(
    styles: Iterable[BaseStyle], looks: Mapping[str, WordLook], ink: Palette
) -> tuple[BaseStyle, ...]:
    """Return styles as a template changes them."""
    return tuple(_apply(style, looks[style.role], ink) if style.role in looks else style for style in styles)


def make_own_styles(
    looks: Mapping[str, WordLook], classes: frozenset[str], styles: Iterable[BaseStyle]
) -> tuple[BaseStyle, ...]:
    """Return a style for each class of paragraphs of the template's own that has a look: body text, until the
    look changes it.
    """
    known = {style.role for style in styles}
    return tuple(
        BaseStyle(
            role, (role.replace("-", " ").replace("_", " ").title(),), based_on="body", following="body"
        )
        for role in looks
        if role in classes and role not in known
    )


def _apply(style: BaseStyle, look: WordLook, ink: Palette) -> BaseStyle:
    paragraph = _change(style.paragraph, _list_paragraph_changes(style, look, ink), _PARAGRAPH_ORDER)
    run = _change(style.run, _list_run_changes(look, ink), _RUN_ORDER)
    return replace(style, paragraph=paragraph if style.kind == "paragraph" else style.paragraph, run=run)


def _list_run_changes(look: WordLook, ink: Palette) -> dict[str, str]:
    changes: dict[str, str] = {}
    if look.font:
        changes["rFonts"] = theme_font("major" if look.font == "sans" else "minor")
    for names, value in ((("b", "bCs"), look.bold), (("i", "iCs"), look.italic), (("caps",), look.capitals)):
        if value is not None:
            changes |= {name: f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>' for name in names}
    if look.colour:
        changes["color"] = ink.ink(look.colour)
    if look.size is not None:
        changes |= _split(size(look.size))
    return changes


def _list_paragraph_changes(style: BaseStyle, look: WordLook, ink: Palette) -> dict[str, str]:
    changes: dict[str, str] = {}
    held = _split(style.paragraph)
    if look.new_page is not None:
        changes["pageBreakBefore"] = "<w:pageBreakBefore/>" if look.new_page else ""
    if look.ground:
        changes["shd"] = "" if look.ground == "none" else ink.ground(look.ground)
    if look.align:
        changes["jc"] = f'<w:jc w:val="{_ALIGN[look.align]}"/>'
    spaces = {"before": look.before, "after": look.after, "line": look.line}
    if any(value is not None for value in spaces.values()):
        attributes = dict(re.findall(r'w:(\w+)="([^"]*)"', held.get("spacing", "")))
        attributes |= {
            name: str(round(value * _TWIPS)) for name, value in spaces.items() if value is not None
        }
        if look.line is not None:
            attributes["lineRule"] = "atLeast"
        changes["spacing"] = (
            "<w:spacing " + " ".join(f'w:{name}="{value}"' for name, value in attributes.items()) + "/>"
        )
    rules = {"top": look.rule_above, "bottom": look.rule_below}
    if any(rules.values()):
        inside = re.sub(r"</?w:pBdr>", "", held.get("pBdr", ""))
        borders = _split(inside)
        for side, colour in rules.items():
            if colour:
                borders[side] = "" if colour == "none" else ink.rule(side, colour, _EIGHTHS, _SPACE)
        content = "".join(borders.get(side, "") for side in _SIDES)
        changes["pBdr"] = f"<w:pBdr>{content}</w:pBdr>" if content else ""
    return changes


def _split(markup: str) -> dict[str, str]:
    return {found[1].removeprefix("w:"): found[0] for found in _PROPERTY.finditer(markup)}


def _change(markup: str, changes: Mapping[str, str], order: tuple[str, ...]) -> str:
    """Return properties with some of them replaced, in the order of the schema."""
    if not changes:
        return markup
    held = {**_split(markup), **changes}
    return "".join(held[name] for name in order if held.get(name))

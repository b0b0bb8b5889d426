"""How a template changes the styles of a Word file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordLook:
    """How a style of Word differs from the brand's, for one role (docs/word.md). None and "" change nothing.

    ``size``, ``before``, ``after`` and ``line`` are in points. Colours are named as in brand.toml, or
    "accent_text" and "on_accent"; ``ground`` may be "none". ``rule_above`` and ``rule_below`` are colours of
    a rule, or "none".
    """

    font: str = ""
    size: float | None = None
    colour: str = ""
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    align: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    ground: str = ""
    rule_above: str = ""
    rule_below: str = ""
    new_page: bool | None = None

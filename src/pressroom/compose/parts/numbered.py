"""Headings numbered by the template, and annexes known by their headings."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.model.document import Document, Section

DEEPEST = 2  # levels of headings that are numbered
_ANNEX = re.compile(
    r"(?:annex(?:e|es)?|appendi(?:x|ces)|anhang|anlage|anexos?|allegat[oi]|apêndice|bijlagen?|załącznik|додаток"
    r"|الملحق|ملحق|נספח|附件|附录|付録|別紙|부록|별첨)\b",
    re.IGNORECASE,
)


def number_headings(document: Document) -> Document:
    """Return a document with its headings numbered, annexes aside; one that numbers any itself is left as it
    is.
    """
    if any(section.heading.number and not is_annex(section) for section in document.walk()):
        return document
    counted = 0
    sections = []
    for section in document.sections:
        if is_annex(section):
            sections.append(section)
        else:
            counted += 1
            sections.append(_number(section, str(counted), 1))
    return replace(document, sections=tuple(sections))


def _number(section: Section, number: str, depth: int) -> Section:
    heading = replace(section.heading, number=number)
    if depth == DEEPEST:
        return replace(section, heading=heading)
    children = tuple(
        _number(child, f"{number}.{count}", depth + 1)
        for count, child in enumerate(section.sections, start=1)
    )
    return replace(section, heading=heading, sections=children)


def is_annex(section: Section) -> bool:
    """Tell whether a section is an annex, by its number or its words."""
    return bool(_ANNEX.match(section.heading.number) or _ANNEX.match(section.heading.text))


def find_annexes(document: Document) -> frozenset[str]:
    """Return the ids of the annexes of the first level."""
    return frozenset(section.id for section in document.sections if is_annex(section))

"""What all elements of an OpenDocument text share while they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.document import Footnote
from pressroom.readers.common.limits import Package
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.odt.styles import OdtStyles


@dataclass(slots=True)
class OdtContext:
    """The document at hand, and what gathers beside its text."""

    package: Package
    styles: OdtStyles
    pictures: Pictures
    left_out: list[tuple[str, str]] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    formulas: list[str] = field(default_factory=list)

    def note_formula(self, line: str) -> None:
        """Note a formula that is written in a line."""
        self.formulas.append(line)

    def leave_out_words(self, words: str, reason: str) -> None:
        """Note words that are in no block."""
        if words.strip():
            self.left_out.append((" ".join(words.split()), reason))

    def leave_out(self, element: etree._Element, reason: str) -> None:
        """Note the words of an element that are in no block."""
        text = " ".join(" ".join(str(part) for part in element.itertext()).split())
        if text:
            self.left_out.append((text, reason))

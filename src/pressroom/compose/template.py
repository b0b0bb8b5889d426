"""A template folder as a value: its files' text and its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ContentsRule = Literal["auto", "always", "never"]


CONTENTS_FROM_PAGES, LISTS_FROM = 4, 8


@dataclass(frozen=True, slots=True)
class Template:
    """A template, with what it inherits. ``files`` are the texts of its folder by name ("report.html.j2",
    "print.css"); those of the templates that it inherits are there under "base/report.html.j2" as well.

    ``folder`` is how messages name it; ``places`` names the files that do not stand in it. ``contents`` says
    when the page carries a table of contents; "auto" means: when the report is longer than
    ``contents_from_pages`` pages. A page with contents lists figures and tables too where there are
    ``lists_from`` of a kind. ``reference`` is the Word file whose design Word outputs take, ``word_styles``
    its styles by role (docs/word.md).
    """

    name: str
    folder: str
    files: Mapping[str, str]
    description: str = ""
    contents: ContentsRule = "auto"
    contents_from_pages: int = CONTENTS_FROM_PAGES
    lists_from: int = LISTS_FROM
    reference: bytes | None = None
    word_styles: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def find_place(self, name: str) -> str:
        """Return how messages name a file of the template."""
        return self.places.get(name, f"{self.folder}/{name}")

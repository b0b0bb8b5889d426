"""What a Word file asks for beyond the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressroom.model.look import WordLook


@dataclass(frozen=True, slots=True)
class WordOptions:
    """What only Word outputs ask for; docs/word.md describes each.

    ``reference`` is a .docx or .dotx whose design is taken; ``styles`` gives roles ("body", "heading-1") one
    of its styles by name or id. ``looks`` is by role how the brand's styles
    differ where there is no reference, and how paragraphs with one of the template's own ``classes`` look.
    ``native_charts`` draws figures as charts that Word can edit;
    ``embed_fonts`` carries the house's fonts along;
    ``update_fields`` has Word ask, on opening, to count everything again; ``endnotes`` puts the notes at the
    end instead of at the foot. ``page_numbers`` are the page of each id and ``page_count`` the number of
    pages, as some layout found them (empty and 0 where none has): they are shown in contents and references
    until Word counts for itself.
    """

    reference: bytes | None = None
    styles: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, WordLook] = field(default_factory=dict)
    classes: frozenset[str] = frozenset()
    native_charts: bool = False
    embed_fonts: bool = False
    update_fields: bool = False
    endnotes: bool = False
    page_numbers: Mapping[str, int] = field(default_factory=dict)
    page_count: int = 0

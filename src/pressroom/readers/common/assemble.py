"""The last step of every reader whose source is no plain text: places, overrides, title, sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document, Footnote, Heading, Metadata
from pressroom.model.inline import Text
from pressroom.readers.common.outline import Item, build_sections, normalize_levels, split_title
from pressroom.readers.common.overrides import apply_overrides
from pressroom.readers.common.rendering import NOWHERE, render
from pressroom.readers.common.settings import ReaderSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a reader found in a source, before its plain text is written: nothing has a place yet.

    ``title`` is one that the source marks as such; without it the first heading may be the title, or else
    ``fallback_title``, which stands nowhere in the text. ``left_out`` are (words, reason). ``ids`` name
    headings by their index in ``items``.
    """

    items: Sequence[Item] = ()
    title: Heading | None = None
    fallback_title: str = ""
    footnotes: Sequence[Footnote] = ()
    left_out: Sequence[tuple[str, str]] = ()
    ids: Mapping[int, str] = field(default_factory=dict)
    metadata: Metadata = field(default_factory=Metadata)
    assets: Sequence[Asset] = ()
    diagnostics: Sequence[Diagnostic] = ()


def warn_of_formulas(lines: Sequence[str], source: str) -> list[Diagnostic]:
    """Return a warning of formulas that are written in a line, if there are any."""
    if not lines:
        return []
    count = "a formula is" if len(lines) == 1 else f"{len(lines)} formulas are"
    return [
        Diagnostic(
            Severity.WARNING,
            "formula-in-line",
            f"{count} written in a line of text: {lines[0][:60]}",
            "see that it can be read so, or put a picture of it in its place",
            where=source,
        )
    ]


def assemble(source: str, settings: ReaderSettings, content: Content) -> Document:
    """Return the document of a source's content."""
    title, items, ids = content.title, content.items, content.ids
    if title is None and content.fallback_title and not any(isinstance(item, Heading) for item in items):
        title = Heading((Text(content.fallback_title),), 0, NOWHERE)
    if title:
        items, ids = [title, *items], {index + 1: name for index, name in ids.items()}
    rendered = render(source, items, content.footnotes, content.left_out, ids)
    placed = rendered.items
    if title:
        first = placed[0]
        head = first if isinstance(first, Heading) else None
        rest = normalize_levels(apply_overrides(placed[1:], settings))
    else:
        head, rest = split_title(apply_overrides(placed, settings))
    blocks, sections = build_sections(rest, rendered.ids)
    return Document(
        source,
        rendered.text,
        head,
        blocks,
        sections,
        content.metadata,
        rendered.footnotes,
        tuple(content.assets),
        rendered.left_out,
        tuple(content.diagnostics),
    )

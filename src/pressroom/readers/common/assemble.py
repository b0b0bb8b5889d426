"""What every reader without a plain text of its own does last: places, overrides, title, sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Asset, Document, Footnote, Heading, Metadata
from pressroom.model.inline import Text
from pressroom.readers.common.outline import Item, levelled, sectioned, titled
from pressroom.readers.common.overrides import overruled
from pressroom.readers.common.rendering import NOWHERE, settle
from pressroom.readers.common.settings import ReaderSettings


def assembled(
    source: str,
    settings: ReaderSettings,
    items: Sequence[Item],
    *,
    title: Heading | None = None,
    fallback_title: str = "",
    footnotes: Iterable[Footnote] = (),
    left_out: Iterable[tuple[str, str]] = (),
    ids: Mapping[int, str] | None = None,
    metadata: Metadata | None = None,
    assets: Iterable[Asset] = (),
    diagnostics: Iterable[Diagnostic] = (),
) -> Document:
    """Return the document of items without places.

    ``title`` is one that the source marks as such; without it the first heading may be the title, or else
    ``fallback_title``, which stands nowhere in the text. ``ids`` name headings by their index in ``items``.
    """
    if title is None and fallback_title and not any(isinstance(item, Heading) for item in items):
        title = Heading((Text(fallback_title),), 0, NOWHERE)
    whole = [title, *items] if title else list(items)
    shifted = {index + 1: name for index, name in (ids or {}).items()} if title else ids
    settled = settle(source, whole, footnotes, left_out, shifted)
    placed = settled.items
    if title:
        first = placed[0]
        head = first if isinstance(first, Heading) else None
        rest = levelled(overruled(placed[1:], settings))
    else:
        head, rest = titled(overruled(placed, settings))
    blocks, sections = sectioned(rest, settled.ids)
    return Document(
        source,
        settled.text,
        head,
        blocks,
        sections,
        metadata or Metadata(),
        settled.footnotes,
        tuple(assets),
        settled.left_out,
        tuple(diagnostics),
    )

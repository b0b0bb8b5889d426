"""The blocks of a page as what weighs them sees them: their words, their links, where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pressroom.model.document import Heading, List, Table
from pressroom.model.inline import FootnoteRef, Inline, Link, Nested, words
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.outline import Item
from pressroom.readers.html.tags import read_shown

_RUN = 4  # words
_ENOUGH = 0.5  # of a block's runs
_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"^(?:•|\w{1,6}[.)]) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PagePassage:
    """What one block says, how many letters of it are links, and to which places of the page they lead.

    ``holders`` are the elements that it stands in, the innermost first; ``is_shared``: trafilatura takes at
    least half of it for text.
    """

    text: str
    linked: int
    targets: frozenset[str]
    kind: str
    level: int
    has_call: bool
    is_shared: bool
    in_main: bool
    holders: tuple[etree._Element, ...]

    @property
    def share_of_links(self) -> float:
        """The share of its letters that are links."""
        return min(1.0, self.linked / len(self.text)) if self.text else 0.0


def read_passages(
    items: Sequence[Item],
    other: str,
    holders: Mapping[int, etree._Element],
    main: Collection[etree._Element],
) -> list[PagePassage]:
    """Return what is known of each block; ``holders`` are the elements of blocks by their identity.

    ``other`` is what trafilatura takes for the text, ``main`` the elements of the part that holds most of it.
    """
    known = split_words(other)
    runs = set(zip(*(known[at:] for at in range(_RUN)), strict=False))
    line = f" {' '.join(known)} "
    shares = {holder: _find_share_of_links(holder) for holder in frozenset(holders.values())}
    return [_read_passage(item, runs, line, holders.get(id(item)), main, shares) for item in items]


def split_words(text: str) -> list[str]:
    """Return the words of a text without case."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _read_passage(
    item: Item,
    runs: Collection[tuple[str, ...]],
    line: str,
    holder: etree._Element | None,
    main: Collection[etree._Element],
    shares: Mapping[etree._Element, float],
) -> PagePassage:
    inlines = flatten_blocks((item,))
    links = list(_find_links(inlines))
    text = _MARKER.sub("", words(inlines)).strip()
    share = 0.0 if holder is None else shares[holder]
    return PagePassage(
        text,
        max(sum(len(words(link.children)) for link in links), round(share * len(text))),
        frozenset(link.href[1:] for link in links if link.href.startswith("#")),
        _name_kind(item),
        item.level if isinstance(item, Heading) else 0,
        any(_has_call(inline) for inline in inlines),
        _is_shared(text, runs, line),
        holder is None or holder in main,
        () if holder is None else (holder, *_find_outer(holder)),
    )


def _find_share_of_links(holder: etree._Element) -> float:
    """Return the share of an element's letters that lead anywhere, be it to an address that is not kept.

    Most menus lead to addresses within their site, and teasers stand in links as a whole.
    """
    if any(outer.get("href") for outer in (holder, *holder.iterancestors("a"))):
        return 1.0
    linked = sum(len(read_shown(link)) for link in holder.iter("a") if link.get("href"))
    return min(1.0, linked / max(1, len(read_shown(holder)))) if linked else 0.0


def _name_kind(item: Item) -> str:
    match item:
        case Heading():
            return "heading"
        case List():
            return "list"
        case Table():
            return "table"
        case _:
            return "block"


def _find_outer(element: etree._Element) -> Iterator[etree._Element]:
    return (outer for outer in element.iterancestors() if outer.tag not in ("body", "html"))


def _is_shared(text: str, runs: Collection[tuple[str, ...]], line: str) -> bool:
    own = split_words(text)
    if len(own) < _RUN:
        return bool(own) and f" {' '.join(own)} " in line
    mine = list(zip(*(own[at:] for at in range(_RUN)), strict=False))
    return sum(run in runs for run in mine) >= len(mine) * _ENOUGH


def _find_links(inlines: Iterable[Inline]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        elif isinstance(inline, Nested):
            yield from _find_links(inline.children)


def _has_call(inline: Inline) -> bool:
    return isinstance(inline, FootnoteRef) or (
        isinstance(inline, Nested) and any(map(_has_call, inline.children))
    )

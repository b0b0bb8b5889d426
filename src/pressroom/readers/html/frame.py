"""Which blocks of a page are its text: those that trafilatura takes for it too, and what belongs to them."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from pressroom.model.document import Heading
from pressroom.model.inline import FootnoteRef, Inline, Link, Nested, words
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.outline import Item

# beyond these, which no page of a thousand reaches, trafilatura's time grows with the square
_MOST_ELEMENTS = 15_000
_MOST_DEPTHS = 300_000  # of all elements together
_MOST_CHARACTERS = 2_000_000
_LEAST_TEXT = 300  # characters; where the two readers share less, neither is trusted to leave anything out
_LEAST_SHARED = 0.5  # of what trafilatura found; with less of it the two read different parts of the page
_RUN = 4  # words
_ENOUGH = 0.5  # of a block's runs
_NEAR = 5  # blocks
_MOSTLY_LINKS = 0.5  # of a block's letters
_SHORTEST_PROSE = 80  # characters
_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"^(?:•|\w{1,6}[.)]) ", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…:;。！？][\"'”»“’)\]]*\s*$")


def extract_text(root: etree._Element) -> str:
    """Return the words that trafilatura takes for a page's text, none of a page that is huge."""
    if _is_huge(root):
        return ""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(root, favor_recall=True, include_comments=False) or ""
    except Exception:  # whatever it makes of a broken page, the page is read without it
        return ""


def _is_huge(root: etree._Element) -> bool:
    elements = depths = characters = depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "end":
            depth -= 1
            continue
        elements += 1
        depths += depth
        characters += len(element.text or "") + len(element.tail or "")
        depth += event == "start"
    return elements > _MOST_ELEMENTS or depths > _MOST_DEPTHS or characters > _MOST_CHARACTERS


@dataclass(frozen=True, slots=True)
class _BlockText:
    """What one block says, how many letters of it are links, and to which places of the page they lead."""

    text: str
    linked: int
    targets: frozenset[str]
    is_heading: bool
    has_call: bool

    @property
    def is_mostly_links(self) -> bool:
        return self.linked > len(self.text) * _MOSTLY_LINKS

    @property
    def is_prose(self) -> bool:
        long = len(self.text) >= _SHORTEST_PROSE
        return long and not self.is_mostly_links and bool(_SENTENCE_END.search(self.text))


def split_frame(items: Sequence[Item], other: str, names: Mapping[int, str]) -> tuple[list[Item], list[str]]:
    """Return the blocks that are text, and the words of those that are of the page's frame.

    ``other`` is what trafilatura takes for the text. Of a block at least half must be in it, or it has such
    blocks among its neighbours before and behind it; a heading needs them behind it only. Prose stays
    wherever it is between such blocks or next to them, and a heading that a link of the text leads to;
    ``names`` are those of headings by their identity. Where the two readers share little, all stays.
    """
    passages = [_read_passage(item) for item in items]
    shared = _find_shared(passages, other)
    found = sum(len(passages[at].text) for at in shared)
    if found < max(_LEAST_TEXT, len(other) * _LEAST_SHARED):
        return list(items), []
    title = _find_title(items)
    first, last = min(shared) - 1, max(shared) + 1
    kept = {
        at
        for at, passage in enumerate(passages)
        if at == title or _belongs(at, passages, shared) or (passage.is_prose and first <= at <= last)
    }
    targets = frozenset[str]().union(*(passages[at].targets for at in kept))
    kept |= {at for at, item in enumerate(items) if names.get(id(item)) in targets}
    kept |= {at for at, passage in enumerate(passages) if not passage.text and kept & {at - 1, at + 1}}
    return (
        [item for at, item in enumerate(items) if at in kept],
        [passage.text for at, passage in enumerate(passages) if at not in kept and passage.text],
    )


def _belongs(at: int, passages: Sequence[_BlockText], shared: Collection[int]) -> bool:
    """Tell whether a block is text: found by both readers, or standing by such blocks."""
    passage = passages[at]
    if at in shared or passage.has_call:
        return True
    below = any(other in shared for other in range(at + 1, at + 1 + _NEAR))
    above = any(other in shared for other in range(at - _NEAR, at))
    return below and (above or passage.is_heading) and not passage.is_mostly_links


def _find_title(items: Sequence[Item]) -> int:
    """Return where the first heading of the highest level is, -1 where there is none."""
    headings = [(item.level, at) for at, item in enumerate(items) if isinstance(item, Heading)]
    return min(headings)[1] if headings else -1


def _find_shared(passages: Sequence[_BlockText], other: str) -> dict[int, None]:
    """Return which passages are for half of their runs of words in the other text, in their order."""
    known = _split_words(other)
    runs = set(zip(*(known[at:] for at in range(_RUN)), strict=False))
    line = f" {' '.join(known)} "
    return {at: None for at, passage in enumerate(passages) if _is_shared(passage.text, runs, line)}


def _is_shared(text: str, runs: Collection[tuple[str, ...]], line: str) -> bool:
    own = _split_words(text)
    if len(own) < _RUN:
        return bool(own) and f" {' '.join(own)} " in line
    mine = list(zip(*(own[at:] for at in range(_RUN)), strict=False))
    return sum(run in runs for run in mine) >= len(mine) * _ENOUGH


def _split_words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _read_passage(item: Item) -> _BlockText:
    inlines = flatten_blocks((item,))
    links = list(_find_links(inlines))
    return _BlockText(
        _MARKER.sub("", words(inlines)).strip(),
        sum(len(words(link.children)) for link in links),
        frozenset(link.href[1:] for link in links if link.href.startswith("#")),
        isinstance(item, Heading),
        any(_has_call(inline) for inline in inlines),
    )


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

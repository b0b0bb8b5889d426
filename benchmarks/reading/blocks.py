"""The blocks of a document that another program's text of the same page has as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.readers import content

from pressroom.model.document import Document, Table
from pressroom.model.inline import words

_WORD = re.compile(r"\w+")
_RUN = 4  # words
_ENOUGH = 0.5  # of a block's runs
_NEAR = 3  # blocks


@dataclass(frozen=True)
class Passage:
    """What one block says."""

    text: str
    is_title: bool = False
    is_heading: bool = False


def list_passages(document: Document) -> list[Passage]:
    """Return what the title, headings and blocks of a document say, in its order."""
    found = [Passage(document.title.text, is_title=True)] if document.title else []
    found += _list_blocks(Document(document.source, document.text, None, document.blocks, ()))
    for section in document.walk():
        found.append(Passage(section.heading.text, is_heading=True))
        found += _list_blocks(Document(document.source, document.text, None, section.blocks, ()))
    notes = tuple(block for note in document.footnotes for block in note.blocks)
    return [*found, *_list_blocks(Document(document.source, document.text, None, notes, ()))]


def _list_blocks(document: Document) -> Iterator[Passage]:
    for block in content.blocks(document):
        if isinstance(block, Table):
            rows = [words(cell.inlines) for row in block.head + block.body for cell in row.cells]
            yield Passage(" ".join([words(block.caption), *rows, *map(words, block.notes)]))
        elif inlines := getattr(block, "inlines", None) or getattr(block, "caption", None):
            yield Passage(words(inlines))
        elif text := getattr(block, "text", ""):
            yield Passage(text)


def keep_shared(passages: Sequence[Passage], other: str) -> str:
    """Return the text of passages of which at least half is in the other text, and of those between such.

    A heading stays over one of the next three that stay, the title in any case.
    """
    known = _WORD.findall(other.casefold())
    runs = {tuple(known[at : at + _RUN]) for at in range(len(known) - _RUN + 1)}
    line = f" {' '.join(known)} "
    shared = [_is_shared(passage.text, runs, line) for passage in passages]
    kept = []
    for at, passage in enumerate(passages):
        above, below = any(shared[max(0, at - _NEAR) : at]), any(shared[at + 1 : at + 1 + _NEAR])
        if shared[at] or passage.is_title or (below and (above or passage.is_heading)):
            kept.append(passage.text)
    return "\n".join(kept)


def _is_shared(text: str, runs: set[tuple[str, ...]], line: str) -> bool:
    own = _WORD.findall(text.casefold())
    if len(own) < _RUN:
        return not own or f" {' '.join(own)} " in line
    mine = [tuple(own[at : at + _RUN]) for at in range(len(own) - _RUN + 1)]
    return sum(run in runs for run in mine) >= len(mine) * _ENOUGH
